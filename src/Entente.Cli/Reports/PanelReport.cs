using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Cli.Verbs;
using Entente.Models.Panel.Tables;

namespace Entente.Cli.Reports;

/// <summary>Shows what a panel holds, and what was written.</summary>
internal static class PanelReport
{
    public static void Write(Session session, PanelTable panel, PanelFiles? files)
    {
        var coverage = panel.Coverage().GroupBy(one => one.Variable).ToDictionary(group => group.Key, group => group.Where(year => year.Held > 0).ToList());
        if (session.Json) WriteJson(session, panel, files, coverage);
        else WriteText(session, panel, files, coverage);
    }

    private static void WriteText(Session session, PanelTable panel, PanelFiles? files, Dictionary<string, List<PanelCoverage>> coverage)
    {
        var terminal = session.Terminal;
        terminal.Title($"Panel of {panel.Unit}s", $"{Numbers.Whole(panel.Rows)} rows, {panel.Years[0]}–{panel.Years[^1]}, {panel.Variables.Length} variables");
        foreach (var block in panel.Variables.GroupBy(variable => variable.Block))
        {
            terminal.Heading(block.Key.ToString(), string.Empty);
            var table = Look.Table(Look.Names("variable"), Look.Figures("held"), Look.Names("years"), Look.Words("what it is"));
            foreach (var variable in block)
            {
                var held = coverage[variable.Name];
                var share = (double)held.Sum(year => (long)year.Held) / panel.Rows;
                table.Row(variable.Name, share.ToString("P0", CultureInfo.InvariantCulture), held.Count == 0 ? "none" : $"{held[0].Year}–{held[^1].Year}", Terminal.Escape($"{variable.Description} ({variable.Unit})"));
            }

            terminal.Write(table);
        }

        terminal.Markup("[dim]Values are of the year of the row: nothing is lagged, carried forward or imputed; a missing cell is not held.[/]");
        var provenance = panel.Provenance();
        terminal.Item("Rests on", Terminal.Escape(provenance.Coverage.Statement));
        SourceNotes.WriteKeys(terminal, provenance.Sources);
        if (files is null)
        {
            terminal.Markup($"[dim]Write it with: entente panel {panel.Unit} --out FILE.parquet[/]");
            return;
        }

        terminal.Item("Written", $"{Terminal.Escape(files.Panel)} [dim]({files.Bytes / 1e6:0.0} MB)[/]");
        terminal.Item("Codebook", Terminal.Escape(files.Codebook));
        terminal.Item("Coverage", $"{Terminal.Escape(files.Coverage)} [dim](cells held by variable and year)[/]");
    }

    private static void WriteJson(Session session, PanelTable panel, PanelFiles? files, Dictionary<string, List<PanelCoverage>> coverage) => JsonText.Document(session.Terminal.Raw, "panel", json =>
    {
        json.WriteString("unit", panel.Unit);
        json.WriteNumber("rows", panel.Rows);
        json.WriteNumber("from", panel.Years[0]);
        json.WriteNumber("to", panel.Years[^1]);
        if (files is not null)
        {
            json.WriteString("file", files.Panel);
            json.WriteNumber("bytes", files.Bytes);
            json.WriteString("codebook", files.Codebook);
            json.WriteString("coverage", files.Coverage);
        }

        json.List("variables", panel.Variables, variable =>
        {
            json.WriteString("name", variable.Name);
            json.WriteString("block", variable.Block.ToString());
            json.WriteString("description", variable.Description);
            json.WriteString("unit", variable.Unit);
            json.Texts("sources", variable.Sources);
            json.WriteString("note", variable.Note);
            json.WriteNumber("held", coverage[variable.Name].Sum(year => (long)year.Held));
            if (coverage[variable.Name] is [var first, ..] years)
            {
                json.WriteNumber("first_year", first.Year);
                json.WriteNumber("last_year", years[^1].Year);
            }
        });
        json.Provenance(panel.Provenance(), session.World.Catalog);
    });
}
