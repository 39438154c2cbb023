using Entente.World.Sources;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Votes;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Votes;

public sealed class GeneralAssemblySourceTests : IDisposable
{
    private const string RollCallHeader = "vote_id,date,session,symbol,title,yes,no,abstain,middle_east,nuclear,disarmament,human_rights,colonialism,economic,undl_record,rcid,important,amendment,paragraph,title_quality\n";
    private const string TwoRollCalls = RollCallHeader
        + "U9,2025-02-24,ES-11,A/RES/ES-11/7,\"Peace, \"\"just\"\"\nand lasting\",1,1,1,,,,,,,9,,,,,exact\n"
        + "V1,1946-01-01,1,R/1/66,,1,0,0,0,1,0,0,0,0,,3,0,1,0,none\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string rollCalls, string votes)
    {
        _folder.Write("unga_rollcalls.csv", rollCalls);
        _folder.WriteGzip("unga_votes.csv.gz", votes);
        return GeneralAssemblySource.Read(_folder.Path, TestStates.Few);
    }

    [Fact]
    public void Roll_calls_are_numbered_by_date_and_votes_follow()
    {
        var result = Read(TwoRollCalls, "vote_id,ccode,vote\r\nU9,2,3\r\nU9,365,3\r\nU9,710,2\r\nV1,2,1\r\n");
        result.Source.ShouldBe("unga-votes");
        result.Lines(StoreSchema.RollCalls).ShouldBe([
            "1 V1 1946-01-01 1 R/1/66 - none 1 0 0 False True False False False False False True False - 3",
            "2 U9 2025-02-24 ES-11 A/RES/ES-11/7 Peace, \"just\"\nand lasting exact 1 1 1 - - - - - - - - - 9 -",
        ]);
        result.Lines(StoreSchema.Votes).ShouldBe(["2 2 3", "2 365 3", "2 710 2", "1 2 1"]);
        result.Notes.ShouldHaveSingleItem().ShouldBe(new ImportNote("unga_rollcalls.csv", 2, VoteTables.RecountDiffers, "U9: 0-2-1 held, 1-1-1 published"));
    }

    [Theory]
    [InlineData("V1,2,8\n", 2, 3, "vote", "8 is not a vote")]
    [InlineData("V1,2,1\nV1,20,\n", 3, 3, "vote", "is missing")]
    [InlineData("V1,2,1\nV7,20,1\n", 3, 1, "vote_id", "no roll call 'V7'")]
    [InlineData("V1,999,1\n", 2, 2, "ccode", "999 is not the number of a state")]
    [InlineData("V1,USA,1\n", 2, 2, "ccode", "'USA' is not a number")]
    [InlineData("V1,2,1\nV1,20,1\nV1,2,3\n", 4, 3, "vote", "the vote of state 2 on V1 is '3' here but '1' in line 2")]
    public void A_bad_vote_is_refused_with_line_and_column(string rows, int line, int column, string field, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(TwoRollCalls, "vote_id,ccode,vote\n" + rows));
        (error.File, error.Line, error.Column, error.Field).ShouldBe(("unga_votes.csv.gz", line, column, field));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_same_vote_twice_counts_once_and_a_vote_before_statehood_is_kept_and_noted()
    {
        var result = Read(TwoRollCalls, "vote_id,ccode,vote\nV1,2,1\nV1,2,1\nV1,370,1\nU9,370,3\n");
        result.Lines(StoreSchema.Votes).ShouldBe(["1 2 1", "1 370 1", "2 370 3"]);
        result.LinesNoted("identical duplicate row dropped").ShouldBe([3]);
        result.LinesNoted(StateLookup.NotAMember).ShouldBe([4]);
    }

    [Fact]
    public void Roll_calls_with_a_bad_day_a_missing_column_or_a_contradiction_are_refused()
    {
        var bad = Should.Throw<ImportException>(() => Read(RollCallHeader + "V1,01/01/1946,1,R,,,,,,,,,,,,,,,,\n", ""));
        (bad.Line, bad.Column).ShouldBe((2, 2));
        Should.Throw<InvalidInputException>(() => Read("vote_id,day,session,symbol\n", "vote_id,ccode,vote\n")).Message.ShouldContain("unga_rollcalls.csv lacks the column date");
        var twice = Should.Throw<ImportException>(() => Read("vote_id,date,session,symbol\nV1,1946-01-01,1,R\nV1,1946-01-02,1,R\n", "vote_id,ccode,vote\n"));
        (twice.Line, twice.Column).ShouldBe((3, 1));
    }

    [Fact]
    public void A_roll_call_without_votes_and_an_rcid_for_two_are_noted()
    {
        var result = Read("vote_id,date,session,symbol,rcid\nV1,1946-01-01,1,R,7\nV2,1946-01-01,1,R,7\n", "vote_id,ccode,vote\nV1,2,1\n");
        result.LinesNoted(VoteTables.NoVotes).ShouldBe([3]);
        result.LinesNoted("rcid that stands for more than one roll call").ShouldBe([3]);
    }

    [Fact]
    public void Bridging_pairs_and_council_votes()
    {
        BridgingPairsSource.Read(_folder.Write("b.csv", "v1,rcid1,rcid2\n1,3,9\n2,3,9\n")).Lines(StoreSchema.Bridges).ShouldBe(["3 9"]);
        Should.Throw<ImportException>(() => BridgingPairsSource.Read(_folder.Write("b.csv", "v1,rcid1,rcid2\n1,3,3\n"))).Column.ShouldBe(3);

        const string Header = "undl_id,resolution,date,iso3,vote\n";
        var council = SecurityCouncilSource.Read(_folder.Write("c.csv", Header + "1,S/RES/1,2025-01-15,USA,Y\n1,S/RES/1,2025-01-15,RUS,X\n1,S/RES/1,2025-01-15,CHN,A\n1,S/RES/1,2025-01-15,QQQ,Y\n"), TestStates.Few);
        council.Lines(StoreSchema.CouncilVotes).ShouldBe(["S/RES/1 2 2025-01-15 1", "S/RES/1 365 2025-01-15 -", "S/RES/1 710 2025-01-15 2"]);
        council.LinesNoted(StateLookup.UnknownCode).ShouldBe([5]);
        var error = Should.Throw<ImportException>(() => SecurityCouncilSource.Read(_folder.Write("c.csv", Header + "1,S/RES/1,2025-01-15,USA,yes\n"), TestStates.Few));
        (error.Line, error.Column).ShouldBe((2, 5));
    }
}
