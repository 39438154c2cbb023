using CsCheck;
using Entente.Models.Trade;
using Entente.World.Trade;

namespace Entente.Models.Tests.Trade;

public class SanctionsEffectTests
{
    private const int Target = 1;
    private static readonly int[] Economies = [1, 2, 3, 4, 5, 6, 7];

    [Fact]
    public void In_a_gravity_world_the_shock_to_a_pair_is_recovered_exactly_whatever_grows_elsewhere()
    {
        Gen.Select(Gen.Double[.5, 2].Array[7], Gen.Double[.5, 2].Array[7], Gen.Double[-3, -.1]).Sample((outward, inward, shock) =>
        {
            var before = Matrix(2019, (i, j) => 100 + (10 * i) + j);
            var after = Matrix(2023, (i, j) => before.Value(Economies[i], Economies[j]) * outward[i] * inward[j] * (Economies[i] == Target && Economies[j] == 2 ? Math.Exp(shock) : 1));

            // With multiplicative growth and the others pooled, weights differ a little between years; equal growth of the others makes it exact.
            Array.Fill(outward, outward[4], 3, 4);
            Array.Fill(inward, inward[4], 3, 4);
            after = Matrix(2023, (i, j) => before.Value(Economies[i], Economies[j]) * outward[i] * inward[j] * (Economies[i] == Target && Economies[j] == 2 ? Math.Exp(shock) : 1));
            var effect = SanctionsEffect.Measure(before, after, Target, [2, 3]);
            return Math.Abs(effect[Target, 2] - shock) < 1e-9 && Math.Abs(effect[Target, 3]) < 1e-9 && Math.Abs(effect[2, Target]) < 1e-9;
        });
    }

    [Fact]
    public void A_pair_that_the_later_year_misses_takes_the_pooled_effect_and_is_counted()
    {
        var before = Matrix(2019, (_, _) => 100);
        var after = Matrix(2023, (i, j) => Economies[i] == Target && Economies[j] == 3 ? double.NaN : Economies[i] == Target && Economies[j] == 2 ? 25 : 100);
        var effect = SanctionsEffect.Measure(before, after, Target, [2, 3]);
        effect.Pooled.ShouldBe(1);
        effect[Target, 3].ShouldBe(effect.PooledExports);
        effect.PooledExports.ShouldBe(Math.Log(.25), 1e-12);
    }

    [Fact]
    public void Trade_that_grew_counts_as_no_effect_and_a_foreign_pair_has_none()
    {
        var before = Matrix(2019, (_, _) => 100);
        var after = Matrix(2023, (i, j) => Economies[i] == Target && Economies[j] == 2 ? 300 : 100);
        var effect = SanctionsEffect.Measure(before, after, Target, [2]);
        effect[Target, 2].ShouldBe(0);
        effect[5, 6].ShouldBe(0);
    }

    private static TradeMatrix Matrix(int year, Func<int, int, double> value)
    {
        var n = Economies.Length;
        var (values, last) = (new double[n * n], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                values[(i * n) + j] = i == j ? 0 : value(i, j);
                last[(i * n) + j] = double.IsNaN(values[(i * n) + j]) ? 100 : double.NaN;
            }
        }

        return new TradeMatrix(year, [.. Economies], values, last, 2020, ["baci"]);
    }
}
