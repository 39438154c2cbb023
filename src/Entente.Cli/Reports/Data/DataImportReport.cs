using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World.Sources;
using Entente.World.Store;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows what an import changed.</summary>
internal static class DataImportReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, ImportResult import, StoreChange change)
    {
        terminal.Title("Imported", $"source {import.Source}; the new edition is {change.Edition}");
        var table = Look.Table(
            Look.Names("table"), Look.Figures("new"), Look.Figures("replaced"), Look.Figures("unchanged"), Look.Figures("removed"));
        foreach (var entry in change.Tables)
            table.Row($"[bold]{entry.Table}[/]", Numbers.Whole(entry.Inserted), Numbers.Whole(entry.Replaced), Numbers.Whole(entry.Unchanged), Numbers.Whole(entry.Removed));
        terminal.Write(table);
        foreach (var reason in import.Notes.GroupBy(note => note.Reason).OrderByDescending(group => group.Count()))
        {
            var first = reason.First();
            terminal.Item($"{Numbers.Whole(reason.Count())} rows", $"{Terminal.Escape(reason.Key)} [dim](first: {Terminal.Escape(first.File)}, line {first.Line}: {Terminal.Escape(first.Value)})[/]");
        }
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, ImportResult import, StoreChange change) => JsonText.Document(terminal.Raw, "import", json =>
    {
        json.WriteString("source", import.Source);
        json.WriteString("edition", change.Edition);
        json.List("tables", change.Tables, table =>
        {
            json.WriteString("table", table.Table);
            json.WriteNumber("inserted", table.Inserted);
            json.WriteNumber("replaced", table.Replaced);
            json.WriteNumber("unchanged", table.Unchanged);
            json.WriteNumber("removed", table.Removed);
        });
        json.List("notes", import.Notes.GroupBy(note => note.Reason), reason =>
        {
            json.WriteString("reason", reason.Key);
            json.WriteNumber("count", reason.Count());
            json.WriteNumber("first_line", reason.First().Line);
            json.WriteString("example", reason.First().Value);
        });
    });
}
