using Entente.World.Sources;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Votes;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Votes;

public sealed class DigitalLibrarySourceTests : IDisposable
{
    private const string Header = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string rows) => DigitalLibrarySource.Read(_folder.Write("2026_02_06_ga_voting.csv", "\uFEFF" + Header + rows), TestStates.Few);

    private static string Row(string code, string vote, string record = "9", string date = "2025-02-24", string session = "11emsp", string resolution = "A/RES/ES-11/7", string totals = "1.0,1.0,1.0") =>
        $"{record},{code},Name of {code},{vote},{date},{session},{resolution},A/ES-11/L.10,,A/ES-11/PV.23,\"Peace:\nresolution\",,,,{totals},2.0,5.0,https://example.org/{record}\n";

    [Fact]
    public void Members_that_did_not_vote_have_no_row_and_the_recount_is_compared()
    {
        var result = Read(Row("USA", "N") + Row("FRA", "Y") + Row("CHN", "A") + Row("KOR", "X") + Row("GBR", ""));
        result.Lines(StoreSchema.RollCalls).ShouldBe(["1 U9 2025-02-24 ES-11 A/RES/ES-11/7 Peace:\nresolution exact 1 1 1 - - - - - - - - - 9 -"]);
        result.Lines(StoreSchema.Votes).ShouldBe(["1 2 3", "1 220 1", "1 710 2"]);
        result.Notes.ShouldBeEmpty();

        var off = Read(Row("USA", "N") + Row("FRA", "Y"));
        off.Notes.ShouldHaveSingleItem().Value.ShouldBe("U9: 1-1-0 held, 1-1-1 published");
    }

    [Fact]
    public void Members_that_are_gone_and_the_seat_of_china_go_to_whom_they_were()
    {
        var result = Read(Row("SUN", "N", date: "1970-11-20", session: "25", resolution: "A/RES/2642(XXV)") + Row("CHN", "N", date: "1970-11-20") + Row("FRA", "Y", date: "1970-11-20") + Row("GBR", "A", date: "1970-11-20"));
        result.Lines(StoreSchema.Votes).ShouldBe(["1 365 3", "1 713 3", "1 220 1", "1 200 2"]);
        result.Lines(StoreSchema.RollCalls).Single().ShouldContain(" 25 A/RES/2642(XXV) ");
    }

    [Fact]
    public void An_unknown_member_is_passed_over_and_noted_at_its_true_line()
    {
        var result = Read(Row("USA", "N") + Row("QQQ", "Y"));
        result.LinesNoted(StateLookup.UnknownCode).ShouldBe([4]);
    }

    [Fact]
    public void A_bad_vote_a_second_date_and_a_contradiction_are_refused()
    {
        var bad = Should.Throw<ImportException>(() => Read(Row("USA", "N") + Row("FRA", "yes")));
        (bad.Line, bad.Column, bad.Field).ShouldBe((4, 4, "ms_vote"));
        Should.Throw<ImportException>(() => Read(Row("USA", "N") + Row("FRA", "Y", date: "2025-02-25"))).Column.ShouldBe(5);
        var twice = Should.Throw<ImportException>(() => Read(Row("USA", "N") + Row("USA", "Y")));
        (twice.Line, twice.Column).ShouldBe((4, 4));
        twice.Message.ShouldContain("line 2");
    }

    [Theory]
    [InlineData("79", "A/RES/79/1", "79")]
    [InlineData("79.0", "A/RES/79/1", "79")]
    [InlineData("11emsp", "A/RES/ES-11/7", "ES-11")]
    [InlineData("10emsp", "", "ES-10")]
    [InlineData("ES-7", "", "ES-7")]
    [InlineData("30sp", "A/RES/S-30/1", "S-30")]
    [InlineData("", "", "")]
    public void Sessions_are_written_as_in_the_store(string session, string symbol, string expected) => DigitalLibrarySource.Session(session, symbol).ShouldBe(expected);
}
