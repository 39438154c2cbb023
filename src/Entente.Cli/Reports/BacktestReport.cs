using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Backtests;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Shows all scorecards.</summary>
internal static class BacktestReport
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, BacktestResult result, SourceCatalog catalog)
    {
        terminal.Title("How well would the models have called the past?", "each against its benchmark, on what it had not seen");
        foreach (var finding in result.Findings) terminal.Item("–", Terminal.Escape(finding));
        foreach (var subject in result.Cards.GroupBy(card => card.Subject))
        {
            terminal.Heading(subject.Key.ToString(), More(subject.Key));
            var table = Look.Table(Look.Words("what"), Look.Words("forecaster"), Look.Words("benchmark"), Look.Figures("model"), Look.Figures("benchmark"), Look.Names("verdict"));
            foreach (var card in subject)
            {
                var digits = card.Subject == BacktestSubject.Gas ? "0.0" : card.Subject == BacktestSubject.Trade ? "0.000" : "0.0000";
                table.Row(Terminal.Escape($"{card.What} ({card.Score})"), Terminal.Escape(card.Forecaster), Terminal.Escape(card.Benchmark), card.Model.ToString(digits, Invariant), card.Reference.ToString(digits, Invariant), Verdict(card));
            }

            terminal.Write(table);
        }

        terminal.Markup("[dim]Smaller scores are better. A verdict with an interval (wedges, alignment, disputes) is clear where 90 % of resamples agree; the others rest on one past and carry none.[/]");
        SourceNotes.Write(terminal, result.Provenance, catalog);
    }

    private static string Verdict(Scorecard card) => card.Verdict switch
    {
        "better" => "[green]better[/]",
        "worse" => "[red]worse[/]",
        var other => $"[yellow]{other}[/]",
    };

    private static string More(BacktestSubject subject) => subject switch
    {
        BacktestSubject.Wedges => "more: entente cases --scores",
        BacktestSubject.Alignment => "more: entente hypotheses",
        BacktestSubject.Disputes => "more: entente risk --scores",
        BacktestSubject.Nuclear => "more: entente allies USA --scores",
        BacktestSubject.Trade => "more: entente trade validate",
        _ => "more: entente gas validate",
    };

    public static void WriteJson(Terminal terminal, BacktestResult result, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "backtest", json =>
    {
        json.Texts("findings", result.Findings);
        json.List("cards", result.Cards, card =>
        {
            json.WriteString("subject", card.Subject.ToString().ToLowerInvariant());
            json.WriteString("what", card.What);
            json.WriteString("forecaster", card.Forecaster);
            json.WriteString("benchmark", card.Benchmark);
            json.WriteString("score", card.Score);
            json.Real("model", card.Model);
            json.Real("reference", card.Reference);
            json.Interval("gain_interval", card.GainInterval);
            json.WriteString("verdict", card.Verdict);
        });
        json.Provenance(result.Provenance, catalog);
    });
}
