using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>Shows how far one party hangs on another in goods trade.</summary>
internal static class DependReport
{
    private const int LongestNote = 48;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, DependenceResult result, SourceCatalog catalog)
    {
        terminal.Title($"How far {result.Party} hangs on {result.On}", $"goods trade, {result.Year}");
        var footnotes = new List<string>();
        Shares(terminal, footnotes, result.Imports, $"{result.Party}'s imports from {result.On}", Rank(result.Imports, "origin"));
        terminal.Line();
        Shares(terminal, footnotes, result.Exports, $"{result.Party}'s exports to {result.On}", Rank(result.Exports, "destination"));
        terminal.Line();
        for (var i = 0; i < footnotes.Count; i++) terminal.Item($"[{i + 1}]", $"[dim]{Terminal.Escape(footnotes[i])}[/]", 3);
        terminal.Markup(Terminal.Escape(Asymmetry(result)));
        terminal.Markup("[dim]The three denominators differ where a year is incomplete: all are shown, none is preferred. Missing is not zero.[/]");
        SourceNotes.Write(terminal, result.Provenance, catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, DependenceResult result, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "dependence", json =>
    {
        json.WriteString("party", result.Party);
        json.WriteString("on", result.On);
        json.WriteNumber("year", result.Year);
        Flow(json, "exports", result.Exports);
        Flow(json, "imports", result.Imports);
        json.Real("total_share", result.TotalShare);
        json.Real("reverse_total_share", result.ReverseTotalShare);
        json.Real("asymmetry", result.Asymmetry);
        json.Provenance(result.Provenance, catalog);
    });

    /// <summary>One direction of trade.</summary>
    internal static void Flow(System.Text.Json.Utf8JsonWriter json, string name, FlowDependence flow) => json.Object(name, () =>
    {
        json.List("shares", flow.Shares, share =>
        {
            json.WriteString("denominator", Key(share.Denominator));
            json.Real("share", share.Share);
            json.Real("with_partner_billion_usd", share.NumeratorBillionUsd);
            json.Real("total_billion_usd", share.TotalBillionUsd);
            json.Coverage(share.Coverage);
        });
        json.Whole("rank", flow.Rank > 0 ? flow.Rank : null);
        json.WriteNumber("partners", flow.Partners);
    });

    /// <summary>The name of a denominator in files.</summary>
    internal static string Key(Denominator denominator) => denominator switch
    {
        Denominator.AsReported => "as_reported",
        Denominator.GapsFilled => "gaps_filled",
        _ => "official_total",
    };

    private static void Shares(Terminal terminal, List<string> footnotes, FlowDependence flow, string heading, string rank)
    {
        terminal.Markup($"[bold]{Terminal.Escape(heading)}[/]  [dim]{Terminal.Escape(rank)}[/]");
        var table = Look.Table(Look.Names("as a share of"), Look.Figures("share"), Look.Figures("amount"), Look.Figures("of total"), Look.Words("what is missing"));
        foreach (var share in flow.Shares)
        {
            var words = share.Denominator switch
            {
                Denominator.AsReported => "all that is reported",
                Denominator.GapsFilled => "the same, gaps filled",
                _ => "published customs total",
            };
            table.Row(
                words, $"[bold]{Numbers.Format(share.Share, Unit.Share)}[/]",
                Numbers.Format(share.NumeratorBillionUsd, Unit.BillionUsd), Numbers.Format(share.TotalBillionUsd, Unit.BillionUsd), $"[dim]{Terminal.Escape(Note(footnotes, share.Coverage.Statement))}[/]");
        }

        terminal.Write(table);
    }

    /// <summary>A short statement stands in the table, a long one at its foot, once.</summary>
    private static string Note(List<string> footnotes, string statement)
    {
        if (statement.Length <= LongestNote) return statement;
        if (!footnotes.Contains(statement)) footnotes.Add(statement);
        return $"[{footnotes.IndexOf(statement) + 1}]";
    }

    private static string Rank(FlowDependence flow, string role) =>
        flow.Rank > 0 ? $"{role} number {flow.Rank} of {flow.Partners}, gaps filled" : string.Empty;

    private static string Asymmetry(DependenceResult result)
    {
        var shares = $"{result.On} has {Numbers.Format(result.TotalShare, Unit.Share)} of {result.Party}'s goods trade; {result.Party} has {Numbers.Format(result.ReverseTotalShare, Unit.Share)} of {result.On}'s";
        if (!double.IsFinite(result.Asymmetry)) return $"{shares}.";
        return result.Asymmetry >= 1
            ? $"{shares}: {result.Party} depends {Numbers.Format(result.Asymmetry, Unit.Count)} times as much on {result.On} as the other way round."
            : $"{shares}: {result.On} depends {Numbers.Format(1 / result.Asymmetry, Unit.Count)} times as much on {result.Party} as the other way round.";
    }
}
