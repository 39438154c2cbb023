using Entente.World.Sources;
using Entente.World.Sources.Geography;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Geography;

public sealed class CowContiguityTests : IDisposable
{
    private const string Header = "ccode1,ccode2,conttype,stdate,enddate\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string text) => CowContiguity.Read(_folder.Write("c.csv", text), TinyWorld.States);

    [Fact]
    public void Both_directions_become_one_pair_and_the_end_of_the_version_is_open() =>
        Read(Header + "710,365,1,1860-10-01,2016-12-01\n365,710,1,1860-10-01,2016-12-01\n2,20,1,1920-01-01,1999-02-01\n").Lines(StoreSchema.Contiguity)
            .ShouldBe(["2 20 1920-01-01 1999-02-28 1", "365 710 1860-10-01 - 1"]);

    [Fact]
    public void Spells_without_contiguity_are_left_out_with_a_note()
    {
        var result = Read(Header + "2,365,0,1816-01-01,1958-12-01\n2,365,2,1959-01-01,2016-12-01\n");
        result.Lines(StoreSchema.Contiguity).ShouldBe(["2 365 1959-01-01 - 2"]);
        result.Noted("type 0").ShouldBe(1);
    }

    [Theory]
    [InlineData("365,710,1,1860-10-01,2016-12-01\n710,365,2,1860-10-01,2016-12-01\n", 3, 3, "is '(")]
    [InlineData("365,710,7,1860-10-01,2016-12-01\n", 2, 3, "'7' is not a type of contiguity")]
    [InlineData("365,710,1,1860-13-01,2016-12-01\n", 2, 4, "'1860-13-01' is not a month")]
    [InlineData("365,710,1,1960-10-01,1950-12-01\n", 2, 5, "ends (1950-12-01) before it starts")]
    [InlineData("365,365,1,1860-10-01,2016-12-01\n", 2, 2, "both states of the dyad are 365")]
    [InlineData("x,710,1,1860-10-01,2016-12-01\n", 2, 1, "'x' is not a number")]
    public void A_bad_cell_stops_the_import_and_is_named(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(Header + rows));
        (error.File, error.Line, error.Column).ShouldBe(("c.csv", line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_number_of_no_state_is_noted()
    {
        var result = Read(Header + "365,999,1,1860-10-01,2016-12-01\n");
        result.Tables[0].Rows.ShouldBeEmpty();
        result.Notes.ShouldHaveSingleItem().ShouldBe(new ImportNote("c.csv", 2, "COW number of no state", "999"));
    }

    [Fact]
    public void The_publishers_spells_are_read_from_its_archive()
    {
        var path = _folder.WriteZip(
            "DirectContiguity320.zip",
            ("DirectContiguity320/contdird.csv", "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n2020,2,USA,20,CAN,1920,1,3.2\n"),
            ("DirectContiguity320/contdir.csv", "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n2020,2,USA,20,CAN,1,192001,201612,,3.2\n"));
        CowContiguity.Recognises(path).ShouldBeTrue();
        CowContiguity.Read(path, TinyWorld.States).Lines(StoreSchema.Contiguity).ShouldBe(["2 20 1920-01-01 - 1"]);
    }

    [Fact]
    public void The_publishers_dyad_years_become_spells_of_whole_years() =>
        Read("dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n"
                + "2365,2,USA,365,RUS,1959,2,3.2\n365002,365,RUS,2,USA,1959,2,3.2\n2365,2,USA,365,RUS,1960,2,3.2\n2365,2,USA,365,RUS,1962,4,3.2\n").Lines(StoreSchema.Contiguity)
            .ShouldBe(["2 365 1959-01-01 1960-12-31 2", "2 365 1962-01-01 1962-12-31 4"]);

    [Fact]
    public void Months_of_the_publisher_are_checked() =>
        Should.Throw<ImportException>(() => Read("statelno,statehno,conttype,begin,end\n2,20,1,192013,201612\n")).Message.ShouldContain("line 2, column 4 (begin): '192013' is not a month; write it as yyyymm.");

    [Fact]
    public void Russia_and_China_are_contiguous_by_land_since_1860()
    {
        var table = RealWorld.Import("states/contiguity.csv", CowContiguity.Read).Tables[0];
        table.Rows.Count.ShouldBe((1874 - 180) / 2);
        table.Only(365, 710).ShouldBe([365, 710, new DateOnly(1860, 10, 1), null, 1]);
        table.Rows.ShouldAllBe(row => (int)row[0]! < (int)row[1]!);
    }
}
