using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.Trade;
using Entente.World.Tables;

namespace Entente.World.Tests.Sources.Trade;

/// <summary>The trade held, against shares that can be worked out by hand from the files.</summary>
public sealed class TradeHeldTests
{
    private const string Eu28 = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE";

    private static readonly Lazy<ImportResult> Baci = new(() => BaciTotalsSource.Read([.. BaciTotalsSource.FileNames.Select(name => Shared.Path("data/trade/" + name))], RealStates.All));
    private static readonly Lazy<ImportResult> Missing = new(() => BaciTotalsSource.ReadMissing(Shared.Path("data/trade/" + BaciTotalsSource.MissingFileName), RealStates.All));

    private static IEnumerable<(int Year, int Exporter, int Importer, double Value)> Trade(Lazy<ImportResult> read, TableSchema schema)
    {
        Shared.Path("data/trade/baci_totals_2023.csv.gz");
        return read.Value.Table(schema).Rows.Select(row => ((int)row[0]!, (int)row[1]!, (int)row[2]!, (double)row[3]!));
    }

    [Fact]
    public void Every_row_is_kept()
    {
        Trade(Baci, StoreSchema.Trade).Count().ShouldBe(581_494 + 25_398);
        Baci.Value.Notes.ShouldBeEmpty();
        Trade(Missing, StoreSchema.TradeMissing).Count().ShouldBe(2_816);
        Trade(Missing, StoreSchema.TradeMissing).Sum(row => row.Value).ShouldBe(227e6, 1e6); // thousand US$
    }

    [Fact]
    public void Russias_trade_with_the_28_in_2013()
    {
        var russia = RealStates.Id("RUS");
        var bloc = Eu28.Split(' ').Select(RealStates.Id).ToHashSet();
        var year = Trade(Baci, StoreSchema.Trade).Where(row => row.Year == 2013).ToList();
        var exports = year.Where(row => row.Exporter == russia).ToList();
        var imports = year.Where(row => row.Importer == russia).ToList();
        (exports.Where(row => bloc.Contains(row.Importer)).Sum(row => row.Value) / exports.Sum(row => row.Value)).ShouldBe(.514, .0005);
        (imports.Where(row => bloc.Contains(row.Exporter)).Sum(row => row.Value) / imports.Sum(row => row.Value)).ShouldBe(.480, .0005);
    }

    [Fact]
    public void Chinas_share_of_Russias_imports_of_2023_under_three_denominators()
    {
        var (russia, china) = (RealStates.Id("RUS"), RealStates.Id("CHN"));
        var imports = Trade(Baci, StoreSchema.Trade).Where(row => row.Year == 2023 && row.Importer == russia).ToList();
        var fromChina = imports.Single(row => row.Exporter == china).Value;
        var reported = imports.Sum(row => row.Value);
        var gaps = Trade(Missing, StoreSchema.TradeMissing).Where(row => row.Importer == russia).Sum(row => row.Value);
        var totals = OfficialTotalsSource.Read(Path.Combine(Shared.Repository, "data", "reference", OfficialTotalsSource.FileName), RealStates.All).Table(StoreSchema.TradeOfficial);
        var official = (double)totals.Rows.Single(row => (int)row[0]! == 2023 && (int)row[1]! == russia && (string)row[2]! == "import")[3]!;
        (fromChina / reported).ShouldBe(.544, .0005);
        (fromChina / (reported + gaps)).ShouldBe(.459, .0005);
        (fromChina / official).ShouldBe(.386, .0005);
    }

    [Fact]
    public void Shares_of_expenditure_sum_to_one_and_reproduce_expenditure_and_output()
    {
        var result = WiodSource.Read(Shared.Path("data/trade/wiod_bilateral_2000_2014.csv.gz"), RealStates.All);
        result.Notes.ShouldBeEmpty();
        var shares = result.Table(StoreSchema.ExpenditureShares).Rows.Select(row => (Year: (int)row[0]!, From: (string)row[1]!, To: (string)row[2]!, Share: (double)row[3]!)).ToList();
        var totals = result.Table(StoreSchema.ExpenditureTotals).Rows.ToDictionary(row => ((int)row[0]!, (string)row[1]!), row => (Spent: (double)row[2]!, Made: (double)row[3]!));
        shares.Count.ShouldBe(4 * 44 * 44);
        totals.Count.ShouldBe(4 * 44);
        foreach (var column in shares.GroupBy(row => (row.Year, row.To))) column.Sum(row => row.Share).ShouldBe(1, 1e-9);
        foreach (var origin in shares.GroupBy(row => (row.Year, row.From)))
        {
            // X_ij = share x E_j, so the row sums give back output; nine digits of a share leave about 1e-9 of it.
            var made = totals[origin.Key].Made;
            (origin.Sum(row => row.Share * totals[(row.Year, row.To)].Spent) / made).ShouldBe(1, 1e-8);
        }

        // The world spends what it makes.
        foreach (var year in totals.GroupBy(total => total.Key.Item1)) (year.Sum(total => total.Value.Spent) / year.Sum(total => total.Value.Made)).ShouldBe(1, 1e-10);
    }
}
