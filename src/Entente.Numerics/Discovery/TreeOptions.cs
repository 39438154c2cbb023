namespace Entente.Numerics.Discovery;

/// <summary>How a tree is grown.</summary>
public sealed record TreeOptions
{
    /// <summary>Share of the points of the table that a leaf keeps at least, above 0 and at most .5. Default .05.</summary>
    public double MinimalMass { get; init; } = .05;

    /// <summary>Most splits from the root to a leaf, at least 0. Default 30.</summary>
    public int MostDepth { get; init; } = 30;

    internal void Check()
    {
        if (!(MinimalMass is > 0 and <= .5)) throw new ArgumentOutOfRangeException(nameof(MinimalMass), MinimalMass, $"{nameof(MinimalMass)} is a share above 0 and at most .5.");
        ArgumentOutOfRangeException.ThrowIfNegative(MostDepth);
    }
}
