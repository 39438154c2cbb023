using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Store.Queries;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows the rows of a query, and the views that can be read.</summary>
internal static class QueryReport
{
    private const int LongestCell = 60;

    public static void Write(Terminal terminal, QueryAnswer answer, string sql, string? path)
    {
        var rows = $"{Numbers.Whole(answer.Rows.Length)} {(answer.Rows.Length == 1 ? "row" : "rows")}";
        if (path is not null)
        {
            terminal.Markup($"{rows} in {Terminal.Escape(path)}.");
        }
        else
        {
            var table = Look.Table([.. answer.Columns.Select(column => column.Cell is QueryCell.Whole or QueryCell.Real ? Look.Figures(column.Name) : Look.Words(column.Name))]);
            foreach (var row in answer.Rows) table.Row([.. row.Select(cell => Terminal.Escape(Shown(cell)))]);
            terminal.Write(table);
            terminal.Markup($"[dim]{rows}.[/]");
        }

        if (answer.IsCut) terminal.Markup($"[yellow]There are more rows than {Numbers.Whole(answer.Rows.Length)}; --rows takes more, WHERE or LIMIT fewer.[/]");
        if (!answer.Sources.IsEmpty) SourceNotes.WriteKeys(terminal, answer.Sources);
        else SourceNotes.Write(terminal, answer.Grounds(sql).Documents);
    }

    public static void WriteJson(Terminal terminal, QueryAnswer answer, string sql, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "query", json =>
    {
        json.List("columns", answer.Columns, column =>
        {
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Cell.ToString().ToLowerInvariant());
        });
        json.WriteStartArray("rows");
        foreach (var row in answer.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                switch (cell)
                {
                    case long whole: json.WriteNumberValue(whole); break;
                    case double real when double.IsFinite(real): json.WriteNumberValue(real); break;
                    case bool flag: json.WriteBooleanValue(flag); break;
                    case string text: json.WriteStringValue(text); break;
                    default: json.WriteNullValue(); break;
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteBoolean("is_cut", answer.IsCut);
        json.Texts("views", answer.Views);
        json.List("sources", answer.Sources.Select(key => catalog[key]), source =>
        {
            json.WriteString("key", source.Key);
            json.WriteString("publisher", source.Publisher);
            json.WriteString("edition", source.Edition);
        });
        json.Provenance(answer.Grounds(sql), catalog);
    });

    public static void WriteViews(Terminal terminal)
    {
        terminal.Title("What a query can read", "states are ISO3 codes, with name and id beside them");
        foreach (var view in QueryViews.All)
        {
            terminal.Heading(view.Name, view.Description);
            foreach (var (name, description) in view.Columns) terminal.Item(name, $"[dim]{Terminal.Escape(description)}[/]", 24);
        }
    }

    public static void WriteViewsJson(Terminal terminal, WorldEdition world) => JsonText.Document(terminal.Raw, "query_views", json =>
    {
        json.List("views", QueryViews.All, view =>
        {
            json.WriteString("name", view.Name);
            json.WriteString("description", view.Description);
            json.List("columns", view.Columns, column =>
            {
                json.WriteString("name", column.Name);
                json.WriteString("description", column.Description);
            });
        });
        json.Provenance(world.Grounds("views of the tables of the store"), world.Catalog);
    });

    private static string Shown(object? cell) => cell switch
    {
        null => "missing",
        double real => double.IsFinite(real) ? real.ToString("G15", CultureInfo.InvariantCulture) : "missing",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => cell.ToString() is { Length: > LongestCell } text ? text[..(LongestCell - 1)].ReplaceLineEndings(" ") + "…" : cell.ToString()!.ReplaceLineEndings(" "),
    };
}
