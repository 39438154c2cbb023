using CsCheck;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>Which correlations are possible together.</summary>
public sealed class CorrelationLimitsTests
{
    [Fact]
    public void Alone_a_pair_may_have_any_correlation()
    {
        var (low, high) = CorrelationLimits.Of("a", "b", [])!.Value;
        low.ShouldBe(-1, 1e-5);
        high.ShouldBe(1, 1e-5);
        CorrelationLimits.Of("a", "b", [Pair("c", "d", .9)]).ShouldBe((low, high));
    }

    [Fact]
    public void With_a_third_the_limits_are_those_of_the_partial_correlation()
    {
        // r12 r13 ± √((1 − r12²)(1 − r13²)) on normal scores, by hand for ρ = .5 twice: r = 2 sin(π/12) = .517638, r² = .267949, so that the interval is .267949 ± .732051.
        var (low, high) = CorrelationLimits.Of("b", "c", [Pair("a", "b", .5), Pair("c", "a", .5)])!.Value;
        CorrelationLimits.NormalScores(low).ShouldBe(-.464102, 1e-5);
        CorrelationLimits.NormalScores(high).ShouldBe(1, 1e-5);
    }

    [Fact]
    public void Where_the_others_are_impossible_there_are_no_limits()
    {
        CorrelationLimits.Of("a", "b", [Pair("a", "c", .9), Pair("a", "d", .9)]).ShouldBeNull();
        CorrelationLimits.Of("a", "b", [Pair("c", "d", .9), Pair("c", "e", .9)]).ShouldBeNull();
    }

    [Fact]
    public void Inside_the_limits_the_matrix_is_positive_definite_and_outside_it_is_not() =>
        Gen.Select(Gen.Double[-.95, .95].Array[6], Gen.Double[.001, .05]).Sample((ranks, step) =>
        {
            // Five pairs of four assumptions in turn, each brought inside what those before leave; the sixth is tried on both sides of its limits.
            string[] names = ["a", "b", "c", "d"];
            (int I, int J)[] places = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)];
            var pairs = new List<AssumptionCorrelation>();
            for (var k = 0; k < 5; k++)
            {
                var (low, high) = CorrelationLimits.Of(names[places[k].I], names[places[k].J], pairs)!.Value;
                low.ShouldBeLessThan(0);
                high.ShouldBeGreaterThan(0);
                pairs.Add(Pair(names[places[k].I], names[places[k].J], low + ((high - low) * (.5 + (.4 * ranks[k])))));
            }

            var (least, most) = CorrelationLimits.Of("c", "d", pairs)!.Value;
            var inner = Math.Min(step, (most - least) / 4);
            Smallest(pairs, least + inner).ShouldBeGreaterThan(0);
            Smallest(pairs, most - inner).ShouldBeGreaterThan(0);
            if (least - step > -1) Smallest(pairs, least - step).ShouldBeLessThan(0);
            if (most + step < 1) Smallest(pairs, most + step).ShouldBeLessThan(0);
        }, iter: 200);

    /// <summary>The determinant of the four, whose sign is that of the last pivot where the three before are positive, as they are by construction.</summary>
    private static double Smallest(List<AssumptionCorrelation> pairs, double last)
    {
        var r = new double[4, 4];
        for (var i = 0; i < 4; i++) r[i, i] = 1;
        foreach (var pair in pairs.Append(Pair("c", "d", last)))
        {
            var (i, j) = (pair.First[0] - 'a', pair.Second[0] - 'a');
            r[i, j] = r[j, i] = CorrelationLimits.NormalScores(pair.Rank);
        }

        var determinant = 1.0;
        for (var k = 0; k < 4; k++)
        {
            determinant *= r[k, k];
            for (var i = k + 1; i < 4; i++)
            {
                var factor = r[i, k] / r[k, k];
                for (var j = k; j < 4; j++) r[i, j] -= factor * r[k, j];
            }
        }

        return determinant;
    }

    private static AssumptionCorrelation Pair(string first, string second, double rank) => new(first, second, rank, "judgement", null);
}
