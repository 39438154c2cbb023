using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.Models.Trade.Dependence;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Charts of trade dependence.</summary>
public static class DependenceCharts
{
    /// <summary>The partner's share of imports over the years under every denominator, with what came through third states; one picture that does not choose.</summary>
    /// <param name="indirect">Direct and indirect shares.</param>
    public static Chart Imports(IndirectDependence indirect)
    {
        ArgumentNullException.ThrowIfNull(indirect);
        var years = indirect.Years.Select(year => year.Year).ToImmutableArray();
        var filled = Values(indirect, Denominator.GapsFilled, share => share.Direct);
        var lines = new List<ChartSeries>
        {
            new("direct, gaps filled", years, filled, Values(indirect, Denominator.GapsFilled, share => double.IsFinite(share.Upper) ? share.Direct : double.NaN), Values(indirect, Denominator.GapsFilled, share => share.Upper)),
        };
        Add(lines, "direct, as reported", years, Values(indirect, Denominator.AsReported, share => share.Direct), filled);
        Add(lines, "direct, of the customs total", years, Values(indirect, Denominator.OfficialTotal, share => share.Direct), filled);
        Add(lines, "with third states' content, gaps filled", years, Values(indirect, Denominator.GapsFilled, share => share.Content), filled);
        var hasConduits = indirect.Years.Any(year => year.ThroughConduits is not null);
        var subtitle = "Share of goods imports, per cent" + (hasConduits ? string.Create(CultureInfo.InvariantCulture, $"; bar: up to the upper bound through conduits ({indirect.Conduits!.Year})") : "");
        return Of("dependence-imports", $"What of {indirect.Direct.Party}'s imports comes from {indirect.Direct.On}", subtitle, lines, indirect.Provenance);
    }

    /// <summary>The partner's share of imports and of exports over the years, gaps filled, and as reported where that differs.</summary>
    /// <param name="series">The series.</param>
    public static Chart Shares(DependenceSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var years = series.Years.Select(year => year.Year).ToImmutableArray();
        ImmutableArray<double> Of(Func<DependenceYear, double> value) => [.. series.Years.Select(value)];
        var (imports, exports) = (Of(year => year.ImportShare(Denominator.GapsFilled)), Of(year => year.ExportShare(Denominator.GapsFilled)));
        var lines = new List<ChartSeries> { new("of imports, gaps filled", years, imports, [], []), new("of exports, gaps filled", years, exports, [], []) };
        Add(lines, "of imports, as reported", years, Of(year => year.ImportShare(Denominator.AsReported)), imports);
        Add(lines, "of exports, as reported", years, Of(year => year.ExportShare(Denominator.AsReported)), exports);
        return DependenceCharts.Of("dependence", $"What {series.On} is to {series.Party} in goods trade", $"{series.On}'s share, per cent", lines, series.Provenance);
    }

    private static Chart Of(string key, string title, string subtitle, List<ChartSeries> lines, Provenance provenance)
    {
        var data = new ChartData(key, title, Unit.Share, [.. lines], provenance.Sources, null);
        return new Chart(key, title, subtitle, LineDescription.Of(data), new LinePlot(data.Series, data.Unit) { Reference = (.5, "half") });
    }

    private static ImmutableArray<double> Values(IndirectDependence indirect, Denominator denominator, Func<IndirectShare, double> value) =>
        [.. indirect.Years.Select(year => year.Shares.IsEmpty ? double.NaN : value(year.Shares[(int)denominator]))];

    /// <summary>A line that says nothing new is not drawn a second time.</summary>
    private static void Add(List<ChartSeries> lines, string name, ImmutableArray<int> years, ImmutableArray<double> values, ImmutableArray<double> drawn)
    {
        ImmutableArray<double> other = [.. values.Select((value, index) => Math.Abs(value - drawn[index]) < 1e-9 ? double.NaN : value)];
        if (other.Any(double.IsFinite)) lines.Add(new ChartSeries(name, years, other, [], []));
    }
}
