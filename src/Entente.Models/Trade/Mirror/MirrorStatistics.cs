using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.Trade;

namespace Entente.Models.Trade.Mirror;

/// <summary>
/// Mirror statistics: g = ln(X reported by the seller) − ln(M reported by the buyer). Freight and insurance alone leave −.06 to −.10; a pair's own mean before the sanctions is its norm, and what lies beyond it is abnormal.
/// Goods that left for a buyer who never saw them are phantom exports (after Chupilkin, Javorcik and Plekhanov 2023).
/// </summary>
public static class MirrorStatistics
{
    private const int MonthsOfYear = 12;

    /// <summary>Compares what two sides report.</summary>
    /// <param name="world">The world.</param>
    /// <param name="importers">State or bloc that buys.</param>
    /// <param name="options">How to compare, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">Unknown parties.</exception>
    /// <exception cref="NoAnswerException">No exports of the sellers to the buyers are held.</exception>
    public static MirrorFindings Compute(WorldEdition world, string importers, MirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(importers);
        options ??= new MirrorOptions();
        var monthly = world.MonthlyExports;
        if (monthly.IsEmpty) throw new NoAnswerException("The store holds no trade that exporters report by month; import some with 'entente data import'.");
        var year = monthly[^1].Year;
        var sellers = PartyResolver.Resolve(options.Exporters, year, world.States, world.Blocs);
        var buyers = PartyResolver.Resolve(importers, year, world.States, world.Blocs);
        var held = monthly.Where(row => sellers.Members.Contains(row.Exporter) && buyers.Members.Contains(row.Importer)).ToLookup(row => row.Importer);
        if (held.Count == 0)
        {
            var known = monthly.Select(row => row.Importer).Distinct().Order().Select(id => world.States[id].Name);
            throw new NoAnswerException($"No exports of {sellers.Label} to {buyers.Label} by month are held, so there is nothing to mirror; they are held for {string.Join(", ", known)}.");
        }

        var found = buyers.Members.Where(held.Contains).Select(id => OfImporter(world, id, [.. held[id]], options)).ToImmutableArray();
        var twoSided = found.Count(buyer => buyer.Together is not null);
        return new MirrorFindings(sellers.Label, options.NormUntil, (options.ExpectedLow, options.ExpectedHigh), found, new Provenance(
            twoSided > 0 ? ["eu-exports-monthly", "central-asia-imports"] : ["eu-exports-monthly"],
            string.Create(CultureInfo.InvariantCulture, $"ln(exports by {sellers.Key}) − ln(imports by {buyers.Key}), norm: mean of each flow to {options.NormUntil}"),
            new Coverage(
                $"{twoSided} of {buyers.Members.Length} buyers with both sides; euros; totals of all goods", twoSided, buyers.Members.Length - twoSided,
                [.. buyers.Members.Where(id => !found.Any(buyer => buyer.Importer == id && buyer.Together is not null)).Select(id => world.States[id].Name)])));
    }

    private static MirrorOfImporter OfImporter(WorldEdition world, int importer, IReadOnlyList<MonthlyExport> exports, MirrorOptions options)
    {
        var imports = world.ReportedTrade.Where(flow => flow.By == ReportedBy.Importer && flow.Importer == importer).ToLookup(flow => flow.Year);
        var sellers = exports.Select(row => row.Exporter).Distinct().Order().ToList();
        MirrorFlow Flow(int exporter, IReadOnlyCollection<int> from) => MirrorGap.Of(exporter, importer, [.. Years(exports, imports, from)], options.NormUntil, options.LeastNormYears);
        return new MirrorOfImporter(
            importer, world.States[importer].Name, HalfYears(exports, options.NormUntil),
            imports.Count == 0 ? null : Flow(0, sellers),
            imports.Count == 0 ? [] : [.. sellers.Select(seller => Flow(seller, [seller])).OrderByDescending(flow => Sum(flow, options.NormUntil)).ThenBy(flow => flow.Exporter)]);
    }

    private static double Sum(MirrorFlow flow, int normUntil) => flow.Years.Where(year => year.Year > normUntil && double.IsFinite(year.Phantom)).Sum(year => year.Phantom);

    private static IEnumerable<MirrorGap.TwoSides> Years(IReadOnlyList<MonthlyExport> exports, ILookup<int, ReportedFlow> imports, IReadOnlyCollection<int> sellers)
    {
        foreach (var year in exports.GroupBy(row => row.Year).OrderBy(group => group.Key))
        {
            var months = year.Select(row => row.Month).Distinct().Count();
            var reported = imports[year.Key].ToList();
            var complete = reported.Count > 0 && reported.TrueForAll(flow => flow.IsComplete);
            var masked = months < MonthsOfYear ? string.Create(CultureInfo.InvariantCulture, $"the exporters' year holds {months} months")
                : reported.Count == 0 ? "the importer's year is not held"
                : !complete ? "the importer's year was not finished when it was collected" : null;
            yield return new MirrorGap.TwoSides(
                year.Key,
                months < MonthsOfYear ? double.NaN : year.Where(row => sellers.Contains(row.Exporter)).Sum(row => row.Euros),
                complete ? reported.Where(flow => sellers.Contains(flow.Exporter)).Sum(flow => flow.Euros) : double.NaN,
                masked);
        }
    }

    private static ImmutableArray<HalfYearExports> HalfYears(IReadOnlyList<MonthlyExport> exports, int normYear)
    {
        var byMonth = exports.GroupBy(row => (row.Year, row.Month)).ToDictionary(group => group.Key, group => group.Sum(row => row.Euros));
        var halves = from month in byMonth
                     group month by (month.Key.Year, Half: month.Key.Month <= 6 ? 1 : 2) into half
                     orderby half.Key
                     let then = half.Select(month => byMonth.GetValueOrDefault((normYear, month.Key.Month), double.NaN)).Sum()
                     let now = half.Sum(month => month.Value)
                     select new HalfYearExports(half.Key.Year, half.Key.Half, half.Count(), now, now / then - 1);
        return [.. halves];
    }
}
