using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Tables;

namespace Entente.Cli.Reports;

/// <summary>Shows what the store holds.</summary>
internal static class DataListReport
{
    /// <summary>The sources, for people.</summary>
    public static void WriteSources(Terminal terminal, WorldEdition world)
    {
        Head(terminal, world);
        var table = Look.Table(Look.Names("source"), Look.Words("publisher and title"), Look.Words("edition"), Look.Words("coverage"), Look.Names("ship"));
        foreach (var source in world.Catalog.Sources)
        {
            table.Row(
                $"[bold]{Terminal.Escape(source.Key)}[/]", $"{Terminal.Escape(source.Publisher)}: {Terminal.Escape(source.Title)}", $"[dim]{Terminal.Escape(source.Edition)}[/]",
                $"[dim]{Terminal.Escape(source.Coverage)}[/]", source.Ship == "no" ? "[yellow]no[/]" : Terminal.Escape(source.Ship));
        }

        terminal.Write(table);
        terminal.Markup("\n[dim]Licences, defects and citations: entente data list --json, or data/catalog.yaml. Tables: entente data list --tables.[/]");
    }

    /// <summary>The tables, for people.</summary>
    public static void WriteTables(Terminal terminal, WorldEdition world)
    {
        Head(terminal, world);
        var table = Look.Table(Look.Names("table"), Look.Figures("rows"), Look.Figures("kB"), Look.Words("what it is"));
        foreach (var stored in world.Manifest.Tables)
        {
            var description = StoreSchema.All.FirstOrDefault(schema => schema.Name == stored.Name)?.Description ?? string.Empty;
            table.Row($"[bold]{stored.Name}[/]", Numbers.Whole(stored.Rows), Numbers.Whole((stored.Files.Sum(file => file.Bytes) + 1023) / 1024), $"[dim]{Terminal.Escape(description)}[/]");
        }

        terminal.Write(table);
    }

    /// <summary>Sources and tables, as JSON.</summary>
    public static void WriteJson(Terminal terminal, WorldEdition world) => JsonText.Document(terminal.Raw, "holdings", json =>
    {
        json.WriteString("store", world.Directory);
        json.WriteNumber("bytes", world.Manifest.Bytes);
        json.List("sources", world.Catalog.Sources, source =>
        {
            json.WriteString("key", source.Key);
            json.WriteString("publisher", source.Publisher);
            json.WriteString("title", source.Title);
            json.WriteString("edition", source.Edition);
            json.WriteString("licence", source.Licence);
            json.WriteString("ship", source.Ship);
            json.WriteString("shipped", source.Shipped);
            json.WriteString("coverage", source.Coverage);
            json.Texts("defects", source.Defects);
            json.WriteString("citation", source.Citation);
            json.Texts("tables", source.Tables);
        });
        json.List("tables", world.Manifest.Tables, table =>
        {
            json.WriteString("name", table.Name);
            json.WriteNumber("rows", table.Rows);
            json.Texts("columns", table.Columns);
            json.List("files", table.Files, file =>
            {
                json.WriteString("name", file.Name);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
            });
        });
        json.Provenance(world.Grounds("catalog and manifest of the store"), world.Catalog);
    });

    private static void Head(Terminal terminal, WorldEdition world) =>
        terminal.Title("What is held", $"{world.Catalog.Sources.Length} sources, {world.Manifest.Tables.Length} tables, {Numbers.Whole(world.Manifest.Bytes / 1_000_000)} MB in {world.Directory}");
}
