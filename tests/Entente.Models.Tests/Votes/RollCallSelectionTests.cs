using System.Collections.Immutable;
using Entente.Models.Votes;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Tests.Votes;

public class RollCallSelectionTests(Snapshot snapshot)
{
    private static readonly RollCallVotes Four = Votes(
        Call(0, VoteIssues.Coded | VoteIssues.Nuclear, important: true, amendment: false),
        Call(1, VoteIssues.Coded | VoteIssues.Economic, important: false, amendment: true),
        Call(2, VoteIssues.None, important: null, amendment: null),
        Call(3, VoteIssues.Coded | VoteIssues.Nuclear | VoteIssues.Disarmament, important: null, amendment: false));

    [Fact]
    public void Everything_keeps_everything() => RollCallSelection.Everything.Apply(Four).Kept.ShouldBe(4);

    [Fact]
    public void An_issue_that_is_not_coded_is_left_out_and_counted_apart_from_another_issue()
    {
        var selected = new RollCallSelection { Issues = VoteIssues.Nuclear }.Apply(Four);
        selected.Periods.ShouldHaveSingleItem().RollCalls.ShouldBe([0, 3]);
        selected.Exclusions.ShouldBe([new RollCallExclusion("issue not coded", 1), new RollCallExclusion("other issue", 1)]);
    }

    [Fact]
    public void Importance_that_is_not_coded_is_left_out_and_counted()
    {
        var selected = new RollCallSelection { OnlyImportant = true }.Apply(Four);
        selected.Kept.ShouldBe(1);
        selected.Exclusions.ShouldBe([new RollCallExclusion("importance not coded", 2), new RollCallExclusion("not listed as important", 1)]);
    }

    [Fact]
    public void An_amendment_is_left_out_and_what_is_not_coded_is_kept_and_counted()
    {
        var selected = new RollCallSelection { WithoutAmendments = true }.Apply(Four);
        selected.Kept.ShouldBe(3);
        selected.KeptUncoded.ShouldBe(1);
        selected.Exclusions.ShouldHaveSingleItem().ShouldBe(new RollCallExclusion("amendment or paragraph", 1));
        selected.Describe().ShouldNotBeNull().ShouldContain("kept although not coded");
    }

    [Fact]
    public void Unanimous_is_as_cast_by_those_who_voted()
    {
        // The members 2 and 365 vote: both yes; yes and absent; yes and no; nobody.
        var votes = new RollCallVotes(Four.RollCalls, [2, 365], [1, 1, 1, 0, 1, 0, 3, 0]);
        new RollCallSelection { WithoutUnanimous = true }.Apply(votes).Periods.ShouldHaveSingleItem().RollCalls.ShouldBe([2]);
    }

    [Fact]
    public void What_is_kept_and_what_is_left_out_add_up_in_every_year_held()
    {
        var votes = snapshot.World.Votes;
        var selection = new RollCallSelection { Issues = VoteIssues.HumanRights | VoteIssues.MiddleEast, OnlyImportant = true, WithoutUnanimous = true, WithoutAmendments = true };
        var selected = selection.Apply(votes);
        (selected.Kept + selected.Excluded).ShouldBe(votes.RollCalls.Length);
        selected.Periods.Sum(period => period.Held).ShouldBe(votes.RollCalls.Length);
        selected.Kept.ShouldBeGreaterThan(50);
        (new RollCallSelection { By = VotePeriodKind.Session }.Apply(votes).Periods.Any(period => period.Label == "ES-11")).ShouldBeTrue();
    }

    [Fact]
    public void A_span_of_years_ends_with_its_last() =>
        new RollCallSelection { Since = 1980, Until = 1982 }.Apply(snapshot.World.Votes).Periods.Select(period => period.Year).ShouldBe([1980, 1981, 1982]);

    [Theory]
    [InlineData("middle-east", VoteIssues.MiddleEast)]
    [InlineData("Human Rights", VoteIssues.HumanRights)]
    [InlineData("human_rights", VoteIssues.HumanRights)]
    public void An_issue_is_found_by_its_name(string name, VoteIssues issue) => VoteIssueNames.Parse(name).ShouldBe(issue);

    [Fact]
    public void An_unknown_issue_is_refused_with_the_names_and_a_near_miss()
    {
        Should.Throw<InvalidInputException>(() => VoteIssueNames.Parse("nuklear")).Message.ShouldContain("did you mean 'nuclear'");
        Should.Throw<InvalidInputException>(() => VoteIssueNames.Parse("whales")).Message.ShouldContain("middle-east, nuclear, disarmament, human-rights, colonialism, economic");
    }

    [Fact]
    public void Days_are_clusters_and_days_with_the_same_title_are_one()
    {
        ImmutableArray<RollCall> calls =
        [
            Call(0, VoteIssues.None, title: "A", day: 1), Call(1, VoteIssues.None, title: "B", day: 1), Call(2, VoteIssues.None, title: "C", day: 2),
            Call(3, VoteIssues.None, title: null, day: 3), Call(4, VoteIssues.None, title: "b", day: 4), Call(5, VoteIssues.None, title: null, day: 5),
        ];
        RollCallClusters.Of(calls, [0, 1, 2, 3, 4, 5], byDate: true, out var count).ShouldBe([0, 0, 1, 2, 0, 3]);
        count.ShouldBe(4);
        RollCallClusters.Of(calls, [1, 4], byDate: false, out count).ShouldBe([0, 1]);
    }

    private static RollCallVotes Votes(params RollCall[] calls) => new([.. calls], [2, 365], [.. Enumerable.Repeat((byte)1, calls.Length), .. Enumerable.Repeat((byte)3, calls.Length)]);

    private static RollCall Call(int number, VoteIssues issues, bool? important = null, bool? amendment = false, string? title = null, int day = 1) =>
        new(number, $"T{number}", new DateOnly(2000, 1, day), "55", string.Empty, title, issues, important, amendment, amendment, null);
}
