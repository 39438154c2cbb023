using System.Collections.Immutable;
using Entente.World;
using Entente.World.Trade;

namespace Entente.Models.Trade.Conduits;

/// <summary>What third states buy and sell, by year, billion US$: the panels that the search looks at.</summary>
internal sealed class ThirdStateFlows
{
    private const double ThousandToBillion = 1e-6;

    /// <summary>Above this share of last known trade in missing pairs a sum says nothing: it is missing.</summary>
    private const double LargestGap = .1;

    private readonly Dictionary<int, TradeMatrix> _trade;
    private readonly ImmutableArray<int> _target;

    public ThirdStateFlows(WorldEdition world, ImmutableArray<int> target, ImmutableArray<int> coalition, int last)
    {
        Years = [.. world.TradeYears.Where(year => year <= last)];
        _trade = Years.ToDictionary(year => year, world.Trade);
        _target = target;
        Coalition = coalition;
        States = [.. _trade[Years[^1]].Economies.Where(id => !target.Contains(id) && !coalition.Contains(id))];
    }

    public ImmutableArray<int> Years { get; }

    /// <summary>Economies that are neither target nor coalition.</summary>
    public ImmutableArray<int> States { get; }

    public ImmutableArray<int> Coalition { get; }

    public TradeMatrix Trade(int year) => _trade[year];

    /// <summary>Imports of every third state from some origins.</summary>
    public FlowPanel From(IReadOnlyCollection<int> origins) => FlowPanel.Of(Years, States, (state, year) => From(origins, state, year));

    /// <summary>Exports of every third state to the target.</summary>
    public FlowPanel ToTarget() => FlowPanel.Of(Years, States, ToTarget);

    /// <summary>Imports of a state from some origins; NaN where too much of it is missing.</summary>
    public double From(IEnumerable<int> origins, int state, int year) => Sum(_trade[year], origins.Where(origin => origin != state).Select(origin => (origin, state)));

    /// <summary>Imports of a state from everybody.</summary>
    public double Imports(int state, int year) => From(_trade[year].Economies, state, year);

    /// <summary>Exports of a state to everybody.</summary>
    public double Exports(int state, int year) => Sum(_trade[year], _trade[year].Economies.Where(other => other != state).Select(other => (state, other)));

    /// <summary>Exports of a state to the target; NaN where too much of it is missing.</summary>
    public double ToTarget(int state, int year) => Sum(_trade[year], _target.Select(member => (state, member)));

    /// <summary>The target's share of what goes through a state: exports to it over the larger of all exports and imports; NaN where it cannot be seen.</summary>
    public double TargetShare(int state, int year)
    {
        var through = Math.Max(Exports(state, year), Imports(state, year));
        return through > 0 ? Math.Min(1, ToTarget(state, year) / through) : double.NaN;
    }

    /// <summary>The route of some senders' goods through a state whose exports to the target are seen.</summary>
    public RouteBounds Route(int state, int year, FlowExcess into, FlowExcess outOf)
    {
        var imports = Imports(state, year);
        return RouteBounds.Seen(into.Amount, outOf.Amount, into.Actual, imports > 0 ? Math.Min(1, into.Actual / imports) : 0, TargetShare(state, year) is >= 0 and var share ? share : 0);
    }

    /// <summary>The last known exports of a state to the target in a year where they are missing.</summary>
    public double LastToTarget(int state, int year) => _target.Sum(member => _trade[year].Filled(state, member)) * ThousandToBillion;

    private static double Sum(TradeMatrix trade, IEnumerable<(int From, int To)> pairs)
    {
        var (held, gap) = (0.0, 0.0);
        foreach (var (from, to) in pairs)
        {
            var value = trade.Value(from, to);
            if (double.IsNaN(value)) gap += trade.LastValue(from, to);
            else held += value;
        }

        return gap > LargestGap * (held + gap) ? double.NaN : held * ThousandToBillion;
    }
}
