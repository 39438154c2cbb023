using Entente.Cli.Show;
using Entente.Models.Figures;
using Entente.World.Catalog;

namespace Entente.Cli.Reports.Briefs;

/// <summary>Shows the catalogue of figures.</summary>
internal static class FiguresReport
{
    public static void Write(Terminal terminal, IReadOnlyCollection<FigureDefinition> figures)
    {
        terminal.Title("Figures that can be asked for by name", "a parameter in brackets has a default");
        var table = Look.Table(Look.Names("name"), Look.Words("what it is"), Look.Words("parameters"));
        foreach (var figure in figures)
        {
            table.Row($"[bold]{figure.Key}[/]", Terminal.Escape(figure.Title), $"[dim]{Terminal.Escape(string.Join(' ', figure.Parameters.Select(parameter => parameter.IsRequired ? parameter.Name : $"[{parameter.Name}]")))}[/]");
        }

        terminal.Write(table);
        terminal.Markup("[dim]'entente figures NAME' explains one; 'entente figure NAME state=RUS year=2023 …' answers it; what is in none of them, 'entente query' may find.[/]");
    }

    public static void Write(Terminal terminal, FigureDefinition figure, SourceCatalog catalog)
    {
        terminal.Title(figure.Key, figure.Title);
        terminal.Markup(Terminal.Escape(figure.Description));
        terminal.Heading("Parameters");
        foreach (var parameter in figure.Parameters)
        {
            var choices = parameter.Choices.IsEmpty ? "" : $" [[{Terminal.Escape(string.Join(", ", parameter.Choices))}]]";
            var standard = parameter.IsRequired ? "" : parameter.Default is { } value ? $" [dim](default {Terminal.Escape(value)})[/]" : " [dim](may be left out)[/]";
            terminal.Item(parameter.Name, $"{Terminal.Escape(parameter.Description)}{choices}{standard}", 14);
        }

        terminal.Heading("Limits");
        foreach (var limit in figure.Limits) terminal.Item("–", Terminal.Escape(limit), 2);
        terminal.Heading("Example");
        terminal.Markup($"  entente figure {Terminal.Escape(figure.Key)} {Terminal.Escape(figure.Example)}");
        terminal.Line();
        SourceNotes.Write(terminal, figure.Sources.Select(key => catalog[key]));
    }
}
