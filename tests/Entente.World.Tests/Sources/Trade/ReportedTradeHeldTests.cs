using Entente.Tests;
using Entente.World.Sources.Trade.Reported;
using Entente.World.Tables;

namespace Entente.World.Tests.Sources.Trade;

/// <summary>The reported trade held: nothing is counted twice, nothing is lost, and what is unfinished says so.</summary>
public sealed class ReportedTradeHeldTests
{
    private static string File(string name) => Shared.Path("data/trade/" + name);

    [Fact]
    public void Members_by_month_sum_to_what_the_publisher_gives_for_the_27()
    {
        var path = File("eu_exports_monthly_2019_2024.csv.gz");
        var rows = EuExportsByMonth.Read(path, RealStates.All).Table(StoreSchema.TradeReportedMonthly).Rows.Select(row => ((string)row[0]!, From: (int)row[1]!, To: (int)row[2]!, Value: (double)row[3]!)).ToList();
        rows.Select(row => row.To).Distinct().Count().ShouldBe(6);
        var britain = RealStates.Id("GBR");
        rows.Where(row => row.From == britain).Max(row => row.Item1).ShouldBe("2020-01");

        // EUR 89.169 bn of 2021 and 55.008 bn of 2022 are the file's own rows of reporter EU27.
        double Year(string iso3, string year) => rows.Where(row => row.From != britain && row.To == RealStates.Id(iso3) && row.Item1.StartsWith(year, StringComparison.Ordinal)).Sum(row => row.Value);
        Year("RUS", "2021").ShouldBe(89_169_305_014, 1);
        Year("RUS", "2022").ShouldBe(55_008_109_002, 1);
    }

    [Fact]
    public void The_years_of_the_27_hold_every_partner_once_in_every_year()
    {
        var result = EuExportsByYear.Read(File("eu27_exports_by_partner_2010_2023.csv"), RealStates.All);
        var rows = result.Table(StoreSchema.TradeReported).Rows;
        rows.Select(row => (int)row[0]!).Distinct().ShouldBe(Enumerable.Range(2010, 14));
        rows.Select(row => (int)row[1]!).Distinct().ShouldBe([RealStates.Id("EUE")]);
        rows.Count(row => (int)row[2]! == RealStates.Id("RUS")).ShouldBe(14);
        rows.Count(row => (int)row[2]! == RealStates.Id("GNB")).ShouldBe(14);
        result.LinesNoted(PartnerNames.WrongLabel).ShouldBe([1549]);

        // Partners outside the 27 sum to the file's own Extra-EU27 but for stores, secret trade, Ceuta and Melilla.
        var members = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE".Split(' ').Select(RealStates.Id).ToHashSet();
        (rows.Where(row => (int)row[0]! == 2018 && !members.Contains((int)row[2]!)).Sum(row => (double)row[4]!) / 2_058_822e6).ShouldBe(1, .02);
    }

    [Fact]
    public void Armenia_2023_is_the_one_year_that_was_not_finished()
    {
        var rows = CentralAsianImports.Read(File("central_asia_reported_imports_2019_2023.csv"), RealStates.All).Table(StoreSchema.TradeReported).Rows;
        rows.Where(row => !(bool)row[5]!).Select(row => ((int)row[0]!, (int)row[2]!)).Distinct().ShouldBe([(2023, RealStates.Id("ARM"))]);

        // Kazakhstan publishes a total as "World": what is kept sums to it but for origins without a place.
        var kazakhstan = rows.Where(row => (int)row[2]! == RealStates.Id("KAZ") && (int)row[0]! == 2022).Sum(row => (double)row[4]!);
        (kazakhstan / 48_508_914_975).ShouldBe(1, .02);
    }
}
