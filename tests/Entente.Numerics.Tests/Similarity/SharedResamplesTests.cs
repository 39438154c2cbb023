using CsCheck;
using Entente.Numerics.Similarity;

namespace Entente.Numerics.Tests.Similarity;

public class SharedResamplesTests
{
    [Fact]
    public void The_interval_is_that_of_the_bootstrap_for_agreement()
    {
        Gen.Select(Gen.Double[0, 6].Select(Math.Floor).Array[VoteMeasures.Cells].Array[2, 30], Gen.Int[1, 300], Gen.ULong).Sample((clusters, replicates, seed) =>
        {
            double[] totals = [.. clusters.Select(cells => cells[0] + cells[4] + cells[8] + (.5 * (cells[1] + cells[3] + cells[5] + cells[7])))], weights = [.. clusters.Select(cells => cells.Sum())];
            var all = new MeasureInterval[VoteMeasures.Count];
            SimilarityBootstrap.Intervals([.. clusters.SelectMany(cells => cells)], [], replicates, seed, .9, all);
            new SharedResamples(clusters.Length, replicates, seed, .9).Interval(totals, weights).ShouldBe(all[(int)SimilarityMeasure.Agreement]);
        }, iter: 200);
    }

    [Fact]
    public void Replicates_without_items_are_counted_and_left_out()
    {
        var interval = new SharedResamples(2, 1000, 1, .9).Interval([3, 0], [4, 0]);
        (interval.Low, interval.High).ShouldBe((.75, .75));
        interval.Undefined.ShouldBeInRange(200, 300); // a quarter draws the empty cluster twice
    }

    [Fact]
    public void One_question_does_not_change_the_next()
    {
        var resamples = new SharedResamples(3, 100, 7, .9);
        var first = resamples.Interval([1, 2, 0], [2, 3, 4]);
        resamples.Interval([0, 0, 1], [0, 0, 1]);
        resamples.Interval([1, 2, 0], [2, 3, 4]).ShouldBe(first);
    }

    [Fact]
    public void Fewer_than_two_clusters_have_none_and_wrong_arguments_are_refused()
    {
        double.IsNaN(new SharedResamples(1, 10, 1, .9).Interval([1], [2]).Low).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => new SharedResamples(2, 0, 1, .9));
        Should.Throw<ArgumentOutOfRangeException>(() => new SharedResamples(2, 10, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new SharedResamples(2, 10, 1, .9).Interval([1], [2, 3]));
        Should.Throw<ArgumentOutOfRangeException>(() => new SharedResamples(2, 10, 1, .9).Interval([1, 2], [2]));
    }
}
