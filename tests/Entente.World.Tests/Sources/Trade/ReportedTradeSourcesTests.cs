using Entente.World.Sources;
using Entente.World.Sources.Trade;
using Entente.World.Sources.Trade.Reported;
using Entente.World.States;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Trade;

public sealed class ReportedTradeSourcesTests : IDisposable
{
    private const string Monthly = "month,reporter,partner,flow,value_eur\n";
    private const string Yearly = "year,reporter,partner,flow,value_eur\n";
    private const string Imports = "year,reporter,partner,import_eur\n";

    private static readonly StateSystem States = new(
        [.. TestStates.Few.All, new State { Id = -97, Name = "European Union", Iso3 = "EUE", Kind = StateKind.NonMember }, Guinea(438, "Guinea", "GIN"), Guinea(404, "Guinea-Bissau", "GNB")], []);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static State Guinea(int id, string name, string iso3) =>
        new() { Id = id, Name = name, Iso3 = iso3, Kind = StateKind.Member, Existence = [new Period(new DateOnly(1975, 1, 1), null)] };

    private ImportResult ReadMonthly(string rows) => EuExportsByMonth.Read(_folder.WriteGzip("m.csv.gz", Monthly + rows), States);

    private ImportResult ReadYearly(string rows) => EuExportsByYear.Read(_folder.Write("y.csv", Yearly + rows), States);

    private ImportResult ReadImports(string rows) => CentralAsianImports.Read(_folder.Write("i.csv", Imports + rows), States);

    [Fact]
    public void Exports_by_month_leave_out_sums_over_members_and_imports()
    {
        var result = ReadMonthly(
            "2022-02,Germany,Russia,EXPORT,5\n2022-01,Germany,Russia,EXPORT,3\n2022-01,EU27,Russia,EXPORT,9\n2022-01,EA20,Russia,EXPORT,8\n2022-01,France,Russia,EXPORT,2.5\n2022-01,Germany,Russia,IMPORT,7\n2022-01,Germany,Russia,EXPORT,3\n");
        result.Source.ShouldBe("eu-exports-monthly");
        result.Lines(StoreSchema.TradeReportedMonthly).ShouldBe(["2022-01 220 365 2.5", "2022-01 255 365 3", "2022-02 255 365 5"]);
        result.LinesNoted(PartnerNames.Group).ShouldBe([4, 5], ignoreOrder: true);
        result.LinesNoted(EuExportsByMonth.Imports).ShouldBe([7]);
        result.LinesNoted("identical duplicate row dropped").ShouldBe([8]);
    }

    [Theory]
    [InlineData("2022-01,Germany,Russia,EXPORT,-1\n", 2, 5, "is negative")]
    [InlineData("2022-01,Germany,Russia,EXPORT,\n", 2, 5, "is missing")]
    [InlineData("2022-01,Germany,Russia,EXPORT,1\n2022-01,Germany,Russia,EXPORT,2\n", 3, 5, "is '2' here but '1' in line 2")]
    [InlineData("2022-01,Germany,Ruritania,EXPORT,1\n", 2, 3, "no state is called 'Ruritania' in 2022")]
    [InlineData("2022-01,Freedonia,Russia,EXPORT,1\n", 2, 2, "no state is called 'Freedonia' in 2022")]
    [InlineData("2022-13,Germany,Russia,EXPORT,1\n", 2, 1, "is not a month")]
    [InlineData("2022-01,Germany,Russia,TRANSIT,1\n", 2, 4, "neither EXPORT nor IMPORT")]
    [InlineData("2022-01,Russia,Russia,EXPORT,1\n", 2, 3, "to itself")]
    public void A_bad_month_is_refused_with_its_line_and_column(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => ReadMonthly(rows));
        (error.File, error.Line, error.Column).ShouldBe(("m.csv.gz", line, column));
        error.Message.ShouldContain(problem);
        error.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Exports_by_year_drop_what_is_no_partner_and_mend_the_label_of_2016()
    {
        var result = ReadYearly(
            "2016,EU27,Guinea,EXPORT,126\n2016,EU27,GIN,EXPORT,901\n2017,EU27,Guinea,EXPORT,1155\n2016,EU27,Extra-EU27,EXPORT,9999\n2016,EU27,Avitaillement et soutage dans le cadre des échanges intra-UE,EXPORT,5\n2016,EU27,Ceuta,EXPORT,4\n2016,EU27,Russia,EXPORT,0\n");
        result.Lines(StoreSchema.TradeReported).ShouldBe(["2016 -97 365 exporter 0 True", "2016 -97 404 exporter 126 True", "2016 -97 438 exporter 901 True", "2017 -97 438 exporter 1155 True"]);
        result.LinesNoted(PartnerNames.WrongLabel).ShouldBe([2]);
        result.LinesNoted(PartnerNames.Group).ShouldBe([5, 6], ignoreOrder: true);
        result.LinesNoted(PartnerNames.PartOfAState).ShouldBe([7]);
    }

    [Theory]
    [InlineData("2020,EU28,Russia,EXPORT,1\n", 2, "'EU28' is not EU27")]
    [InlineData("2020,EU27,Russia,IMPORT,1\n", 4, "is not EXPORT")]
    [InlineData("2020,EU27,Russia,EXPORT,-3\n", 5, "is negative")]
    [InlineData("20,EU27,Russia,EXPORT,3\n", 1, "is not a year")]
    [InlineData("2020,EU27,Atlantis,EXPORT,3\n", 3, "no state is called 'Atlantis'")]
    public void A_bad_year_is_refused(string row, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => ReadYearly(row));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_year_that_was_not_finished_is_kept_and_marked()
    {
        var result = ReadImports("2022,Belarus,Germany,100\n2022,Belarus,World,100\n2023,Belarus,Germany,14\n2022,Norway,Germany,100\n2023,Norway,Germany,16\n2023,Norway,Norway,3\n");
        result.Lines(StoreSchema.TradeReported).ShouldBe(["2022 255 370 importer 100 True", "2022 255 385 importer 100 True", "2023 255 370 importer 14 False", "2023 255 385 importer 16 True"]);
        result.LinesNoted(CentralAsianImports.Unfinished).ShouldBe([4]);
        result.LinesNoted(PartnerNames.Group).ShouldBe([3]);
        result.LinesNoted(PairGuard.WithItself).ShouldBe([7]);
    }

    [Fact]
    public void Two_names_of_one_origin_are_parts_of_one_sum_and_one_name_twice_is_a_contradiction()
    {
        ReadImports("2022,Belarus,South Korea,1\n2022,Belarus,KOR,2\n").Lines(StoreSchema.TradeReported).ShouldBe(["2022 732 370 importer 3 True"]);
        var error = Should.Throw<ImportException>(() => ReadImports("2022,Belarus,Germany,1\n2022,Belarus,Germany,2\n"));
        (error.File, error.Line, error.Column).ShouldBe(("i.csv", 3, 4));
        Should.Throw<ImportException>(() => ReadImports("2022,Belarus,Germany,-1\n")).Message.ShouldContain("i.csv, line 2, column 4 (import_eur): -1 is negative");
    }
}
