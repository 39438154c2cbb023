namespace Entente.Numerics.IdealPoints;

/// <summary>Draws of all positions from a posterior distribution, each standardised to mean 0 and standard deviation 1 over all positions.</summary>
public sealed class PositionDraws
{
    private readonly float[] _values;

    internal PositionDraws(int positions, int capacity)
    {
        Positions = positions;
        _values = new float[checked(positions * capacity)];
        Capacity = capacity;
    }

    /// <summary>Number of positions.</summary>
    public int Positions { get; }

    /// <summary>Number of draws.</summary>
    public int Count { get; private set; }

    /// <summary>Share of threshold proposals taken, for a chain; NaN otherwise.</summary>
    public double AcceptanceRate { get; internal set; } = double.NaN;

    private int Capacity { get; }

    /// <summary>All draws of one position, in order.</summary>
    public ReadOnlySpan<float> Of(int position) => _values.AsSpan(position * Capacity, Count);

    internal void Keep(OrdinalVotes votes, float[] slots)
    {
        for (var i = 0; i < Positions; i++) _values[i * Capacity + Count] = slots[votes.SlotOf[i]];
        Count++;
    }

    /// <summary>Mean of each position over the draws.</summary>
    public double[] Means()
    {
        var means = new double[Positions];
        for (var i = 0; i < Positions; i++)
        {
            var sum = 0.0;
            foreach (var value in Of(i)) sum += value;
            means[i] = sum / Count;
        }

        return means;
    }
}
