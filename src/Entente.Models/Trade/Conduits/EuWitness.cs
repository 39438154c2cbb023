using System.Collections.Immutable;
using Entente.World;
using Entente.World.Trade;

namespace Entente.Models.Trade.Conduits;

/// <summary>The EU's own yearly exports to every partner as a second witness of the inflow: another publisher, another currency, and years that the matrix lacks.</summary>
internal sealed class EuWitness
{
    private const string EuropeanUnion = "EUE";
    private const double ToBillion = 1e-9;

    private readonly List<ExcessScores> _years;

    private EuWitness(List<ExcessScores> years) => _years = years;

    /// <summary>Tests each year since the sanctions against the years before.</summary>
    public static EuWitness Of(WorldEdition world, int since)
    {
        var union = world.States.FindIso3(EuropeanUnion)?.Id;
        var flows = world.ReportedTrade.Where(flow => flow.By == ReportedBy.Exporter && flow.Exporter == union).ToList();
        var values = flows.ToDictionary(flow => (flow.Importer, flow.Year), flow => flow.Euros * ToBillion);
        ImmutableArray<int> years = [.. flows.Select(flow => flow.Year).Distinct().Order()];
        var last = years.LastOrDefault(year => year < since);
        if (last == 0 || years.Count(year => year <= last) < TrendForecast.LeastYears) return new EuWitness([]);
        var panel = FlowPanel.Of(years, [.. flows.Select(flow => flow.Importer).Distinct().Order()], (state, year) => values.GetValueOrDefault((state, year), double.NaN));
        return new EuWitness([.. years.Where(year => year >= since).Select(year => ExcessTest.Run(panel, last, year))]);
    }

    /// <summary>What the EU saw of a state; empty where it holds nothing.</summary>
    public ImmutableArray<FlowExcess> Of(int state) => [.. _years.Where(year => year.Actual.ContainsKey(state)).Select(year => year.Actual[state])];
}
