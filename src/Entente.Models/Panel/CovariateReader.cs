using Entente.Models.Alignment;
using Entente.Models.Security;
using Entente.World;
using Entente.World.Trade;

namespace Entente.Models.Panel;

/// <summary>Reads covariates of pairs of states. Nothing is imputed: a value that is not held is NaN, unless the caller asks for the last one held, whose year is then told.</summary>
internal sealed class CovariateReader
{
    private const int LastAtopYear = 2018;
    private const int LastSupplementYear = 2025;
    private const int LastRivalryYear = 2010;

    private readonly WorldEdition _world;
    private readonly Dictionary<(int A, int B), List<(int From, int To)>> _pacts = [];
    private readonly Dictionary<(int A, int B), List<(int From, int To)>> _rivalries = [];
    private readonly Dictionary<int, List<(int From, int To, int Helper)>> _defenders = [];
    private readonly Dictionary<(int State, int Year), (int State, double Cinc)[]> _helpers = [];

    public CovariateReader(WorldEdition world)
    {
        _world = world;
        foreach (var spell in world.Alliances)
        {
            if (!spell.Defense) continue;
            Add(_pacts, spell.A, spell.B, spell.FromYear, spell.ToYear);
            if (!_defenders.TryGetValue(spell.B, out var list)) _defenders[spell.B] = list = [];
            list.Add((spell.FromYear, spell.ToYear, spell.A));
        }

        foreach (var spell in world.Rivalries) Add(_rivalries, spell.A, spell.B, spell.FromYear, spell.ToYear);
    }

    /// <summary>Reads a covariate.</summary>
    /// <param name="covariate">Which.</param>
    /// <param name="a">One state id.</param>
    /// <param name="b">The other.</param>
    /// <param name="year">The year that is explained; lagged covariates are read the year before.</param>
    /// <param name="carry">Whether the last value held before stands in for one that is not held yet.</param>
    public CovariateReading Read(DyadCovariate covariate, int a, int b, int year, bool carry)
    {
        var before = year - 1;
        switch (covariate)
        {
            case DyadCovariate.LandBorder: return new(_world.Contiguity(a, b, year) == 1 ? 1 : 0, year);
            case DyadCovariate.SeaBorder: return new(_world.Contiguity(a, b, year) is > 1 ? 1 : 0, year);
            case DyadCovariate.LogDistance: return Distance(a, b, year);
            case DyadCovariate.LogCapabilityRatio: return Capabilities(a, b, before, carry, static (x, y) => Math.Log(Math.Max(x, y) / Math.Min(x, y)));
            case DyadCovariate.LogCapabilities: return Capabilities(a, b, before, carry, static (x, y) => Math.Log(x + y));
            case DyadCovariate.OneMajor: return new(MajorPowers.IsMajor(a, year) != MajorPowers.IsMajor(b, year) ? 1 : 0, year);
            case DyadCovariate.BothMajor: return new(MajorPowers.IsMajor(a, year) && MajorPowers.IsMajor(b, year) ? 1 : 0, year);
            case DyadCovariate.JointDemocracy: return Democracy(a, b, before, carry);
            case DyadCovariate.DefencePact: return Pact(a, b, before, carry);
            case DyadCovariate.Rivalry: return Rivalry(a, b, before, carry);
            case DyadCovariate.OneNuclear: return new(MajorPowers.HasNuclearWeapons(a, year) != MajorPowers.HasNuclearWeapons(b, year) ? 1 : 0, year);
            case DyadCovariate.BothNuclear: return new(MajorPowers.HasNuclearWeapons(a, year) && MajorPowers.HasNuclearWeapons(b, year) ? 1 : 0, year);
            case DyadCovariate.OutsideHelp: return Help(a, b, before, carry, null);
            case DyadCovariate.VoteAgreement: return Agreement(a, b, before, carry);
            case DyadCovariate.TradeDependence: return Trade(a, b, before, carry);
            default: throw new ArgumentOutOfRangeException(nameof(covariate));
        }
    }

    private CovariateReading Distance(int a, int b, int year) =>
        BorderDistance.Of(_world, a, b, year) is var (km, held) ? new(Math.Log(1 + km), held) : Missing;

    private CovariateReading Capabilities(int a, int b, int year, bool carry, Func<double, double, double> measure)
    {
        for (var back = year; back >= (carry ? year - 15 : year); back--)
        {
            if (_world.Cinc(a, back) is > 0 and var x && _world.Cinc(b, back) is > 0 and var y) return new(measure(x, y), back);
        }

        return Missing;
    }

    private CovariateReading Democracy(int a, int b, int year, bool carry)
    {
        for (var back = year; back >= (carry ? year - 10 : year); back--)
        {
            if (_world.Indicator("liberal_democracy", a, back) is { } x && _world.Indicator("liberal_democracy", b, back) is { } y) return new(Math.Min(x, y), back);
        }

        return Missing;
    }

    private CovariateReading Pact(int a, int b, int year, bool carry)
    {
        var key = Ordered(a, b);
        var spells = _pacts.GetValueOrDefault(key);
        var last = 0;
        foreach (var (from, to) in spells ?? [])
        {
            if (from <= year && to >= year) return new(1, year);
            if (from <= year) last = Math.Max(last, to);
        }

        // ATOP ends in 2018 and the supplement follows the treaties that matter: a pact seen in the last year of either is not known to have ended.
        if (year <= LastAtopYear) return new(0, year);
        if (last >= LastAtopYear) return carry ? new(1, last) : Missing;
        return carry ? new(0, LastAtopYear) : Missing;
    }

    /// <summary>ln(1 + capabilities bound to defend the weaker / those of the stronger), read in a year; a state can be taken out of the helpers.</summary>
    public CovariateReading Help(int a, int b, int year, bool carry, int? without)
    {
        var held = carry ? Math.Min(year, _world.LastCapabilityYear) : year;
        if (_world.Cinc(a, held) is not (> 0 and var x) || _world.Cinc(b, held) is not (> 0 and var y)) return Missing;
        if (year > LastAtopYear && !carry) return Missing;
        var (weaker, stronger) = x <= y ? (a, b) : (b, a);
        var sum = 0.0;
        foreach (var helper in HelpersOf(weaker, year, held))
        {
            if (helper.State != stronger && helper.State != without) sum += helper.Cinc;
        }

        return new(Math.Log(1 + (sum / Math.Max(x, y))), held);
    }

    private (int State, double Cinc)[] HelpersOf(int state, int year, int capabilityYear)
    {
        if (_helpers.TryGetValue((state, year), out var known)) return known;
        var helpers = new HashSet<int>();
        foreach (var (from, to, helper) in _defenders.GetValueOrDefault(state) ?? [])
        {
            if (from <= year && (to >= year || to == LastAtopYear || to >= LastSupplementYear)) helpers.Add(helper);
        }

        return _helpers[(state, year)] = [.. helpers.Order().Select(helper => (helper, _world.Cinc(helper, capabilityYear) ?? 0))];
    }

    private CovariateReading Rivalry(int a, int b, int year, bool carry)
    {
        if (year > LastRivalryYear && !carry) return Missing;
        var held = Math.Min(year, LastRivalryYear);
        foreach (var (from, to) in _rivalries.GetValueOrDefault(Ordered(a, b)) ?? [])
        {
            if (from <= held && to >= held) return new(1, held);
        }

        return new(0, held);
    }

    private CovariateReading Agreement(int a, int b, int year, bool carry)
    {
        for (var back = year; back >= (carry ? year - 5 : year); back--)
        {
            var (agreement, common) = VoteAgreement.Plain(_world.Votes, a, b, back);
            if (common >= 10) return new(agreement, back);
        }

        return Missing;
    }

    private CovariateReading Trade(int a, int b, int year, bool carry)
    {
        var held = _world.TradeYears.Contains(year) ? year : carry ? _world.TradeYears.Where(y => y <= year).DefaultIfEmpty(0).Max() : 0;
        if (held == 0) return Missing;
        var trade = _world.Trade(held);
        if (Flow(trade, a, b) is not { } there || Flow(trade, b, a) is not { } back) return Missing;
        if (_world.Indicator("gdp_current_usd", a, held) is not { } first || _world.Indicator("gdp_current_usd", b, held) is not { } second) return Missing;
        return new(Math.Log(1 + (1000 * (there + back) * 1000 / Math.Max(first, second))), held);
    }

    private static double? Flow(TradeMatrix trade, int from, int to)
    {
        if (!trade.Has(from) || !trade.Has(to)) return null;
        var value = trade.Value(from, to);
        return double.IsFinite(value) ? value : null;
    }

    private static CovariateReading Missing => new(double.NaN, 0);

    private static void Add(Dictionary<(int, int), List<(int, int)>> spells, int a, int b, int from, int to)
    {
        var key = Ordered(a, b);
        if (!spells.TryGetValue(key, out var list)) spells[key] = list = [];
        list.Add((from, to));
    }

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
