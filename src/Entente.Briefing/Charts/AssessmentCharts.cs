using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>The charts of an assessment. Titles are statements made from its numbers; where there is nothing to draw there is no chart.</summary>
public static partial class AssessmentCharts
{
    private const int MostRows = 12;

    /// <summary>The target's balance as a running sum: each bar starts where the last one ended.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where the balance is empty.</returns>
    public static Chart? Balance(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Balance.IsDefaultOrEmpty) return null;
        var rows = ImmutableArray.CreateBuilder<Row>();
        var sum = 0.0;
        foreach (var term in assessment.Balance)
        {
            var worth = term.Worth;
            rows.Add(new(term.Name, Capital(term.Channel), [new(worth.Mean, worth.Low, worth.High, worth.Mean < 0 ? "s2 bar" : "s1 bar")], Signed(worth.Mean)) { Start = sum });
            if (double.IsFinite(worth.Mean)) sum += worth.Mean;
        }

        var missing = assessment.Balance.Count(term => !double.IsFinite(term.Worth.Mean));
        rows.Add(new("Sum of the means", missing == 0 ? null : $"{missing} missing", [new(sum, double.NaN, double.NaN, "s0 bar")], Signed(sum)) { IsTotal = true });
        var title = sum < 0
            ? $"For {assessment.Names.Target} the terms against changing sides outweigh those for it by {Numbers.Format(-sum, Unit.Share)} of a year’s income"
            : $"For {assessment.Names.Target} the terms for changing sides outweigh those against it by {Numbers.Format(sum, Unit.Share)} of a year’s income";
        return new("balance", title, "Worth to the target each year, share of its income; bars add up from top to bottom, thin lines: 90 % of draws",
            "Bars. " + Rows(rows), new BarPlot(rows.ToImmutable(), Unit.RelativeChange) { Running = true, Legend = [("speaks for changing sides", "s1 bar"), ("speaks against", "s2 bar")] });
    }

    /// <summary>Net worth of changing sides over all draws.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where no draw is held.</returns>
    public static Chart? NetWorth(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var above = HistogramMath.ShareAbove(assessment.NetWorth, 0);
        if (double.IsNaN(above)) return null;
        var share = Numbers.Format(above, Unit.Share);
        return new("net-worth", $"Changing sides would pay {assessment.Names.Target} in {share} of draws", "Net worth of changing sides, share of one year’s income; height: share of draws",
            $"Histogram of the net worth over draws: above zero in {share}, below in {Numbers.Format(1 - above, Unit.Share)}.", new HistogramPlot(assessment.NetWorth, Unit.RelativeChange, "does not pay", "pays"));
    }

    /// <summary>Chance of a split under each view.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where there are no views.</returns>
    public static Chart? Views(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Views.IsDefaultOrEmpty) return null;
        var rows = assessment.Views.Select(view => new Row(view.Name, null, [Mark(view.Splits, "s1 dot")], Numbers.Short(view.Splits, Unit.Probability))).ToImmutableArray();
        var means = assessment.Views.Select(view => view.Splits.Mean).Where(double.IsFinite).ToArray();
        var title = means.Length == 0 ? "No view gives a probability" : $"The views put the probability that {assessment.Names.Target} is split from its partner at {Numbers.Range(means.Min(), means.Max(), Unit.Probability)}";
        return new("views", title, "Chance of a split under each view; bars: 90 % of draws", "Dots with intervals. " + Rows(rows),
            new DotPlot(rows, Unit.Probability) { Reference = Reference(assessment) });
    }

    /// <summary>The cost table as bars, the largest amounts first.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where there are no costs.</returns>
    public static Chart? Costs(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Costs.IsDefaultOrEmpty) return null;
        var ranked = assessment.Costs.OrderByDescending(line => double.IsFinite(line.BillionUsdPerYear.Mean) ? Math.Abs(line.BillionUsdPerYear.Mean) : -1).ToArray();
        var rows = ranked.Take(MostRows).Select(line => new Row(line.Who, line.What, [Mark(line.BillionUsdPerYear, (line.BillionUsdPerYear.Mean < 0 ? "s2 " : "s1 ") + (line.Basis == Basis.Judgement ? "outline" : "bar"))],
            Numbers.Signed(line.BillionUsdPerYear.Mean, Unit.BillionUsd))).ToImmutableArray();
        var (least, most) = (ranked.MinBy(line => line.BillionUsdPerYear.Mean)!, ranked[0]);
        var title = !double.IsFinite(most.BillionUsdPerYear.Mean) ? "No amount is known"
            : least.BillionUsdPerYear.Mean < 0 ? $"The largest cost is {Numbers.Format(-least.BillionUsdPerYear.Mean, Unit.BillionUsd)} a year: {least.Who}, {least.What}"
            : $"No line is a cost; the largest gain is {Numbers.Format(most.BillionUsdPerYear.Mean, Unit.BillionUsd)} a year";
        var left = ranked.Length > rows.Length ? $"; the {rows.Length} largest of {ranked.Length} lines" : "";
        return new("costs", title, $"Billion US$ a year once phased in; thin lines: 90 % of draws{left}", "Bars. " + Rows(rows), new BarPlot(rows, Unit.BillionUsd)
        {
            Legend = [("gain", "s1 bar"), ("cost", "s2 bar"), .. rows.Any(row => row.Marks[0].Classes.EndsWith("outline", StringComparison.Ordinal)) ? [("pale: rests on judgement", "s6 outline")] : ImmutableArray<(string, string)>.Empty],
        });
    }

    /// <summary>Probability that each ally does anything but rely on the divider, without and with the moves.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where there are no allies.</returns>
    public static Chart? Allies(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Allies.IsDefaultOrEmpty) return null;
        var rows = assessment.Allies.Take(MostRows).Select(ally => new Row(ally.Name, null,
            [Mark(ally.DriftBefore, "s6 ring"), Mark(ally.DriftAfter, "s2 dot")], Numbers.Points(ally.Change.Mean))).ToImmutableArray();
        var top = assessment.Allies.MaxBy(ally => ally.Change.Mean)!;
        var title = !double.IsFinite(top.Change.Mean) ? "Whether allies would go on relying is not known"
            : top.Change.Mean > 0 ? $"{top.Name} is affected most: that it stops relying becomes likelier by {Numbers.Points(top.Change.Mean).TrimStart('+')}"
            : "The moves make no ally likelier to stop relying";
        var left = assessment.Allies.Length > rows.Length ? $"; the first {rows.Length} of {assessment.Allies.Length} allies" : "";
        return new("allies", title, $"Probability of arming by itself, going nuclear or accommodating within {assessment.Strategy.HorizonYears} years; bars: 90 % of draws; right: change in percentage points{left}",
            "Pairs of dots. " + string.Join(" ", assessment.Allies.Take(MostRows).Select(ally => $"{ally.Name}: {Numbers.Format(ally.DriftBefore.Mean, Unit.Probability)} without, {Numbers.Format(ally.DriftAfter.Mean, Unit.Probability)} with the moves.")),
            new DotPlot(rows, Unit.Probability) { Legend = [("without the moves", "s6 ring"), ("with the moves", "s2 dot")] });
    }

    /// <summary>Chance of a split in the lowest and the highest fifth of each assumption.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, or <see langword="null"/> where no influence was computed.</returns>
    public static Chart? Influences(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Influences.IsDefaultOrEmpty) return null;
        var rows = assessment.Influences.Take(MostRows).Select(influence => new Row(Capital(Spoken(influence.Name)), influence.IsJudgement ? "judgement" : "sourced",
            [new(influence.WhenLow, double.NaN, double.NaN, "s6 ring"), new(influence.WhenHigh, double.NaN, double.NaN, "s1 dot")],
            $"{Numbers.Format(influence.WhenLow, Unit.Probability)} → {Numbers.Format(influence.WhenHigh, Unit.Probability)}")).ToImmutableArray();
        var first = assessment.Influences[0];
        var (least, most) = first.Name == Influence.RivalView ? ("under the least favourable", "under the most favourable") : ("where it is low", "where it is high");
        var title = $"The answer hangs most on {Spoken(first.Name)}: {Numbers.Format(first.WhenLow, Unit.Probability)} {least}, {Numbers.Format(first.WhenHigh, Unit.Probability)} {most}";
        return new("influences", title, "Chance of a split in the lowest and the highest fifth of each assumption; for the rival view, under the least and the most favourable one", "Pairs of dots. " + Rows(rows),
            new DotPlot(rows, Unit.Probability) { Joined = true, Reference = Reference(assessment), Legend = [("lowest fifth of the assumption", "s6 ring"), ("highest fifth", "s1 dot")] });
    }

    /// <summary>The name of an assumption as people say it: "reversal hazard" for reversal_hazard.</summary>
    internal static string Spoken(string name) => string.Join(' ', name.Split('_').Select(word => word == "lng" ? "LNG" : word));

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static RowMark Mark(Spread spread, string classes) => new(spread.Mean, spread.Low, spread.High, classes);

    private static (double, string)? Reference(Assessment assessment) => double.IsFinite(assessment.Splits.Mean)
        ? (assessment.Splits.Mean, $"all draws {Numbers.Format(assessment.Splits.Mean, Unit.Probability)}") : null;

    private static string Signed(double worth) => Numbers.Signed(worth, Unit.RelativeChange);

    private static string Rows(IEnumerable<Row> rows) => string.Join(" ", rows.Select(row => $"{row.Label}: {row.Text}."));
}
