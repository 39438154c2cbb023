namespace Entente.Numerics.Regression;

/// <summary>Which levels of the effects count as estimated parameters.</summary>
public enum EffectCount
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that are not nested in a cluster.</summary>
    NonNested,

    /// <summary>All.</summary>
    All,
}

/// <summary>Which factor G / (G - 1) a clustered covariance gets.</summary>
public enum ClusterFactor
{
    /// <summary>None.</summary>
    None,

    /// <summary>Each term of a multiway covariance its own.</summary>
    PerTerm,

    /// <summary>All terms that of the dimension with the fewest clusters.</summary>
    Fewest,
}

/// <summary>
/// A small-sample convention: what a covariance matrix is multiplied by. Programs differ, so it is named and can be chosen; the factors are given with the result.
/// </summary>
/// <param name="Name">What tables call it.</param>
/// <param name="AdjustForParameters">Whether (n - 1) / (n - K) is applied to robust, clustered and information-based matrices (n / (n - K) for HC1).</param>
/// <param name="Effects">Which effects count in K.</param>
/// <param name="Clusters">The cluster factor.</param>
/// <param name="RobustFactor">Whether HC1 without parameter adjustment gets n / (n - 1).</param>
public sealed record SmallSample(string Name, bool AdjustForParameters, EffectCount Effects, ClusterFactor Clusters, bool RobustFactor)
{
    /// <summary>The defaults of fixest 0.12 and later: (n - 1) / (n - K) with effects nested in clusters not counted, G / (G - 1) with the fewest clusters.</summary>
    public static SmallSample Fixest { get; } = new("fixest", true, EffectCount.NonNested, ClusterFactor.Fewest, true);

    /// <summary>The defaults of ppmlhdfe, reghdfe's Poisson sibling: G / (G - 1) alone, n / (n - 1) for robust.</summary>
    public static SmallSample Ppmlhdfe { get; } = new("ppmlhdfe", false, EffectCount.None, ClusterFactor.Fewest, true);

    /// <summary>No adjustment.</summary>
    public static SmallSample None { get; } = new("none", false, EffectCount.None, ClusterFactor.None, false);
}
