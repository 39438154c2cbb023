using Entente.World.Sources;
using Entente.World.Sources.Security;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Security;

public sealed class AtopAlliancesTests : IDisposable
{
    private const string Header = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string text) => AtopAlliances.Read(_folder.Write("a.csv", text), TinyWorld.States);

    [Fact]
    public void Years_of_the_same_obligations_become_a_spell_and_directions_stay_apart()
    {
        var result = Read(Header + "2,20,1942,1,1,0,0,0\n2,20,1943,1,1,0,0,0\n2,20,1944,1,0,0,0,1\n20,2,1942,0,0,0,0,1\n2,200,1950,0,0,0,0,0\n");
        result.Lines(StoreSchema.Alliances).ShouldBe(
        [
            "2 20 1942 1943 True True False False False atop", "2 20 1944 1944 True False False False True atop", "20 2 1942 1942 False False False False True atop",
        ]);
        result.Noted("without any of the five obligations").ShouldBe(1);
    }

    [Theory]
    [InlineData("2,20,1942,2,0,0,0,0\n", 2, 4, "'2' is neither 0 nor 1")]
    [InlineData("2,20,1942,1,0,0,0,0\n2,20,1942,0,1,0,0,0\n", 3, 4, "obligations of 2 to 20 in 1942")]
    [InlineData("2,20,42,1,0,0,0,0\n", 2, 3, "'42' is not a year")]
    [InlineData("2,20,1942,1,0,0,0\n", 2, 0, "the row has 7 fields, the header has 8")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(Header + rows));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_publishers_archive_is_read_whichever_files_lie_around_the_right_one()
    {
        var path = _folder.WriteZip(
            "ATOP 5.1 (.csv).zip",
            ("ATOP 5.1 (.csv)/atop5_1a.csv", "atopid,member,yrent\n1005,200,1815\n"),
            ("ATOP 5.1 (.csv)/atop5_1ddyr.csv", "year,ddyad,stateA,stateB,atopally,defense,offense,neutral,nonagg,consul,shareob\n1949,2000200,2,200,1,1,0,0,1,1,1\n1950,2000200,2,200,1,1,0,0,1,1,1\n"));
        AtopAlliances.Recognises(path).ShouldBeTrue();
        AtopAlliances.Read(path, TinyWorld.States).Lines(StoreSchema.Alliances).ShouldBe(["2 200 1949 1950 True False False True True atop"]);
    }

    [Fact]
    public void An_archive_without_the_table_says_what_was_looked_for() =>
        Should.Throw<InvalidInputException>(() => AtopAlliances.Read(_folder.WriteZip("other.zip", ("x.csv", "a,b\n"), ("y.csv", "c\n")), TinyWorld.States))
            .Message.ShouldContain("other.zip holds no CSV file with the columns ccode1, ccode2, year, atop_defense");

    [Fact]
    public void The_real_file_ends_in_2018_and_knows_the_alliances_of_the_United_States()
    {
        var table = RealWorld.Import("security/atop_directed_dyad_year.csv.gz", AtopAlliances.Read).Tables[0];
        table.Rows.Sum(row => (int)row[3]! - (int)row[2]! + 1).ShouldBe(273_296 - 170);
        table.Rows.Max(row => (int)row[3]!).ShouldBe(2018);

        object?[] In2018(int a, int b) => table.Rows.Single(row => Equals(row[0], a) && Equals(row[1], b) && (int)row[3]! == 2018);
        In2018(2, 740)[4].ShouldBe(true, "the United States owe Japan defence");
        In2018(740, 2)[4].ShouldBe(false, "as ATOP codes it, Japan owes the United States none");
        In2018(365, 710)[4].ShouldBe(false, "Russia and China have no defence pact");
        In2018(710, 731)[4].ShouldBe(true);
        In2018(2, 375)[4].ShouldBe(false, "Finland was outside NATO");
    }
}
