using Entente.Models.Votes.Ballots;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Tests.Votes.Ballots;

/// <summary>Finding roll calls and telling who voted how, on the shipped votes.</summary>
public sealed class RollCallTests(Snapshot snapshot)
{
    private RollCallVotes Votes => snapshot.World.Votes;

    private RollCallResult Result(string symbol, VoteExpectation? expectation = null) => RollCallResult.Compute(snapshot.World, RollCallFinder.Find(Votes, symbol), expectation);

    [Theory]
    [InlineData("A/RES/ES-11/7", "A/RES/ES-11/7")]
    [InlineData("es-11/7", "A/RES/ES-11/7")]
    [InlineData(" a/res/ es-11/7", "A/RES/ES-11/7")]
    [InlineData("U4076672", "A/RES/ES-11/7")]
    [InlineData("A/RES/70/5", "R/70/5")]
    [InlineData("80/84b", "A/RES/80/84 B")]
    public void A_symbol_is_found_in_any_spelling(string text, string symbol) => Votes.RollCalls[RollCallFinder.Find(Votes, text)].Symbol.ShouldBe(symbol);

    [Fact]
    public void The_text_on_Ukraine_of_February_2025_is_reproduced()
    {
        var result = Result("A/RES/ES-11/7");
        result.Count.ShouldBe(new VoteCount(93, 65, 18, 15));
        result.PublishedDiffers.ShouldBeFalse();
        result.Ballots.Where(ballot => ballot.Vote == RollCallVotes.No).Select(ballot => ballot.State.Iso3).Order(StringComparer.Ordinal)
            .ShouldBe(["BDI", "BFA", "BLR", "CAF", "ERI", "GNQ", "HTI", "HUN", "ISR", "MHL", "MLI", "NER", "NIC", "PLW", "PRK", "RUS", "SDN", "USA"]);
        var union = result.Blocs.Single(bloc => bloc.Bloc.Key == "EU").Count;
        union.ShouldBe(new VoteCount(26, 0, 1, 0));
        result.Blocs.Single(bloc => bloc.Bloc.Key == "NATO").Count.ShouldBe(new VoteCount(29, 1, 2, 0));
    }

    [Fact]
    public void Every_recount_of_the_shipped_votes_agrees_with_its_published_count()
    {
        var differing = 0;
        for (var i = 0; i < Votes.RollCalls.Length; i += 97) differing += RollCallResult.Compute(snapshot.World, i).PublishedDiffers ? 1 : 0;
        differing.ShouldBe(0);
        var changed = Result("A/RES/ES-11/7");
        (changed with { RollCall = changed.RollCall with { Published = new PublishedCount(94, 18, 65) } }).PublishedDiffers.ShouldBeTrue();
        (changed with { RollCall = changed.RollCall with { Published = default } }).PublishedDiffers.ShouldBeFalse();
    }

    [Fact]
    public void Who_joined_later_in_the_year_is_not_absent()
    {
        // 7 April 1949: Israel joined in May and voted later that year.
        var codes = Result("V3066").Ballots.Select(ballot => ballot.State.Iso3).ToList();
        codes.ShouldNotContain("ISR");
        codes.ShouldContain("FRA");
        codes.Count.ShouldBe(56);
    }

    [Fact]
    public void A_symbol_of_two_roll_calls_needs_a_number()
    {
        var refusal = Should.Throw<InvalidInputException>(() => RollCallFinder.Find(Votes, "R/3/163")).Message;
        refusal.ShouldContain("2 roll calls");
        refusal.ShouldContain("SOVIET WIVES");
        Votes.RollCalls[RollCallFinder.Find(Votes, "R/3/163", 2)].VoteId.ShouldBe("V3067");
        Should.Throw<InvalidInputException>(() => RollCallFinder.Find(Votes, "R/3/163", 3)).Message.ShouldContain("none of them");
    }

    [Theory]
    [InlineData("80/84", "A/RES/80/84 A")]
    [InlineData("A/RES/79/999", "A/RES/79/334")]
    [InlineData("nonsense", "--find")]
    [InlineData("", "--find")]
    public void An_unknown_symbol_is_answered_with_what_is_near(string text, string near) => Should.Throw<InvalidInputException>(() => RollCallFinder.Find(Votes, text)).Message.ShouldContain(near);

    [Fact]
    public void Words_of_a_title_find_the_newest_first()
    {
        var found = RollCallFinder.Search(Votes, "syrian GOLAN, occup");
        found.ShouldBe(found.OrderDescending());
        Votes.RollCalls[found[0]].Date.Year.ShouldBe(2025);
        Should.Throw<NoAnswerException>(() => RollCallFinder.Search(Votes, "zzyzx")).Message.ShouldContain("no title");
        Should.Throw<InvalidInputException>(() => RollCallFinder.Search(Votes, " - "));
    }

    [Fact]
    public void The_most_surprising_votes_are_those_a_model_holds_least_likely()
    {
        var (hungary, france) = (snapshot.World.States.Resolve("HUN").Id, snapshot.World.States.Resolve("FRA").Id);
        var absent = snapshot.World.States.Resolve("AZE").Id;
        var result = Result("A/RES/ES-11/7", new VoteExpectation("test", [new ExpectedVote(france, .9, .08, .02), new ExpectedVote(hungary, .9, .09, .01), new ExpectedVote(absent, .2, .3, .5)]));
        result.Surprises.Select(vote => vote.Ballot.State.Id).ShouldBe([hungary, france]);
        result.Surprises[0].Surprise.ShouldBe(-Math.Log(.01), 1e-12);
        result.Surprises[1].Probability.ShouldBe(.9);
    }

    [Theory]
    [InlineData("The occupied Syrian Golan : resolution / adopted by the Gene", "the occupied syrian golan")]
    [InlineData("The occupied Syrian Golan", "the occupied syrian golan")]
    [InlineData("United Nations Decade of Action on Nutrition (2016-2025)", "united nations decade of action on nutrition")]
    [InlineData("DISARMAMENT--GENERAL AND COMPLETE", "disarmament general and complete")]
    [InlineData("Côte d'Ivoire", "cote divoire")]
    [InlineData(null, "")]
    public void Titles_of_one_text_fold_to_one_key(string? title, string key) => TitleFolding.Key(title).ShouldBe(key);
}
