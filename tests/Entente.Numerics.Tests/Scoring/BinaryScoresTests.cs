using CsCheck;
using Entente.Numerics.Scoring;

namespace Entente.Numerics.Tests.Scoring;

public class BinaryScoresTests
{
    [Fact]
    public void The_published_example_comes_out()
    {
        double[] p = [.1, .4, .8, .9], y = [0, 0, 1, 1];
        BinaryScores.Brier(p, y).ShouldBe(.055, 1e-12);
        BinaryScores.Log(p, y).ShouldBe(.236173, 1e-6);
        BinaryScores.AreaUnderCurve(p, y).ShouldBe(1);
    }

    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order_ties_half() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1]).Array[2, 40].Sample(
        rows =>
        {
            double[] p = [.. rows.Select(row => row.Item1 / 5.0)], y = [.. rows.Select(row => (double)row.Item2)];
            var (right, pairs) = (0.0, 0);
            for (var i = 0; i < p.Length; i++)
            {
                for (var j = 0; j < p.Length; j++)
                {
                    if (y[i] != 1 || y[j] != 0) continue;
                    pairs++;
                    right += p[i] > p[j] ? 1 : p[i] == p[j] ? .5 : 0;
                }
            }

            var area = BinaryScores.AreaUnderCurve(p, y);
            if (pairs == 0) area.ShouldBe(double.NaN);
            else area.ShouldBe(right / pairs, 1e-12);
        });

    [Fact]
    public void Groups_of_calibration_hold_every_forecast_once()
    {
        double[] p = [.9, .1, .2, .8, .5], y = [1, 0, 1, 1, 0];
        var groups = BinaryScores.Calibration(p, y, 2);
        groups.Sum(group => group.Count).ShouldBe(5);
        groups[0].Forecast.ShouldBe(.15, 1e-12);
        groups[0].Observed.ShouldBe(.5);
        Should.Throw<ArgumentException>(() => BinaryScores.Brier([], []));
    }
}
