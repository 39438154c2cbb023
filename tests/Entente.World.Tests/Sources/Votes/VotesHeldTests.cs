using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Votes;
using Entente.World.Tables;

namespace Entente.World.Tests.Sources.Votes;

/// <summary>The votes held, against the counts that the United Nations published.</summary>
public sealed class VotesHeldTests
{
    private static readonly Lazy<ImportResult> Assembly = new(() => GeneralAssemblySource.Read(Shared.Path("data/votes"), RealStates.All));

    private static ImportResult Read()
    {
        Shared.Path("data/votes/unga_votes.csv.gz");
        return Assembly.Value;
    }

    [Fact]
    public void Every_roll_call_and_vote_is_there()
    {
        var rollCalls = Read().Table(StoreSchema.RollCalls).Rows;
        rollCalls.Count.ShouldBe(6_324);
        Read().Table(StoreSchema.Votes).Rows.Count.ShouldBe(889_274);
        rollCalls.Select(row => (int)row[0]!).ShouldBe(Enumerable.Range(1, 6_324));
        rollCalls.Select(row => (DateOnly)row[2]!).ShouldBeInOrder();
        rollCalls[0][2].ShouldBe(new DateOnly(1946, 1, 1));
        rollCalls[^1][2].ShouldBe(new DateOnly(2025, 12, 18));
    }

    [Theory]
    [InlineData("A/RES/ES-11/7", 93, 18, 65)]
    [InlineData("A/RES/ES-11/1", 141, 5, 35)]
    public void Votes_add_up_to_what_was_published(string symbol, int yes, int no, int abstain)
    {
        var votes = VotesOn(symbol);
        (votes.Count(vote => vote.Vote == 1), votes.Count(vote => vote.Vote == 3), votes.Count(vote => vote.Vote == 2)).ShouldBe((yes, no, abstain));
    }

    [Fact]
    public void The_eighteen_that_voted_no_on_24_February_2025() =>
        VotesOn("A/RES/ES-11/7").Where(vote => vote.Vote == 3).Select(vote => RealStates.All[vote.State].Iso3).Order(StringComparer.Ordinal)
            .ShouldBe("BDI BFA BLR CAF ERI GNQ HTI HUN ISR MHL MLI NER NIC PLW PRK RUS SDN USA".Split(' '));

    [Fact]
    public void The_defects_known_are_noted_and_no_others()
    {
        var reasons = Read().Notes.GroupBy(note => note.Reason).ToDictionary(group => group.Key, group => group.Count());
        reasons.Keys.ShouldBeSubsetOf(["rcid that stands for more than one roll call", StateLookup.NotAMember]);
        reasons["rcid that stands for more than one roll call"].ShouldBe(11);
    }

    [Fact]
    public void Bridging_pairs_and_council_votes_are_there()
    {
        BridgingPairsSource.Read(Shared.Path("data/votes/unga_bridging_pairs.csv")).Table(StoreSchema.Bridges).Rows.Count.ShouldBe(955);
        var council = SecurityCouncilSource.Read(Shared.Path("data/votes/unsc_votes_2025.csv"), RealStates.All);
        council.Notes.ShouldBeEmpty();
        var votes = council.Table(StoreSchema.CouncilVotes).Rows.Select(row => (int?)row[3]).ToList();
        (votes.Count, votes.Count(vote => vote == 1), votes.Count(vote => vote == 2)).ShouldBe((659, 615, 44));
    }

    private static List<(int State, int Vote)> VotesOn(string symbol)
    {
        var number = (int)Read().Table(StoreSchema.RollCalls).Rows.Single(row => (string)row[4]! == symbol)[0]!;
        return [.. Read().Table(StoreSchema.Votes).Rows.Where(row => (int)row[0]! == number).Select(row => ((int)row[1]!, (int)row[2]!))];
    }
}
