using System.Collections.Immutable;
using Entente.World;
using Entente.World.Trade;

namespace Entente.Models.Trade;

/// <summary>
/// The baseline of a recent year: goods trade as recorded, domestic sales estimated as GDP times the economy's ratio of domestic sales to GDP in the
/// last year in which both are measured (median ratio of all economies where the own one is not). Pairs that are missing from the year stand at
/// their last known value, shrunk by the measured effect of sanctions where the pair is under sanctions.
/// </summary>
public static class EstimatedBaseline
{
    private const double WorldTradeThreshold = .0025;
    private const double OwnTradeThreshold = .005;

    /// <summary>Builds the baseline.</summary>
    /// <param name="world">The world.</param>
    /// <param name="year">A year with goods trade.</param>
    /// <param name="named">Ids of the states that must stand alone where the data allow.</param>
    /// <param name="focus">Id of the state whose trading partners are kept apart.</param>
    /// <param name="filled">Value for a missing pair (exporter, importer, last value), thousand US$.</param>
    /// <param name="domestic">How domestic sales are estimated; <see cref="DomesticSalesRule.Default"/> where <see langword="null"/>.</param>
    /// <exception cref="InvalidInputException">No trade is held for the year.</exception>
    public static TradeBaseline Build(WorldEdition world, int year, IReadOnlyCollection<int> named, int focus, Func<int, int, double, double> filled, DomesticSalesRule? domestic = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(filled);
        var trade = world.Trade(year);
        double Flow(int exporter, int importer)
        {
            var value = trade.Value(exporter, importer);
            return double.IsNaN(value) ? filled(exporter, importer, trade.LastValue(exporter, importer)) : value;
        }

        var kept = Keep(world, trade, year, named, focus, Flow);
        var rest = trade.Economies.Where(id => !kept.Contains(id)).ToImmutableArray();
        ImmutableArray<BaselineEconomy> economies = [.. kept.Select(id => new BaselineEconomy(world.States[id].Name, [id])), new BaselineEconomy("Rest of the world", rest)];
        var n = economies.Length;
        var flows = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                foreach (var exporter in economies[i].Members)
                {
                    foreach (var importer in economies[j].Members)
                    {
                        if (exporter != importer) flows[(i * n) + j] += Flow(exporter, importer) / 1000;
                    }
                }
            }
        }

        AddDomesticSales(world, year, economies, flows, domestic ?? DomesticSalesRule.Default);
        return new TradeBaseline(
            year, economies, flows, true,
            $"goods trade of {year} (BACI), domestic sales estimated from GDP and the {world.ExpenditureYears[^1]} ratios of WIOD; services trade is not in it",
            [.. trade.Sources, "wiod", "worldbank-gdp"]);
    }

    private static ImmutableArray<int> Keep(
        WorldEdition world, TradeMatrix trade, int year, IReadOnlyCollection<int> named, int focus, Func<int, int, double> flow)
    {
        var total = new Dictionary<int, double>();
        var own = new Dictionary<int, double>();
        var all = 0.0;
        foreach (var a in trade.Economies)
        {
            foreach (var b in trade.Economies)
            {
                if (a == b) continue;
                var value = flow(a, b);
                all += value;
                total[a] = total.GetValueOrDefault(a) + value;
                total[b] = total.GetValueOrDefault(b) + value;
                if (a == focus || b == focus) own[a == focus ? b : a] = own.GetValueOrDefault(a == focus ? b : a) + value;
            }
        }

        var ownAll = own.Values.Sum();
        return
        [
            .. trade.Economies.Where(id =>
                world.LatestIndicator("gdp_current_usd", id, year) is { } gdp && gdp.Year >= year - 5
                && (named.Contains(id) || id == focus || total.GetValueOrDefault(id) >= 2 * WorldTradeThreshold * all || own.GetValueOrDefault(id) >= OwnTradeThreshold * ownAll)),
        ];
    }

    private static void AddDomesticSales(WorldEdition world, int year, ImmutableArray<BaselineEconomy> economies, double[] flows, DomesticSalesRule rule)
    {
        var n = economies.Length;
        var ratios = DomesticRatios(world);
        var sorted = ratios.Values.Order().ToArray();
        var median = sorted[sorted.Length / 2];
        for (var i = 0; i < n; i++)
        {
            foreach (var id in economies[i].Members)
            {
                if (world.LatestIndicator("gdp_current_usd", id, year) is not { } gdp) continue;
                flows[(i * n) + i] += gdp.Value / 1e6 * rule.Factor * (rule.OwnRatios ? ratios.GetValueOrDefault(id, median) : median);
            }
        }
    }

    /// <summary>Domestic sales over GDP by state in the last year with measured domestic sales.</summary>
    private static Dictionary<int, double> DomesticRatios(WorldEdition world)
    {
        var year = world.ExpenditureYears[^1];
        var matrix = world.Expenditure(year);
        var n = matrix.Economies.Length;
        var ratios = new Dictionary<int, double>();
        for (var i = 0; i < n; i++)
        {
            var state = world.States.FindIso3(matrix.Economies[i], year);
            if (state is null || world.Indicator("gdp_current_usd", state.Id, year) is not { } gdp) continue;
            ratios[state.Id] = matrix.Share[(i * n) + i] * matrix.Expenditure[i] * 1e6 / gdp;
        }

        return ratios;
    }
}
