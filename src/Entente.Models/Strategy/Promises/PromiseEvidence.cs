using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Entente.World.Security;
using Entente.World;

namespace Entente.Models.Strategy.Promises;

/// <summary>What the estimate reads of an edition, by state. The two numbers of Germany are one line, because the Federal Republic kept its promises through unification.</summary>
internal sealed class PromiseEvidence
{
    private const int Germany = 255;
    private const int FederalRepublic = 260;
    private const int OldestRegime = 5;
    private const int OldestOpinion = 12;

    private readonly Dictionary<(int State, int Year), LeaderSpell> _leaders = [];
    private readonly Func<int, int, double?> _democracy;
    private readonly Dictionary<(int Year, bool? Democracy, int Without), TurnoverPool> _pools = [];

    /// <summary>Makes evidence of parts; for <see cref="Read"/> and tests.</summary>
    public PromiseEvidence(
        IEnumerable<LeaderSpell> leaders, Func<int, int, double?> democracy, IEnumerable<GovernmentTerm> terms, IEnumerable<RecordedPromise> promises, ImmutableArray<OpinionFigure> opinion,
        ImmutableArray<AllianceYear> alliances)
    {
        foreach (var spell in leaders)
        {
            for (var year = spell.FromYear; year <= spell.ToYear; year++) _leaders[(Line(spell.State), year)] = spell;
        }

        _democracy = democracy;
        Terms = terms.OrderBy(term => term.From).ToLookup(term => Line(term.State));
        Promises = promises.OrderBy(promise => promise.Made).ThenBy(promise => promise.Agreement, StringComparer.Ordinal).ToLookup(promise => Line(promise.State));
        Opinion = opinion;
        Alliances = alliances;
        States = [.. _leaders.Keys.Select(key => key.State).Distinct().Order()];
    }

    public ILookup<int, GovernmentTerm> Terms { get; }

    public ILookup<int, RecordedPromise> Promises { get; }

    public ImmutableArray<OpinionFigure> Opinion { get; }

    public ImmutableArray<AllianceYear> Alliances { get; }

    public ImmutableArray<int> States { get; }

    private static readonly ConditionalWeakTable<WorldEdition, PromiseEvidence> Known = [];

    /// <summary>Reads an edition, once.</summary>
    public static PromiseEvidence Read(WorldEdition world) => Known.GetValue(world, Of);

    private static PromiseEvidence Of(WorldEdition world)
    {
        var rated = world.IndicatorNames.Contains("liberal_democracy");
        return new PromiseEvidence(
            world.Leaders, (state, year) => rated ? world.Indicator("liberal_democracy", state, year) : null, world.GovernmentTerms, world.PromiseRecord, world.Opinion,
            AllianceEndings.Count(world.Alliances, (state, year) => world.States.TryGet(state, out var known) && known!.ExistsIn(year)));
    }

    public static int Line(int state) => state == FederalRepublic ? Germany : state;

    /// <summary>The regime type in the last year that is rated, not more than five back.</summary>
    public bool? IsDemocracy(int state, int year, double from)
    {
        for (var back = 0; back < OldestRegime; back++)
        {
            if (Liberal(state, year - back) is { } value) return value >= from;
        }

        return null;
    }

    private double? Liberal(int state, int year) => _democracy(state, year) ?? (state == Germany ? _democracy(FederalRepublic, year) : null);

    /// <summary>1 where another leader is in office on the last day of a year than a year before, 0 where not; <see langword="null"/> where either is not held.</summary>
    public int? LeaderChange(int state, int year)
    {
        if (!_leaders.TryGetValue((state, year), out var now) || !_leaders.TryGetValue((state, year - 1), out var before)) return null;
        return now.SinceYear == before.SinceYear && now.BirthYear == before.BirthYear ? 0 : 1;
    }

    /// <summary>Changes of leader and years held, both ends included.</summary>
    public (int Changes, int Years) LeaderChanges(int state, int from, int to)
    {
        var (changes, years) = (0, 0);
        for (var year = from; year <= to; year++)
        {
            if (LeaderChange(state, year) is not { } change) continue;
            changes += change;
            years++;
        }

        return (changes, years);
    }

    /// <summary>The pool of states of a regime type before a year, without the promiser; kept because a back-test asks for it often.</summary>
    public TurnoverPool Pool(int year, bool? democracy, int without, PromiseOptions options)
    {
        if (_pools.TryGetValue((year, democracy, without), out var pool)) return pool;
        return _pools[(year, democracy, without)] = TurnoverPool.Of(this, year, democracy, without, options);
    }

    /// <summary>The newest view of the target among the promiser's public before a year, not more than twelve years old.</summary>
    public OpinionFigure? View(int state, int about, int year) =>
        Opinion.Where(row => Line(row.Respondents) == state && Line(row.About) == Line(about) && row.Year < year && row.Year >= year - OldestOpinion).MaxBy(row => row.Year);
}
