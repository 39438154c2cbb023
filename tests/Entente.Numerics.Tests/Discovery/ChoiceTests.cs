using Entente.Numerics.Discovery;

namespace Entente.Tests.Discovery;

public class ChoiceTests
{
    private static readonly PrimTrajectory Trajectory = Noisy();

    [Theory]
    [InlineData(.8)]
    [InlineData(.5)]
    [InlineData(0)]
    public void The_densest_box_of_a_coverage_has_no_denser_one_beside_it(double coverage)
    {
        var chosen = Trajectory.HighestDensity(coverage);
        chosen.Coverage.ShouldBeGreaterThanOrEqualTo(coverage);
        chosen.Density.ShouldBe(Trajectory.Boxes.Where(box => box.Coverage >= coverage).Max(box => box.Density));
        Should.Throw<ArgumentOutOfRangeException>(() => Trajectory.HighestDensity(1.1));
    }

    [Fact]
    public void Who_weighs_coverage_more_gets_more_of_it()
    {
        var (dense, even, broad) = (Trajectory.TradeOff(.3), Trajectory.TradeOff(), Trajectory.TradeOff(4));
        broad.Coverage.ShouldBeGreaterThan(dense.Coverage);
        even.Coverage.ShouldBeInRange(dense.Coverage, broad.Coverage);
        (2 * even.Coverage * even.Density / (even.Coverage + even.Density)).ShouldBe(Trajectory.Boxes.Max(box => 2 * box.Coverage * box.Density / (box.Coverage + box.Density)), 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => Trajectory.TradeOff(0));
    }

    [Fact]
    public void The_knee_is_where_the_corner_is_complete()
    {
        // Without noise density rises at full coverage up to the corner; what is peeled after it costs coverage.
        var (columns, outcomes) = MadeUpPoints.Corner(3, 4_000);
        double[] noisy = [.. outcomes.Select((y, point) => y == 1 ? .9 : point % 10 == 0 ? .3 : 0)];
        var knee = Prim.Find(columns, noisy).Knee();
        knee.Box.Restrictions[0].Lower.ShouldBe(.6, .03);
        knee.Box.Restrictions[1].Upper.ShouldBe(.3, .03);
    }

    [Fact]
    public void Dropping_leaves_only_what_is_no_chance_and_keeps_what_matters()
    {
        var start = Trajectory.HighestDensity(0);
        var kept = Trajectory.DropWeak(start.Box);
        kept.QuasiP.ShouldAllBe(p => p <= .05);
        kept.Box.Restrictions.Select(restriction => restriction.Input).ShouldContain(0);
        kept.Box.Restrictions.Length.ShouldBeLessThan(start.Box.Restrictions.Length);
        Trajectory.DropWeak(start.Box, 1).Box.Restrictions.Length.ShouldBe(start.Box.Restrictions.Length);
    }

    [Fact]
    public void Two_corners_are_covered_by_two_boxes()
    {
        double[][] columns = [MadeUpPoints.Uniform(8, 0, 4_000), MadeUpPoints.Uniform(8, 1, 4_000)];
        double[] outcomes = [.. Enumerable.Range(0, 4_000).Select(point => (columns[0][point], columns[1][point]) is ( > .7, > .7) or ( < .25, < .35) ? 1.0 : 0)];
        var table = DiscoveryTable.Of(columns, outcomes);
        var cover = Prim.Cover(table, 5, trajectory => trajectory.TradeOff());
        cover.Length.ShouldBeInRange(2, 5);
        cover[..2].ShouldAllBe(box => box.Chosen.Density > .85);
        cover.Take(2).Sum(box => box.Chosen.Coverage).ShouldBeGreaterThan(.85);
        // A point is counted in one box only.
        var inside = cover.Select(box => PrimTests.Inside(box.Chosen.Box, columns)).ToArray();
        var first = inside[0].ToHashSet();
        cover[1].Chosen.Points.ShouldBe(inside[1].Count(point => !first.Contains(point)));
        cover.Sum(box => box.Chosen.Points).ShouldBe(inside.SelectMany(points => points).Distinct().Count());
    }

    [Fact]
    public void Half_samples_agree_on_inputs_that_matter_and_not_on_others()
    {
        var table = NoisyTable();
        static AssessedBox choose(PrimTrajectory trajectory) => trajectory.DropWeak(trajectory.TradeOff().Box);
        var stability = PrimStability.Of(table, 70, choose, threads: 1);
        stability.Samples.ShouldBe(70);
        stability.Inputs[0].Restricted.ShouldBeGreaterThan(.95);
        stability.Inputs[0].Lower.Median.ShouldBe(.55, .06);
        stability.Inputs[0].Lower.Low.ShouldBeLessThan(stability.Inputs[0].Lower.High);
        stability.Inputs[3].Restricted.ShouldBeLessThan(.5);
        stability.Density.Mean.ShouldBeInRange(table.Density + .2, choose(Prim.Find(table)).Density + .05);
        var again = PrimStability.Of(table, 70, choose, threads: 2);
        again.Density.ShouldBe(stability.Density);
        again.Inputs.Select(input => (input.Restricted, input.Lower, input.Upper)).ShouldBe(stability.Inputs.Select(input => (input.Restricted, input.Lower, input.Upper)));
    }

    [Fact]
    public void Levels_are_counted_over_half_samples()
    {
        double[] level = MadeUpPoints.Stepped(MadeUpPoints.Uniform(6, 0, 600), 3), noise = MadeUpPoints.Uniform(6, 1, 600);
        var table = DiscoveryTable.Of([level], [.. level.Select((value, point) => noise[point] < (value == 1 ? .8 : .1) ? 1.0 : 0)], [true]);
        var input = PrimStability.Of(table, 30, trajectory => trajectory.TradeOff()).Inputs.ShouldHaveSingleItem();
        input.LevelsInside.ShouldBe([0.0, 1.0, 0.0]);
        input.Restricted.ShouldBe(1);
        input.Lower.Share.ShouldBe(0);
    }

    private static PrimTrajectory Noisy() => Prim.Find(NoisyTable());

    // .1 outside and .8 inside x0 > .55, x1 < .6; the other two inputs do nothing.
    private static DiscoveryTable NoisyTable()
    {
        const int points = 800;
        double[][] columns = [.. Enumerable.Range(0, 4).Select(input => MadeUpPoints.Uniform(7, (uint)input, points))];
        var noise = MadeUpPoints.Uniform(7, 10, points);
        return DiscoveryTable.Of(columns, [.. Enumerable.Range(0, points).Select(point => noise[point] < (columns[0][point] > .55 && columns[1][point] < .6 ? .8 : .1) ? 1.0 : 0)]);
    }
}
