using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Coalitions.Balance;
using Entente.Numerics.Networks;
using Entente.World;

namespace Entente.Cli.Reports.Coalitions;

/// <summary>Balance of a signed network as JSON.</summary>
internal static class BalanceJson
{
    public static void Write(Terminal terminal, BalanceReading reading, StateNetwork? states, WorldEdition world) => JsonText.Document(terminal.Raw, "balance", json =>
    {
        json.Whole("year", states?.Year);
        Indices(json, reading);
        json.Texts("notes", reading.Named.Notes);
        if (states is not null) States(json, states, world);
        json.List("edges", reading.Named.Network.Edges.Select((edge, number) => (reading.Named.Ends(number), edge.Weight)), edge =>
        {
            json.WriteString("a", edge.Item1.A);
            json.WriteString("b", edge.Item1.B);
            json.Real("weight", edge.Weight);
        });
        json.List("parts", reading.Parts, part => Part(json, part));
        json.Provenance(states?.Provenance ?? reading.Named.Provenance, world.Catalog);
    });

    public static void WriteSeries(Terminal terminal, ImmutableArray<BalanceYear> series, SignedNetworkOptions options, WorldEdition world) => JsonText.Document(terminal.Raw, "balance_series", json =>
    {
        json.WriteString("on", SourceNames.Of(options.Sources));
        json.WriteNumber("window", options.Window);
        json.List("years", series, year =>
        {
            json.WriteNumber("year", year.Year);
            if (year is not { Network: { } network, Reading: { } reading }) return;
            Indices(json, reading);
            json.Real("conflict_of_largest_part", reading.Parts[0].Conflict);
            Reach(json, network);
        });
        json.Provenance(BalanceYear.Together(series), world.Catalog);
    });

    private static void Indices(Utf8JsonWriter json, BalanceReading reading)
    {
        json.WriteNumber("nodes", reading.Named.Nodes.Length);
        json.WriteNumber("edge_count", reading.Named.Network.Edges.Length);
        json.WriteNumber("negative_edges", reading.Named.Negative);
        json.WriteNumber("connected_parts", reading.Parts.Length);
        Triangles(json, reading.Triangles);
        json.Real("walk_balance", reading.Walks);
        json.Real("frustration", reading.Frustration);
        json.Real("frustration_lower_bound", reading.LowerBound);
        json.WriteBoolean("frustration_is_proven", reading.IsProven);
        json.Real("normalised", reading.Normalised);
    }

    private static void Triangles(Utf8JsonWriter json, TriangleBalance triangles)
    {
        json.WriteNumber("triangles_balanced", triangles.Balanced);
        json.WriteNumber("triangles_unbalanced", triangles.Unbalanced);
        json.Real("triangle_balance", triangles.Share);
    }

    private static void States(Utf8JsonWriter json, StateNetwork states, WorldEdition world)
    {
        json.WriteNumber("window", states.Options.Window);
        json.WriteBoolean("any_treaty", states.Options.AnyTreaty);
        json.WriteString("contradictions_are", states.Options.Contradictions.ToString().ToLowerInvariant());
        json.WriteNumber("states_without_edge", states.Alone);
        Reach(json, states);
        if (states.Thresholds is { } thresholds)
        {
            json.Object("thresholds", () =>
            {
                json.Real("low", thresholds.Low);
                json.Real("high", thresholds.High);
                json.WriteNumber("pairs", thresholds.Pairs);
                json.WriteString("statement", thresholds.Statement);
            });
        }

        json.List("contradictions", states.Contradictions, pair =>
        {
            json.WriteString("a", world.States[pair.A].Name);
            json.WriteString("b", world.States[pair.B].Name);
            json.WriteString("friends_by", SourceNames.Of(pair.Friends));
            json.WriteString("foes_by", SourceNames.Of(pair.Foes));
            json.WriteNumber("sign", pair.Sign);
        });
    }

    private static void Reach(Utf8JsonWriter json, StateNetwork states) => json.List("rests_on", states.Reach, one =>
    {
        json.WriteString("source", SourceNames.Of(one.Source));
        json.WriteNumber("friends", one.Friends);
        json.WriteNumber("foes", one.Foes);
        json.WriteBoolean("is_whole", one.IsWhole);
        json.WriteString("statement", one.Statement);
    });

    private static void Part(Utf8JsonWriter json, PartBalance part)
    {
        json.WriteNumber("edge_count", part.Edges);
        json.WriteNumber("negative_edges", part.Negative);
        Triangles(json, part.Triangles);
        json.Real("walk_balance", part.Walks);
        json.Real("algebraic_conflict", part.Conflict);
        json.Real("frustration", part.Frustration);
        json.Real("frustration_lower_bound", part.LowerBound);
        if (part.Weak is { } weak)
        {
            json.Object("weak_balance", () =>
            {
                json.WriteNumber("camps", weak.Count);
                json.Real("frustration", weak.Value);
                json.Real("frustration_lower_bound", weak.LowerBound);
                json.List("members", part.WeakCamps, camp => json.Texts("camp", camp));
            });
        }

        json.WriteBoolean("frustration_is_proven", part.IsProven);
        json.Real("normalised", part.Normalised);
        json.Texts("camp_0", part.Camp(0));
        json.Texts("camp_1", part.Camp(1));
        json.List("flips", part.Flips, flip =>
        {
            json.WriteString("a", flip.A);
            json.WriteString("b", flip.B);
            json.Real("weight", flip.Weight);
            json.WriteString("changes", flip.Flip.ToString().ToLowerInvariant());
            json.WriteBoolean("in_shown_camps", flip.InShown);
        });
        json.WriteNumber("never", part.Never);
        json.WriteNumber("unknown", part.Unknown);
        json.Object("dynamics", () =>
        {
            json.WriteString("fate", part.Course.Fate switch { BalanceFate.TwoCamps => "two_camps", BalanceFate.OneCamp => "one_camp", BalanceFate.Undecided => "undecided", _ => "fades" });
            json.Real("blow_up_time", part.Course.BlowUpTime);
            json.Texts("faction_0", part.Faction(0));
            json.Texts("faction_1", part.Faction(1));
            json.Texts("neither", part.Faction(-1));
            json.Whole("as_in_camps", part.Agree);
        });
    }
}
