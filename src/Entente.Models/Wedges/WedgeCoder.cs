using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Panel.Tables;
using Entente.World;

namespace Entente.Models.Wedges;

/// <summary>
/// Codes an attempt from data of the years before its first move, the same way for all: disputes (Correlates of War, from 1816), rivalries, alliances, capabilities, contiguity, leaders, votes and
/// trade where they are held. Nothing after the first move is read, and no judgement.
/// </summary>
/// <remarks>
/// Of several states on a side threats, disputes and pacts are those of the strongest case, capabilities are added up. Threat follows Walt (1987): offensive record (rivalry and recent
/// disputes), power and proximity.
/// </remarks>
public sealed class WedgeCoder
{
    private const double HalfLife = 5;
    private const int MostCarried = 12;
    private const int LastDispute = 2014;
    private const int LastRivalry = 2010;
    private const int LastAtop = 2018;

    private readonly WorldEdition _world;
    private readonly ILookup<(int A, int B), (int Year, int Originated)> _disputes;
    private readonly ILookup<(int A, int B), (int From, int To)> _rivalries;
    private readonly ILookup<(int A, int B), (int From, int To, bool Defence)> _pacts;
    private readonly StateYears _states;
    private readonly Dictionary<(int State, int Partner, int Year), double> _earlyTrade = [];
    private readonly HashSet<int> _earlyYears = [];

    /// <summary>Makes a coder of an edition.</summary>
    /// <param name="world">The edition.</param>
    public WedgeCoder(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _states = new StateYears(world);
        _disputes = world.DisputeYears("cow").Where(one => one.Originated > 0).ToLookup(one => (one.A, one.B), one => (one.Year, one.Originated));
        _rivalries = world.Rivalries.ToLookup(one => Ordered(one.A, one.B), one => (one.FromYear, one.ToYear));
        _pacts = world.Alliances.ToLookup(one => (one.A, one.B), one => (one.FromYear, one.ToYear, one.Defense));
        foreach (var share in world.TradeShares)
        {
            _earlyYears.Add(share.Year);
            Add(share.Exporter, share.Importer, share.Year, share.OfExporter);
            Add(share.Importer, share.Exporter, share.Year, share.OfImporter);
        }

        void Add(int state, int partner, int year, double value) => _earlyTrade[(state, partner, year)] = _earlyTrade.GetValueOrDefault((state, partner, year)) + (value / 2);
    }

    /// <summary>Keys of the catalog that covariates rest on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["cow-mid", "td-rivalries", "atop", "alliance-supplement", "cow-nmc", "cow-contiguity", "archigos", "leader-supplement", "vdem", "unga-votes", "sitc-totals", "baci"];

    /// <summary>Codes a case.</summary>
    public WedgeCovariates Code(WedgeCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return Code(one.Divider, one.Target, one.Partner, one.StartYear);
    }

    /// <summary>Codes an attempt.</summary>
    /// <param name="divider">State ids.</param>
    /// <param name="target">State ids.</param>
    /// <param name="partner">State ids.</param>
    /// <param name="start">Year of the first move; years before it are read.</param>
    public WedgeCovariates Code(ImmutableArray<int> divider, ImmutableArray<int> target, ImmutableArray<int> partner, int start)
    {
        var year = start - 1;
        var notes = ImmutableArray.CreateBuilder<string>();
        if (year > LastDispute) notes.Add($"disputes end in {LastDispute}: those before it count with their age");
        if (year > LastRivalry) notes.Add($"rivalries are those of {LastRivalry}");
        var (dividerPower, targetPower, partnerPower) = (Capability(divider, year, "divider", notes), Capability(target, year, "target", notes), Capability(partner, year, "partner", notes));
        var rift = Most(target, partner, (t, p) => Rivals(t, p, year) + Recent(t, p, year)) - Most(target, partner, (t, p) => Allied(t, p, year));
        return new WedgeCovariates(
            year, rift, Threat(target, partner, partnerPower, targetPower, year), Threat(target, divider, dividerPower, targetPower, year), Math.Log(dividerPower / partnerPower),
            Most(target, partner, (t, p) => BoundTo(p, t, year)), Turnover(divider[0], year), Latest(year, 5, y => _states.Democracy(divider[0], y)),
            TradeShare(target[0], divider, year, notes), TradeShare(target[0], partner, year, notes), Agreement(target[0], partner[0], year), Agreement(target[0], divider[0], year), notes.ToImmutable());
    }

    private double Capability(ImmutableArray<int> states, int year, string side, ImmutableArray<string>.Builder notes)
    {
        var sum = 0.0;
        foreach (var state in states)
        {
            var held = Enumerable.Range(0, MostCarried).Select(back => year - back).FirstOrDefault(y => !double.IsNaN(_states.Cinc(state, y)));
            if (held == 0)
            {
                notes.Add($"capabilities of {Name(state)} before {year + 1} are not held");
                continue;
            }

            if (held < year) notes.Add($"capabilities of {Name(state)} are those of {held}");
            sum += _states.Cinc(state, held);
        }

        if (sum > 0) return sum;
        notes.Add($"the {side} has no capabilities that are held");
        return double.NaN;
    }

    private double Threat(ImmutableArray<int> target, ImmutableArray<int> other, double otherPower, double targetPower, int year)
    {
        var record = Most(target, other, (t, o) => Rivals(t, o, year) + Recent(t, o, year));
        var near = Most(target, other, (t, o) => _world.Contiguity(t, o, year) switch { 1 => 1, > 1 => .75, _ => .5 });
        var share = double.IsNaN(targetPower) || double.IsNaN(otherPower) ? double.NaN : otherPower / (otherPower + targetPower);
        return record + (near * share);
    }

    private double Recent(int a, int b, int year)
    {
        var sum = 0.0;
        foreach (var (when, count) in _disputes[Ordered(a, b)])
        {
            if (when <= year && when > year - 30) sum += count * Math.Pow(.5, (year - when) / HalfLife);
        }

        return Math.Log(1 + sum);
    }

    private double Rivals(int a, int b, int year)
    {
        var held = Math.Min(year, LastRivalry);
        return _rivalries[Ordered(a, b)].Any(spell => spell.From <= held && spell.To >= held) ? 1 : 0;
    }

    private double Allied(int a, int b, int year) => Pact(a, b, year, onlyDefence: false) || Pact(b, a, year, onlyDefence: false) ? 1 : 0;

    private double BoundTo(int who, int whom, int year) => Pact(who, whom, year, onlyDefence: true) ? 1 : 0;

    // After ATOP ends a pact of its last year is taken to stand.
    private bool Pact(int a, int b, int year, bool onlyDefence)
    {
        foreach (var (from, to, defence) in _pacts[(a, b)])
        {
            if (onlyDefence && !defence) continue;
            if (from <= year && (to >= year || (year > LastAtop && to >= LastAtop))) return true;
        }

        return false;
    }

    private double Turnover(int state, int year)
    {
        var changes = Enumerable.Range(0, 10).Select(back => _states.LeaderChange(state, year - back)).Where(change => !double.IsNaN(change)).ToList();
        return changes.Count < 5 ? double.NaN : changes.Average();
    }

    private double TradeShare(int state, ImmutableArray<int> partners, int year, ImmutableArray<string>.Builder notes)
    {
        for (var held = year; held > year - 6; held--)
        {
            if (Share(state, partners, held) is not { } share) continue;
            if (held < year && year >= 1963) notes.Add(string.Create(CultureInfo.InvariantCulture, $"trade is that of {held}"));
            return share;
        }

        return double.NaN;
    }

    private double? Share(int state, ImmutableArray<int> partners, int year)
    {
        if (_earlyYears.Contains(year)) return partners.Sum(partner => _earlyTrade.GetValueOrDefault((state, partner, year)));
        if (!_world.TradeYears.Contains(year)) return null;
        var trade = _world.Trade(year);
        if (!trade.Has(state)) return null;
        double Both(int other) => (trade.Value(state, other) is var x && double.IsFinite(x) ? x : 0) + (trade.Value(other, state) is var y && double.IsFinite(y) ? y : 0);
        var total = trade.Economies.Where(other => other != state).Sum(Both);
        return total > 0 ? partners.Where(trade.Has).Sum(Both) / total : null;
    }

    private double Agreement(int a, int b, int year)
    {
        var values = Enumerable.Range(0, 5).Select(back => VoteAgreement.Plain(_world.Votes, a, b, year - back)).Where(one => one.CommonVotes >= 10).Select(one => one.Agreement).ToList();
        return values.Count == 0 ? double.NaN : values.Average();
    }

    private static double Latest(int year, int years, Func<int, double> value)
    {
        for (var back = 0; back < years; back++)
        {
            if (value(year - back) is var held && !double.IsNaN(held)) return held;
        }

        return double.NaN;
    }

    private static double Most(ImmutableArray<int> first, ImmutableArray<int> second, Func<int, int, double> value) => first.SelectMany(a => second.Where(b => b != a).Select(b => value(a, b))).DefaultIfEmpty(0).Max();

    private string Name(int state) => _world.States.TryGet(state, out var known) ? known!.Name : state.ToString(CultureInfo.InvariantCulture);

    private static (int A, int B) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
