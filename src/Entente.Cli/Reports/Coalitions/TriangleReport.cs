using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Triangles;
using Entente.World;

namespace Entente.Cli.Reports.Coalitions;

/// <summary>Shows a strategic triangle.</summary>
internal static class TriangleReport
{
    private const int MostYears = 24;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Terminal terminal, StrategicTriangle triangle, WorldEdition world)
    {
        var codes = triangle.States.ToDictionary(id => id, id => world.States[id].Iso3 ?? world.States[id].Abbreviation ?? world.States[id].Name);
        terminal.Title($"Strategic triangle: {string.Join(", ", triangle.States.Select(id => world.States[id].Name))}", $"{triangle.Years[0].Year}–{triangle.Years[^1].Year}, after Dittmer (1981)");
        Spells(terminal, "By ties", "alliances, rivalries and disputes under four codings; share of codings in brackets", triangle.ByTies, codes);
        Spells(terminal, "By votes", "against the measured threshold between friends and foes; least probability in brackets", triangle.ByVotes, codes);
        terminal.Heading("Edges", "probability that an edge is positive: by votes | by ties");
        var years = Shown(triangle.Years);
        var table = Look.Table(
            [Look.Names("year"), .. triangle.Years[0].Edges.Select(edge => Look.Figures($"{codes[edge.A]}–{codes[edge.B]}")), Look.Figures("threshold"), Look.Names("by votes"), Look.Names("by ties")]);
        foreach (var year in years)
        {
            table.Row(
                [year.Year.ToString(Invariant), .. year.Edges.Select(Edge), double.IsNaN(year.Threshold) ? "–" : string.Create(Invariant, $"{year.Threshold:0.00} [dim]({year.ThresholdInterval.Low:0.00}–{year.ThresholdInterval.High:0.00})[/]"), Reading(year.ByVotes, codes), Reading(year.ByTies, codes)]);
        }

        terminal.Write(table);
        if (years.Length < triangle.Years.Length) terminal.Markup($"[dim]Every {Step(triangle.Years.Length)} years; --json has all.[/]");
        terminal.Markup("[dim]Threshold: the agreement at which a pair is as likely to be allied as to be rivals or to have quarrelled in ten years, over all pairs of five years. Votes and ties are different things: votes say who takes the same side in the Assembly, ties who has promised or threatened force.[/]");
        foreach (var hole in triangle.Provenance.Coverage.MissingNames) terminal.Item("?", $"[yellow]{Terminal.Escape(hole)}[/]");
        SourceNotes.Write(terminal, triangle.Provenance, world.Catalog);
    }

    private static void Spells(Terminal terminal, string head, string note, ImmutableArray<TriangleSpell> spells, Dictionary<int, string> codes)
    {
        terminal.Heading(head, note);
        if (spells.IsEmpty) terminal.Markup("[dim]nothing is held of all three[/]");
        foreach (var spell in spells)
        {
            terminal.Item(spell.From == spell.To ? spell.From.ToString(Invariant) : $"{spell.From}–{spell.To}", string.Create(Invariant, $"{Words(spell.Type, spell.Pivot, codes)} [dim]({spell.LeastProbability:0.00})[/]"));
        }
    }

    public static string Words(TriangleType type, int pivot, Dictionary<int, string> codes) => type switch
    {
        TriangleType.MenageATrois => "ménage à trois (+ + +)",
        TriangleType.RomanticTriangle => $"romantic triangle (+ + −), pivot {codes[pivot]}",
        TriangleType.StableMarriage => $"stable marriage (+ − −) of {string.Join(" and ", codes.Where(code => code.Key != pivot).Select(code => code.Value))}, pariah {codes[pivot]}",
        _ => "unit veto (− − −)",
    };

    private static string Edge(TriangleEdge edge) => $"{Share(edge.ByVotes)} | {Share(edge.ByTies)}";

    private static string Share(double share) => double.IsNaN(share) ? "[dim]–[/]" : share.ToString("0.00", Invariant);

    private static string Reading(TriangleReading? reading, Dictionary<int, string> codes) => reading is null ? "[dim]–[/]" : string.Create(Invariant, $"{Short(reading, codes)} [dim]{reading.Probability:0.00}[/]");

    private static string Short(TriangleReading reading, Dictionary<int, string> codes) => reading.Type switch
    {
        TriangleType.MenageATrois => "ménage",
        TriangleType.RomanticTriangle => $"pivot {codes[reading.Pivot]}",
        TriangleType.StableMarriage => $"pariah {codes[reading.Pivot]}",
        _ => "veto",
    };

    private static int Step(int years) => (years + MostYears - 1) / MostYears;

    private static TriangleYear[] Shown(ImmutableArray<TriangleYear> years) => [.. years.Where((year, i) => i % Step(years.Length) == 0 || i == years.Length - 1)];

    public static void WriteJson(Terminal terminal, StrategicTriangle triangle, WorldEdition world) => JsonText.Document(terminal.Raw, "triangle", json =>
    {
        json.List("states", triangle.States, id => json.State(world.States[id]));
        json.List("years", triangle.Years, year =>
        {
            json.WriteNumber("year", year.Year);
            json.Real("threshold", year.Threshold);
            json.Interval("threshold_interval", double.IsNaN(year.Threshold) ? null : year.ThresholdInterval);
            json.List("edges", year.Edges, edge =>
            {
                json.WriteNumber("a", edge.A);
                json.WriteNumber("b", edge.B);
                json.Real("agreement", edge.Agreement);
                json.Real("positive_by_votes", edge.ByVotes);
                json.Real("positive_by_ties", edge.ByTies);
            });
            Reading(json, "by_votes", year.ByVotes);
            Reading(json, "by_ties", year.ByTies);
        });
        Spells(json, "spells_by_votes", triangle.ByVotes);
        Spells(json, "spells_by_ties", triangle.ByTies);
        json.Provenance(triangle.Provenance, world.Catalog);
    });

    private static void Spells(Utf8JsonWriter json, string name, ImmutableArray<TriangleSpell> spells) => json.List(name, spells, spell =>
    {
        json.WriteNumber("from", spell.From);
        json.WriteNumber("to", spell.To);
        json.WriteString("type", spell.Type.ToString());
        json.Whole("pivot_or_pariah", spell.Pivot == 0 ? null : spell.Pivot);
        json.Real("least_probability", spell.LeastProbability);
    });

    private static void Reading(Utf8JsonWriter json, string name, TriangleReading? reading)
    {
        if (reading is null)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.WriteString("type", reading.Type.ToString());
            json.Real("probability", reading.Probability);
            json.Whole("pivot_or_pariah", reading.Pivot == 0 ? null : reading.Pivot);
            json.List("all", Enum.GetValues<TriangleType>(), type =>
            {
                json.WriteString("type", type.ToString());
                json.Real("probability", reading.All[(int)type]);
            });
        });
    }
}
