using System.Collections.Immutable;
using Entente.Numerics.Distributions;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Turns the changes of a variant into shocks on the pairs of a baseline.</summary>
internal sealed class ShockBuilder
{
    private static readonly Normal Standard = new(0, 1);

    private readonly WorldEdition _world;
    private readonly TradeBaseline _baseline;
    private readonly int _year;
    private readonly Func<SanctionsChange, SanctionsEstimate?> _estimate;
    private readonly ImmutableArray<PairShock>.Builder _shocks = ImmutableArray.CreateBuilder<PairShock>();
    private readonly ImmutableArray<Distribution>.Builder _groups = ImmutableArray.CreateBuilder<Distribution>();
    private readonly SortedSet<string> _notHeld = new(StringComparer.Ordinal);

    private readonly SectorTable? _table;
    private int[]? _sectors;

    private ShockBuilder(WorldEdition world, TradeBaseline baseline, int year, Func<SanctionsChange, SanctionsEstimate?> estimate, SectorTable? table) =>
        (_world, _baseline, _year, _estimate, _table) = (world, baseline, year, estimate, table);

    /// <summary>Builds the shocks.</summary>
    /// <param name="world">The world.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="year">Year that parties are read in.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="estimate">The estimate for sanctions without an effect of their own.</param>
    /// <param name="table">The table that changes of some sectors alone refer to.</param>
    /// <exception cref="NoAnswerException">Sanctions have no estimate, or no change touches a pair of the baseline.</exception>
    public static VariantShocks Build(WorldEdition world, TradeBaseline baseline, int year, WhatIfVariant variant, Func<SanctionsChange, SanctionsEstimate?> estimate, SectorTable? table = null)
    {
        var builder = new ShockBuilder(world, baseline, year, estimate, table);
        foreach (var change in variant.Changes) builder.Add(change);
        if (builder._shocks.Count == 0 && !variant.Changes.IsEmpty)
        {
            throw new NoAnswerException($"The variant '{variant.Name}' changes no pair of the baseline of {baseline.Year}{(builder._notHeld.Count == 0 ? "" : $": {BaselineChecks.Listed([.. builder._notHeld])} are not economies of their own there")}; choose another baseline or other states.");
        }

        return new VariantShocks(builder._shocks.ToImmutable(), builder._groups.ToImmutable(), [.. builder._notHeld])
        {
            SectorWeights = table is not null && builder._shocks.Any(shock => shock.Sectors is not null) ? Weights(table) : null,
        };
    }

    /// <summary>Ids of the states that parties stand for.</summary>
    public static ImmutableArray<int> Members(WorldEdition world, ImmutableArray<string> parties, int year) =>
        [.. parties.SelectMany(text => PartyResolver.Resolve(text, year, world.States, world.Blocs).Members).Distinct()];

    /// <summary>Share of each sector in the trade of each pair.</summary>
    private static double[] Weights(SectorTable table)
    {
        var trade = table.Flows.Trade.Span;
        var total = table.Aggregate.Flows;
        var weights = new double[trade.Length];
        for (var cell = 0; cell < weights.Length; cell++) weights[cell] = total[cell % total.Length] > 0 ? trade[cell] / total[cell % total.Length] : 0;
        return weights;
    }

    private void Add(TradeChange change)
    {
        _sectors = _table is null || change.Sectors.IsDefaultOrEmpty ? null : [.. change.Sectors.Select(name => _table.Sectors.IndexOf(name)).Distinct().Order()];
        switch (change)
        {
            case SanctionsChange sanctions:
                AddSanctions(sanctions);
                break;
            case EmbargoChange embargo:
                foreach (var (a, b) in Pairs(embargo.Between, embargo.And, !embargo.OneWay)) Add(a, b, ShockKind.Fixed, VariantShocks.Embargo);
                break;
            case TradeBarrierChange barrier:
                var tariff = double.IsFinite(barrier.TariffPoints);
                var log = Math.Log(1 + (tariff ? barrier.TariffPoints : barrier.TradeChangeShare));
                foreach (var (a, b) in Pairs(barrier.From, barrier.To, false)) Add(a, b, tariff ? ShockKind.Tariff : ShockKind.Fixed, log);
                break;
            case AgreementChange agreement:
                var group = agreement.Effect is { } effect ? Group(effect.Distribution) : -1;
                var sides = agreement.And.IsEmpty ? Pairs(agreement.Between, agreement.Between, false) : Pairs(agreement.Between, agreement.And, true);
                foreach (var (a, b) in sides) Add(a, b, ShockKind.Agreement, 0, group >= 0 ? 1 : 0, group);
                break;
            default:
                throw new InvalidOperationException($"The change {change.GetType().Name} is listed but not built.");
        }
    }

    private void AddSanctions(SanctionsChange change)
    {
        var kind = change.Lift ? ShockKind.Lifted : ShockKind.Imposed;
        var typed = change.Effect is { } effect ? Group(effect.Distribution) : -1;
        var estimate = change.Effect is null
            ? _estimate(change) ?? throw new NoAnswerException($"No effect of sanctions on {_world.States[change.Against].Name} that stand in {_year} is measured: no year of trade before them is held. Give 'effect' in the file, with its source.")
            : null;
        var groups = new Dictionary<(int, bool), int>();
        foreach (var member in Members(_world, change.By, _year))
        {
            if (member == change.Against) continue;
            foreach (var exports in (ReadOnlySpan<bool>)[true, false])
            {
                if (change.Side == (exports ? FlowSide.Imports : FlowSide.Exports)) continue;
                var (from, to) = exports ? (change.Against, member) : (member, change.Against);
                if (estimate is null)
                {
                    Add(from, to, kind, 0, 1, typed, change.Share);
                    continue;
                }

                // Sanctions on another state than the one that the estimate is of are as severe as its pooled effect.
                var own = estimate.Against == change.Against ? estimate.Of(member) ?? estimate.Pooled : estimate.Pooled;
                var (mean, error) = exports ? (own.Exports, own.ExportsError) : (own.Imports, own.ImportsError);
                var shared = -1;
                if (error > 0 && !groups.TryGetValue((own.Group, exports), out shared)) groups[(own.Group, exports)] = shared = Group(Standard);
                Add(from, to, kind, mean, error, error > 0 ? shared : -1, change.Share, isMeasured: true);
            }
        }
    }

    private int Group(Distribution distribution)
    {
        _groups.Add(distribution);
        return _groups.Count - 1;
    }

    private IEnumerable<(int From, int To)> Pairs(ImmutableArray<string> one, ImmutableArray<string> other, bool bothWays)
    {
        var (a, b) = (Members(_world, one, _year), Members(_world, other, _year));
        foreach (var from in a)
        {
            foreach (var to in b)
            {
                if (from == to) continue;
                yield return (from, to);

                // A state on both sides would otherwise get the pair twice.
                if (bothWays && !(a.Contains(to) && b.Contains(from))) yield return (to, from);
            }
        }
    }

    private void Add(int from, int to, ShockKind kind, double mean, double scale = 0, int group = -1, double share = 1, bool isMeasured = false)
    {
        if (!Holds(from) | !Holds(to)) return;
        _shocks.Add(new PairShock((_baseline.IndexOf(from) * _baseline.Count) + _baseline.IndexOf(to), kind, mean, scale, group, share, isMeasured) { Sectors = _sectors });
    }

    private bool Holds(int state)
    {
        if (_baseline.Holds(state)) return true;
        _notHeld.Add(_world.States[state].Name);
        return false;
    }
}
