using Entente.Numerics.Discovery;

namespace Entente.Tests.Discovery;

public class RegressionTreeTests
{
    [Fact]
    public void The_first_split_is_the_best_of_all()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (columns, categorical, hundredths) = MadeUpPoints.Mixed(seed, 60, binary: seed % 2 == 0);
            var outcomes = PrimTests.Outcomes(hundredths);
            var tree = RegressionTree.Grow(DiscoveryTable.Of(columns, outcomes, categorical), new TreeOptions { MinimalMass = .1, MostDepth = 1 });
            var best = 0.0;
            for (var input = 0; input < columns.Length; input++)
            {
                foreach (var left in Sides(columns[input], categorical[input]))
                {
                    var (inside, outside) = (outcomes.Where((_, point) => left(columns[input][point])).ToArray(), outcomes.Where((_, point) => !left(columns[input][point])).ToArray());
                    if (inside.Length >= 6 && outside.Length >= 6) best = Math.Max(best, Squares(outcomes) - Squares(inside) - Squares(outside));
                }
            }

            (tree.Gain * 60).ShouldBe(best, 1e-9);
        }
    }

    [Fact]
    public void Leaves_part_the_points_and_their_means_are_the_predictions()
    {
        var (columns, categorical, hundredths) = MadeUpPoints.Mixed(3, 500, binary: true);
        var outcomes = PrimTests.Outcomes(hundredths);
        var tree = RegressionTree.Grow(DiscoveryTable.Of(columns, outcomes, categorical));
        var inside = tree.Leaves.Select(leaf => PrimTests.Inside(leaf.Box, columns)).ToArray();
        inside.SelectMany(points => points).Order().ShouldBe(Enumerable.Range(0, 500));
        tree.Leaves.Length.ShouldBeGreaterThan(5);
        tree.Leaves.ShouldAllBe(leaf => leaf.Points >= 25);
        tree.Leaves.Sum(leaf => leaf.Coverage).ShouldBe(1, 1e-12);
        tree.Leaves.Select(leaf => leaf.Density).ShouldBeInOrder(SortDirection.Descending);
        for (var k = 0; k < inside.Length; k++)
        {
            tree.Leaves[k].Density.ShouldBe(inside[k].Average(point => outcomes[point]), 1e-12);
            foreach (var point in inside[k]) tree.Predict([.. columns.Select(column => column[point])]).ShouldBe(tree.Leaves[k].Density, 1e-12);
        }

        // What the splits gain is what the squares about the means lose.
        (tree.Gain * 500).ShouldBe(Squares(outcomes) - inside.Sum(points => Squares([.. points.Select(point => outcomes[point])])), 1e-8);
    }

    [Fact]
    public void Pruning_minimises_risk_and_leaves_and_follows_the_weakest_links()
    {
        var (columns, categorical, hundredths) = MadeUpPoints.Mixed(9, 500, binary: true);
        var tree = RegressionTree.Grow(DiscoveryTable.Of(columns, PrimTests.Outcomes(hundredths), categorical));
        var links = tree.Alphas;
        links.ShouldBeInOrder(SortDirection.Ascending);
        var sequence = links.Select(tree.Prune).Prepend(tree).ToArray();
        sequence.Select(subtree => subtree.Leaves.Length).ShouldBeInOrder(SortDirection.Descending);
        sequence.Select(subtree => subtree.Leaves.Length).ShouldBeUnique();
        sequence[^1].Leaves.Length.ShouldBe(1);
        for (var k = 1; k < links.Length; k++)
        {
            // Between two links nothing changes, and no other subtree of the sequence is cheaper.
            var alpha = .5 * (links[k - 1] + links[k]);
            var pruned = tree.Prune(alpha);
            pruned.Leaves.Length.ShouldBe(sequence[k].Leaves.Length);
            (alpha * pruned.Leaves.Length - pruned.Gain).ShouldBe(sequence.Min(subtree => alpha * subtree.Leaves.Length - subtree.Gain), 1e-12);
        }
    }

    [Fact]
    public void Cross_validation_finds_the_corner_and_prunes_noise()
    {
        var (columns, outcomes) = MadeUpPoints.Corner(4, 1_000);
        var noise = MadeUpPoints.Uniform(4, 7, 1_000);
        double[] noisy = [.. outcomes.Select((y, point) => noise[point] < .1 ? 1 - y : y)];
        double[][] wider = [.. columns, MadeUpPoints.Uniform(4, 8, 1_000)];
        var grown = RegressionTree.Grow(DiscoveryTable.Of(wider, noisy));
        var pruned = grown.PruneByFolds();
        pruned.Leaves.Length.ShouldBe(3);
        grown.Leaves.Length.ShouldBeGreaterThan(6);
        var densest = pruned.Leaves[0];
        densest.Box.Restrictions.Select(restriction => restriction.Input).ShouldBe([0, 1]);
        densest.Box.Restrictions[0].Lower.ShouldBe(.6, .02);
        densest.Box.Restrictions[1].Upper.ShouldBe(.3, .02);
        // The same box as the other method's, to within a peel.
        var prim = Prim.Find(wider, noisy).TradeOff();
        prim.Box.Restrictions[0].Lower.ShouldBe(densest.Box.Restrictions[0].Lower, .03);
        RegressionTree.Grow(DiscoveryTable.Of([noise], [.. MadeUpPoints.Uniform(4, 9, 1_000).Select(x => x < .5 ? 1.0 : 0)])).PruneByFolds().Leaves.Length.ShouldBe(1);
    }

    [Fact]
    public void A_constant_outcome_grows_no_split_and_wrong_numbers_are_refused()
    {
        var tree = RegressionTree.Grow(DiscoveryTable.Of([[1, 2, 3, 4]], [.3, .3, .3, .3]));
        tree.Leaves.ShouldHaveSingleItem().Density.ShouldBe(.3, 1e-11);
        tree.Alphas.ShouldBeEmpty();
        tree.PruneByFolds(2).Leaves.Length.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Prune(double.NaN)).ParamName.ShouldBe("alpha");
        Should.Throw<ArgumentOutOfRangeException>(() => tree.PruneByFolds(1)).ParamName.ShouldBe("folds");
        Should.Throw<ArgumentException>(() => tree.Predict([1, 2])).Message.ShouldContain("2 values");
    }

    private static double Squares(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    // Every threshold of a number and every set of levels.
    private static IEnumerable<Func<double, bool>> Sides(double[] column, bool categorical)
    {
        var levels = column.Distinct().Order().ToArray();
        if (!categorical) return levels.Select(level => (Func<double, bool>)(value => value <= level));
        return Enumerable.Range(1, (1 << levels.Length) - 2).Select(set => (Func<double, bool>)(value => (set >> Array.IndexOf(levels, value) & 1) != 0));
    }
}
