using Entente.Numerics.Discovery;

namespace Entente.Tests.Discovery;

public class PrimTests
{
    [Fact]
    public void The_corner_of_a_square_is_found_to_within_a_peel()
    {
        var (columns, outcomes) = MadeUpPoints.Corner(1, 5_000);
        var last = Prim.Find(columns, outcomes, new PrimOptions { MinimalMass = .02 }).Boxes[^1];
        last.Density.ShouldBe(1);
        last.Coverage.ShouldBeGreaterThan(.95 * .95);
        last.Box.Restrictions.Length.ShouldBe(2);
        // A peel of 5 % of what is left near the end is at most .4 · .05 and .3 · .05 wide.
        last.Box.Restrictions[0].Lower.ShouldBeInRange(.598, .62);
        last.Box.Restrictions[0].Upper.ShouldBe(double.PositiveInfinity);
        last.Box.Restrictions[1].Upper.ShouldBeInRange(.285, .302);
        last.Box.Restrictions[1].Lower.ShouldBe(double.NegativeInfinity);
    }

    [Theory]
    [InlineData(PeelObjective.GainPerLostMass, true)]
    [InlineData(PeelObjective.GainPerLostMass, false)]
    [InlineData(PeelObjective.HighestMean, true)]
    [InlineData(PeelObjective.HighestMean, false)]
    [InlineData(PeelObjective.LowestPeeledMean, true)]
    [InlineData(PeelObjective.LowestPeeledMean, false)]
    public void Every_step_is_that_of_the_plain_method(PeelObjective objective, bool binary)
    {
        var pastes = 0;
        for (var seed = 0UL; seed < 12; seed++)
        {
            var (columns, categorical, hundredths) = MadeUpPoints.Mixed(seed, 150 + (int)(10 * seed), binary);
            var options = new PrimOptions { Objective = objective, MinimalMass = .06, PeelShare = seed % 2 == 0 ? .05 : .11, PasteShare = seed % 3 == 0 ? .02 : .07 };
            var plain = new PlainPrim(columns, categorical, hundredths, options).Run();
            var found = Prim.Find(DiscoveryTable.Of(columns, Outcomes(hundredths), categorical), options);
            found.Peels.ShouldBe(plain.Peels);
            found.Boxes.Length.ShouldBe(plain.Steps.Count);
            for (var step = 0; step < plain.Steps.Count; step++) Inside(found.Boxes[step].Box, columns).ShouldBe(plain.Steps[step], $"seed {seed}, step {step}");
            pastes += plain.Steps.Count - 1 - plain.Peels;
        }

        pastes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_figures_of_every_box_are_those_counted_by_its_bounds()
    {
        var (columns, categorical, hundredths) = MadeUpPoints.Mixed(5, 400, binary: true);
        var found = Prim.Find(DiscoveryTable.Of(columns, Outcomes(hundredths), categorical), new PrimOptions { MinimalMass = .03 });
        found.Boxes.Length.ShouldBeGreaterThan(found.Peels + 1);
        foreach (var box in found.Boxes)
        {
            var inside = Inside(box.Box, columns);
            var interest = inside.Sum(point => hundredths[point]) / 100.0;
            box.Points.ShouldBe(inside.Length);
            box.Interest.ShouldBe(interest, 1e-9);
            box.Density.ShouldBe(interest / inside.Length, 1e-12);
            box.Mass.ShouldBe(inside.Length / 400.0, 1e-12);
            box.Coverage.ShouldBe(interest / (hundredths.Sum() / 100.0), 1e-12);
            for (var k = 0; k < box.QuasiP.Length; k++)
            {
                var without = Inside(new InputBox(box.Box.Restrictions.RemoveAt(k)), columns);
                box.QuasiP[k].ShouldBe(Tail(inside.Length, (int)Math.Round(interest), without.Average(point => hundredths[point]) / 100), 1e-10);
            }

            var again = found.Assess(box.Box);
            again.Points.ShouldBe(box.Points);
            again.QuasiP.ShouldBe(box.QuasiP);
        }
    }

    [Fact]
    public void Only_the_order_of_values_and_the_table_matter()
    {
        // Continuous inputs, so that no two peels are equally good by their bounds.
        var (points, noise) = (500, MadeUpPoints.Uniform(3, 9, 500));
        double[][] columns = [.. Enumerable.Range(0, 4).Select(input => MadeUpPoints.Uniform(3, (uint)input, points))];
        double[] outcomes = [.. Enumerable.Range(0, points).Select(point => Math.Clamp(columns[1][point] * .8 + (columns[2][point] < .4 ? .3 : 0) + .2 * (noise[point] - .5), 0, 1))];
        var found = Prim.Find(columns, outcomes);

        var bent = Prim.Find([.. columns.Select(column => column.Select(x => Math.Exp(3 * x)).ToArray())], outcomes);
        Figures(bent).ShouldBe(Figures(found));

        var order = Enumerable.Range(0, points).OrderBy(point => noise[point]).ToArray();
        var shuffled = Prim.Find([.. columns.Select(column => order.Select(point => column[point]).ToArray())], [.. order.Select(point => outcomes[point])]);
        Figures(shuffled).ShouldBe(Figures(found));
        shuffled.Boxes[^1].Box.Restrictions.ShouldBe(found.Boxes[^1].Box.Restrictions, Same);

        var turned = Prim.Find([.. columns.Reverse()], outcomes);
        Figures(turned).ShouldBe(Figures(found));
        turned.Boxes[^1].Box.Restrictions.Select(restriction => 3 - restriction.Input).Reverse().ShouldBe(found.Boxes[^1].Box.Restrictions.Select(restriction => restriction.Input));
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        var columns = Enumerable.Range(0, 9).Select(input => MadeUpPoints.Uniform(4, (uint)input, 6_000)).ToArray();
        double[] outcomes = [.. Enumerable.Range(0, 6_000).Select(point => columns[2][point] * columns[5][point])];
        var one = Prim.Find(DiscoveryTable.Of(columns, outcomes, threads: 1));
        var three = Prim.Find(DiscoveryTable.Of(columns, outcomes, threads: 3));
        Figures(three).ShouldBe(Figures(one));
        three.Boxes.SelectMany(box => box.QuasiP).ShouldBe(one.Boxes.SelectMany(box => box.QuasiP));
    }

    [Fact]
    public void A_patient_objective_does_not_take_a_level_for_its_size()
    {
        // Giving up a level costs half of the points and raises the mean from .112 to .128; the lowest 5 % of the number hold no interest and raise it to .118 only, but far more for each point.
        double[] level = [.. Enumerable.Range(0, 1_000).Select(point => (double)(point % 2))], number = [.. Enumerable.Range(0, 1_000).Select(point => (double)point)];
        double[] outcomes = [.. Enumerable.Range(0, 1_000).Select(point => point < 200 ? 0 : point % 2 == 1 ? .16 : .12)];
        var table = DiscoveryTable.Of([number, level], outcomes, [false, true]);
        Prim.Find(table, new PrimOptions { Objective = PeelObjective.HighestMean }).Boxes[1].Box.Restrictions[0].Input.ShouldBe(1);
        Prim.Find(table, new PrimOptions { Objective = PeelObjective.GainPerLostMass }).Boxes[1].Box.Restrictions[0].Input.ShouldBe(0);
    }

    [Fact]
    public void Failed_points_are_left_out_and_counted()
    {
        var (columns, outcomes) = MadeUpPoints.Corner(2, 300);
        var before = Figures(Prim.Find([.. columns.Select(column => column[..250])], outcomes.AsSpan(0, 250)));
        for (var point = 250; point < 300; point++) outcomes[point] = double.NaN;
        var table = DiscoveryTable.Of(columns, outcomes);
        table.LeftOut.ShouldBe(50);
        table.Points.ShouldBe(250);
        Figures(Prim.Find(table)).ShouldBe(before);
    }

    [Fact]
    public void Bad_tables_and_options_are_refused_with_a_sentence()
    {
        double[][] columns = [[1, 2, 3]];
        Should.Throw<ArgumentException>(() => DiscoveryTable.Of([], [])).Message.ShouldContain("no input");
        Should.Throw<ArgumentException>(() => DiscoveryTable.Of(columns, [0, 1])).Message.ShouldContain("3 values");
        Should.Throw<ArgumentException>(() => DiscoveryTable.Of(columns, [0, 1, 2])).Message.ShouldContain("point 2 is not between 0 and 1");
        Should.Throw<ArgumentException>(() => DiscoveryTable.Of([[1, double.NaN, 3]], [0, 1, 1])).Message.ShouldContain("Input 0 of point 1");
        Should.Throw<ArgumentException>(() => DiscoveryTable.Of(columns, [double.NaN, double.NaN, double.NaN])).Message.ShouldContain("No point has an outcome");
        Should.Throw<ArgumentException>(() => DiscoveryTable.Of([[.. Enumerable.Range(0, 65).Select(k => (double)k)]], new double[65], [true])).Message.ShouldContain("65 levels");
        Should.Throw<ArgumentOutOfRangeException>(() => Prim.Find(columns, [0, 1, 1], new PrimOptions { PeelShare = 0 })).ParamName.ShouldBe("PeelShare");
        var table = DiscoveryTable.Of(columns, [0, 1, 1]);
        Should.Throw<ArgumentException>(() => table.Assess(new InputBox([new InputRestriction(1, 0, 1, [])]))).Message.ShouldContain("input 1");
    }

    [Fact]
    public void A_table_of_one_kind_of_outcome_has_nothing_to_peel()
    {
        Prim.Find([[1, 2, 3, 4]], [1, 1, 1, 1]).Boxes.Length.ShouldBe(1);
        var none = Prim.Find([[1, 2, 3, 4]], [0, 0, 0, 0]).Boxes.ShouldHaveSingleItem();
        none.Coverage.ShouldBe(double.NaN);
        Prim.Find([[7, 7, 7, 7]], [0, 1, 0, 1]).Boxes.Length.ShouldBe(1);
    }

    internal static double[] Outcomes(int[] hundredths) => [.. hundredths.Select(value => value / 100.0)];

    internal static int[] Inside(InputBox box, double[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Where(point => box.Contains([.. columns.Select(column => column[point])]))];

    private static (int, double, double)[] Figures(PrimTrajectory trajectory) => [.. trajectory.Boxes.Select(box => (box.Points, box.Density, box.Coverage))];

    private static readonly IEqualityComparer<InputRestriction> Same =
        EqualityComparer<InputRestriction>.Create((one, other) => (one!.Input, one.Lower, one.Upper) == (other!.Input, other.Lower, other.Upper), one => one.Input);

    // The binomial tail term by term.
    private static double Tail(int trials, int successes, double chance)
    {
        if (successes == 0) return 1;
        if (chance >= 1) return 1;
        double sum = 0, term = Math.Pow(1 - chance, trials);
        for (var k = 0; k <= trials; k++)
        {
            if (k >= successes) sum += term;
            term *= (trials - k) * chance / ((k + 1) * (1 - chance));
        }

        return sum;
    }
}
