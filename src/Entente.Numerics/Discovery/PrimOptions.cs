namespace Entente.Numerics.Discovery;

/// <summary>What a peel is chosen by. Where all peels take the same number of points the three agree; ties and categorical inputs part them (Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79:311).</summary>
public enum PeelObjective
{
    /// <summary>Gain of the mean for each point given up, (ȳ' - ȳ) / (n - n'): patient, so that a level with many points is not taken for its size alone. Where no peel gains, the one that loses least.</summary>
    GainPerLostMass,

    /// <summary>Highest mean of what is left (Friedman and Fisher 1999, Statistics and Computing 9:123, the original).</summary>
    HighestMean,

    /// <summary>Lowest mean of what is taken away, n'·(ȳ' - ȳ) / (n - n') (Friedman and Fisher 1999, equation 14.6).</summary>
    LowestPeeledMean,
}

/// <summary>How boxes are searched.</summary>
public sealed record PrimOptions
{
    /// <summary>Share of the remaining points that a peel takes from an end of an input, at least one point; points of equal value go together. Default .05.</summary>
    public double PeelShare { get; init; } = .05;

    /// <summary>Share of the points of the box that a paste gives back. Default .05.</summary>
    public double PasteShare { get; init; } = .05;

    /// <summary>Share of the points of the table that a box keeps at least. Default .05.</summary>
    public double MinimalMass { get; init; } = .05;

    /// <summary>What a peel is chosen by. Default <see cref="PeelObjective.GainPerLostMass"/>.</summary>
    public PeelObjective Objective { get; init; } = PeelObjective.GainPerLostMass;

    internal void Check()
    {
        Share(PeelShare, nameof(PeelShare));
        Share(PasteShare, nameof(PasteShare));
        Share(MinimalMass, nameof(MinimalMass));
        if (!Enum.IsDefined(Objective)) throw new ArgumentOutOfRangeException(nameof(Objective), Objective, "The objective is none of those there are.");

        static void Share(double value, string name)
        {
            if (!(value is > 0 and < 1)) throw new ArgumentOutOfRangeException(name, value, $"{name} is a share and lies strictly between 0 and 1.");
        }
    }
}
