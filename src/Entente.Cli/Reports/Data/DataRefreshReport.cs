using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World.Catalog;
using Entente.World.Refresh;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows what a refresh did.</summary>
internal static class DataRefreshReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, RefreshResult result)
    {
        var failed = result.Sources.Where(source => source.Outcome == SourceOutcome.Failed).ToArray();
        var offline = failed.Length > 0 && failed.All(source => source.Problem == FetchProblem.Unreachable);
        terminal.Title(
            result.Edition is not null ? "Refreshed" : offline ? "No publisher could be reached" : result.IsWhole ? "Nothing newer" : "Not refreshed",
            result.Edition is { } edition ? $"the new edition is {edition}" : "your store is as it was");
        var table = Look.Table(Look.Names("source"), Look.Names("outcome"), Look.Words("what happened"));
        foreach (var source in result.Sources) table.Row($"[bold]{source.Endpoint.Key}[/]", Word(source.Outcome), Terminal.Escape(source.Sentence));
        terminal.Write(table);

        var files = result.Sources.SelectMany(source => source.Files.Select(file => (source.Endpoint.Key, file))).Where(entry => entry.file.Bytes > 0).ToArray();
        if (files.Length > 0)
        {
            terminal.Heading("Files that came");
            var came = Look.Table(Look.Names("source"), Look.Figures("kB"), Look.Names("SHA-256"), Look.Words("from"));
            foreach (var (key, file) in files) came.Row(key, Numbers.Whole((file.Bytes + 999) / 1000), $"[dim]{file.Sha256[..12]}[/]", $"[dim]{Terminal.Escape(file.Address)}{(file.ContinuedAt > 0 ? ", continued" : "")}[/]");
            terminal.Write(came);
        }

        var changes = result.Sources.SelectMany(source => source.Tables.Select(change => (source, change))).ToArray();
        if (changes.Length > 0)
        {
            terminal.Heading("Rows");
            var rows = Look.Table(Look.Names("source"), Look.Names("table"), Look.Figures("new"), Look.Figures("replaced"), Look.Figures("unchanged"), Look.Figures("removed"), Look.Figures("notes"));
            foreach (var (source, change) in changes)
                rows.Row(source.Endpoint.Key, $"[bold]{change.Table}[/]", Numbers.Whole(change.Inserted), Numbers.Whole(change.Replaced), Numbers.Whole(change.Unchanged), Numbers.Whole(change.Removed), Numbers.Whole(source.Notes));
            terminal.Write(rows);
        }

        if (result.Edition is not null) terminal.Markup("\n[dim]entente data diff --last shows what changed and which figures moved.[/]");
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, RefreshResult result, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "refresh", json =>
    {
        json.WriteString("before", result.Before);
        json.WriteString("edition", result.Edition);
        json.WriteBoolean("whole", result.IsWhole);
        json.List("sources", result.Sources, source =>
        {
            json.WriteString("key", source.Endpoint.Key);
            json.WriteString("outcome", Name(source.Outcome));
            json.WriteString("problem", source.Problem?.ToString().ToLowerInvariant());
            json.WriteString("sentence", source.Sentence);
            json.List("files", source.Files, file =>
            {
                json.WriteString("name", file.Name);
                json.WriteString("address", file.Address);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteNumber("attempts", file.Attempts);
                json.WriteNumber("continued_at", file.ContinuedAt);
            });
            json.List("tables", source.Tables, change =>
            {
                json.WriteString("table", change.Table);
                json.WriteNumber("inserted", change.Inserted);
                json.WriteNumber("replaced", change.Replaced);
                json.WriteNumber("unchanged", change.Unchanged);
                json.WriteNumber("removed", change.Removed);
            });
            json.WriteNumber("notes", source.Notes);
        });
        json.Provenance(result.Grounds(catalog), catalog);
    });

    private static string Name(SourceOutcome outcome) => outcome == SourceOutcome.HeldBack ? "held_back" : outcome.ToString().ToLowerInvariant();

    private static string Word(SourceOutcome outcome) => outcome switch
    {
        SourceOutcome.Refreshed => "[green]refreshed[/]",
        SourceOutcome.Failed => "[red]failed[/]",
        SourceOutcome.HeldBack => "[yellow]held back[/]",
        SourceOutcome.Skipped => "[dim]skipped[/]",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
