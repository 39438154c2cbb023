using Entente.Briefing;
using Entente.Briefing.Claims;
using Entente.Cli.Show;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Shows checked claims.</summary>
internal static class CheckReport
{
    private const int MostReadings = 7;

    public static void Write(Terminal terminal, ClaimsCheck check, string? path)
    {
        var counts = Enum.GetValues<ClaimVerdict>().Where(verdict => check.Count(verdict) > 0).Select(verdict => $"{ClaimVerdicts.Words(verdict)} {check.Count(verdict)}");
        terminal.Title(check.File.Title, string.Join(", ", counts));
        var table = Look.Table(Look.Names("claim"), Look.Names("verdict"), Look.Words("statement"));
        foreach (var result in check.Results) table.Row(Terminal.Escape(result.Claim.Key), Coloured(result), Terminal.Escape(result.Claim.Statement));
        terminal.Write(table);
        foreach (var result in check.Results) Claim(terminal, result);
        terminal.Line();
        terminal.Markup("[dim]+ holds, − does not hold, · is beside it; plain readings settle what the words leave open, wider ones change what they say. docs/claims.md has the rule.[/]");
        SourceNotes.Write(terminal, check.Provenance, new SourceCatalog(check.Sources));
        if (path is not null) terminal.Item("Written", Terminal.Escape(path));
    }

    private static void Claim(Terminal terminal, ClaimResult result)
    {
        terminal.Heading($"{result.Claim.Key}  {result.Claim.Statement}", result.Claim.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        terminal.Markup(Coloured(result));
        if (result.Claim.Where.Length > 0) terminal.Item("made in", $"[dim]{Terminal.Escape(result.Claim.Where)}[/]");
        foreach (var part in result.Parts)
        {
            var said = $"{part.Answer.Figure.Label}: {part.Part.Comparison.Wording}";
            if (result.Parts.Length > 1) terminal.Item("part", $"{(part.Part.Says.Length > 0 ? Terminal.Escape(part.Part.Says) + " – " : "")}{Coloured(part.Verdict, ClaimVerdicts.Words(part.Verdict, part.IsPartial))}");
            terminal.Item("said", Terminal.Escape(said) + (part.Part.Comparison.Tolerance(part.Answer.Definition.Unit) is { Length: > 0 } tolerance ? $" [dim]({tolerance})[/]" : ""));
            terminal.Item("because", Terminal.Escape(part.Why));
            var table = Look.Table(Look.Names(""), Look.Figures("value"), Look.Names("standing"), Look.Words("reading"));
            foreach (var reading in part.Readings.Where(reading => reading.Value != Numbers.Missing).Take(MostReadings))
            {
                table.Row(reading.Holds switch { true => "[green]+[/]", false => "[red]−[/]", _ => "[dim]·[/]" }, Terminal.Escape(reading.Value), $"[dim]{reading.Standing.ToString().ToLowerInvariant()}[/]", Terminal.Escape(reading.Label));
            }

            if (part.Readings.Any(reading => reading.Value != Numbers.Missing)) terminal.Write(table);
            if (!part.Answer.States.IsEmpty) terminal.Item("states", Terminal.Escape(string.Join(", ", part.Answer.States.Select(state => state.Name))));
            if (!part.Answer.IsMissing) terminal.Item("rests on", $"[dim]{Terminal.Escape(part.Answer.Figure.Provenance.Coverage.Statement)}[/]");
            terminal.Item("vintage", $"[dim]{Terminal.Escape(part.Answer.Vintage)}[/]");
        }

        if (result.Claim.Note.Length > 0) terminal.Item("note", Terminal.Escape(result.Claim.Note));
    }

    private static string Coloured(ClaimResult result) => Coloured(result.Verdict, result.Words);

    private static string Coloured(ClaimVerdict verdict, string words) => $"[{verdict switch { ClaimVerdict.Supported => "green", ClaimVerdict.Contradicted => "red", ClaimVerdict.DependsOnDefinition => "yellow", _ => "dim" }}]{words}[/]";
}
