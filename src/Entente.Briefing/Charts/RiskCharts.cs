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
        return new("risk-named", Title(pairs, year), "Probability per year, logarithmic scale; dots: means, bars: 90 % intervals",
            "Dots with intervals. " + string.Join(" ", rows.Select(row => $"{row.Label}: open attack {LogDotPlot.Words(row.First.Mean)}, war {LogDotPlot.Words(row.Second.Mean)}.")),
            new LogDotPlot(rows, "open attack", "war"));
    }

    private static string Title(ImmutableArray<(string Name, HazardForecast Forecast)> pairs, int year)
    {
        if (pairs.IsDefaultOrEmpty) return "Named pairs";
        var likelier = pairs.Count(pair => Mark(pair.Forecast, HazardOutcome.Force).Mean > Mark(pair.Forecast, HazardOutcome.War).Mean);
        return likelier == pairs.Length ? $"How likely open attack and war are between {pairs.Length} pairs, {year}" : $"War is as likely as open attack in {pairs.Length - likelier} of {pairs.Length} pairs, {year}";
    }

    private static HazardProbability Mark(HazardForecast forecast, HazardOutcome outcome) => forecast.Of(outcome).Yearly;
}
