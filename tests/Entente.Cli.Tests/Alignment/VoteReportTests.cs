using System.Collections.Immutable;
using Entente.Cli.Reports.Alignment;
using Entente.Cli.Show;
using Entente.Models.Votes.Ballots;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Votes;

namespace Entente.Cli.Tests.Alignment;

public sealed class VoteReportTests
{
    private static readonly ImmutableArray<Ballot> Ballots =
    [
        new(new State { Id = 1, Name = "Freedonia [west]", Iso3 = "FRE", Kind = StateKind.Member }, RollCallVotes.No),
        new(new State { Id = 2, Name = "Sylvania", Iso3 = "SYL", Kind = StateKind.Member }, RollCallVotes.Absent),
    ];

    private static string Page(PublishedCount published, VoteExpectation? expectation, params SurprisingVote[] surprises)
    {
        using var output = new StringWriter();
        var call = new RollCall(1, "V1", new DateOnly(2025, 2, 24), "79", "A/RES/79/1", null, VoteIssues.None, null, null, true, null) { Published = published };
        var result = new RollCallResult(call, Ballots, VoteCount.Of(Ballots), [], "two states", expectation, [.. surprises], new Provenance(["unga-votes"], "votes", Coverage.Of("1 vote held")));
        VoteReport.Write(new Terminal(new Surface { Output = output, Error = TextWriter.Null }, colour: false), result, Samples.Catalog, names: true);
        return output.ToString();
    }

    [Fact]
    public void A_published_count_that_differs_is_told()
    {
        Page(new PublishedCount(0, 2, null), null).ShouldContain("published: 0 yes, missing abstain, 2 no");
        Page(new PublishedCount(0, 1, 0), null).ShouldContain("the published count agrees");
        Page(default, null).ShouldContain("no published count is held");
    }

    [Fact]
    public void A_missing_title_and_a_paragraph_vote_are_said_and_brackets_are_shown()
    {
        var page = Page(default, null);
        page.ShouldContain("title missing");
        page.ShouldContain("vote on a paragraph");
        page.ShouldContain("Freedonia [west]");
        page.ShouldNotContain("Most surprising");
    }

    [Fact]
    public void Surprising_votes_are_shown_where_a_model_was_asked()
    {
        var expected = new ExpectedVote(1, .9, .08, .02);
        var page = Page(default, new VoteExpectation("ideal points of 2025", [expected]), new SurprisingVote(Ballots[0], expected, .02, -Math.Log(.02)));
        page.ShouldContain("Most surprising votes  ideal points of 2025");
        page.Split('\n').ShouldContain(line => line.StartsWith("Freedonia [west]", StringComparison.Ordinal) && line.Contains("90", StringComparison.Ordinal));
        Page(default, new VoteExpectation("ideal points", [])).ShouldContain("the model knows no state that voted");
    }
}
