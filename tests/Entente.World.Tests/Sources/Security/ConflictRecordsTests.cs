using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class ConflictRecordsTests : IDisposable
{
    private const string UcdpHeader = "conflict_id,location,side_a,side_b,incompatibility,year,intensity_level,type_of_conflict,gwno_a,gwno_a_2nd,gwno_b\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Ucdp(string rows) => UcdpConflicts.Read(_folder.Write("u.csv", UcdpHeader + rows), TinyWorld.States);

    [Fact]
    public void The_publishers_lists_of_governments_become_pairs_and_its_numbers_become_words()
    {
        var result = Ucdp("16099,Yemen,\"Government of US, UK\",Government of Yemen,1,2024,1,2,\"2, 200\",\"20, 900\",678\n1,Yemen,Government,Rebels,2,1970,2,4,678,,\n2,Hyderabad,Hyderabad,India,1,1948,2,2,751,,2\n");
        result.Lines(StoreSchema.ArmedConflicts).ShouldBe(
            ["1 1970 678 - government 2 internationalised", "16099 2024 2 679 territory 1 interstate", "16099 2024 200 679 territory 1 interstate"]);
        result.Notes.ShouldHaveSingleItem().ShouldBe(new ImportNote("u.csv", 4, "Gleditsch-Ward number of no state", "751"));
    }

    [Theory]
    [InlineData("1,L,A,B,4,1970,1,3,2,,\n", 5, "'4' is not an incompatibility")]
    [InlineData("1,L,A,B,1,1970,3,3,2,,\n", 7, "'3' is not an intensity")]
    [InlineData("1,L,A,B,1,1970,1,5,2,,\n", 8, "'5' is not a type of conflict")]
    [InlineData("1,L,A,B,1,1970,1,3,x,,\n", 9, "'x' is not a Gleditsch-Ward number")]
    [InlineData("1,L,A,B,1,1970,1,2,2,,\n", 11, "is empty")]
    public void A_bad_conflict_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Ucdp(rows));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Rows_that_contradict_each_other_are_refused() =>
        Should.Throw<ImportException>(() => Ucdp("1,L,A,B,1,1970,1,3,2,,\n1,L,A,B,1,1970,2,3,2,20,\n")).Message.ShouldContain("line 3, column 7 (intensity_level): conflict 1 in 1970");

    [Fact]
    public void The_real_conflicts_hold_the_war_of_Russia_on_Ukraine_once_a_year()
    {
        var rows = RealWorld.Import("security/ucdp_armed_conflict.csv", UcdpConflicts.Read).Tables[0].Rows;
        rows.Where(row => Equals(row[0], 13243)).Select(row => (row[1], row[2], row[3], row[5], row[6])).ShouldBe([(2022, 365, 369, 2, "interstate"), (2023, 365, 369, 2, "interstate"), (2024, 365, 369, 2, "interstate")]);
        rows.Where(row => Equals(row[0], 16099)).Select(row => (row[2], row[3])).ShouldBe([(2, 679), (200, 679)]);
        rows.ShouldAllBe(row => row[3] == null || Equals(row[6], "interstate"));
        rows.Count.ShouldBe(2763);
    }

    [Fact]
    public void A_pair_that_fights_twice_within_a_year_is_kept_once()
    {
        var result = CowInterstateWars.Read(_folder.Write("w.csv", "warnum,ccode1,ccode2,year,cowinteronset\n46,255,260,1864,1\n46,260,255,1864,1\n46,255,260,1864,0\n46,255,260,1865,0\n"), TinyWorld.States);
        result.Lines(StoreSchema.Wars).ShouldBe(["46 255 260 1864 True", "46 255 260 1865 False"]);
        result.Noted("second spell of a dyad").ShouldBe(1);
    }

    [Fact]
    public void The_real_wars_are_966_pairs_and_years_less_eight_repeats() =>
        RealWorld.Import("security/cow_interstate_wars.csv", CowInterstateWars.Read).Tables[0].Rows.Count.ShouldBe(966 - 8);

    [Fact]
    public void Rivalries_keep_their_years_and_powers_outside_the_state_system_are_noted()
    {
        var result = StrategicRivalries.Read(_folder.Write("r.csv", "ccode1,ccode2,styear,endyear,type1\n365,2,1945,1989,positional\n324,2,1494,1717,spatial\n"), TinyWorld.States);
        result.Lines(StoreSchema.Rivalries).ShouldBe(["2 365 1945 1989"]);
        result.Notes.ShouldHaveSingleItem().Value.ShouldBe("324");
        Should.Throw<ImportException>(() => StrategicRivalries.Read(_folder.Write("r.csv", "ccode1,ccode2,styear,endyear\n2,365,1989,1945\n"), TinyWorld.States)).Column.ShouldBe(4);
    }

    [Fact]
    public void The_real_rivalries_of_the_United_States_and_Russia_are_two()
    {
        var table = RealWorld.Import("security/td_rivalries.csv", StrategicRivalries.Read).Tables[0];
        table.Rows.Count.ShouldBe(197 - 2);
        table.Rows.Where(row => Equals(row[0], 2) && Equals(row[1], 365)).Select(row => (row[2], row[3])).ShouldBe([(1945, 1989), (2007, 2010)]);
    }
}
