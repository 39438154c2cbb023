using Entente.Models.Alignment;
using Entente.Models.Votes.Drift;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Tests.Votes.Drift;

/// <summary>Movement on the shipped votes.</summary>
public sealed class VoteDriftTests(Snapshot snapshot)
{
    private DriftAnswer Compute(int since, int until, string[] states, params string[] toward) =>
        VoteDrift.Compute(snapshot.World, new DriftOptions { Since = since, Until = until, States = [.. states], Toward = toward.Length == 0 ? ["USA", "CHN", "RUS"] : [.. toward], Replicates = 200 });

    [Fact]
    public void The_parts_of_every_pair_sum_to_its_change_by_resolution_and_by_issue()
    {
        var answer = Compute(2023, 2025, []);
        var pairs = answer.Movers.SelectMany(mover => mover.Pairs).ToList();
        pairs.Count.ShouldBe(answer.Compared);
        foreach (var pair in pairs)
        {
            (pair.Behaviour + pair.Agenda).ShouldBe(pair.Change, 1e-12);
            pair.Resolutions.Sum(part => part.Total).ShouldBe(pair.Change, 1e-12);
            pair.Issues.Sum(part => part.Total).ShouldBe(pair.Change, 1e-12);
            pair.Issues.Sum(part => part.Behaviour).ShouldBe(pair.Behaviour, 1e-12);
            pair.Issues.Sum(part => part.BaseVotes).ShouldBe(pair.BaseVotes, 1e-9);
        }
    }

    [Theory]
    [InlineData("ARG", "USA")]
    [InlineData("HUN", "RUS")]
    public void The_two_ends_are_the_agreement_that_align_shows(string state, string toward)
    {
        var pair = Compute(2023, 2025, [state], toward).Movers.ShouldHaveSingleItem().Pairs.ShouldHaveSingleItem();
        var years = VoteAgreement.Compute(snapshot.World, state, toward, 2023, 2025, new AgreementOptions { Replicates = 0 }).Years;
        pair.Base.ShouldBe(years[0].Agreement, 1e-12);
        pair.Last.ShouldBe(years[2].Agreement, 1e-12);
        pair.LastVotes.ShouldBe(years[2].CommonVotes);
    }

    [Fact]
    public void Argentina_moved_most_toward_the_United_States_by_changing_its_votes()
    {
        var answer = Compute(2023, 2025, []);
        answer.Movers[0].Key.ShouldBe("ARG");
        var pair = answer.Movers[0].Largest!;
        answer.References[pair.Toward].Key.ShouldBe("USA");
        pair.IsClear.ShouldBeTrue();
        pair.Change.ShouldBe(.306, .001);
        pair.Behaviour.ShouldBe(.258, .001);
        pair.Own.ShouldBe(pair.Behaviour - answer.References[pair.Toward].MedianBehaviour, 1e-15);
        // Everyone else lost agreement with the United States, mostly to the agenda: it began to call votes on texts that had passed by consensus.
        answer.References[0].MedianChange.ShouldBeLessThan(-.25);
        answer.References[0].MedianAgenda.ShouldBeLessThan(2 * answer.References[0].MedianBehaviour);
    }

    [Fact]
    public void Half_of_the_states_lie_on_either_side_of_the_median()
    {
        var own = Compute(2023, 2025, [], "CHN").Movers.SelectMany(mover => mover.Pairs).Select(pair => pair.Own).ToList();
        own.Count(value => value > 1e-15).ShouldBeLessThanOrEqualTo(own.Count / 2);
        own.Count(value => value < -1e-15).ShouldBeLessThanOrEqualTo(own.Count / 2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_seed_others()
    {
        var first = Compute(2023, 2025, ["ARG"], "USA").Movers[0].Pairs[0];
        Compute(2023, 2025, ["ARG"], "USA").Movers[0].Pairs[0].OwnInterval.ShouldBe(first.OwnInterval);
        var other = VoteDrift.Compute(snapshot.World, new DriftOptions { Since = 2023, Until = 2025, States = ["ARG"], Toward = ["USA"], Replicates = 200, Seed = 2 }).Movers[0].Pairs[0];
        other.ChangeInterval.ShouldNotBe(first.ChangeInterval);
        other.Change.ShouldBe(first.Change);
        first.ChangeInterval!.Value.Low.ShouldBeLessThan(first.Change);
        first.ChangeInterval!.Value.High.ShouldBeGreaterThan(first.Change);
    }

    [Fact]
    public void The_hole_of_2024_widens_the_base_and_is_told()
    {
        var answer = Compute(2024, 2025, ["HUN"], "RUS");
        answer.Base.Label.ShouldBe("2023–2024");
        answer.Base.Widened.ShouldNotBeNull().ShouldContain("6 recorded votes (89 votes");
        answer.Provenance.Coverage.MissingNames.ShouldContain(hole => hole.StartsWith("2024"));
        Should.Throw<NoAnswerException>(() => Compute(2023, 2024, ["HUN"], "RUS")).Message.ShouldContain("2024 holds 6 recorded votes");
    }

    [Fact]
    public void Issues_of_2025_are_carried_over_where_the_resolution_is_known_and_else_declared_as_not_coded()
    {
        var answer = Compute(2023, 2025, ["HUN"], "USA");
        answer.Resolutions.ShouldAllBe(resolution => Math.Abs(resolution.IssueShares.Sum() - 1) < 1e-12);
        answer.Resolutions.Where(resolution => resolution.BaseSymbols.IsEmpty).ShouldContain(resolution => resolution.IssueOrigin == IssueOrigin.Carried);
        var golan = answer.Resolutions.Single(resolution => resolution.Title == "The Syrian Golan");
        golan.Recurs.ShouldBeTrue();
        golan.IssueShares[DriftIssues.Names.IndexOf("Middle East")].ShouldBe(1);
        var peace = answer.Resolutions.Single(resolution => resolution.LastSymbols.Contains("A/RES/ES-11/7"));
        peace.IssueOrigin.ShouldBe(IssueOrigin.NotCoded);
        answer.Provenance.Coverage.Statement.ShouldContain("carried over");
    }

    [Fact]
    public void One_issue_leaves_only_its_resolutions()
    {
        var answer = VoteDrift.Compute(snapshot.World, new DriftOptions { Since = 2023, Until = 2025, States = ["HUN"], Toward = ["EU"], Issue = VoteIssues.MiddleEast, Replicates = 0 });
        answer.Issue.ShouldBe("Middle East");
        answer.Movers[0].Pairs[0].Issues.ShouldHaveSingleItem().Issue.ShouldBe("Middle East");
        answer.Resolutions.ShouldContain(resolution => resolution.Title == "The Syrian Golan");
        answer.Movers[0].Pairs[0].ChangeInterval.ShouldBeNull();
        answer.Movers[0].Pairs[0].IsClear.ShouldBeFalse();
    }

    [Fact]
    public void A_name_is_followed_through_its_states() =>
        Compute(1985, 1995, ["Germany"], "RUS").Movers[0].Pairs[0].Base.ShouldBe(VoteAgreement.Compute(snapshot.World, "260", "365", 1985, 1985).Years[0].Agreement, 1e-12);

    [Theory]
    [InlineData(2025, 2023, "swap --since")]
    [InlineData(2025, 2025, "do not fit")]
    [InlineData(1900, 2025, "1946")]
    public void Years_that_do_not_fit_are_refused(int since, int until, string says) => Should.Throw<InvalidInputException>(() => Compute(since, until, [])).Message.ShouldContain(says);

    [Fact]
    public void A_state_without_votes_has_no_answer() => Should.Throw<NoAnswerException>(() => Compute(2023, 2025, ["Kosovo"])).Message.ShouldContain("missing, not zero");

    [Fact]
    public void An_unknown_issue_is_refused_with_what_is_near() => Should.Throw<InvalidInputException>(() => DriftIssues.Parse("nucler")).Message.ShouldContain("'nuclear'");
}
