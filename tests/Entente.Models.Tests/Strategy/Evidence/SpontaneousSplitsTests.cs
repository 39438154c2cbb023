using Entente.Models.Panel;
using Entente.Models.Panel.Tables;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Game;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class SpontaneousSplitsTests(Snapshot snapshot)
{
    [Fact]
    public void Counts_are_those_of_the_panel_read_up_to_the_year_before()
    {
        const int Before = 1972;
        const int Horizon = 5;
        var panel = DyadYearPanel.Build(snapshot.World, 1946, Before - 1, ["vote_agreement", "common_votes"], TestContext.Current.CancellationToken);
        var (agreement, votes) = (panel.Column("vote_agreement").ToArray(), panel.Column("common_votes").ToArray());
        var held = new Dictionary<(int, int, int), double>();
        for (var row = 0; row < panel.Rows; row++)
        {
            if (!(votes[row] >= 30)) continue;
            held[(panel.Keys[1].Cells[row], panel.Keys[2].Cells[row], panel.Keys[0].Cells[row])] = agreement[row];
            held[(panel.Keys[2].Cells[row], panel.Keys[1].Cells[row], panel.Keys[0].Cells[row])] = agreement[row];
        }

        int[] states = [.. held.Keys.Select(key => key.Item1).Distinct()];
        var counts = new int[4];
        for (var year = 1946; year + Horizon < Before; year++)
        {
            int[] majors = [.. states.Where(state => MajorPowers.IsMajor(state, year))];
            foreach (var (p, d, t) in majors.SelectMany(p => majors.Where(d => d != p).SelectMany(d => states.Select(t => (p, d, t)))))
            {
                double Lean(int at) => held.GetValueOrDefault((t, p, at), double.NaN) - held.GetValueOrDefault((t, d, at), double.NaN);
                if (Lean(year) >= .1 && !double.IsNaN(Lean(year + Horizon))) counts[(int)GradeRule.Of(Lean(year), Lean(year + Horizon))]++;
            }
        }

        var splits = SpontaneousSplits.Measure(snapshot.World, Before, Horizon)!;

        // The panel has agreements in single precision: a lean that rounds to a threshold may fall on the other side.
        for (var grade = 0; grade < 4; grade++) Math.Abs(splits.Grades[grade].Count - counts[grade]).ShouldBeLessThanOrEqualTo(3);
        splits.Triples.ShouldBe(splits.Grades.Sum(grade => grade.Count));
        splits.LastOrigin.ShouldBeLessThan(Before - Horizon);
    }

    [Fact]
    public void Frequencies_add_up_and_lie_inside_their_intervals()
    {
        var splits = SpontaneousSplits.Measure(snapshot.World, 2025, 10)!;
        (splits.Frequencies.NoChange + splits.Frequencies.Moves).ShouldBe(1, 1e-12);
        foreach (var grade in splits.Grades) grade.Frequency.ShouldBeInRange(grade.Interval.Low, grade.Interval.High);
        splits.Frequencies.Split.ShouldBeInRange(splits.Split.Low, splits.Split.High);
        splits.Split.High.ShouldBeGreaterThan(splits.Split.Low);
    }

    [Fact]
    public void Where_no_outcome_can_be_held_there_is_no_answer()
    {
        SpontaneousSplits.Measure(snapshot.World, 1939, 5).ShouldBeNull();
        SpontaneousSplits.Measure(snapshot.World, 1950, 10).ShouldBeNull();
        Should.Throw<InvalidInputException>(() => SpontaneousSplits.Measure(snapshot.World, 2000, 0));
    }

    [Fact]
    public void Leans_divide_the_triples_and_a_wide_gap_is_closed_less_often()
    {
        var (all, narrow, wide) = (SpontaneousSplits.Measure(snapshot.World, 2025, 10)!, SpontaneousSplits.Measure(snapshot.World, 2025, 10, .1, .3)!, SpontaneousSplits.Measure(snapshot.World, 2025, 10, Math.BitIncrement(.3))!);
        (narrow.Triples + wide.Triples).ShouldBe(all.Triples);
        wide.Frequencies.Split.ShouldBeLessThan(narrow.Frequencies.Split);
        Should.Throw<InvalidInputException>(() => SpontaneousSplits.Measure(snapshot.World, 2025, 10, .05)).Message.ShouldContain("at least 0.1");
    }
}
