using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Balance;
using Entente.Numerics.Networks;
using Entente.World;

namespace Entente.Cli.Reports.Coalitions;

/// <summary>Shows how near a signed network is to balance.</summary>
internal static class BalanceReport
{
    private const int Label = 13;
    private const int MostFlips = 12;
    private const int MostNames = 90;
    private const int MostParts = 3;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, BalanceReading reading, StateNetwork? states, string title, WorldEdition world)
    {
        var network = reading.Named.Network;
        terminal.Title($"Structural balance: {title}", string.Create(Invariant, $"{network.Nodes} nodes, {network.Edges.Length} edges, {reading.Named.Negative} negative"));
        Item(terminal, "Triangles", Triangles(reading.Triangles));
        Item(terminal, "Walks", string.Create(Invariant, $"{reading.Walks:0.000000} of closed walks balanced, less the others (1 where balanced)"));
        Item(terminal, "Frustration", $"{Frustration(reading.Frustration, reading.LowerBound)}; 1 − 2L/m = {reading.Normalised.ToString("0.0000", Invariant)}");
        if (reading.Parts.Length > 1) Item(terminal, "Not connected", string.Create(Invariant, $"[yellow]{reading.Parts.Length} parts of {string.Join(", ", reading.Parts.Select(part => part.Nodes.Length))} nodes; how the camps of one stand to those of another is not told by any edge[/]"));
        if (states is not null) States(terminal, states, world);
        foreach (var note in reading.Named.Notes) Item(terminal, "?", $"[yellow]{Terminal.Escape(note)}[/]");
        foreach (var part in reading.Parts.Take(MostParts)) Part(terminal, part, reading.Parts.Length > 1);
        if (reading.Parts.Skip(MostParts).ToList() is { Count: > 0 } rest)
        {
            terminal.Heading(string.Create(Invariant, $"{rest.Count} smaller {(rest.Count == 1 ? "part" : "parts")}"), string.Create(Invariant, $"{rest.Count(part => part.Frustration == 0)} of them balanced"));
            terminal.Markup(Terminal.Escape(string.Join("; ", rest.Select(part => $"{Names(part.Camp(0))} | {Names(part.Camp(1))}"))));
        }

        SourceNotes.Write(terminal, states?.Provenance ?? reading.Named.Provenance, world.Catalog);
    }


    public static void WriteSeries(Terminal terminal, ImmutableArray<BalanceYear> series, SignedNetworkOptions options, WorldEdition world)
    {
        terminal.Title("Structural balance by year", $"states by {SourceNames.Of(options.Sources)}");
        terminal.Markup($"[dim]{Window(options)}; ? beside a year: a source does not hold all of it (see below)[/]");
        var table = Look.Table(
            Look.Names("year"), Look.Figures("states"), Look.Figures("edges"), Look.Figures("neg."), Look.Figures("parts"), Look.Figures("triangles"), Look.Figures("walks"), Look.Figures("conflict"), Look.Figures("L"), Look.Figures("1−2L/m"), Look.Names("camps"));
        foreach (var year in series)
        {
            if (year is not { Network: { } network, Reading: { } reading })
            {
                table.Row(Whole(year.Year), "[dim]nothing held[/]");
                continue;
            }

            var largest = reading.Parts[0];
            var mark = network.Reach.All(one => one.IsWhole) ? string.Empty : "[yellow]?[/]";
            table.Row(
                Whole(year.Year) + mark, Whole(reading.Named.Nodes.Length), Whole(reading.Named.Network.Edges.Length), Whole(reading.Named.Negative), Whole(reading.Parts.Length), reading.Triangles.Share.ToString("0.000", Invariant),
                reading.Walks.ToString("0.000", Invariant), largest.Conflict.ToString("0.000", Invariant), Short(reading), reading.Normalised.ToString("0.000", Invariant), string.Create(Invariant, $"{largest.Camp(0).Length} | {largest.Camp(1).Length}"));
        }

        terminal.Write(table);
        terminal.Markup("[dim]L: frustration, the fewest edges whose sign must change; a span where it is not proven. Conflict and camps: of the largest connected part.[/]");
        foreach (var year in series.Where(year => year.Network is not null))
        {
            foreach (var one in year.Network!.Reach.Where(one => !one.IsWhole)) Item(terminal, $"{year.Year}?", $"[yellow]{SourceNames.Of(one.Source)}: {Terminal.Escape(one.Statement)}[/]");
        }

        SourceNotes.Write(terminal, BalanceYear.Together(series), world.Catalog);
    }

    private static void States(Terminal terminal, StateNetwork states, WorldEdition world)
    {
        Item(terminal, "Edges", string.Join("; ", states.Reach.Select(one => string.Create(Invariant, $"{SourceNames.Of(one.Source)} {Counts(one)}"))));
        if (states.Options.Sources != BalanceSources.Votes) Item(terminal, "Counted", Window(states.Options));
        if (states.Thresholds is { } thresholds) Item(terminal, "Thresholds", Terminal.Escape(thresholds.Statement));
        var both = states.Contradictions;
        if (both.Length > 0)
        {
            var rule = states.Options.Contradictions switch { ContradictionRule.Foes => "they count as foes", ContradictionRule.Friends => "they count as friends", _ => "they have no edge" };
            var named = string.Join(", ", both.Take(8).Select(pair => $"{world.States[pair.A].Name}–{world.States[pair.B].Name}"));
            Item(terminal, "Contradictory", Terminal.Escape(string.Create(Invariant, $"{both.Length} {(both.Length == 1 ? "pair" : "pairs")} with a treaty and a quarrel, {rule}: {named}{(both.Length > 8 ? $" and {both.Length - 8} more (--json)" : string.Empty)}")));
        }

        if (states.Alone > 0) Item(terminal, "Left out", string.Create(Invariant, $"{states.Alone} of {states.Members} states have no edge"));
    }

    private static void Part(Terminal terminal, PartBalance part, bool named)
    {
        terminal.Heading(named ? string.Create(Invariant, $"The part of {part.Nodes.Length} nodes") : "The two camps", string.Create(Invariant, $"{part.Edges} {(part.Edges == 1 ? "edge" : "edges")}, {part.Negative} negative; L = {part.Frustration:0.###}{(part.IsProven ? string.Empty : $", {part.LowerBound:0.###} or more")}; algebraic conflict {part.Conflict:0.0000000}"));
        foreach (var camp in new[] { 0, 1 }.OrderByDescending(camp => part.Camp(camp).Length))
        {
            var names = part.Camp(camp);
            Item(terminal, string.Create(Invariant, $"Camp of {names.Length}"), Terminal.Escape(names.IsEmpty ? "nobody: all are in one camp" : Names(names)));
        }

        if (!part.IsProven) Item(terminal, "Not proven", string.Create(Invariant, $"[yellow]these are the best camps found; no camps frustrate less than {part.LowerBound:0.###}. --thorough goes on without a limit[/]"));
        Flips(terminal, part);
        Weak(terminal, part);
        Course(terminal, part);
    }

    private static void Weak(Terminal terminal, PartBalance part)
    {
        if (part.Weak is not { } weak || part.Frustration == 0) return;
        var camps = part.WeakCamps;
        var limit = weak.MostCamps == 0 ? "any number of camps" : string.Create(Invariant, $"at most {weak.MostCamps} camps");
        var proof = weak.IsProven ? "proven" : string.Create(Invariant, $"{weak.LowerBound:0.###} or more, not proven");
        Item(terminal, "Weak balance", string.Create(Invariant, $"{limit}: {weak.Count} of {string.Join(", ", camps.Take(8).Select(camp => camp.Length))}{(camps.Length > 8 ? " …" : string.Empty)}; {weak.Value:0.###} frustrated ({proof}), {part.Frustration - weak.Value:0.###} fewer than with two"));
        foreach (var camp in camps.Skip(1).Take(4).Where(camp => camp.Length > 1)) Item(terminal, string.Create(Invariant, $"  camp of {camp.Length}"), Terminal.Escape(Names(camp)));
    }

    private static void Flips(Terminal terminal, PartBalance part)
    {
        if (part.Frustration == 0)
        {
            Item(terminal, "Realignment", "none is needed: the part is balanced");
            return;
        }

        foreach (var (flip, label, says) in new[] { (EdgeFlip.Always, "Always", "every cheapest way to balance changes"), (EdgeFlip.Sometimes, "Sometimes", "some do and others do not"), (EdgeFlip.Unknown, "In doubt", "the camps shown need them changed; whether all do is not known") })
        {
            NamedFlip[] changed = [.. part.Flips.Where(one => one.Flip == flip)];
            if (changed.Length == 0) continue;
            var names = string.Join(", ", changed.Take(MostFlips).Select(one => $"{one.A} {(one.Weight > 0 ? "+" : "−")} {one.B}"));
            Item(terminal, label, string.Create(Invariant, $"[dim]{says}, {changed.Length}:[/] {Terminal.Escape(names)}{(changed.Length > MostFlips ? $" [dim]and {changed.Length - MostFlips} more (--json)[/]" : string.Empty)}"));
        }

        if (part.Unknown < part.Edges) Item(terminal, "Never", string.Create(Invariant, $"{part.Never} edges{(part.Unknown > 0 ? $"; {part.Unknown} are not known" : string.Empty)}"));
    }

    private static void Course(Terminal terminal, PartBalance part)
    {
        var (one, other, neither) = (part.Faction(0), part.Faction(1), part.Faction(-1));
        var text = part.Course.Fate switch
        {
            BalanceFate.Fades => "no camps: relations fade",
            BalanceFate.Undecided => "no camps: the leading eigenvalue occurs more than once",
            BalanceFate.OneCamp => "one camp of all",
            _ => string.Create(Invariant, $"factions of {one.Length} and {other.Length}{(neither.IsEmpty ? string.Empty : $", {neither.Length} in neither")}; {part.Agree} of {part.Nodes.Length} as in the camps above. Smaller: {Names(one.Length <= other.Length ? one : other)}"),
        };
        Item(terminal, "Dynamics", Terminal.Escape(text));
    }

    private static string Counts(SourceReach one) => one.Friends > 0 && one.Foes > 0 ? string.Create(Invariant, $"+{one.Friends} −{one.Foes}") : one.Foes > 0 ? string.Create(Invariant, $"−{one.Foes}") : one.Friends > 0 ? string.Create(Invariant, $"+{one.Friends}") : "none";

    private static string Window(SignedNetworkOptions options) => string.Create(Invariant, $"quarrels of {options.Window} {(options.Window == 1 ? "year" : "years")}; {(options.AnyTreaty ? "treaties of any kind" : "promises to defend")}");

    private static string Triangles(TriangleBalance triangles) => triangles.Balanced + triangles.Unbalanced == 0
        ? "none"
        : string.Create(Invariant, $"{triangles.Share:0.000000} balanced ({triangles.Balanced:N0} of {triangles.Balanced + triangles.Unbalanced:N0})");

    private static string Frustration(double value, double bound) => value <= bound ? string.Create(Invariant, $"L = {value:0.###}, proven") : string.Create(Invariant, $"L between {bound:0.###} and {value:0.###}, not proven");

    private static string Short(BalanceReading reading) => reading.IsProven ? reading.Frustration.ToString("0.###", Invariant) : string.Create(Invariant, $"{reading.LowerBound:0}–{reading.Frustration:0}");

    private static string Names(ImmutableArray<string> names) => names.IsEmpty ? "–" : string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? string.Create(Invariant, $" and {names.Length - MostNames} more (--json)") : string.Empty);

    private static string Whole(int value) => value.ToString(Invariant);

    private static void Item(Terminal terminal, string label, string markup) => terminal.Item(label, markup, Label);
}
