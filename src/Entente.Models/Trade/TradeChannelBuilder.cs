using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Trade;

namespace Entente.Models.Trade;

/// <summary>Chooses the baseline of a strategy and turns its moves into changes of trade barriers.</summary>
internal static class TradeChannelBuilder
{
    /// <summary>Builds the channel; <see langword="null"/> where no year of trade at or before the start can carry it.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="named">States that must stand alone in the baseline where the data allow.</param>
    public static TradeChannel? Build(WorldEdition world, WedgeStrategy strategy, IReadOnlyCollection<int> named)
    {
        var usable = world.TradeYears.Where(year => year <= strategy.Start && year >= world.ExpenditureYears[0]).ToArray();
        if (usable.Length == 0) return null;
        var year = usable[^1];
        var trade = world.Trade(year);
        if (!trade.Has(strategy.Target) || !trade.Has(strategy.Partner)) return null;
        var before = YearBefore(world, strategy.Start, year);
        var effects = Measure(world, strategy, before, trade);
        double Filled(int exporter, int importer, double last) => last * Math.Exp(effects.Select(effect => effect[exporter, importer]).DefaultIfEmpty(0).Min());
        var severity = Severity(world);
        var baseline = EstimatedBaseline.Build(world, year, named, strategy.Target, Filled);
        if (!baseline.Holds(strategy.Target) || !baseline.Holds(strategy.Partner)) return null;
        return new TradeChannel(baseline, effects.FirstOrDefault(effect => effect.Against == strategy.Target), Changes(world, strategy, baseline, effects, severity), strategy.Divider, strategy.Target, strategy.Partner);
    }

    /// <summary>
    /// The newest complete year of trade before the sanctions in question: for strategies that start after the invasion of 2022 that is 2019 (2020 is the pandemic), for those
    /// that start after the annexation of Crimea 2013, else three years before the baseline.
    /// </summary>
    private static int YearBefore(WorldEdition world, int start, int baselineYear)
    {
        var wanted = start >= 2022 ? 2019 : start >= 2014 ? 2013 : baselineYear - 3;
        return world.TradeYears.LastOrDefault(year => year <= wanted, world.TradeYears[0]);
    }

    private static List<SanctionsEffect> Measure(WorldEdition world, WedgeStrategy strategy, int before, TradeMatrix after)
    {
        var effects = new List<SanctionsEffect>();
        foreach (var against in strategy.Moves.OfType<SanctionsMove>().Select(move => move.Against).Append(strategy.Target).Distinct())
        {
            if (!after.Has(against) || before >= after.Year) continue;
            var coalition = Coalition(world, strategy, against);
            if (!coalition.IsEmpty) effects.Add(SanctionsEffect.Measure(world.Trade(before), after, against, coalition));
        }

        return effects;
    }

    /// <summary>The sanctions of 2022 on Russia as the yardstick for sanctions that a strategy imposes; <see langword="null"/> where the years are not held.</summary>
    private static SanctionsEffect? Severity(WorldEdition world)
    {
        if (!world.TradeYears.Contains(2019) || !world.TradeYears.Contains(2023) || world.States.Find("RUS") is not { } russia || world.Blocs.Find("Sanctions2022") is not { } coalition) return null;
        return SanctionsEffect.Measure(world.Trade(2019), world.Trade(2023), russia.Id, [.. coalition.MembersIn(2023)]);
    }

    /// <summary>Who sanctions the state: against the target of 2022 the whole coalition, whoever of it takes part in the moves, so that the others stay in place.</summary>
    private static ImmutableArray<int> Coalition(WorldEdition world, WedgeStrategy strategy, int against)
    {
        var named = strategy.Moves.OfType<SanctionsMove>().Where(move => move.Against == against)
            .SelectMany(move => Members(world, [.. move.Coalition, .. move.JoinedBy], strategy.Start));
        var standing = strategy.Start >= 2022 && against == strategy.Target ? world.Blocs.Find("Sanctions2022")?.MembersIn(strategy.Start) ?? [] : [];
        return [.. named.Concat(standing).Where(id => id != against).Distinct().Order()];
    }

    private static ImmutableArray<BarrierChange> Changes(WorldEdition world, WedgeStrategy strategy, TradeBaseline baseline, List<SanctionsEffect> effects, SanctionsEffect? severity)
    {
        var changes = new Dictionary<(int, int), BarrierChange>();
        foreach (var move in strategy.Moves)
        {
            switch (move)
            {
                case SanctionsMove sanctions:
                    // What is lifted was measured on the state itself; what is imposed is a share of the sanctions of 2022, the strongest on record here.
                    var effect = sanctions.Lift ? effects.FirstOrDefault(candidate => candidate.Against == sanctions.Against) : severity;
                    if (effect is null) continue;
                    int[] taking = [.. Members(world, sanctions.Coalition, strategy.Start)];
                    foreach (var member in taking) AddSanctions(changes, baseline, effect, member, sanctions, isJoining: false);
                    foreach (var member in Members(world, sanctions.JoinedBy, strategy.Start).Except(taking)) AddSanctions(changes, baseline, effect, member, sanctions, isJoining: true);

                    break;
                case TradeDealMove deal:
                    Add(changes, baseline, strategy.Divider, deal.With, Math.Log(1 + deal.TradeIncrease), isRelief: false);
                    Add(changes, baseline, deal.With, strategy.Divider, Math.Log(1 + deal.TradeIncrease), isRelief: false);
                    break;
            }
        }

        return [.. changes.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    private static void AddSanctions(
        Dictionary<(int, int), BarrierChange> changes, TradeBaseline baseline, SanctionsEffect effect, int member, SanctionsMove sanctions, bool isJoining)
    {
        if (member == sanctions.Against) return;

        // What is lifted is what was measured on the pair; what is imposed is as severe as the pooled effect.
        var (exports, imports) = sanctions.Lift
            ? (-effect[sanctions.Against, member], -effect[member, sanctions.Against])
            : (effect.PooledExports, effect.PooledImports);
        Add(changes, baseline, sanctions.Against, member, exports * sanctions.Share, sanctions.Lift, isJoining);
        Add(changes, baseline, member, sanctions.Against, imports * sanctions.Share, sanctions.Lift, isJoining);
    }

    private static void Add(Dictionary<(int, int), BarrierChange> changes, TradeBaseline baseline, int exporter, int importer, double log, bool isRelief, bool isJoining = false)
    {
        if (log == 0 || !baseline.Holds(exporter) || !baseline.Holds(importer)) return;
        var key = (baseline.IndexOf(exporter), baseline.IndexOf(importer));
        changes[key] = new BarrierChange(key.Item1, key.Item2, changes.TryGetValue(key, out var earlier) ? earlier.Log + log : log, isRelief, isJoining);
    }

    internal static IEnumerable<int> Members(WorldEdition world, ImmutableArray<string> parties, int year) =>
        parties.SelectMany(text => PartyResolver.Resolve(text, year, world.States, world.Blocs).Members).Distinct();
}
