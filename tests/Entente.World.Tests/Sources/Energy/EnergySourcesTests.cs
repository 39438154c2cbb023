using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Energy;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources.Energy;

public sealed class EnergySourcesTests : IDisposable
{
    private const string GasHeader = "month,source,route,mcm\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prices_are_held_by_series_and_month_and_a_missing_price_has_no_row() =>
        WorldBankPrices.Read(_folder.Write("p.csv", "month,brent_usd_bbl,gas_us_usd_mmbtu,gas_europe_usd_mmbtu,lng_japan_usd_mmbtu\n1960-01-01,1.63,.14,.4,\n"), TinyWorld.States)
            .Lines(StoreSchema.Prices).ShouldBe(["brent_usd_bbl 1960-01 1.63", "gas_europe_usd_mmbtu 1960-01 0.4", "gas_us_usd_mmbtu 1960-01 0.14"]);

    [Fact]
    public void Daily_prices_become_the_mean_of_the_month_and_a_thin_month_is_noted()
    {
        var hub = _folder.Write("h.csv", "Month,Price\n1997-01,3.45\n1997-02,\n");
        var result = EiaPrices.Read(hub, _folder.Write("b.csv", "Date,Price\n1987-05-20,18\n1987-05-21,19\n1987-05-22,NA\n"), TinyWorld.States);
        result.Lines(StoreSchema.Prices).ShouldBe(["brent_spot_usd_bbl 1987-05 18.5", "henry_hub_usd_mmbtu 1997-01 3.45"]);
        result.Notes.ShouldHaveSingleItem().Value.ShouldBe("1987-05: mean of 2 days");

        Should.Throw<ImportException>(() => EiaPrices.Read(hub, _folder.Write("b.csv", "Date,Price\n1987-05-20,18\n1987-05-20,19\n"), TinyWorld.States)).Message.ShouldContain("line 3, column 2 (Price): Brent on 1987-05-20");
        Should.Throw<ImportException>(() => EiaPrices.Read(_folder.Write("h2.csv", "Month,Price\n1997-1,3.45\n"), hub, TinyWorld.States)).Message.ShouldContain("line 2, column 1 (Month): '1997-1' is not a month");
        Should.Throw<ImportException>(() => EiaPrices.Read(_folder.Write("h3.csv", "Month,Price\n1997-01,3\n1997-01,4\n"), hub, TinyWorld.States)).Line.ShouldBe(3);
    }

    [Fact]
    public void Real_prices_reach_from_1960_to_2026()
    {
        RealWorld.Import("energy/energy_prices_monthly.csv", WorldBankPrices.Read).Tables[0].Rows.Count.ShouldBe((3 * 794) + 590);
        var eia = EiaPrices.Read(Shared.Path("data/energy/henryhub_monthly.csv"), Shared.Path("data/energy/brent_daily.csv"), RealWorld.States);
        eia.Tables[0].Only("henry_hub_usd_mmbtu", "1997-01")[2].ShouldBe(3.45);
        eia.Tables[0].Rows.Count(row => Equals(row[0], "henry_hub_usd_mmbtu")).ShouldBe(355);
        eia.Notes.Select(note => note.Value).ShouldBe(["1987-05: mean of 8 days", "2026-08: mean of 12 days"]);
    }

    [Theory]
    [InlineData("2023-13,China,1,1\n", 1, "'2023-13' is not a month")]
    [InlineData("2023-04,China,-1,1\n", 3, "'-1' is negative")]
    [InlineData("2023-04,China,1,\n", 4, "is missing")]
    public void A_bad_cargo_is_refused(string rows, int column, string problem)
    {
        var error = Should.Throw<ImportException>(() => UsLngExportsByMonth.Read(_folder.Write("l.csv", "month,country,volume_mmcf,cargo_parts\n" + rows), TinyWorld.States));
        (error.Line, error.Column).ShouldBe((2, column));
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_destination_that_is_no_state_is_noted() =>
        UsLngExportsByMonth.Read(_folder.Write("l.csv", "month,country,volume_mmcf,cargo_parts\n2023-04,Atlantis,1,1\n"), TinyWorld.States).LinesNoted("destination that is no state, left out").ShouldBe([2]);

    [Fact]
    public void Three_fifths_of_US_gas_went_to_the_EU_and_Britain_from_April_2023_to_March_2024()
    {
        var result = RealWorld.Import("energy/us_lng_exports_by_country_month.csv", UsLngExportsByMonth.Read);
        result.Notes.ShouldBeEmpty();
        result.Tables[0].Rows.Count.ShouldBe(425);
        var year = result.Tables[0].Rows.Where(row => string.CompareOrdinal((string)row[0]!, "2023-04") >= 0 && string.CompareOrdinal((string)row[0]!, "2024-03") <= 0).ToList();
        int[] europe = [200, 205, 210, 211, 212, 220, 230, 235, 255, 290, 305, 310, 316, 317, 325, 338, 344, 349, 350, 352, 355, 360, 366, 367, 368, 375, 380, 390];
        double Volume(Func<int, bool> destination) => year.Where(row => destination((int)row[1]!)).Sum(row => (double)row[2]!);
        (Volume(europe.Contains) / Volume(_ => true)).ShouldBe(.595, .0005);
        (Volume(id => id == 640 || europe.Contains(id)) / Volume(_ => true)).ShouldBe(.632, .0005);
    }

    [Fact]
    public void Gas_without_a_route_is_left_out_or_kept_as_asked_and_counted_either_way()
    {
        var path = _folder.Write("g.csv", GasHeader + "2021-01,Norway,ignore,7000\n2021-01,Russia,Nord Stream,5000\n");
        var left = EuGasImportsByRoute.Read(path, TinyWorld.States);
        left.Lines(StoreSchema.EuGasImports).ShouldBe(["2021-01 Russia Nord Stream 5000"]);
        left.LinesNoted("route 'ignore', left out").ShouldBe([2]);
        EuGasImportsByRoute.Read(path, TinyWorld.States, UnroutedImports.Keep).Lines(StoreSchema.EuGasImports).ShouldBe(["2021-01 Norway not distinguished 7000", "2021-01 Russia Nord Stream 5000"]);
        Should.Throw<ImportException>(() => EuGasImportsByRoute.Read(_folder.Write("g.csv", GasHeader + "2021-01,Russia,Yamal,5\n2021-01,Russia,Yamal,6\n"), TinyWorld.States)).Line.ShouldBe(3);
    }

    [Fact]
    public void The_route_ignore_is_all_that_is_held_of_Norway()
    {
        var path = Shared.Path("data/energy/eu27_gas_imports_monthly.csv");
        EuGasImportsByRoute.Read(path, RealWorld.States).Tables[0].Rows.ShouldNotContain(row => Equals(row[1], "Norway"));
        var kept = EuGasImportsByRoute.Read(path, RealWorld.States, UnroutedImports.Keep).Tables[0].Rows;
        kept.Count.ShouldBe(1877);
        double In2021(string? origin) => kept.Where(row => ((string)row[0]!).StartsWith("2021", StringComparison.Ordinal) && (origin is null || Equals(row[1], origin))).Sum(row => (double)row[3]!);
        In2021("Norway").ShouldBe(86_214, 1);
        (In2021("Russia") / In2021(null)).ShouldBe(.411, .001);
    }
}
