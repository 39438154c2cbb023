using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Briefs;

namespace Entente.Cli.Reports.Briefs;

/// <summary>Says what chart was written, and gives its alternative text.</summary>
internal static class ChartReport
{
    public static void Write(Session session, WrittenChart written)
    {
        if (session.Json) WriteJson(session, written);
        else WriteText(session.Terminal, written);
    }

    private static void WriteText(Terminal terminal, WrittenChart written)
    {
        var (chart, provenance) = (written.Drawn.Chart, written.Drawn.Provenance);
        terminal.Title(chart.Title, chart.Subtitle);
        terminal.Item("Written", $"{Terminal.Escape(written.Path)} [dim]({Numbers.Whole((written.Bytes + 1023) / 1024)} kB)[/]");
        if (written.Codebook is { } codebook) terminal.Item("Codebook", Terminal.Escape(codebook));
        terminal.Item("Alt text", Terminal.Escape(chart.Description));
        terminal.Line();
        terminal.Item("Rests on", Terminal.Escape(provenance.Coverage.Statement));
        terminal.Item("Computed", $"[dim]{Terminal.Escape(provenance.Query)}[/]");
        SourceNotes.Write(terminal, written.Drawn.Sources);
    }

    private static void WriteJson(Session session, WrittenChart written) => JsonText.Document(session.Terminal.Raw, "chart", json =>
    {
        var (chart, provenance) = (written.Drawn.Chart, written.Drawn.Provenance);
        json.WriteString("file", written.Path);
        json.WriteNumber("bytes", written.Bytes);
        json.WriteString("codebook", written.Codebook);
        json.WriteNumber("width", written.Width);
        json.WriteString("look", written.Look.ToString().ToLowerInvariant());
        json.WriteString("title", chart.Title);
        json.WriteString("subtitle", chart.Subtitle);
        json.WriteString("alt_text", chart.Description);
        json.Provenance(provenance, session.World.Catalog);
    });
}
