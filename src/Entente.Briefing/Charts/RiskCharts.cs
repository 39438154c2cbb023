using System.Collections.Immutable;
using Entente.Models.Security.Hazards;

namespace Entente.Briefing.Charts;

/// <summary>Charts of hazards.</summary>
public static class RiskCharts
{
    /// <summary>Named pairs: yearly probabilities of open attack and of war with their intervals, on a logarithmic scale.</summary>
    /// <param name="pairs">Pairs by name, in the order of the chart.</param>
    public static Chart Named(ImmutableArray<(string Name, HazardForecast Forecast)> pairs)
    {
        var year = pairs.IsDefaultOrEmpty ? 0 : pairs[0].Forecast.Year;
        var rows = pairs.IsDefaultOrEmpty ? [] : pairs.Select(pair => new LogRow(pair.Name, Mark(pair.Forecast, HazardOutcome.Force), Mark(pair.Forecast, HazardOutcome.War))).ToImmutableArray();
        return new("risk-named", $"Open attack is far likelier than war in every named pair ({year})", "Probability per year, logarithmic scale; dots: means, bars: 90 % intervals",
            "Dots with intervals. " + string.Join(" ", rows.Select(row => $"{row.Label}: open attack {LogDotPlot.Words(row.First.Mean)}, war {LogDotPlot.Words(row.Second.Mean)}.")),
            new LogDotPlot(rows, "open attack", "war"));
    }

    private static HazardProbability Mark(HazardForecast forecast, HazardOutcome outcome) => forecast.Of(outcome).Yearly;
}
