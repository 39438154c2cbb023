using Entente.Numerics.Random;
using Entente.Numerics.Scoring;

namespace Entente.Numerics.Tests.Scoring;

public class ContinuousScoresTests
{
    [Theory]
    [InlineData(0, .233695)]
    [InlineData(1, .602441)]
    [InlineData(2, 1.452792)]
    public void The_normal_score_has_its_reference_values(double outcome, double expected) => ContinuousScores.NormalCrps(0, 1, outcome).ShouldBe(expected, 1e-6);

    // CRPS = integral of (F(x) - 1{x >= y})².
    private static double Integral(Func<double, double> cdf, double outcome)
    {
        const double Step = 2e-4;
        var sum = 0.0;
        for (var x = -200 + (Step / 2); x < 200; x += Step)
        {
            var value = cdf(x) - (x >= outcome ? 1 : 0);
            sum += value * value * Step;
        }

        return sum;
    }

    [Theory]
    [InlineData(3, .7)]
    [InlineData(8, -2.5)]
    public void The_score_of_student_is_the_integral_of_its_definition(double degrees, double outcome) =>
        ContinuousScores.StudentTCrps(0, 1, degrees, outcome).ShouldBe(Integral(x => ContinuousScores.StudentTCdf(x, degrees), outcome), 2e-4);

    [Fact]
    public void Many_degrees_are_the_normal()
    {
        ContinuousScores.StudentTCrps(1, 2, 1e7, 3).ShouldBe(ContinuousScores.NormalCrps(1, 2, 3), 1e-6);
        ContinuousScores.StudentTLogDensity(1, 2, 1e7, 3).ShouldBe(ContinuousScores.StudentTLogDensity(1, 2, double.PositiveInfinity, 3), 1e-6);
        ContinuousScores.StudentTCrps(1, 2, double.PositiveInfinity, 3).ShouldBe(ContinuousScores.NormalCrps(1, 2, 3), 1e-12);
    }

    [Fact]
    public void The_density_is_the_slope_of_the_distribution()
    {
        const double H = 1e-5;
        var slope = (ContinuousScores.StudentTCdf(.8 + H, 5) - ContinuousScores.StudentTCdf(.8 - H, 5)) / (2 * H);
        Math.Exp(ContinuousScores.StudentTLogDensity(0, 1, 5, .8)).ShouldBe(slope, 1e-7);
    }

    [Theory]
    [InlineData(.975, 5, 2.570582)]
    [InlineData(.05, 3, -2.353363)]
    [InlineData(.9, double.PositiveInfinity, 1.281552)]
    [InlineData(.5, 4, 0)]
    public void Quantiles_of_student_are_those_of_the_tables(double p, double degrees, double expected) => ContinuousScores.StudentTQuantile(p, degrees).ShouldBe(expected, 1e-6);

    [Fact]
    public void A_positive_definite_system_is_solved_and_another_refused()
    {
        double[] matrix = [4, 1, 0, 1, 3, 1, 0, 1, 2];
        var x = Entente.Numerics.Regression.PositiveDefinite.Solve(matrix, [5, 5, 3]);
        foreach (var value in x) value.ShouldBe(1, 1e-12);
        Should.Throw<Entente.Numerics.Regression.EstimationException>(() => Entente.Numerics.Regression.PositiveDefinite.Solve([1, 1, 1, 1], [1, 2]));
    }

    [Fact]
    public void An_ensemble_scores_by_its_pairs()
    {
        double[] members = [3, 1, 2];
        var spread = members.SelectMany(x => members.Select(y => Math.Abs(x - y))).Sum();
        ContinuousScores.EnsembleCrps(members, 1.5).ShouldBe((members.Sum(x => Math.Abs(x - 1.5)) / 3) - (spread / 18), 1e-12);
        ContinuousScores.EnsembleCrps(members, 1.5, fair: true).ShouldBe((members.Sum(x => Math.Abs(x - 1.5)) / 3) - (spread / 12), 1e-12);
        ContinuousScores.EnsembleCrps([2], 5).ShouldBe(3);
    }

    [Fact]
    public void A_large_normal_ensemble_scores_like_the_normal()
    {
        var stream = new CounterStream(1, 0, 0);
        var members = new double[200_000];
        for (var i = 0; i < members.Length; i++) members[i] = stream.NextNormal();
        ContinuousScores.EnsembleCrps(members, 1).ShouldBe(.602441, 5e-3);
    }

    [Fact]
    public void Stacking_finds_the_best_weights()
    {
        // Two models over 3 rows: the mean log of the mixture is maximal where its derivative vanishes; a fine grid is the oracle.
        float[] logs = [MathF.Log(.9f), MathF.Log(.2f), MathF.Log(.1f), MathF.Log(.6f), MathF.Log(.5f), MathF.Log(.4f)];
        double Objective(double w) => Enumerable.Range(0, 3).Sum(i => Math.Log((w * Math.Exp(logs[2 * i])) + ((1 - w) * Math.Exp(logs[(2 * i) + 1]))));
        var best = Enumerable.Range(0, 100_001).Select(i => i / 100_000.0).MaxBy(Objective);
        Stacking.Weights(logs, 2, tolerance: 1e-10, iterations: 100_000)[0].ShouldBe(best, 1e-4);
    }

    [Fact]
    public void Stacking_leaves_out_what_is_always_worse_and_counts_weighted_rows()
    {
        float[] logs = [-1, -2, -1.5f, -1, -2, -3];
        Stacking.Weights(logs, 2, [1, 0, 1])[0].ShouldBe(1, 1e-3);
        Stacking.Weights(logs, 2, [0, 1, 0])[1].ShouldBe(1, 1e-3);
        Stacking.Weights([float.NegativeInfinity, -1, float.NegativeInfinity, -700], 2)[1].ShouldBe(1, 1e-9);
        Should.Throw<ArgumentException>(() => Stacking.Weights([1, 2, 3], 2));
    }
}
