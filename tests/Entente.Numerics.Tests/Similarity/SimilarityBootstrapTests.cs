using Entente.Numerics.Similarity;
using Entente.Numerics.Statistics;

namespace Entente.Tests.Similarity;

public class SimilarityBootstrapTests
{
    private static double[] Clusters(int count)
    {
        var stream = new Entente.Numerics.Random.CounterStream(3, 0, 0);
        var tables = new double[count * VoteMeasures.Cells];
        for (var k = 0; k < tables.Length; k++) tables[k] = stream.NextInt32(4);
        return tables;
    }

    private static MeasureInterval[] Intervals(double[] clusters, double[] held, int replicates = 999, ulong seed = 5)
    {
        var found = new MeasureInterval[VoteMeasures.Count];
        SimilarityBootstrap.Intervals(clusters, held, replicates, seed, .9, found);
        return found;
    }

    [Fact]
    public void It_gives_what_the_plain_bootstrap_gives_for_every_measure()
    {
        var clusters = Clusters(23);
        var found = Intervals(clusters, []);
        for (var m = 0; m < VoteMeasures.Count; m++)
        {
            var measure = m;
            var (low, high) = Bootstrap.Interval(23, weights =>
            {
                var table = new double[VoteMeasures.Cells];
                var values = new double[VoteMeasures.Count];
                for (var c = 0; c < weights.Length; c++)
                {
                    for (var cell = 0; cell < table.Length; cell++) table[cell] += weights[c] * clusters[(c * VoteMeasures.Cells) + cell];
                }

                VoteMeasures.Compute(table, values);
                return values[measure];
            }, 999, 5, .9);
            found[m].Low.ShouldBe(low, 1e-12);
            found[m].High.ShouldBe(high, 1e-12);
            found[m].Undefined.ShouldBe(0);
        }
    }

    [Fact]
    public void Resamples_in_which_a_measure_is_undefined_are_counted()
    {
        // One cluster in three has the only vote against: a good part of the resamples lacks it, and kappa is then undefined.
        double[] clusters = [4, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1];
        var found = Intervals(clusters, []);
        found[(int)SimilarityMeasure.KappaNominal].Undefined.ShouldBeInRange(200, 400); // (2/3)^3 of 999 is 296
        found[(int)SimilarityMeasure.Identical].Undefined.ShouldBe(0);
    }

    [Fact]
    public void Votes_that_are_held_fixed_pull_every_resample()
    {
        var clusters = Clusters(12);
        double[] held = [1e9, 0, 0, 0, 0, 0, 0, 0, 0];
        Intervals(clusters, held)[(int)SimilarityMeasure.Identical].Low.ShouldBeGreaterThan(.999);
    }

    [Fact]
    public void One_cluster_has_no_interval_and_wrong_sizes_are_refused()
    {
        double.IsNaN(Intervals(Clusters(1), [])[0].Low).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => Intervals(new double[10], []));
        Should.Throw<ArgumentOutOfRangeException>(() => Intervals(new double[18], new double[3]));
        Should.Throw<ArgumentOutOfRangeException>(() => Intervals(new double[18], [], 0));
    }
}
