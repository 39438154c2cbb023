using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World.Store;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows what a build made.</summary>
internal static class DataBuildReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, SnapshotSummary summary)
    {
        var manifest = summary.Manifest;
        terminal.Title("The store is built", $"{manifest.Tables.Length} tables, {Numbers.Whole(manifest.Tables.Sum(table => table.Rows))} rows, {Numbers.Whole(manifest.Bytes / 1000)} kB in {summary.Directory}");
        var table = Look.Table(Look.Names("source"), Look.Figures("files"), Look.Words("rows by table"));
        foreach (var source in manifest.Sources)
            table.Row($"[bold]{Terminal.Escape(source.Key)}[/]", Numbers.Whole(source.Inputs.Length), string.Join(", ", source.Tables.Select(part => $"{part.Table} {Numbers.Whole(part.Rows)}")));
        terminal.Write(table);
        Notes(terminal, manifest.Sources);
        if (!summary.Dropped.IsEmpty) terminal.Item("Dropped", $"identical rows given twice: {string.Join(", ", summary.Dropped.Select(part => $"{part.Table} {Numbers.Whole(part.Rows)}"))}");
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, SnapshotSummary summary) => JsonText.Document(terminal.Raw, "build", json =>
    {
        json.WriteString("store", summary.Directory);
        json.WriteNumber("bytes", summary.Manifest.Bytes);
        json.List("tables", summary.Manifest.Tables, table =>
        {
            json.WriteString("name", table.Name);
            json.WriteNumber("rows", table.Rows);
        });
        json.List("sources", summary.Manifest.Sources, source =>
        {
            json.WriteString("key", source.Key);
            json.List("notes", source.Notes, note =>
            {
                json.WriteString("file", note.File);
                json.WriteString("reason", note.Reason);
                json.WriteNumber("count", note.Count);
                json.WriteNumber("first_line", note.FirstLine);
                json.WriteString("example", note.Example);
            });
        });
        json.List("dropped", summary.Dropped, part =>
        {
            json.WriteString("table", part.Table);
            json.WriteNumber("rows", part.Rows);
        });
    });

    private static void Notes(Terminal terminal, IEnumerable<StoredSource> sources)
    {
        var notes = sources.SelectMany(source => source.Notes.Select(note => (source.Key, note))).ToList();
        if (notes.Count == 0) return;
        terminal.Heading("Rows passed over or mended");
        var table = Look.Table(Look.Figures("rows"), Look.Words("why"), Look.Words("first seen"));
        foreach (var (key, note) in notes.OrderByDescending(entry => entry.note.Count))
            table.Row(Numbers.Whole(note.Count), Terminal.Escape(note.Reason), $"[dim]{Terminal.Escape(key)}: {Terminal.Escape(note.File)}, line {note.FirstLine}: {Terminal.Escape(note.Example)}[/]");
        terminal.Write(table);
    }
}
