namespace Entente.Numerics.IdealPoints;

/// <summary>Draws of all positions from a posterior distribution, each standardised to mean 0 and standard deviation 1 over all positions, and the means of the items.</summary>
public sealed class PositionDraws
{
    private readonly OrdinalVotes _votes;
    private readonly float[] _values;
    private readonly int _capacity;
    private readonly double[][] _itemSums;

    internal PositionDraws(OrdinalVotes votes, int capacity)
    {
        _votes = votes;
        _capacity = capacity;
        _values = new float[checked(votes.Positions * capacity)];
        _itemSums = [new double[votes.Items], new double[votes.Items], new double[votes.Items]];
    }

    /// <summary>Number of positions.</summary>
    public int Positions => _votes.Positions;

    /// <summary>Number of draws.</summary>
    public int Count { get; private set; }

    /// <summary>Share of threshold proposals taken.</summary>
    public double AcceptanceRate { get; private set; } = double.NaN;

    /// <summary>Where the chain ended, from which it can go on.</summary>
    public ModelPoint End { get; private set; } = null!;

    /// <summary>All draws of one position, in order.</summary>
    public ReadOnlySpan<float> Of(int position) => _values.AsSpan(position * _capacity, Count);

    /// <summary>Means of all positions and items over the draws.</summary>
    public ModelPoint Mean()
    {
        var positions = new float[Positions];
        for (var i = 0; i < positions.Length; i++)
        {
            var sum = 0.0;
            foreach (var value in Of(i)) sum += value;
            positions[i] = (float)(sum / Count);
        }

        float[] Average(double[] sums) => Array.ConvertAll(sums, sum => (float)(sum / Count));
        return new ModelPoint(positions, new ItemValues(Average(_itemSums[0]), Average(_itemSums[1]), Average(_itemSums[2])));
    }

    internal void Keep(ChainValues chain)
    {
        for (var i = 0; i < Positions; i++) _values[i * _capacity + Count] = chain.Position[_votes.SlotOf[i]];
        for (var item = 0; item < _votes.Items; item++)
        {
            _itemSums[0][item] += chain.Discrimination[item];
            _itemSums[1][item] += chain.LowThreshold[item];
            _itemSums[2][item] += chain.HighThreshold[item];
        }

        Count++;
    }

    internal void Finish(ModelPoint end, double acceptanceRate) => (End, AcceptanceRate) = (end, acceptanceRate);
}
