using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class StateRecordsTests : IDisposable
{
    private const string NmcHeader = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Capabilities_come_from_the_publishers_archive_and_minus_nine_is_missing()
    {
        var path = _folder.WriteZip("NMC-70-abridged.zip", ("NMC-70-abridged.csv", NmcHeader + "USA,2,1816,3823,17,80,254,8659,101,0.0396974,2023\nCAN,20,1921,-9,-9,,1,8788,1,0.01,2023\n"));
        CowCapabilities.Recognises(path).ShouldBeTrue();
        CowCapabilities.Read(path, TinyWorld.States).Lines(StoreSchema.Capabilities).ShouldBe(["2 1816 3823 17 80 254 8659 101 0.0396974", "20 1921 - - - 1 8788 1 0.01"]);
    }

    [Theory]
    [InlineData("USA,2,1816,-5,17,80,254,8659,101,.04,1\n", 2, 4, "'-5' is negative")]
    [InlineData("USA,2,1816,3823,17,80,254,8659,101,4,1\n", 2, 10, "is not a share of world capabilities")]
    [InlineData("USA,2,1816,\"3,823\",17,80,254,8659,101,.04,1\n", 2, 4, "has separators between its digits")]
    [InlineData("USA,2,1816,1,1,1,1,1,1,.04,1\nUSA,2,1816,2,1,1,1,1,1,.04,1\n", 3, 10, "capabilities of 2 in 1816")]
    public void A_bad_capability_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => CowCapabilities.Read(_folder.Write("n.csv", NmcHeader + rows), TinyWorld.States));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Theory]
    [InlineData(710, .234)]
    [InlineData(2, .124)]
    [InlineData(750, .099)]
    [InlineData(365, .038)]
    public void Shares_of_world_capabilities_in_2022_are_the_published_ones(int state, double cinc)
    {
        var table = RealWorld.Import("security/cow_nmc.csv", CowCapabilities.Read).Tables[0];
        table.Rows.Count.ShouldBe(17_121);
        ((double)table.Only(state, 2022)[8]!).ShouldBe(cinc, .0005);
    }

    [Fact]
    public void Nuclear_status_is_folded_and_years_before_a_state_existed_are_left_out()
    {
        var result = NuclearStatusSpells.Read(_folder.Write("n.csv", "Entity,Year,nuclear_weapons_status\nRussia,1948,2\nRussia,1949,3\nRussia,1950,3\nGermany,1989,0\nGermany,1990,0\nAlgeria,1961,0\nAlgeria,1962,0\n"), TinyWorld.States);
        result.Lines(StoreSchema.NuclearStatus).ShouldBe(["255 1990 1990 0", "260 1989 1989 0", "365 1948 1948 2", "365 1949 1950 3", "615 1962 1962 0"]);
        result.LinesNoted("no state of this name in the year").ShouldBe([7]);
        Should.Throw<ImportException>(() => NuclearStatusSpells.Read(_folder.Write("n.csv", "Entity,Year,nuclear_weapons_status\nRussia,1948,4\n"), TinyWorld.States)).Message.ShouldContain("line 2, column 3 (nuclear_weapons_status): '4'");
    }

    [Fact]
    public void Nine_states_possess_nuclear_weapons_in_2022()
    {
        var rows = RealWorld.Import("security/nuclear_weapons_status.csv", NuclearStatusSpells.Read).Tables[0].Rows;
        rows.Where(row => Equals(row[3], 3) && Equals(row[2], 2022)).Select(row => (int)row[0]!).Order().ShouldBe([2, 200, 220, 365, 666, 710, 731, 750, 770]);
        rows.Single(row => Equals(row[0], 365) && Equals(row[3], 3))[1].ShouldBe(1949);
        rows.Where(row => Equals(row[0], 816)).Min(row => (int)row[1]!).ShouldBe(1954);
    }

    [Fact]
    public void Democracy_is_read_in_our_layout_and_the_publishers()
    {
        LiberalDemocracy.Read(_folder.Write("v.csv", "vdem_country_name,year,vdem_cowcode,cown,v2x_libdem\nRussia,2024,365,365,.056\nAustria,1910,,2,.2\nHong Kong,2024,,,.2\nChina,2024,710,710,\n"), TinyWorld.States)
            .Lines(StoreSchema.Indicators).ShouldBe(["liberal_democracy 2 1910 0.2", "liberal_democracy 365 2024 0.056"]);
        var publisher = _folder.WriteZip("V-Dem-CY-Core-v15_csv.zip", ("V-Dem-CY-Core-v15.csv", "country_name,country_text_id,year,COWcode,v2x_libdem\nRussia,RUS,2024,365,.056\n"));
        LiberalDemocracy.Read(publisher, TinyWorld.States).Lines(StoreSchema.Indicators).ShouldBe(["liberal_democracy 365 2024 0.056"]);
        Should.Throw<ImportException>(() => LiberalDemocracy.Read(_folder.Write("v.csv", "vdem_country_name,year,vdem_cowcode,cown,v2x_libdem\nRussia,2024,365,365,56\n"), TinyWorld.States)).Column.ShouldBe(5);
    }

    [Fact]
    public void Real_democracy_scores_have_one_value_a_state_and_year()
    {
        var result = RealWorld.Import("security/vdem_liberal_democracy.csv", LiberalDemocracy.Read);
        result.Tables[0].Only("liberal_democracy", 365, 2024)[3].ShouldBe(.056);
        result.Tables[0].Only("liberal_democracy", 260, 1980)[0].ShouldBe("liberal_democracy");
        result.Notes.Select(note => note.Value).Distinct().ShouldBe(["Hong Kong", "Palestine/British Mandate", "Palestine/Gaza", "Palestine/West Bank", "Somaliland"], ignoreOrder: true);
    }
}
