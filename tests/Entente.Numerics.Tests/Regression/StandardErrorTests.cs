using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

/// <summary>Against sums over all pairs of observations with a dummy per level.</summary>
public sealed class StandardErrorTests
{
    private static (RegressionEstimate Estimate, DenseOracle Oracle, int[] Exporter, int[] Importer, int[] Period) Fit(RegressionFamily family, string effects, Func<int[], int[], int[], CovarianceKind> kind, SmallSample? convention = null)
    {
        var (data, exporter, importer, period) = MadeUpData.Panel(family, 21, members: 6, periods: 4, effects: effects, weights: true);
        var estimate = RegressionModel.Estimate(data, family, new RegressionOptions
        {
            Tolerance = 1e-12,
            EffectTolerance = 1e-12,
            SmallSample = convention ?? SmallSample.None,
            Covariances = [kind(exporter, importer, period)],
        });
        var used = estimate.Sample.Used.ToArray();
        int[] Used(int[] ids) => [.. ids.Where((_, r) => used[r])];
        return (estimate, new DenseOracle(data, family, used), Used(exporter), Used(importer), Used(period));
    }

    private static void ShouldMatch(RegressionEstimate estimate, double[][] expected)
    {
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                var scale = Math.Sqrt(expected[i][i] * expected[j][j]);
                estimate.Covariances[0].Matrix[(i * 2) + j].ShouldBe(expected[i][j], 1e-7 * scale);
            }
        }
    }

    [Theory]
    [InlineData(RegressionFamily.Linear, "e i")]
    [InlineData(RegressionFamily.Poisson, "ep ip")]
    [InlineData(RegressionFamily.Poisson, "ep ip pair")]
    [InlineData(RegressionFamily.Logit, "e i")]
    [InlineData(RegressionFamily.ComplementaryLogLog, "e")]
    public void Robust_errors_square_the_scores(RegressionFamily family, string effects)
    {
        var (estimate, oracle, _, _, _) = Fit(family, effects, (_, _, _) => CovarianceKind.Robust(LeverageAdjustment.Hc0));
        ShouldMatch(estimate, oracle.Sandwich((r, q) => r == q ? 1 : 0));
    }

    [Theory]
    [InlineData(RegressionFamily.Linear, "e i", LeverageAdjustment.Hc2)]
    [InlineData(RegressionFamily.Linear, "ep ip", LeverageAdjustment.Hc3)]
    [InlineData(RegressionFamily.Poisson, "e i t", LeverageAdjustment.Hc3)]
    [InlineData(RegressionFamily.Poisson, "", LeverageAdjustment.Hc2)]
    public void Leverage_counts_the_effects(RegressionFamily family, string effects, LeverageAdjustment adjustment)
    {
        var (estimate, oracle, _, _, _) = Fit(family, effects, (_, _, _) => CovarianceKind.Robust(adjustment));
        var h = oracle.Leverage();
        h.Sum().ShouldBe(oracle.Parameters, 1e-6);
        if (effects.Length > 0) ShouldMatch(estimate, oracle.Sandwich((r, q) => r != q ? 0 : Math.Pow(1 - h[r], adjustment == LeverageAdjustment.Hc3 ? -2 : -1)));
        else estimate.Covariances[0].StandardErrors[1].ShouldBe(Math.Sqrt(oracle.Sandwich((r, q) => r != q ? 0 : 1 / (1 - h[r]))[1][1]), 1e-8);
    }

    [Fact]
    public void One_way_clusters_sum_the_scores_of_a_cluster()
    {
        var (estimate, oracle, exporter, _, _) = Fit(RegressionFamily.Poisson, "ep ip", (e, _, _) => CovarianceKind.Clustered(new ClusterDimension("exporter", e)));
        ShouldMatch(estimate, oracle.Sandwich((r, q) => exporter[r] == exporter[q] ? 1 : 0));
        estimate.Covariances[0].Clusters.ShouldBe([6]);
    }

    [Fact]
    public void Three_way_clusters_count_pairs_that_share_any_dimension_once()
    {
        var (estimate, oracle, exporter, importer, period) = Fit(RegressionFamily.Linear, "e i", (e, i, t) => CovarianceKind.Clustered(
            new ClusterDimension("exporter", e), new ClusterDimension("importer", i), new ClusterDimension("period", t)));
        if (estimate.Covariances[0].ClippedEigenvalues == 0)
        {
            ShouldMatch(estimate, oracle.Sandwich((r, q) => exporter[r] == exporter[q] || importer[r] == importer[q] || period[r] == period[q] ? 1 : 0));
        }

        var matrix = oracle.Sandwich((r, q) => exporter[r] == exporter[q] || importer[r] == importer[q] || period[r] == period[q] ? 1 : 0);
        var determinant = (matrix[0][0] * matrix[1][1]) - (matrix[0][1] * matrix[1][0]);
        (estimate.Covariances[0].ClippedEigenvalues == 0).ShouldBe(matrix[0][0] > 0 && determinant > 0);
    }

    [Theory]
    [InlineData(RegressionFamily.Poisson, "ep ip")]
    [InlineData(RegressionFamily.Linear, "t")]
    [InlineData(RegressionFamily.Poisson, "t")]
    public void Dyadic_errors_count_every_pair_of_observations_that_shares_a_member(RegressionFamily family, string effects)
    {
        var (estimate, oracle, exporter, importer, _) = Fit(family, effects, (e, i, _) => CovarianceKind.Dyadic(e, i));
        bool Share(int r, int q) => exporter[r] == exporter[q] || exporter[r] == importer[q] || importer[r] == exporter[q] || importer[r] == importer[q];
        var expected = oracle.Sandwich((r, q) => Share(r, q) ? 1 : 0);
        var determinant = (expected[0][0] * expected[1][1]) - (expected[0][1] * expected[1][0]);
        var definite = expected[0][0] > 0 && determinant > 0;
        (estimate.Covariances[0].ClippedEigenvalues == 0).ShouldBe(definite);
        if (definite) ShouldMatch(estimate, expected);
        estimate.Covariances[0].Clusters.ShouldBe([6]);
    }

    [Fact]
    public void Conventions_differ_by_their_factors_alone()
    {
        var (plain, _, _, _, _) = Fit(RegressionFamily.Poisson, "ep ip", (e, _, _) => CovarianceKind.Clustered(new ClusterDimension("exporter", e)));
        var (stata, _, _, _, _) = Fit(RegressionFamily.Poisson, "ep ip", (e, _, _) => CovarianceKind.Clustered(new ClusterDimension("exporter", e)), SmallSample.Ppmlhdfe);
        var (fixest, _, _, _, _) = Fit(RegressionFamily.Poisson, "ep ip", (e, _, _) => CovarianceKind.Clustered(new ClusterDimension("exporter", e)), SmallSample.Fixest);
        var n = plain.Sample.Observations;

        // Exporter-period is nested in exporter and does not count; importer-period does.
        var parameters = 2 + (6 * 4) + (6 * 4) - 1 - ((6 * 4) - 1);
        fixest.Covariances[0].Parameters.ShouldBe(parameters);
        (stata.Covariances[0].Matrix[0] / plain.Covariances[0].Matrix[0]).ShouldBe(6.0 / 5, 1e-10);
        (fixest.Covariances[0].Matrix[0] / plain.Covariances[0].Matrix[0]).ShouldBe(6.0 / 5 * (n - 1) / (n - parameters), 1e-10);
    }

    [Fact]
    public void Intervals_and_p_values_of_the_linear_family_are_those_of_t()
    {
        var (estimate, _, _, _, _) = Fit(RegressionFamily.Linear, "e", (e, _, _) => CovarianceKind.Clustered(new ClusterDimension("exporter", e)));
        estimate.Covariances[0].DegreesOfFreedom.ShouldBe(5);
        var (low, high) = estimate.Interval(0, .95);
        ((high - low) / 2 / estimate.Covariances[0].StandardErrors[0]).ShouldBe(2.5705818356363, 1e-9);

        // At the edge of its own 95 % interval a null has p = .05.
        Entente.Numerics.Regression.StudentT.TwoSided(2.5705818356363, 5).ShouldBe(.05, 1e-12);
        Entente.Numerics.Regression.StudentT.TwoSided(1.959963984540054, double.PositiveInfinity).ShouldBe(.05, 1e-12);
    }
}
