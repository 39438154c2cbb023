using Entente.World.Sources;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Trade;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Trade;

public sealed class BaciSourceTests : IDisposable
{
    private const string Codes = "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n643,Russian Federation,RU,RUS\n842,USA,US,USA\n251,France,FR,FRA\n579,Norway,NO,NOR\n490,\"Other Asia, nes\",,S19\n697,\"Europe EFTA, nes\",,R20\n";
    private const string Flows = "t,i,j,k,v,q\n"
        + "2023,156,643,010121,1.5,          NA\n2023,156,643,010129,2.25,3.1\n2023,842,251,010121,10,1\n2023,490,156,010121,4,1\n2023,697,156,010121,4,1\n2023,579,842,010121,0.125,1\n2023,842,643,010121,1,1\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Products_are_summed_and_the_codes_of_trade_statistics_understood()
    {
        var path = _folder.WriteZip("BACI_HS22_V202501.zip", ("BACI_HS22_Y2023_V202501.csv", Flows), ("country_codes_V202501.csv", Codes), ("product_codes_HS22_V202501.csv", "code,description\n010121,Horses\n"), ("Readme.txt", "Notes; about t, i, j"));
        var result = BaciSource.Read(path, TestStates.Few);
        result.Source.ShouldBe("baci");
        result.Lines(StoreSchema.Trade).ShouldBe(["2023 710 365 3.75", "2023 713 710 4", "2023 385 2 0.125", "2023 2 220 10", "2023 2 365 1"]);
        result.Notes.ShouldBe([
            new ImportNote("BACI_HS22_V202501.zip/BACI_HS22_Y2023_V202501.csv", 5, BaciCodes.OtherAsia, "490 (S19) to 156 (CHN)"),
            new ImportNote("BACI_HS22_V202501.zip/BACI_HS22_Y2023_V202501.csv", 6, StateLookup.UnknownCode, "697 (EFTA, not elsewhere specified)"),
        ]);
    }

    [Fact]
    public void A_file_on_its_own_uses_the_codes_beside_it_or_m49_without_them()
    {
        var path = _folder.Write("BACI_HS22_Y2023_V202501.csv", Flows);
        var alone = BaciSource.Read(path, TestStates.Few).Lines(StoreSchema.Trade);
        _folder.Write("country_codes_V202501.csv", Codes);
        BaciSource.Read(path, TestStates.Few).Lines(StoreSchema.Trade).ShouldBe(alone);
        BaciSource.Read(_folder.Path, TestStates.Few).Lines(StoreSchema.Trade).ShouldBe(alone);
        alone.ShouldContain("2023 710 365 3.75");
    }

    [Theory]
    [InlineData("2023,156,643,1,x,1\n", 2, 5, "'x' is not a number")]
    [InlineData("2023,156,643,1,-2,1\n", 2, 5, "is negative")]
    [InlineData("2023,156,CHN,1,2,1\n", 2, 3, "'CHN' is not a number")]
    [InlineData("2023,251,156,1,2,1\n2023,250,156,1,2,1\n", 2, 0, "mean the same pair of states")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => BaciSource.Read(_folder.Write("b.csv", "t,i,j,k,v,q\n" + rows), TestStates.Few));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_same_year_in_two_files_is_not_counted_twice() =>
        Should.Throw<ImportException>(() => BaciSource.Read(_folder.WriteZip("b.zip", ("a.csv", Flows), ("b.csv", Flows)), TestStates.Few)).Message.ShouldContain("the year 2023 is also in b.zip/a.csv");

    [Fact]
    public void An_archive_without_flows_is_refused() =>
        Should.Throw<InvalidInputException>(() => BaciSource.Read(_folder.WriteZip("b.zip", ("a.csv", Codes)), TestStates.Few)).Message.ShouldContain("b.zip holds no file of BACI flows");
}
