using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy.Sensitivity;
using Entente.Numerics.Sensitivity;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports;

/// <summary>Shows a sensitivity study.</summary>
internal static class SensitivityReport
{
    private const int Bar = 12;
    private const int TwoIntervalsFrom = 110;
    private const int LabelWidth = 6;

    public static void Write(Terminal terminal, SensitivityStudy study, SourceCatalog catalog)
    {
        terminal.Title($"{study.Strategy.Title}: what the chance of a split turns on", Method(study));
        terminal.Markup(
            $"[dim]Mean {Numbers.Format(study.Mean, Unit.Probability)}, standard deviation {Numbers.Error(study.StandardDeviation, Unit.Probability)} points over {Numbers.Whole(study.Runs)} runs;[/] {(study.Failed == 0 ? "[dim]none failed[/]" : $"[yellow]{Numbers.Whole(study.Failed)} failed[/]")}[dim].[/]");
        terminal.Line();
        var (first, second) = Heads(study.Method);
        var sobol = study.Method == SensitivityMethod.Sobol;
        var wide = terminal.Width >= TwoIntervalsFrom;
        var columns = new List<Spectre.Console.TableColumn> { Look.Names(string.Empty), Look.Names(string.Empty), Look.Figures(first) };
        if (!sobol || wide) columns.Add(Look.Figures("90 %"));
        columns.Add(Look.Figures(second));
        if (sobol) columns.Add(Look.Figures("90 %"));
        columns.Add(Look.Names("basis"));
        var table = Look.Table([.. columns]);
        var most = study.Inputs.Select(Strength).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        foreach (var input in study.Inputs)
        {
            var cells = new List<string> { Terminal.Escape(input.Name), $"[teal]{Bars.Of(most > 0 ? Math.Max(0, Strength(input)) / most : 0, Bar).PadRight(Bar)}[/]", $"[bold]{Number(input.First.Value, study.Method)}[/]" };
            if (!sobol || wide) cells.Add($"[dim]{Range(input.First, study.Method)}[/]");
            cells.Add(sobol ? $"[bold]{Number(input.Total.Value, study.Method)}[/]" : Number(input.Spread, study.Method));
            if (sobol) cells.Add($"[dim]{Range(input.Total, study.Method)}[/]");
            cells.Add(input.IsJudgement ? "[yellow]judged[/]" : "sourced");
            table.Row([.. cells]);
        }

        terminal.Write(table);
        terminal.Line();
        if (double.IsFinite(study.Noise)) terminal.Item("Read", $"an input without influence would show about {Number(study.Noise, study.Method)}", LabelWidth);
        foreach (var caveat in study.Caveats) terminal.Item("Mind", Terminal.Escape(caveat), LabelWidth);
        SourceNotes.Write(terminal, study.Provenance, catalog);
    }

    public static void WriteJson(Terminal terminal, SensitivityStudy study, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "sensitivity", json =>
    {
        json.WriteString("strategy", study.Strategy.Key);
        json.WriteString("method", study.Method.ToString().ToLowerInvariant());
        json.WriteNumber("size", study.Size);
        json.WriteNumber("runs", study.Runs);
        json.WriteNumber("failed", study.Failed);
        json.Real("mean", study.Mean);
        json.Real("standard_deviation", study.StandardDeviation);
        json.Real("noise", study.Noise);
        json.List("inputs", study.Inputs, input =>
        {
            json.WriteString("name", input.Name);
            json.WriteBoolean("judgement", input.IsJudgement);
            Estimate(json, "first", input.First);
            Estimate(json, "total", input.Total);
            json.Real("spread", input.Spread);
        });
        json.Texts("caveats", study.Caveats);
        json.Provenance(study.Provenance, catalog);
    });

    private static void Estimate(Utf8JsonWriter json, string name, SensitivityEstimate estimate) => json.Object(name, () =>
    {
        json.Real("value", estimate.Value);
        json.Real("standard_error", estimate.StandardError);
        json.Real("low", estimate.Low);
        json.Real("high", estimate.High);
        json.WriteNumber("rows", estimate.Rows);
        json.WriteNumber("failed", estimate.Failed);
    });

    private static double Strength(InputSensitivity input) => double.IsNaN(input.Total.Value) ? input.First.Value : input.Total.Value;

    private static string Method(SensitivityStudy study) => study.Method switch
    {
        SensitivityMethod.Sobol => $"Sobol' indices, {Numbers.Whole(study.Size)} base rows",
        SensitivityMethod.Morris => $"elementary effects, {Numbers.Whole(study.Size)} trajectories",
        SensitivityMethod.Pawn => $"PAWN, {Numbers.Whole(study.Size)} draws",
        _ => $"Shapley effects, {Numbers.Whole(study.Size)} draws",
    };

    private static (string First, string Second) Heads(SensitivityMethod method) => method switch
    {
        SensitivityMethod.Sobol => ("alone", "in all"),
        SensitivityMethod.Morris => ("mean |effect|", "spread"),
        SensitivityMethod.Pawn => ("median distance", "greatest"),
        _ => ("share", string.Empty),
    };

    private static string Number(double value, SensitivityMethod method) => double.IsNaN(value) ? string.Empty : Numbers.Decimals(value, 3);

    private static string Range(SensitivityEstimate estimate, SensitivityMethod method) =>
        double.IsNaN(estimate.Low) ? string.Empty : $"{Number(estimate.Low, method)} to {Number(estimate.High, method)}";
}
