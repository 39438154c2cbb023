using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Strategy.Evidence;
using Entente.World.Catalog;
using Entente.World.Evidence;

namespace Entente.Cli.Reports;

/// <summary>Shows what lines of evidence would have said of past wedge attempts, and what they would weigh.</summary>
internal static class LineScoresReport
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, LineScores all, SourceCatalog catalog)
    {
        var scores = all.Scores;
        var (lines, weights, cases, splits) = Weigh(scores);
        terminal.Title("What would each line of evidence have said?", "probability of a split for every past attempt, out of sample");
        var summary = Look.Table(Look.Words("line"), Look.Figures("cases"), Look.Figures("Brier"), Look.Figures("log score"), Look.Figures("weight"), Look.Names("90 % interval"));
        foreach (var weight in weights)
        {
            var own = scores.Where(score => score.Line == weight.Line).ToList();
            summary.Row(
                weight.Line, own.Count.ToString(Invariant), own.Average(Brier).ToString("0.000", Invariant), own.Average(Log).ToString("0.000", Invariant), weight.Weight.ToString("0.00", Invariant),
                string.Create(Invariant, $"{weight.Interval.Low:0.00} to {weight.Interval.High:0.00}"));
        }

        terminal.Write(summary);
        terminal.Markup(string.Create(Invariant, $"[dim]Scores are each line's own cases; weights rest on the {cases} cases that all lines speak of, of which {splits} succeeded, and a prior of equal weights worth {EvidencePool.PriorCases:0} more. Smaller scores are better.[/]"));
        terminal.Heading("Cases", "a success is a split, a partial one is not");
        var table = Look.Table([Look.Words("case"), Look.Figures("year"), .. lines.Select(line => Look.Figures(line)), Look.Names("outcome")]);
        foreach (var one in scores.GroupBy(score => score.Case))
        {
            var outcome = one.First().Outcome switch { 1 => "[green]success[/]", 0 => "[red]failure[/]", _ => "[yellow]partial[/]" };
            table.Row([Terminal.Escape(one.Key), one.First().Year.ToString(Invariant), .. lines.Select(line => one.Where(score => score.Line == line).Select(score => score.Probability.ToString("0.00", Invariant)).FirstOrDefault("[dim]missing[/]")), outcome]);
        }

        terminal.Write(table);
        SourceNotes.Write(terminal, all.Provenance, catalog);
    }

    public static void WriteJson(Terminal terminal, LineScores all, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "line_scores", json =>
    {
        var scores = all.Scores;
        var (_, weights, cases, splits) = Weigh(scores);
        json.WriteNumber("cases", cases);
        json.WriteNumber("splits", splits);
        json.List("weights", weights, weight =>
        {
            json.WriteString("line", weight.Line);
            json.Real("weight", weight.Weight);
            json.Interval("interval", weight.Interval);
        });
        json.List("scores", scores, score =>
        {
            json.WriteString("case", score.Case);
            json.WriteString("line", score.Line);
            json.WriteNumber("year", score.Year);
            json.Real("probability", score.Probability);
            json.Real("outcome", score.Outcome);
        });
        json.Provenance(all.Provenance, catalog);
    });

    private static (ImmutableArray<string> Lines, ImmutableArray<LineWeight> Weights, int Cases, int Splits) Weigh(ImmutableArray<LineScore> scores)
    {
        ImmutableArray<string> lines = [.. scores.Select(score => score.Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var (weights, cases, splits) = EvidencePool.Learn(scores, lines);
        return (lines, weights, cases, splits);
    }

    private static double Hit(LineScore score) => score.Outcome >= 1 ? 1 : 0;

    private static double Brier(LineScore score) => Math.Pow(score.Probability - Hit(score), 2);

    private static double Log(LineScore score) => -Math.Log(Math.Clamp(Hit(score) > 0 ? score.Probability : 1 - score.Probability, 1e-6, 1));
}
