using System.Collections.Immutable;
using Entente.Briefing.Maps;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>The charts of a what-if. Titles are statements made from its numbers.</summary>
public static class WhatIfCharts
{
    private const int MostRows = 6;
    private const int MostMarks = 4;

    /// <summary>The world map of a variant: change of real income.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="variant">One of its variants.</param>
    public static Chart Map(WhatIfAnswer answer, VariantEffect variant)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(variant);
        var known = variant.Economies.Where(economy => economy.Iso3 is not null).ToList();
        var (gains, loses) = (known.Count(economy => MapPlot.ClassOf(economy.RealIncome.Median)[0] == 'p'), known.Count(economy => MapPlot.ClassOf(economy.RealIncome.Median)[0] == 'n'));
        var extremes = string.Join(" ", known.OrderByDescending(economy => Math.Abs(economy.RealIncome.Median)).Take(8).Select(economy => $"{economy.Name}: {Numbers.Signed(economy.RealIncome.Median, Unit.RelativeChange)}."));
        return new($"map-{variant.Name}", $"{variant.Name}: {gains} {(gains == 1 ? "economy gains" : "economies gain")} at least 0.01 %, {loses} {(loses == 1 ? "loses" : "lose")} as much", "Change of real income once all has come about, per cent, median of all draws",
            $"World map. The largest changes: {extremes} All are in the table of winners and losers and in the JSON.",
            new MapPlot([.. known.Select(economy => new MapValue(economy.Iso3!, economy.Name, economy.RealIncome.Median))]));
    }

    /// <summary>Those that gain or lose most, with bands, in every variant.</summary>
    /// <param name="answer">The answer.</param>
    public static Chart Bands(WhatIfAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var shown = answer.Variants.Take(MostMarks).ToImmutableArray();
        var largest = Largest(answer);
        var ranked = largest.Economies.Where(economy => economy.StateId > 0 && double.IsFinite(economy.RealIncome.Median)).OrderByDescending(economy => economy.RealIncome.Median).ToList();
        var wanted = ranked.Take(MostRows).Concat(ranked.TakeLast(MostRows)).Select(economy => economy.Name).Append(answer.Target).Append(answer.Partner ?? answer.Target).ToHashSet();
        var rows = ranked.Where(economy => wanted.Contains(economy.Name)).Select(economy => new Row(
            economy.Name, null, [.. shown.Select((variant, index) => Mark(variant.Economies.First(other => other.Name == economy.Name).RealIncome, $"{ChartStyle.Series(index)} dot"))],
            Numbers.Signed(economy.RealIncome.Median, Unit.RelativeChange))).ToImmutableArray();
        var target = largest.Economies.First(economy => economy.Name == answer.Target);
        return new("bands", $"{largest.Name}: {answer.Target} {(target.RealIncome.Median < 0 ? "loses" : "gains")} {Numbers.Format(Math.Abs(target.RealIncome.Median), Unit.Share)} of real income",
            $"Change of real income; dots: medians, bars: 90 % of draws; numbers: {largest.Name}", "Dots with intervals. " + string.Join(" ", rows.Select(row => $"{row.Label}: {row.Text}.")),
            new DotPlot(rows, Unit.RelativeChange) { Legend = [.. shown.Select((variant, index) => (variant.Name, $"{ChartStyle.Series(index)} dot"))] });
    }

    /// <summary>How trade of the target with its main partners changes in a variant.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="variant">One of its variants.</param>
    public static Chart Trade(WhatIfAnswer answer, VariantEffect variant)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(variant);
        var partners = variant.TargetTrade.Select(pair => pair.Exporter == answer.Target ? pair.Importer : pair.Exporter).Distinct().ToList();
        var rows = partners.Select(name =>
        {
            var (exports, imports) = (Find(answer.Target, name), Find(name, answer.Target));
            return new Row(name, null, [Mark(exports, "s1 dot"), Mark(imports, "s2 dot")], $"{Numbers.Signed(exports.Median, Unit.RelativeChange)} / {Numbers.Signed(imports.Median, Unit.RelativeChange)}");
        }).ToImmutableArray();

        // Partners whose barrier falls change many times as much as all others, who would be a single line beside them.
        double Reach(Row row) => row.Marks.Select(mark => Math.Abs(mark.Value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var usual = rows.Length == 0 ? 0 : rows.Select(Reach).Order().ElementAt(rows.Length / 3);
        var left = rows.Where(row => Reach(row) > 6 * usual && usual > 0).Select(row => row.Label).ToList();
        rows = [.. rows.Where(row => !left.Contains(row.Label))];
        var beyond = left.Count == 0 ? "" : $"; beyond the scale, in the table below: {string.Join(", ", left)}";
        return new($"trade-{variant.Name}", $"{variant.Name}: trade of {answer.Target} with its largest partners", $"Change against the baseline; dots: medians, bars: 90 % of draws; numbers: exports / imports{beyond}",
            "Pairs of dots. " + string.Join(" ", rows.Select(row => $"{row.Label}: {row.Text}.")),
            new DotPlot(rows, Unit.RelativeChange) { Legend = [($"exports of {answer.Target}", "s1 dot"), ($"imports of {answer.Target}", "s2 dot")] });

        Spread Find(string from, string to) => variant.TargetTrade.FirstOrDefault(pair => pair.Exporter == from && pair.Importer == to)?.Change ?? new Spread(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
    }

    /// <summary>The target's real income year by year, or <see langword="null"/> where nothing takes years.</summary>
    /// <param name="answer">The answer.</param>
    public static Chart? Path(WhatIfAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var data = PathData(answer);
        return data is null ? null : Chart.Lines(data) with { Subtitle = "Change of real income by years since the change, per cent; lines: medians, bands: 90 % of draws" };
    }

    internal static ChartData? PathData(WhatIfAnswer answer)
    {
        var gradual = answer.Variants.Where(variant => !variant.Path.IsEmpty).Take(MostMarks).ToList();
        if (gradual.Count == 0) return null;
        return new ChartData("path", $"What {answer.Target} gains comes over years", Unit.RelativeChange,
            [.. gradual.Select(variant => new ChartSeries(variant.Name, [0, .. variant.Path.Select(year => year.Year)], [0, .. variant.Path.Select(year => year.Target.Median)], [0, .. variant.Path.Select(year => year.Target.Low)], [0, .. variant.Path.Select(year => year.Target.High)]))],
            [.. answer.Baseline.Sources], null);
    }

    /// <summary>The variant that moves the target most.</summary>
    internal static VariantEffect Largest(WhatIfAnswer answer) =>
        answer.Variants.MaxBy(variant => Math.Abs(variant.Economies.First(economy => economy.Name == answer.Target).RealIncome.Median))!;

    private static RowMark Mark(Spread spread, string classes) => new(spread.Median, spread.Low, spread.High, classes);
}
