using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Strategies;
using Entente.Models.Strategy.Runs;

namespace Entente.Cli.Reports.Strategies;

/// <summary>Shows how far a run is that cannot be assessed yet, or what merging gave.</summary>
internal static class RunReport
{
    private const int RangesShown = 5;

    public static void Write(Session session, string folder, AssessmentRun run) => Write(session, folder, run.Manifest, run.Done, run.Missing, run.Damaged);

    public static void Write(Session session, string folder, MergedRun merged) => Write(session, folder, merged.Manifest, merged.Done, merged.Missing, merged.Damaged);

    private static void Write(Session session, string folder, RunManifest manifest, int done, ImmutableArray<DrawRange> missing, ImmutableArray<string> damaged)
    {
        if (session.Json) Json(session.Terminal, folder, manifest, done, missing, damaged);
        else Page(session.Terminal, folder, manifest, done, missing, damaged);
    }

    private static void Page(Terminal terminal, string folder, RunManifest manifest, int done, ImmutableArray<DrawRange> missing, ImmutableArray<string> damaged)
    {
        terminal.Title($"Run of {manifest.Plan.Key}", string.Create(CultureInfo.InvariantCulture, $"{manifest.Divider} · {manifest.Target} · {manifest.Partner}; seed {manifest.Plan.Seed}"));
        terminal.Item("Draws", $"[bold]{Numbers.Whole(done)}[/] of {Numbers.Whole(manifest.Plan.Draws)} are in {Terminal.Escape(folder)}");
        if (missing.Length > 0)
        {
            var more = missing.Length > RangesShown ? $" and {missing.Length - RangesShown} more ranges" : "";
            terminal.Item("Missing", Terminal.Escape(string.Join(", ", missing.Take(RangesShown)) + more));
        }

        foreach (var file in damaged) terminal.Item("Not whole", $"[yellow]{Terminal.Escape(file)}[/]");
        var typed = AssessRun.Typed(folder);
        terminal.Item("More", missing.IsEmpty
            ? $"[dim]entente assess --run {Terminal.Escape(typed)} shows the assessment[/]"
            : $"[dim]entente assess --run {Terminal.Escape(typed)} computes the rest here; entente merge OUT RUN … joins slices[/]");
    }

    private static void Json(Terminal terminal, string folder, RunManifest manifest, int done, ImmutableArray<DrawRange> missing, ImmutableArray<string> damaged) => JsonText.Document(terminal.Raw, "run", json =>
    {
        json.WriteString("folder", folder);
        json.WriteString("strategy", manifest.Plan.Key);
        json.WriteString("strategy_sha256", manifest.Plan.StrategySha256);
        json.WriteString("program", manifest.Program);
        json.WriteNumber("draws", manifest.Plan.Draws);
        json.WriteNumber("seed", manifest.Plan.Seed);
        json.WriteNumber("done", done);
        json.List("missing", missing, range =>
        {
            json.WriteNumber("first", range.First);
            json.WriteNumber("last", range.Last);
        });
        json.Texts("not_whole", damaged);
    });
}
