using Entente.World.Sources;
using Entente.World.Sources.Energy;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Energy;

public sealed class GasTablesTests : IDisposable
{
    private const string Header = "importer,exporter,bcm,mode,year\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Countries_and_remainders_are_added_subtotals_are_not_and_the_rest_is_what_is_left()
    {
        var rows = "France,US,3,LNG,2020\nOther EU,US,2,LNG,2020\nEurope,US,6,LNG,2020\nTotal exports,US,10,LNG,2020\nFrance,Total imports,9,LNG,2020\nGermany,Russian Federation,50,pipeline,2020\nUnited Kingdom,Russian Federation,5,pipeline,2020\nBelarus,Russian Federation,17,pipeline,2020\n";
        Read(rows).Lines(StoreSchema.GasFlows).ShouldBe(["2020 Russia pipeline EU27 55", "2020 US LNG EU27 5", "2020 US LNG Rest 5"]);
    }

    [Theory]
    [InlineData("France,US,3,truck,2020\n", 2, 4, "'truck' is neither LNG nor pipeline")]
    [InlineData("France,US,-3,LNG,2020\n", 2, 3, "-3")]
    [InlineData("France,US,3,LNG,2020\nFrance,US,4,LNG,2020\n", 3, 3, "LNG of US to France in 2020")]
    public void A_bad_row_is_refused(string rows, int line, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => Read(rows));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void The_real_matrix_adds_up_to_the_published_totals()
    {
        var rows = RealWorld.Import("energy/gas_trade_matrix_2020.csv", GasTradeMatrix.Read).Tables[0].Rows;
        double Sum(string supplier) => rows.Where(row => Equals(row[1], supplier)).Sum(row => (double)row[3]!);

        // Published totals of the review: the United States 61.4, Qatar 106.1, Australia 106.2, Russia 40.4, Algeria 15.0, all 487.9.
        Sum("US LNG").ShouldBe(61.4, .05);
        Sum("Qatar LNG").ShouldBe(106.1, .05);
        Sum("Australia LNG").ShouldBe(106.2, .05);
        Sum("Russia LNG").ShouldBe(40.4, .05);
        Sum("Algeria LNG").ShouldBe(15.0, .06);
        rows.Where(row => ((string)row[1]!).EndsWith("LNG", StringComparison.Ordinal)).Sum(row => (double)row[3]!).ShouldBe(487.9, .1);
        Sum("Norway pipeline").ShouldBe(106.9, .1);
        Sum("Central Asia pipeline").ShouldBe(27.2 + 6.8 + 3.3, .1);
        rows.ShouldAllBe(row => (double)row[3]! > 0);
    }

    [Fact]
    public void Consumption_of_a_market_is_the_sum_of_its_members()
    {
        var rows = RealWorld.Import("energy/gas_oil_country_year.csv", GasConsumption.Read).Tables[0].Rows;
        double Of(string item, string market) => (double)rows.Single(row => Equals(row[0], item) && Equals(row[2], market) && Equals(row[3], 2020))[4]!;
        Of("consumption", "China").ShouldBe(336.6, .1);
        Of("consumption", "UK").ShouldBe(73.0, .1);
        Of("consumption", "Japan-Korea-Taiwan").ShouldBe(104.1 + 57.5 + 24.9, .2);
        Of("consumption", "EU27").ShouldBeInRange(370, 400);
        Of("production", "EU27").ShouldBeInRange(40, 60);
        rows.Select(row => (int)row[3]!).Distinct().Order().ShouldBe([2019, 2020, 2021]);
    }

    [Theory]
    [InlineData("supplier,US LNG,,2020,95,guess,x\n", 6, "'guess' is neither figure nor judgement")]
    [InlineData("pipes,US LNG,,2020,95,figure,x\n", 1, "'pipes' is not a table")]
    [InlineData("supplier,US LNG,,2020,95,figure,\n", 7, "is empty")]
    public void A_row_of_the_projects_own_tables_says_what_it_is(string row, int column, string problem)
    {
        var (flows, capacities) = (_folder.Write("f.csv", "year,supplier,market,bcm,kind,source\n"), _folder.Write("c.csv", "table,name,market,year,bcm,kind,source\n" + row));
        var error = Should.Throw<ImportException>(() => GasReferenceTables.Read(flows, capacities));
        error.Column.ShouldBe(column);
        error.Message.ShouldContain(problem);
    }

    private ImportResult Read(string rows) => GasTradeMatrix.Read(_folder.Write("m.csv", Header + rows), TinyWorld.States);
}
