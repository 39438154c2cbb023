using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Reports.Alignment;
using Entente.Cli.Show;
using Entente.Models.Security.Ties;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Cli.Reports.Security;

/// <summary>Shows the security ties of two states on one screen.</summary>
internal static class TiesReport
{
    private const int BarWidth = 12;
    private const int MostEvents = 9;
    private const int MostNames = 8;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, SecurityTies ties, WorldEdition world)
    {
        terminal.Title($"{ties.A.Name} and {ties.B.Name}: security ties", string.Create(CultureInfo.InvariantCulture, $"{ties.Since} to {ties.Until}"));
        Obligations(terminal, ties, world);
        Arms(terminal, ties);
        Troops(terminal, ties);
        Conflict(terminal, ties, world);
        Record(terminal, ties);
        terminal.Line();
        foreach (var sentence in ties.Unobserved) terminal.Item("?", $"[yellow]{Terminal.Escape(sentence)}[/]", 1);
        terminal.Item("Held", Terminal.Escape(ties.Provenance.Coverage.Statement));
        SourceNotes.WriteKeys(terminal, ties.Provenance.Sources);
    }

    private static void Obligations(Terminal terminal, SecurityTies ties, WorldEdition world)
    {
        terminal.Heading("Treaty obligations");
        if (ties.Obligations.IsEmpty) terminal.Item("none held", "[dim]between the two in these years[/]");
        foreach (var spell in ties.Obligations)
        {
            var open = spell.Ended ? string.Empty : ", the last year held";
            var terms = string.Join(", ", spell.Terms);
            var rest = $"{Direction(spell.Direction, ties)}{open}; {(spell.Source.StartsWith("atop", StringComparison.Ordinal) ? "ATOP" + spell.Source[4..] : spell.Source)}";
            terminal.Item(Span(spell.FromYear, spell.ToYear), $"{Terminal.Escape(terms)}  [dim]{Terminal.Escape(VoteReport.Short(rest, Math.Max(40, terminal.Width - terms.Length - 14)))}[/]");
        }

        var bound = ties.Obligations.Any(spell => spell.Terms.Contains("defence") && spell.FromYear <= ties.Until && spell.ToYear >= ties.Until);
        var names = ties.SharedPartners.Select(id => world.States[id].Name).ToList();
        var shared = names.Count == 0 ? "No state has a defence pact with both." : $"Both have defence pacts with {Some(names)}.";
        terminal.Markup($"{(bound ? "A defence obligation stands" : "No defence obligation is held")} in {ties.Until}. {Terminal.Escape(shared)}");
    }

    private static void Arms(Terminal terminal, SecurityTies ties)
    {
        var shown = ties.Arms.Where(window => window.FromA is not null || window.FromB is not null).ToList();
        terminal.Heading("Major arms", "share of all that the buyer got; (share of all that the seller delivered)");
        if (shown.Count == 0)
        {
            terminal.Item("none held", "[dim]in either direction[/]");
            return;
        }

        var table = Look.Table(Look.Names("five years"), Look.Names($"{ties.A.Name} to {ties.B.Name}"), Look.Names($"{ties.B.Name} to {ties.A.Name}"));
        foreach (var window in shown) table.Row(Span(window.Window, window.Window + 4), Share(window.FromA), Share(window.FromB));
        terminal.Write(table);
    }

    private static string Share(ArmsShare? share) =>
        share is null ? "[dim]–[/]" : $"{Bars.Of(share.Share, BarWidth),-BarWidth} {Rounded(share.Share),6} [dim]({Rounded(share.OfSupplier)})[/]";

    /// <summary>Shares are held to a thousandth: a row that rounds to nothing was not nothing.</summary>
    private static string Rounded(double share) => share == 0 ? "< 0.1 %" : Numbers.Format(share, Unit.Share);

    private static void Troops(Terminal terminal, SecurityTies ties)
    {
        if (ties.Troops.IsEmpty) return;
        terminal.Heading("US forces there", "active duty, two digits");
        var years = ties.Troops.Where((row, i) => i == ties.Troops.Length - 1 || row.Year % 10 == 0 || i == 0).ToList();
        var peak = ties.Troops.MaxBy(row => row.Personnel)!;
        terminal.Markup(string.Join("   ", years.Select(row => string.Create(CultureInfo.InvariantCulture, $"[dim]{row.Year}[/] {Numbers.Whole(row.Personnel)}"))) + string.Create(CultureInfo.InvariantCulture, $"   [dim]most: {peak.Year}[/] {Numbers.Whole(peak.Personnel)}"));
        if (ties.Troops.Any(row => row.Counted > 1)) terminal.Markup("[dim]The publisher's rows count this host more than once in some years; mended here.[/]");
    }

    private static void Conflict(Terminal terminal, SecurityTies ties, WorldEdition world)
    {
        terminal.Heading("Wars, disputes, rivalry");
        foreach (var war in ties.Wars)
        {
            var how = war.SameSide ? $"on the same side, against {Some([.. war.Opponents.Select(id => world.States[id].Name)])}" : "[bold]against each other[/]";
            terminal.Item(Span(war.FromYear, war.ToYear), $"{(war.SameSide ? Terminal.Escape(how) : how)}  [dim]COW war {war.War}[/]");
        }

        foreach (var spell in ties.Rivalries) terminal.Item(Span(spell.FromYear, spell.ToYear), "strategic rivals");
        foreach (var conflict in ties.Conflicts.GroupBy(row => row.Conflict))
        {
            var years = string.Join(", ", conflict.Select(row => row.Intensity == 2 ? $"{row.Year} (war)" : $"{row.Year}"));
            terminal.Item("conflict", $"armed conflict between the governments: {years}  [dim]UCDP {conflict.Key}[/]");
        }

        if (ties.Disputes.IsEmpty) terminal.Item("disputes", "[dim]none held, neither against each other nor on one side[/]");
        else
        {
            var against = ties.Disputes.Sum(row => row.Against);
            var together = ties.Disputes.Sum(row => row.SameSide);
            terminal.Item("disputes", against == 0 ? $"none against each other, {together} on the same side" : $"{against} against each other ({ties.Disputes.Sum(row => row.ForceUsed)} with force used, {ties.Disputes.Sum(row => row.Fatal)} with deaths), {together} on the same side");
            var decades = string.Join("   ", ties.Disputes.Select(row => $"[dim]{row.Decade}s[/] {row.Against}{(row.SameSide > 0 ? $" [dim](+{row.SameSide})[/]" : string.Empty)}"));
            terminal.Item("by decade", $"{decades}   [dim](+ same side)[/]");
        }

        terminal.Item("weapons", $"{Nuclear(ties.A.Name, ties.NuclearA)}; {Nuclear(ties.B.Name, ties.NuclearB)}");
    }

    private static string Nuclear(string name, NuclearSpell? spell) => spell is null ? $"{Terminal.Escape(name)}: missing" : Terminal.Escape(name) + spell.Status switch
    {
        0 => " has no nuclear weapons",
        1 => $" considered nuclear weapons from {spell.FromYear}",
        2 => $" pursued nuclear weapons from {spell.FromYear}",
        _ => $" has had nuclear weapons since {spell.FromYear}",
    };

    private static void Record(Terminal terminal, SecurityTies ties)
    {
        terminal.Heading("On public record", "a selection, not a count; --json names the document of each");
        if (ties.Record.IsEmpty) terminal.Item("none held", "[dim]in the project's list[/]");
        foreach (var entry in ties.Record.TakeLast(MostEvents)) terminal.Item(entry.Date, $"{Terminal.Escape(entry.What)}  [dim]{entry.Kind}[/]");
    }

    private static string Direction(TieDirection direction, SecurityTies ties) => direction switch
    {
        TieDirection.Mutual => "each to the other",
        TieDirection.AToB => $"{ties.A.Name} to {ties.B.Name}",
        _ => $"{ties.B.Name} to {ties.A.Name}",
    };

    private static string Some(List<string> names) => names.Count <= MostNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";

    private static string Span(int from, int to) => from == to ? from.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{from}–{to}");
}
