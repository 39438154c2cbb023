using System.Globalization;
using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade.WhatIf.Validation;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports;

/// <summary>Shows how well the trade model foretold.</summary>
internal static class TradeValidateReport
{
    private const int MostMovers = 5;

    public static void Write(Terminal terminal, ReshufflingValidation validation)
    {
        terminal.Title($"Russia's trade of {validation.To}, foretold from {validation.From}", string.Create(CultureInfo.InvariantCulture, $"{validation.Economies} economies, elasticity {validation.Theta}"));
        foreach (var flow in new[] { validation.Exports, validation.Imports })
        {
            Scores(terminal, flow);
            Movers(terminal, flow);
        }

        terminal.Line();
        foreach (var finding in validation.Findings) terminal.Item("•", Terminal.Escape(finding), 1);
        SourceNotes.Write(terminal, validation.Provenance, new SourceCatalog(validation.Sources));
        foreach (var sanctions in validation.Sanctions) terminal.Item("Estimate", $"[dim]{Terminal.Escape(sanctions.Source)}[/]");
    }

    public static void WriteJson(Terminal terminal, ReshufflingValidation validation) => JsonText.Document(terminal.Raw, "trade-validation", json =>
    {
        json.WriteNumber("from", validation.From);
        json.WriteNumber("to", validation.To);
        json.WriteNumber("economies", validation.Economies);
        json.Real("trade_elasticity", validation.Theta);
        json.List("sanctions", validation.Sanctions, sanctions =>
        {
            json.WriteString("key", sanctions.Key);
            json.WriteString("name", sanctions.Name);
            json.Real("log_effect_on_exports", sanctions.Exports);
            json.Real("log_effect_on_imports", sanctions.Imports);
            json.WriteString("source", sanctions.Source);
        });
        Flow(json, validation.Exports);
        Flow(json, validation.Imports);
        json.Texts("findings", validation.Findings);
        json.Provenance(validation.Provenance, new SourceCatalog(validation.Sources));
    });

    private static void Flow(Utf8JsonWriter json, FlowForecast flow) => json.Object(flow.Flow, () =>
    {
        json.WriteNumber("partners", flow.Partners);
        json.WriteNumber("missing", flow.Missing);
        json.Real("missing_share", flow.MissingShare);
        json.Texts("missing_names", flow.MissingNames);
        json.List("scores", flow.Scores, score =>
        {
            json.WriteString("key", score.Key);
            json.WriteString("name", score.Name);
            json.Real("rank_correlation_of_levels", score.RankOfLevels);
            json.Real("rank_correlation_of_changes", score.RankOfChanges);
            json.Real("misplaced_share", score.Misplaced);
            json.Real("median_absolute_log_error", score.MedianLogError);
            json.Real("within_factor_two", score.WithinFactorTwo);
        });
        json.List("movers", flow.Movers, mover =>
        {
            json.WriteString("name", mover.Name);
            json.WriteBoolean("sanctions", mover.Sanctions);
            json.Real("before", mover.Before);
            json.Real("observed", mover.Observed);
            json.Object("predicted", () =>
            {
                for (var k = 0; k < flow.Scores.Length; k++) json.Real(flow.Scores[k].Key, mover.Predicted[k]);
            });
        });
    });

    private static void Scores(Terminal terminal, FlowForecast flow)
    {
        terminal.Heading($"Russia's {flow.Flow} by partner", string.Create(CultureInfo.InvariantCulture, $"{flow.Partners} partners; {flow.Missing} missing with {flow.MissingShare * 100:0.0} % of trade before"));
        var table = Look.Table(Look.Names("forecast"), Look.Figures("misplaced"), Look.Figures("rank, change"), Look.Figures("rank, level"), Look.Figures("log error"), Look.Figures("within 2×"));
        foreach (var score in flow.Scores)
        {
            var name = score.Key is "no-change" or "growth" or "proportional" ? $"[dim]{Terminal.Escape(score.Name)}[/]" : Terminal.Escape(score.Name);
            table.Row(name, Numbers.Format(score.Misplaced, Unit.Share), double.IsNaN(score.RankOfChanges) ? "[dim]–[/]" : Numbers.Decimals(score.RankOfChanges, 2), Numbers.Decimals(score.RankOfLevels, 2), Numbers.Decimals(score.MedianLogError, 2), Numbers.Format(score.WithinFactorTwo, Unit.Share));
        }

        terminal.Write(table);
    }

    private static void Movers(Terminal terminal, FlowForecast flow)
    {
        var halved = flow.Scores.Select((score, place) => (score, place)).Where(pair => pair.score.Key.EndsWith("+growth", StringComparison.Ordinal)).ToList();
        var table = Look.Table([Look.Names("gained most"), Look.Figures("before"), Look.Figures("observed"), .. halved.Select(pair => Look.Figures(pair.score.Name.Split(',')[0]))]);
        foreach (var mover in flow.Movers.Where(mover => mover.Observed > mover.Before).Take(MostMovers))
        {
            table.Row([Terminal.Escape(mover.Name), Numbers.Format(mover.Before, Unit.Share), $"[bold]{Numbers.Format(mover.Observed, Unit.Share)}[/]", .. halved.Select(pair => Numbers.Format(mover.Predicted[pair.place], Unit.Share))]);
        }

        terminal.Write(table);
    }
}
