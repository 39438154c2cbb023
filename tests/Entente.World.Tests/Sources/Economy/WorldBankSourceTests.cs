using System.Text;
using Entente.World.Sources;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Economy;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Economy;

public sealed class WorldBankSourceTests : IDisposable
{
    private const string Wide = "\uFEFF\"Data Source\",\"World Development Indicators\",\r\n\r\n\"Last Updated Date\",\"2025-01-28\",\r\n\r\n"
        + "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\",\"1961\",\r\n"
        + "\"Russian Federation\",\"RUS\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"\",\"2.5e11\",\r\n"
        + "\"World\",\"WLD\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"1\",\"2\",\r\n"
        + "\"Channel Islands\",\"CHI\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"1\",\"2\",\r\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Long_files_lose_groups_of_states_and_unknown_codes_with_a_note_each()
    {
        var path = _folder.Write("gdp_current_usd.csv", "Country Name,Country Code,Year,Value\nUnited States,USA,2000,10.5\nUnited States,USA,2001,\n\"Korea, Rep.\",KOR,2000,3\nArab World,ARB,2000,9\nNowhere,QQQ,2000,9\nNowhere,QQQ,2001,9\n");
        var result = WorldBankSource.ReadLong(path, WorldBankSource.GdpCurrentUsd, TestStates.Few);
        result.Source.ShouldBe("worldbank-gdp");
        result.Lines(StoreSchema.Indicators).ShouldBe(["gdp_current_usd 2 2000 10.5", "gdp_current_usd 732 2000 3"]);
        result.LinesNoted(IndicatorRows.Aggregate).ShouldBe([5]);
        result.LinesNoted(StateLookup.UnknownCode).ShouldBe([6, 7]);
    }

    [Fact]
    public void Latin_1_names_do_no_harm()
    {
        byte[] bytes = [.. "Country Name,Country Code,Year,Value\n"u8, .. Encoding.Latin1.GetBytes("Fédération,RUS,2000,1\n")];
        var result = WorldBankSource.ReadLong(_folder.Write("population.csv", bytes), WorldBankSource.Population, TestStates.Few);
        result.Lines(StoreSchema.Indicators).ShouldBe(["population 365 2000 1"]);
        result.Notes.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("USA,2000,\"3,586\"\n", 2, 3, "has separators")]
    [InlineData("USA,2000,-1\n", 2, 3, "is negative")]
    [InlineData("USA,MM,1\n", 2, 2, "'MM' is not a number")]
    [InlineData("USA,2000,1\nUSA,2000,2\n", 3, 3, "here but '1' in line 2")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => WorldBankSource.ReadLong(_folder.Write("g.csv", "Country Code,Year,Value\n" + rows), WorldBankSource.GdpCurrentUsd, TestStates.Few));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Constant_gdp_is_read_by_iso()
    {
        var result = WorldBankSource.ReadConstant(_folder.Write("c.csv", "year,iso,gdp_const2015usd,population,area_km2,landlocked\n2000,USA,7,1,1,0\n2000,CAN,,1,1,0\n"), TestStates.Few);
        result.Source.ShouldBe("worldbank-gdp-constant");
        result.Lines(StoreSchema.Indicators).ShouldBe(["gdp_constant_2015_usd 2 2000 7"]);
    }

    [Fact]
    public void The_wide_download_is_read_from_its_archive_without_the_metadata()
    {
        var path = _folder.WriteZip("API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.zip",
            ("Metadata_Indicator_API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv", "\"INDICATOR_CODE\",\"INDICATOR_NAME\",\n\"NY.GDP.MKTP.CD\",\"GDP\",\n"),
            ("API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv", Wide),
            ("Metadata_Country_API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv", "\"Country Code\",\"Region\",\"IncomeGroup\",\n\"RUS\",\"Europe\",\"High\",\n"));
        var result = WorldBankDownloadSource.Read(path, TestStates.Few);
        result.Source.ShouldBe("worldbank-gdp");
        result.Lines(StoreSchema.Indicators).ShouldBe(["gdp_current_usd 365 1961 250000000000"]);
        result.LinesNoted(IndicatorRows.Aggregate).ShouldBe([7]);
        result.LinesNoted(StateLookup.UnknownCode).ShouldBe([8]);
    }

    [Fact]
    public void A_bad_cell_of_the_wide_download_names_its_year()
    {
        var error = Should.Throw<ImportException>(() => WorldBankDownloadSource.Read(_folder.Write("w.csv", Wide.Replace("2.5e11", "n.a.x", StringComparison.Ordinal)), TestStates.Few));
        (error.Line, error.Column, error.Field).ShouldBe((6, 6, "1961"));
    }

    [Fact]
    public void Other_indicators_keep_the_code_of_the_world_bank()
    {
        var result = WorldBankDownloadSource.Read(_folder.Write("w.csv", Wide.Replace("NY.GDP.MKTP.CD", "BN.CAB.XOKA.GD.ZS", StringComparison.Ordinal).Replace("2.5e11", "-3.5", StringComparison.Ordinal)), TestStates.Few);
        result.Lines(StoreSchema.Indicators).ShouldBe(["bn_cab_xoka_gd_zs 365 1961 -3.5"]);
    }

    [Fact]
    public void A_wide_file_without_years_is_refused() =>
        Should.Throw<InvalidInputException>(() => WorldBankDownloadSource.Read(_folder.Write("w.csv", "Country Name,Country Code,Indicator Name,Indicator Code\n"), TestStates.Few)).Message.ShouldContain("no column of a year");
}
