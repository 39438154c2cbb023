using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>How a heteroskedasticity-robust covariance treats observations of high leverage (MacKinnon and White 1985).</summary>
public enum LeverageAdjustment
{
    /// <summary>Squared scores as they are (White 1980).</summary>
    Hc0,

    /// <summary>Squared scores times the small-sample factor n / (n - K).</summary>
    Hc1,

    /// <summary>Squared scores over 1 - h.</summary>
    Hc2,

    /// <summary>Squared scores over (1 - h)², close to the jackknife.</summary>
    Hc3,
}

/// <summary>A kind of covariance matrix of the coefficients.</summary>
/// <param name="Name">What tables call it.</param>
public abstract record CovarianceKind(string Name)
{
    /// <summary>Inverse information; for the linear family times the residual variance.</summary>
    public static CovarianceKind Iid { get; } = new IidCovariance();

    /// <summary>Robust to heteroskedasticity of any form.</summary>
    /// <param name="adjustment">What is done about leverage; HC2 and HC3 need the leverage of the effects and are refused where that is out of reach.</param>
    public static CovarianceKind Robust(LeverageAdjustment adjustment) => new RobustCovariance(adjustment);

    /// <summary>Robust to any dependence within clusters of one to three dimensions (Cameron, Gelbach and Miller 2011).</summary>
    /// <param name="clusters">One to three dimensions, each with one cluster id per row.</param>
    /// <exception cref="ArgumentException">There are none or more than three.</exception>
    public static CovarianceKind Clustered(params ImmutableArray<ClusterDimension> clusters) => clusters.Length is >= 1 and <= 3
        ? new ClusteredCovariance(clusters)
        : throw new ArgumentException("One to three cluster dimensions are possible.", nameof(clusters));

    /// <summary>
    /// Robust to any dependence between observations that share a member: pair (i, j) with (i, k), (k, j) and so on, in any period (Aronow, Samii and Assenova 2015,
    /// Political Analysis 23:564, eq. 2). Computed in O(n) by sum_i S_i S_i' - sum_d S_d S_d', with S_i the score sums of a member and S_d those of an unordered pair.
    /// </summary>
    /// <param name="first">One member id per row, 0 or more.</param>
    /// <param name="second">The other member of the pair, from the same numbering.</param>
    public static CovarianceKind Dyadic(ReadOnlyMemory<int> first, ReadOnlyMemory<int> second) => new DyadicCovariance(first, second);
}

/// <summary>One dimension of clustering.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Ids">One cluster per row, 0 or more.</param>
public sealed record ClusterDimension(string Name, ReadOnlyMemory<int> Ids);

internal sealed record IidCovariance() : CovarianceKind("iid");

internal sealed record RobustCovariance(LeverageAdjustment Adjustment) : CovarianceKind(Adjustment.ToString().ToUpperInvariant());

internal sealed record ClusteredCovariance(ImmutableArray<ClusterDimension> Clusters) : CovarianceKind($"clustered by {string.Join(" and ", Clusters.Select(static cluster => cluster.Name))}");

internal sealed record DyadicCovariance(ReadOnlyMemory<int> First, ReadOnlyMemory<int> Second) : CovarianceKind("dyadic-robust");
