using Entente.World.Sources;
using Entente.World.Sources.Trade;
using Entente.World.Tables;
using Entente.World.Tests.Sources.Codes;
using Entente.World.Tests.Sources.Csv;

namespace Entente.World.Tests.Sources;

public sealed class TradeSharesSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Read(string rows) => TradeSharesSource.Read(_folder.Write("t.csv", "year,exporter,importer,value_kusd\n" + rows), RealWorld.States);

    [Fact]
    public void Shares_are_of_the_exporters_exports_and_of_the_importers_imports() =>
        Read("1970,USA,FRA,30\n1970,USA,GBR,10\n1970,GBR,FRA,10\n").Lines(StoreSchema.TradeShares)
            .ShouldBe(["1970 2 200 0.25 1", "1970 2 220 0.75 0.75", "1970 200 220 1 0.25"]);

    [Fact]
    public void A_pair_of_which_both_shares_round_to_zero_has_no_row() =>
        Read("1970,USA,FRA,99999\n1970,USA,GBR,1\n1970,FRA,GBR,99999\n").Lines(StoreSchema.TradeShares).ShouldBe(["1970 2 220 1 1", "1970 220 200 1 1"]);

    [Fact]
    public void The_Federal_Republic_is_taken_where_both_German_states_are_also_one()
    {
        Read("1970,USA,DEU,30\n1970,USA,FDR,20\n1970,USA,FRA,20\n").Lines(StoreSchema.TradeShares).ShouldBe(["1970 2 220 0.5 1", "1970 2 260 0.5 1"]);
        Read("1985,USA,DEU,30\n1985,USA,FRA,10\n").Lines(StoreSchema.TradeShares).ShouldBe(["1985 2 220 0.25 1", "1985 2 260 0.75 1"]);
    }

    [Fact]
    public void A_negative_value_is_refused_with_its_place() =>
        Should.Throw<ImportException>(() => Read("1970,USA,FRA,-1\n")).Message.ShouldContain("negative");

    [Fact]
    public void The_real_file_gives_shares_that_add_up_to_one_or_less()
    {
        var lines = RealWorld.Import("trade/sitc_totals_1963_1999.csv.gz", TradeSharesSource.Read).Lines(StoreSchema.TradeShares).Select(line => line.Split(' ')).ToList();
        lines.Count.ShouldBeGreaterThan(100_000);
        foreach (var exporter in lines.GroupBy(line => (line[0], line[1]))) exporter.Sum(line => double.Parse(line[3], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInRange(.5, 1.06);
    }
}
