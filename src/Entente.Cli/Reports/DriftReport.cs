using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Votes.Drift;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports;

/// <summary>Shows who moved, toward whom, and through what: one section per question.</summary>
internal static class DriftReport
{
    private const int MostMovers = 15;
    private const int MostResolutions = 5;
    private const int ResolutionColumns = 48;

    /// <summary>For people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="catalog">The sources.</param>
    /// <param name="named">Whether parties were named, which are then shown in full; else the list of movers.</param>
    /// <param name="top">Movers of the list to show; <see langword="null"/> for as many as a screen takes.</param>
    public static void Write(Terminal terminal, DriftAnswer answer, SourceCatalog catalog, bool named, int? top)
    {
        var about = answer.Issue is { } issue ? $" on {issue}" : string.Empty;
        terminal.Title(named ? $"{string.Join(", ", answer.Movers.Select(mover => mover.Party))}: movement from {answer.Base.Label} to {answer.Last.Label}" : $"Who moved from {answer.Base.Label} to {answer.Last.Label}", $"votes in the UN General Assembly{about}");
        foreach (var note in new[] { answer.Base.Widened, answer.Last.Widened }) terminal.MarkupIf(note, "yellow");
        Everyone(terminal, answer);
        if (named) Parties(terminal, answer);
        else Movers(terminal, answer, top ?? MostMovers);
        foreach (var hole in answer.Provenance.Coverage.MissingNames) terminal.Item("?", $"[yellow]{Terminal.Escape(hole)}[/]", 1);
        SourceNotes.Write(terminal, answer.Provenance, catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, DriftAnswer answer, SourceCatalog catalog, bool named, int? top) =>
        DriftJson.Write(terminal, answer, catalog, named ? int.MaxValue : MostResolutions, top ?? int.MaxValue);

    private static void Everyone(Terminal terminal, DriftAnswer answer)
    {
        terminal.Heading("All states together", "median, in points of agreement");
        var table = Look.Table(Look.Names("toward"), Look.Figures("states"), Look.Figures("change"), Look.Figures("same texts"), Look.Figures("agenda"));
        foreach (var reference in answer.References)
        {
            table.Row(Terminal.Escape(reference.Label), Numbers.Whole(reference.States), Points(reference.MedianChange), Points(reference.MedianBehaviour), Points(reference.MedianAgenda));
        }

        terminal.Write(table);
        var recurring = answer.Resolutions.Count(resolution => resolution.Recurs);
        terminal.Markup($"[dim]Same texts: changed votes on the {recurring} resolutions of both periods. Agenda: what {answer.Resolutions.Length - recurring} new or dropped ones, and changed weights, did to the average. Where all states move alike, it was the other side that moved.[/]");
    }

    private static void Movers(Terminal terminal, DriftAnswer answer, int top)
    {
        terminal.Heading("Who moved most", "on the same texts, points beyond the median state; (noise)");
        var clear = answer.Movers.Where(mover => mover.Largest!.IsClear).ToList();
        var shown = clear.Take(top).ToList();
        if (shown.Count == 0)
        {
            terminal.Markup("[dim]no state: every movement is within noise[/]");
        }
        else
        {
            var table = Look.Table([Look.Names("state"), .. answer.References.Select(reference => Look.Figures(reference.Key)), Look.Words("mostly through")]);
            // The last column takes what the others leave, so that a line stays a line.
            var room = terminal.Width - shown.Max(mover => Math.Min(mover.Party.Length, 24)) - 2 - answer.References.Sum(reference => Math.Max(7, reference.Key.Length) + 2) - 1;
            foreach (var mover in shown)
            {
                var cells = answer.References.Select((_, r) => mover.Pairs.FirstOrDefault(pair => pair.Toward == r)).Select(pair => Own(pair, pair == mover.Largest));
                table.Row([Terminal.Escape(VoteReport.Short(mover.Party, 24)), .. cells, $"[dim]{Terminal.Escape(VoteReport.Short(Through(answer, mover.Largest!), room))}[/]"]);
            }

            terminal.Write(table);
        }

        var more = clear.Count > shown.Count ? $"{clear.Count - shown.Count} more moved beyond noise, " : string.Empty;
        var level = 1 - (answer.Movers.SelectMany(mover => mover.Pairs).FirstOrDefault(pair => pair.OwnInterval is not null)?.OwnInterval?.Level ?? .9);
        terminal.Markup($"[dim]{more}{answer.Movers.Length - clear.Count} states are within noise (--json has all). Of {Numbers.Whole(answer.Compared)} comparisons some {Numbers.Whole((long)Math.Round(answer.Compared * level))} would stand out by chance. Name a state to see its issues and resolutions.[/]");
    }

    /// <summary>The issue and the resolution that carry most of the movement on the same texts, in its direction.</summary>
    private static string Through(DriftAnswer answer, PairDrift pair)
    {
        var sign = Math.Sign(pair.Own);
        var issue = pair.Issues.MaxBy(part => sign * part.Behaviour);
        var resolution = pair.Resolutions.MaxBy(part => sign * part.Behaviour);
        if (sign == 0 || issue is null || sign * issue.Behaviour <= 0) return "others moved, it stayed";
        return sign * resolution.Behaviour > 0 ? $"{issue.Issue}: {answer.Resolutions[resolution.Resolution].Title}" : issue.Issue;
    }

    private static void Parties(Terminal terminal, DriftAnswer answer)
    {
        foreach (var mover in answer.Movers)
        {
            foreach (var pair in mover.Pairs) Pair(terminal, answer, pair);
            if (!mover.TooFew.IsEmpty) terminal.Item("?", $"[yellow]{Terminal.Escape($"{mover.Party} has too few common votes with {string.Join(", ", mover.TooFew)} to compare")}[/]", 1);
        }

        if (!answer.TooFew.IsEmpty) terminal.Item("?", $"[yellow]{Terminal.Escape($"too few common votes to compare: {string.Join(", ", answer.TooFew)}")}[/]", 1);
    }

    private static void Pair(Terminal terminal, DriftAnswer answer, PairDrift pair)
    {
        terminal.Heading($"{pair.Party} toward {answer.References[pair.Toward].Label}", $"{Percent(pair.Base)} of {Numbers.Whole(pair.BaseVotes)} common votes, then {Percent(pair.Last)} of {Numbers.Whole(pair.LastVotes)}");
        Line("change", pair.Change, pair.ChangeInterval, string.Empty);
        Line("agenda", pair.Agenda, pair.AgendaInterval, string.Empty);
        Line("same texts", pair.Behaviour, pair.BehaviourInterval, pair.Recurring == 0 ? "no resolution of both periods" : $"{pair.Recurring} resolutions of both periods: {Percent(pair.RecurringBase)}, then {Percent(pair.RecurringLast)}");
        Line("its own", pair.Own, pair.OwnInterval, $"same texts beyond the median state ({Points(answer.References[pair.Toward].MedianBehaviour)}){(pair.IsClear ? string.Empty : "; within noise")}");
        Issues(terminal, pair);
        Resolutions(terminal, answer, pair);

        void Line(string label, double value, Interval? interval, string remark) =>
            terminal.Item(label, $"[bold]{Points(value),6}[/] points{(interval is { } span ? $"  [dim]{Points(span.Low)} to {Points(span.High)}[/]" : string.Empty)}{(remark.Length > 0 ? $"  [dim]{Terminal.Escape(remark)}[/]" : string.Empty)}", 10);
    }

    private static void Issues(Terminal terminal, PairDrift pair)
    {
        terminal.Line();
        var table = Look.Table(Look.Names("issue"), Look.Figures("votes"), Look.Figures("agreement"), Look.Figures("same texts"), Look.Figures("agenda"), Look.Figures("together"));
        foreach (var issue in pair.Issues.OrderByDescending(issue => Math.Abs(issue.Total)))
        {
            table.Row(
                Terminal.Escape(issue.Issue), $"[dim]{Votes(issue.BaseVotes)} → {Votes(issue.LastVotes)}[/]", $"[dim]{Percent(issue.Base)} → {Percent(issue.Last)}[/]",
                Points(issue.Behaviour), Points(issue.Agenda), Points(issue.Total));
        }

        table.Row("[bold]sum[/]", $"[dim]{Votes(pair.BaseVotes)} → {Votes(pair.LastVotes)}[/]", $"[dim]{Percent(pair.Base)} → {Percent(pair.Last)}[/]", $"[bold]{Points(pair.Behaviour)}[/]", $"[bold]{Points(pair.Agenda)}[/]", $"[bold]{Points(pair.Change)}[/]");
        terminal.Write(table);
    }

    private static void Resolutions(Terminal terminal, DriftAnswer answer, PairDrift pair)
    {
        var largest = pair.Resolutions.Where(part => part.Behaviour != 0).OrderByDescending(part => Math.Abs(part.Behaviour)).Take(MostResolutions).ToList();
        if (largest.Count == 0) return;
        terminal.Line();
        var table = Look.Table(Look.Names("resolution, changed votes"), Look.Names("latest text"), Look.Figures("agreement"), Look.Figures("points"));
        foreach (var part in largest)
        {
            var resolution = answer.Resolutions[part.Resolution];
            var symbol = resolution.LastSymbols.IsEmpty ? string.Empty : resolution.LastSymbols[^1];
            table.Row(
                Terminal.Escape(VoteReport.Short(resolution.Title, terminal.Width - ResolutionColumns)), $"[dim]{Terminal.Escape(symbol)}[/]",
                $"[dim]{Percent(part.Base)} → {Percent(part.Last)}[/]", Points(part.Behaviour));
        }

        terminal.Write(table);
        var rest = pair.Behaviour - largest.Sum(part => part.Behaviour);
        terminal.Markup($"[dim]all others of both periods together {Points(rest)}; --json has every resolution[/]");
    }

    private static string Own(PairDrift? pair, bool largest)
    {
        if (pair is null) return "[dim]–[/]";
        return pair.IsClear ? largest ? $"[bold]{Points(pair.Own)}[/]" : Points(pair.Own) : $"[dim]({Points(pair.Own)})[/]";
    }

    private static void MarkupIf(this Terminal terminal, string? note, string style)
    {
        if (note is not null) terminal.Markup($"[{style}]{Terminal.Escape(note)}[/]");
    }

    /// <summary>Hundredths of agreement with a sign.</summary>
    private static string Points(double value) =>
        double.IsFinite(value) ? (Math.Round(value * 100, 1) + 0.0).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) : "missing";

    private static string Percent(double value) => double.IsFinite(value) ? (value * 100).ToString("0", CultureInfo.InvariantCulture) + " %" : "–";

    private static string Votes(double votes) => votes.ToString("0.#", CultureInfo.InvariantCulture);
}
