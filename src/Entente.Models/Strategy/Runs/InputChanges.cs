using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>What was put into two runs and differs, in the words of a strategy file.</summary>
internal static class InputChanges
{
    private const string Nothing = "";

    public static ImmutableArray<InputChange> Of(WorldEdition world, RunManifest left, RunManifest right, WedgeStrategy first, WedgeStrategy second)
    {
        var changes = ImmutableArray.CreateBuilder<InputChange>();
        void Add(string what, string one, string two)
        {
            if (one != two) changes.Add(new InputChange(what, one, two));
        }

        Add("program", left.Program, right.Program);
        Add("seed", Number(left.Plan.Seed), Number(right.Plan.Seed));
        Add("draws", string.Create(CultureInfo.InvariantCulture, $"{left.Plan.Draws:N0}"), string.Create(CultureInfo.InvariantCulture, $"{right.Plan.Draws:N0}"));
        Add("sampling", left.Plan.Sampling.ToString(), right.Plan.Sampling.ToString());
        Add("strategy", left.Plan.Key, right.Plan.Key);
        Add("divider", left.Divider, right.Divider);
        Add("target", left.Target, right.Target);
        Add("partner", left.Partner, right.Partner);
        Add("start", Number((ulong)first.Start), Number((ulong)second.Start));
        Add("horizon", Number((ulong)first.HorizonYears), Number((ulong)second.HorizonYears));
        Add("allies", string.Join(", ", first.Allies), string.Join(", ", second.Allies));
        var (before, after) = (Moves(world, first), Moves(world, second));
        foreach (var move in Less(before, after)) changes.Add(new InputChange("move", move, Nothing));
        foreach (var move in Less(after, before)) changes.Add(new InputChange("move", Nothing, move));
        foreach (var name in DifferingAssumptions(first, second)) Add("assumption " + name, Distribution(first, name), Distribution(second, name));
        foreach (var pair in Less(Correlations(first), Correlations(second))) changes.Add(new InputChange("correlation", pair, Nothing));
        foreach (var pair in Less(Correlations(second), Correlations(first))) changes.Add(new InputChange("correlation", Nothing, pair));
        foreach (var caveat in Less(first.Caveats, second.Caveats)) changes.Add(new InputChange("caveat", caveat, Nothing));
        foreach (var caveat in Less(second.Caveats, first.Caveats)) changes.Add(new InputChange("caveat", Nothing, caveat));
        if (left.Plan.StrategyText != right.Plan.StrategyText && changes.All(change => change.What is "program" or "seed" or "draws" or "sampling"))
        {
            changes.Add(new InputChange("text of the strategy", "as it was", "worded otherwise, with the same numbers"));
        }

        foreach (var data in left.DifferingData(right))
        {
            Add($"data {data.Name}{(data.Sources.IsEmpty ? "" : $" ({string.Join(", ", data.Sources)})")}", Short(left, data.Name), Short(right, data.Name));
        }

        return changes.ToImmutable();
    }

    /// <summary>Assumptions whose distribution is not the same, in the order of the chain.</summary>
    public static ImmutableArray<string> DifferingAssumptions(WedgeStrategy first, WedgeStrategy second) =>
        [.. AssumptionCatalog.All.Select(definition => definition.Name).Where(name => Distribution(first, name) != Distribution(second, name))];

    /// <summary>Whether the moves are the same but for their notes.</summary>
    public static bool SameMoves(WorldEdition world, WedgeStrategy first, WedgeStrategy second) => Moves(world, first).SequenceEqual(Moves(world, second), StringComparer.Ordinal);

    /// <summary>Whether the declared correlations are the same.</summary>
    public static bool SameCorrelations(WedgeStrategy first, WedgeStrategy second) => Correlations(first).SequenceEqual(Correlations(second), StringComparer.Ordinal);

    private static ImmutableArray<string> Correlations(WedgeStrategy strategy) =>
        [.. strategy.Correlations.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First}, {pair.Second}: {pair.Rank}"))];

    private static ImmutableArray<string> Moves(WorldEdition world, WedgeStrategy strategy) =>
        [.. strategy.Moves.Select(move => StrategyWriter.Write(move, id => StrategyWriter.Code(id, strategy.Start, world.States)) + " }")];

    private static string Distribution(WedgeStrategy strategy, string name) =>
        strategy.Assumptions.FirstOrDefault(assumption => assumption.Name == name) is { } stated ? StrategyWriter.Write(stated.Distribution)
        : name is "reversal_hazard" or "partner_reversal_hazard" ? "not stated: estimated"
        : StrategyWriter.Write(AssumptionCatalog.Find(name)!.Default.Distribution);

    private static IEnumerable<string> Less(ImmutableArray<string> all, ImmutableArray<string> without)
    {
        // The same move may be made twice: each takes one of the other side away.
        var left = without.ToList();
        return all.Where(item => !left.Remove(item));
    }

    private static string Short(RunManifest manifest, string name) =>
        manifest.Tables.Concat(manifest.Blocs).FirstOrDefault(data => data.Name == name)?.Sha256[..12] ?? Nothing;

    private static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
