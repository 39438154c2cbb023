using Entente.Briefing;
using System.Globalization;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.Cli.Reports.Data;

/// <summary>Shows who a state is and what is held about it.</summary>
internal static class StateReport
{
    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, State state, int year, WorldEdition world)
    {
        terminal.Title(state.Name, Kind(state));
        Line(terminal, "codes", string.Join("   ", Codes(state).Select(code => $"[dim]{code.Label}[/] {Terminal.Escape(code.Value)}")));
        if (state.Region is { } region) Line(terminal, "region", Terminal.Escape(region));
        Line(terminal, "member", state.Existence.IsEmpty ? "[dim]of the state system: no dated membership[/]" : "[dim]of the state system[/] " + Terminal.Escape(string.Join(", ", state.Existence.Select(Span))));
        Successions(terminal, "follows", world, world.States.Successions.Where(rule => rule.Successor == state.Id), rule => rule.Predecessor);
        Successions(terminal, "followed by", world, world.States.Successions.Where(rule => rule.Predecessor == state.Id), rule => rule.Successor);
        if (!state.Aliases.IsEmpty) Line(terminal, "also called", Terminal.Escape(string.Join(", ", state.Aliases)));
        var blocs = world.Blocs.All.Where(bloc => bloc.MembersIn(year).Contains(state.Id)).ToList();
        Line(terminal, $"blocs {year}", blocs.Count == 0 ? "[dim]none of those held[/]" : Terminal.Escape(string.Join(", ", blocs.Select(bloc => bloc.Key))));
        terminal.Heading("What is held about it");
        Holdings(terminal, world, state);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, State state, int year, WorldEdition world) => JsonText.Document(terminal.Raw, "state", json =>
    {
        json.WriteNumber("id", state.Id);
        json.WriteString("name", state.Name);
        json.WriteString("kind", Kind(state).Replace(' ', '_'));
        json.Object("codes", () =>
        {
            json.Whole("cow", state.Id > 0 ? state.Id : null);
            json.WriteString("abbreviation", state.Abbreviation);
            json.WriteString("iso3", state.Iso3);
            json.WriteString("iso2", state.Iso2);
            json.Whole("m49", state.M49);
            json.Whole("gleditsch_ward", state.GleditschWard);
        });
        json.WriteString("region", state.Region);
        json.Texts("aliases", state.Aliases);
        json.List("existence", state.Existence, period =>
        {
            json.Day("from", period.From);
            json.Day("to", period.To);
        });
        json.List("predecessors", world.States.Successions.Where(rule => rule.Successor == state.Id), rule => Rule(rule, rule.Predecessor));
        json.List("successors", world.States.Successions.Where(rule => rule.Predecessor == state.Id), rule => Rule(rule, rule.Successor));
        json.WriteNumber("year", year);
        json.List("blocs", world.Blocs.All.Where(bloc => bloc.MembersIn(year).Contains(state.Id)), bloc =>
        {
            json.WriteString("key", bloc.Key);
            json.WriteString("name", bloc.Name);
            json.WriteString("source", bloc.Source);
        });
        json.List("holdings", world.Holdings(state.Id), holding =>
        {
            json.WriteString("table", holding.Table);
            json.WriteNumber("rows", holding.Rows);
            json.Whole("first_year", holding.FirstYear);
            json.Whole("last_year", holding.LastYear);
            json.Texts("sources", Filling(world, holding.Table).Select(source => source.Key));
        });
        json.Provenance(Provenance(state, year, world), world.Catalog);

        void Rule(Succession rule, int other)
        {
            json.WriteNumber("id", other);
            json.WriteString("name", world.States[other].Name);
            json.Day("date", rule.Date);
            json.WriteString("rule", rule.Rule);
        }
    });

    /// <summary>Where codes, names, membership and blocs come from; each holding names its own sources.</summary>
    private static Provenance Provenance(State state, int year, WorldEdition world)
    {
        TableSchema[] identity = [StoreSchema.States, StoreSchema.StateNames, StoreSchema.StatePeriods, StoreSchema.Successions, StoreSchema.Blocs, StoreSchema.BlocMemberships];
        var sources = identity.SelectMany(table => Filling(world, table.Name)).Select(source => source.Key).Distinct(StringComparer.Ordinal);
        var filled = world.Holdings(state.Id).Count(holding => holding.Rows > 0);
        return new Provenance([.. sources], FormattableString.Invariant($"state {state.Name}, blocs of {year}"), Coverage.Of(FormattableString.Invariant($"{filled} of {world.Manifest.Tables.Length} tables hold rows about it")));
    }

    private static IEnumerable<Source> Filling(WorldEdition world, string table) => world.Catalog.Sources.Where(source => source.Tables.Contains(table));

    /// <summary>One or two rules are told in full; a longer list, as after the Soviet Union, by name and day.</summary>
    private static void Successions(Terminal terminal, string label, WorldEdition world, IEnumerable<Succession> rules, Func<Succession, int> other)
    {
        var all = rules.OrderBy(rule => rule.Date).ToList();
        if (all.Count <= 2)
        {
            foreach (var rule in all) Line(terminal, label, $"{Terminal.Escape(world.States[other(rule)].Name)} [dim]({Day(rule.Date)}: {Terminal.Escape(rule.Rule)})[/]");
            return;
        }

        var days = all.GroupBy(rule => rule.Date).Select(day => $"{Terminal.Escape(string.Join(", ", day.Select(rule => world.States[other(rule)].Name)))} [dim]({Day(day.Key)})[/]");
        Line(terminal, label, $"{string.Join("; ", days)} [dim]– the rules: --json[/]");
    }

    private static void Holdings(Terminal terminal, WorldEdition world, State state)
    {
        var table = Look.Table(Look.Names("table"), Look.Figures("rows"), Look.Figures("years"), Look.Words("what it is"));
        foreach (var (name, rows, first, last) in world.Holdings(state.Id).Where(holding => holding.Rows > 0))
        {
            var description = StoreSchema.All.FirstOrDefault(schema => schema.Name == name)?.Description ?? string.Empty;
            table.Row(name, Numbers.Whole(rows), first is null ? "[dim]undated[/]" : first == last ? $"{first}" : last is null ? $"{first}–today" : $"{first}–{last}", $"[dim]{Terminal.Escape(description)}[/]");
        }

        if (table.Rows.Count == 0) terminal.Markup("[dim]nothing[/]");
        else terminal.Write(table);
    }

    private static IEnumerable<(string Label, string Value)> Codes(State state)
    {
        if (state.Id > 0) yield return ("COW", state.Id.ToString(CultureInfo.InvariantCulture));
        if (state.Abbreviation is { } abbreviation) yield return ("COW abbreviation", abbreviation);
        if (state.GleditschWard is { } number) yield return ("Gleditsch-Ward", number.ToString(CultureInfo.InvariantCulture));
        if (state.Iso3 is { } iso3) yield return ("ISO3", iso3);
        if (state.Iso2 is { } iso2) yield return ("ISO2", iso2);
        if (state.M49 is { } m49) yield return ("M49", m49.ToString("000", CultureInfo.InvariantCulture));
    }

    private static string Kind(State state) => state.Kind switch
    {
        StateKind.Member => "member of the state system",
        StateKind.NonMember => "not a member of the state system",
        _ => "territory",
    };

    private static string Span(Period period) => $"{Day(period.From)} to {(period.To is { } to ? Day(to) : "today")}";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static void Line(Terminal terminal, string label, string markup) => terminal.Item(label, markup, 11);
}
