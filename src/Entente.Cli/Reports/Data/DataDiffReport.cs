using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Editions;
using Entente.Models.Figures;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows what differs between two editions.</summary>
internal static class DataDiffReport
{
    private const int Shown = 15;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, StoreDifference difference, IReadOnlyList<MovedFigure> figures)
    {
        terminal.Title(difference.IsSame ? "The editions hold the same rows" : "What a new edition changed");
        terminal.Item("before", Terminal.Escape(difference.Before));
        terminal.Item("after", Terminal.Escape(difference.After));
        if (!difference.IsSame) Tables(terminal, difference);
        foreach (var source in difference.Sources)
        {
            terminal.Item(source.Source, string.Join("; ", new[] { Files("new", source.Added), Files("gone", source.Removed) }.Where(text => text.Length > 0)), 22);
        }

        Figures(terminal, figures);
    }

    private static void Tables(Terminal terminal, StoreDifference difference)
    {
        var changed = difference.Tables.Where(table => !table.IsSame).ToArray();
        terminal.Heading("Rows", $"{Numbers.Whole(difference.Tables.Length - changed.Length)} tables are the same");
        var rows = Look.Table(Look.Names("table"), Look.Figures("before"), Look.Figures("after"), Look.Figures("added"), Look.Figures("changed"), Look.Figures("removed"), Look.Words("coverage"));
        foreach (var table in changed)
        {
            var coverage = table.CoverageBefore == table.CoverageAfter ? table.CoverageAfter ?? "" : $"{table.CoverageBefore ?? "nothing"} → {table.CoverageAfter ?? "nothing"}";
            rows.Row($"[bold]{table.Table}[/]", Numbers.Whole(table.Before), Numbers.Whole(table.After), Numbers.Whole(table.Added), Numbers.Whole(table.Changed), Numbers.Whole(table.Removed), $"[dim]{Terminal.Escape(coverage)}[/]");
        }

        terminal.Write(rows);
        terminal.Line();
    }

    private static void Figures(Terminal terminal, IReadOnlyList<MovedFigure> figures)
    {
        if (figures.Count == 0) return;
        var moved = figures.Where(figure => figure.Move == FigureMove.Moved).ToArray();
        var (appeared, vanished, same) = (Count(FigureMove.Appeared), Count(FigureMove.Vanished), Count(FigureMove.Same));
        terminal.Heading("Figures", $"{figures.Count} asked of both editions: {moved.Length} moved, {appeared} new, {vanished} gone, {same} the same, {Count(FigureMove.Missing)} in neither");
        var table = Look.Table(Look.Words("figure"), Look.Figures("before"), Look.Figures("after"), Look.Figures("change"), Look.Words(""));
        foreach (var figure in moved.Take(Shown))
        {
            table.Row(Terminal.Escape(Label(figure)), Terminal.Escape(Value(figure.Before)), Terminal.Escape(Value(figure.After)), Terminal.Escape(Change(figure)), figure.IsWithinInterval ? "[dim]within its interval[/]" : "");
        }

        foreach (var figure in figures.Where(figure => figure.Move is FigureMove.Appeared or FigureMove.Vanished).Take(Shown))
        {
            table.Row(Terminal.Escape(Label(figure)), Terminal.Escape(Value(figure.Before)), Terminal.Escape(Value(figure.After)), "", figure.Move == FigureMove.Appeared ? "[green]new[/]" : "[red]gone[/]");
        }

        if (table.Rows.Count > 0) terminal.Write(table);
        if (moved.Length > Shown || appeared + vanished > Shown) terminal.Markup("[dim]The largest moves, by size against their mean; all with --json.[/]");

        int Count(FigureMove move) => figures.Count(figure => figure.Move == move);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, StoreDifference difference, IReadOnlyList<MovedFigure> figures, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "data-diff", json =>
    {
        json.WriteString("before", difference.Before);
        json.WriteString("after", difference.After);
        json.WriteBoolean("same", difference.IsSame);
        json.List("tables", difference.Tables, table =>
        {
            json.WriteString("table", table.Table);
            json.WriteNumber("before", table.Before);
            json.WriteNumber("after", table.After);
            json.WriteNumber("added", table.Added);
            json.WriteNumber("changed", table.Changed);
            json.WriteNumber("removed", table.Removed);
            json.WriteString("coverage_before", table.CoverageBefore);
            json.WriteString("coverage_after", table.CoverageAfter);
        });
        json.List("sources", difference.Sources, source =>
        {
            json.WriteString("source", source.Source);
            json.List("added", source.Added, Input);
            json.List("removed", source.Removed, Input);
        });
        json.List("figures", figures, figure =>
        {
            json.WriteString("request", figure.Request.ToString());
            json.WriteString("label", Label(figure));
            json.WriteString("move", figure.Move.ToString().ToLowerInvariant());
            json.WriteString("unit", figure.After.Definition.Unit.ToString());
            Answer("before", figure.Before);
            Answer("after", figure.After);
            json.Real("change", figure.Change);
            json.WriteBoolean("within_interval", figure.IsWithinInterval);
        });
        json.Provenance(EditionFigures.Grounds(difference, figures).In(catalog), catalog);

        void Input(SourceInput input)
        {
            json.WriteString("name", input.Name);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteString("sha256", input.Sha256);
        }

        void Answer(string name, FigureAnswer answer) => json.Object(name, () =>
        {
            json.Real("value", answer.Figure.Value);
            json.WriteString("text", answer.Text);
            json.Interval("interval", answer.Figure.Interval);
            json.WriteString("why_missing", answer.WhyMissing);
            json.Texts("sources", answer.Figure.Provenance.Sources);
        });
    });

    private static string Label(MovedFigure figure) => figure.After.IsMissing ? figure.Before.IsMissing ? figure.Request.ToString() : figure.Before.Figure.Label : figure.After.Figure.Label;

    private static string Value(FigureAnswer answer) => answer.IsMissing ? Numbers.Missing : answer.Text ?? Numbers.Format(answer.Figure.Value, answer.Figure.Unit);

    private static string Change(MovedFigure figure) => double.IsNaN(figure.Change) ? "" : figure.After.Definition.Unit is Unit.Share or Unit.Probability ? Numbers.Points(figure.Change) : Numbers.Signed(figure.Change, figure.After.Definition.Unit);

    private static string Files(string word, IReadOnlyCollection<SourceInput> files) => files.Count == 0 ? "" : $"{word}: {string.Join(", ", files.Select(file => $"{Terminal.Escape(file.Name)} [dim]{file.Sha256[..12]}[/]"))}";
}
