using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Show;

/// <summary>The foot of an answer: what it rests on, and who published that.</summary>
internal static class SourceNotes
{
    /// <summary>Writes coverage, query and numbered sources.</summary>
    public static void Write(Terminal terminal, Provenance provenance, SourceCatalog catalog)
    {
        terminal.Line();
        terminal.Item("Rests on", Terminal.Escape(provenance.Coverage.Statement));
        terminal.Item("Computed", $"[dim]{Terminal.Escape(provenance.Query)}[/]");
        Write(terminal, provenance.Sources.Select(key => catalog[key]).Concat(provenance.Documents));
    }

    /// <summary>Writes numbered sources.</summary>
    public static void Write(Terminal terminal, IEnumerable<Source> sources)
    {
        var number = 0;
        foreach (var source in sources) terminal.Item($"Source {++number}", $"{Terminal.Escape(Short(source))} [dim]({Terminal.Escape(source.Licence)})[/]");
    }

    /// <summary>The keys of many sources in one line, for a page that has no room for their titles.</summary>
    public static void WriteKeys(Terminal terminal, IEnumerable<string> keys) =>
        terminal.Item("Sources", $"[dim]{Terminal.Escape(string.Join(", ", keys))} (in full: entente data list)[/]");

    /// <summary>A source in a line: publisher, title, edition.</summary>
    public static string Short(Source source) => string.Join(", ", new[] { source.Publisher, source.Title, source.Edition }.Where(part => part.Length > 0));
}
