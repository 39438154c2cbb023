using Entente.Briefing;
using Entente.Cli.Show;

namespace Entente.Cli.Reports.Briefs;

/// <summary>Says what brief was written, and what changed since the earlier one.</summary>
internal static class BriefReport
{
    private const int MostRows = 15;

    public static void Write(Session session, ComposedBrief brief, IReadOnlyList<string> files)
    {
        if (session.Json) WriteJson(session.Terminal, brief, files);
        else WriteText(session.Terminal, brief, files);
    }

    /// <summary>Says which files of a template were written.</summary>
    public static void WriteTemplate(Session session, IReadOnlyList<string> files)
    {
        if (session.Json)
        {
            JsonText.Document(session.Terminal.Raw, "template", json => json.Texts("files", files));
            return;
        }

        session.Terminal.Title("House style");
        foreach (var file in files) session.Terminal.Item("Written", Terminal.Escape(file));
        session.Terminal.Markup("[dim]Edit them and call: entente brief SUBJECT --template FOLDER --out FILE.html[/]");
    }

    private static void WriteText(Terminal terminal, ComposedBrief brief, IReadOnlyList<string> files)
    {
        var figures = brief.Figures;
        terminal.Title(figures.Title, $"brief of the {figures.Kind} {figures.Subject}");
        foreach (var file in files) terminal.Item("Written", Terminal.Escape(file));
        terminal.Item("Figures", $"{Numbers.Whole(figures.Figures.Length)} figures, {Numbers.Whole(figures.Sources.Length)} sources with their vintages");
        if (brief.Changes is not { } changes) return;
        terminal.Heading("What changed since the earlier brief");
        foreach (var sentence in changes.Sentences()) terminal.Markup(Terminal.Escape(sentence));
        var shown = changes.Figures.Where(change => change.IsVisible).ToList();
        if (shown.Count == 0) return;
        terminal.Line();
        var table = Look.Table(Look.Words("figure"), Look.Words("where"), Look.Figures("before"), Look.Figures("now"), Look.Words("beyond noise"));
        foreach (var change in shown.Take(MostRows))
        {
            table.Row(Terminal.Escape(change.Shown.Label), Terminal.Escape(change.Shown.Group), Value(change.Before), Value(change.Now), change.Before is null ? "new" : change.Now is null ? "gone" : change.IsNoise ? "no" : change.Now.Error > 0 ? "yes" : "no draws");
        }

        terminal.Write(table);
        if (shown.Count > MostRows) terminal.Markup($"[dim]{shown.Count - MostRows} smaller changes: --json has all.[/]");
    }

    private static string Value(BriefFigure? figure) => figure is null ? "" : Terminal.Escape(Numbers.Format(figure.Value, figure.Unit));

    private static void WriteJson(Terminal terminal, ComposedBrief brief, IReadOnlyList<string> files) => JsonText.Document(terminal.Raw, "brief", json =>
    {
        json.Texts("files", files);
        BriefFigures.Write(json, brief.Figures);
        if (brief.Changes is not { } changes) return;
        json.Object("changes", () =>
        {
            json.Texts("sentences", changes.Sentences());
            json.WriteNumber("same", changes.Same);
            json.List("figures", changes.Figures, change =>
            {
                json.WriteString("key", change.Shown.Key);
                json.WriteString("group", change.Shown.Group);
                json.WriteString("label", change.Shown.Label);
                json.Real("before", change.Before?.Value ?? double.NaN);
                json.Real("now", change.Now?.Value ?? double.NaN);
                json.Real("difference", change.Difference);
                json.Real("size", change.Size);
                json.WriteBoolean("within_noise", change.IsNoise);
            });
            json.List("sources", changes.Sources, source =>
            {
                json.WriteString("key", source.Shown.Key);
                json.WriteString("before", source.Before?.Edition);
                json.WriteString("now", source.Now?.Edition);
            });
        });
    });
}
