using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Game;
using Entente.Models.Wedges;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class ReferenceLineTests(Snapshot snapshot)
{
    private static readonly ImmutableArray<WedgeCase> Cases = WedgeLibrary.All();

    private static WedgeStrategy Strategy(int divider, int target, int partner, int start) =>
        new() { Key = "k", Title = "T", Summary = "S", Divider = divider, Target = target, Partner = partner, Start = start, HorizonYears = 10 };

    [Fact]
    public void Outcomes_and_goals_map_to_grades()
    {
        var any = Cases[0];
        ImmutableArray<WedgeCase> cases =
        [
            any with { Key = "a", Outcome = WedgeOutcome.Success, Goal = "realign" }, any with { Key = "b", Outcome = WedgeOutcome.Success, Goal = "detach" },
            any with { Key = "c", Outcome = WedgeOutcome.Success, Goal = "realign" }, any with { Key = "d", Outcome = WedgeOutcome.Partial }, any with { Key = "e", Outcome = WedgeOutcome.Failure },
        ];
        var grades = ReferenceLine.Frequencies(cases);
        grades.Split.ShouldBe(3.5 / 6.5, 1e-12);
        grades.Realigned.ShouldBe(3.5 / 6.5 * 2.5 / 4, 1e-12);
        grades.Neutralised.ShouldBe(1.5 / 6.5, 1e-12);
        grades.NoChange.ShouldBe(1.5 / 6.5, 1e-12);
    }

    [Fact]
    public void A_shift_reaches_the_probability_it_is_given_and_stays_a_distribution()
    {
        var grades = new GradeProbabilities(.5, .2, .2, .1);
        var shifted = ReferenceLine.Shifted(grades, .3);
        (shifted.Split + (shifted.Neutralised / 2)).ShouldBe(.3, 1e-12);
        (shifted.NoChange + shifted.Moves).ShouldBe(1, 1e-12);
        ReferenceLine.Shifted(grades, .99).NoChange.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Later_cases_and_the_strategy_itself_change_nothing()
    {
        var strategy = Strategy(2, 710, 365, 1971);
        var line = ReferenceLine.Build(snapshot.World, Cases, strategy);
        line.Notes.ShouldContain(note => note.Contains("opening to China"));
        line.Nearest.ShouldNotContain(near => near.Key == "us-china-1969");
        line.Nearest.ShouldAllBe(near => near.Year < 1971);
        var earlier = Cases.RemoveAll(one => one.EndYear > 1971 || one.Key == "us-china-1969");
        var without = ReferenceLine.Build(snapshot.World, earlier, strategy);
        without.Grades.ShouldBe(line.Grades);
        without.Cases.ShouldBe(line.Cases);
        without.Nearest.ShouldBe(line.Nearest);
    }

    [Fact]
    public void The_interval_holds_the_probability_and_the_grades_add_up()
    {
        var line = ReferenceLine.Build(snapshot.World, Cases, Strategy(2, 365, 710, 2025));
        (line.Grades.NoChange + line.Grades.Moves).ShouldBe(1, 1e-12);
        line.Grades.Split.ShouldBeInRange(line.Split.Low, line.Split.High);
        line.Nearest.Length.ShouldBe(3);
        Should.Throw<NoAnswerException>(() => ReferenceLine.Build(snapshot.World, Cases, Strategy(255, 365, 200, 1865))).Message.ShouldContain("are needed");
    }
}
