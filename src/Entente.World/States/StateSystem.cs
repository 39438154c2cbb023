using System.Collections.Immutable;
using Entente.World.Tables;

namespace Entente.World.States;

/// <summary>All states 1816 to today, and the way from any code or name to one of them.</summary>
/// <remarks>The rules are explained in docs/states.md. Immutable, and safe for use from several threads.</remarks>
public sealed class StateSystem
{
    private readonly StateIndex _index;

    /// <summary>Builds the system from its records.</summary>
    /// <exception cref="ArgumentException">Two states have the same id, or a further code is of an unknown system: a defect of the records.</exception>
    public StateSystem(ImmutableArray<State> all, ImmutableArray<Succession> successions)
    {
        All = all;
        Successions = successions;
        _index = new StateIndex(all);
    }

    /// <summary>Every state, non-member and territory, by id.</summary>
    public ImmutableArray<State> All { get; }

    /// <summary>Who followed whom.</summary>
    public ImmutableArray<Succession> Successions { get; }

    /// <summary>The state with this id.</summary>
    /// <exception cref="KeyNotFoundException">No state has the id: a defect of the store, not of the caller's input.</exception>
    public State this[int id] => _index.ById.TryGetValue(id, out var state) ? state : throw new KeyNotFoundException($"No state has the id {id}.");

    /// <summary>Builds the system from tables of the store: <see cref="StoreSchema.States"/>, <see cref="StoreSchema.StatePeriods"/>, <see cref="StoreSchema.StateNames"/>, <see cref="StoreSchema.Successions"/>.</summary>
    /// <exception cref="ArgumentException">A table is of another schema, or its rows contradict each other.</exception>
    public static StateSystem FromTables(TableData states, TableData periods, TableData names, TableData successions) => StateTables.Read(states, periods, names, successions);

    /// <summary>Whether a state has the id.</summary>
    public bool TryGet(int id, out State? state) => _index.ById.TryGetValue(id, out state);

    /// <summary>Finds the one state meant by a code (COW number or abbreviation, ISO2, ISO3, M49 with a leading "M49:") or name.</summary>
    /// <remarks>
    /// In a year, only states that existed on a day of it count, and first those that existed on its last day. Without a year, those that exist today count first.
    /// A code of three letters is read as ISO 3166 before it is read as a COW abbreviation; "COW:AUS", "ISO3:AUS", "ISO2:AU", "M49:36" and "GW:900" leave no doubt.
    /// </remarks>
    /// <param name="text">Code or name; case, accents and punctuation do not matter.</param>
    /// <param name="year">The year it is meant in, where known: "Germany" in 1935, 1955 and 1995 are three states.</param>
    /// <exception cref="InvalidInputException">Nothing or more than one state fits; the sentence lists near misses or the candidates, or says when the state existed and who followed it.</exception>
    public State Resolve(string text, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var candidates = _index.Candidates(text);
        if (candidates.Count == 0) throw new InvalidInputException(StateSentences.Unknown(text, NearMissesOf(text)));

        var fitting = Fitting(candidates, year);
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw new InvalidInputException(StateSentences.Absent(text, year!.Value, [.. candidates.Select(match => match.State)], Successions, id => this[id])),
            _ => throw new InvalidInputException(StateSentences.Ambiguous(text, year, fitting)),
        };
    }

    /// <summary>As <see cref="Resolve"/>, for importers: <see langword="null"/> where nothing or more than one fits.</summary>
    /// <remarks>A series may reach beyond the membership of its state (the GDP of Ukraine in 1987): <c>Find(text, year) ?? Find(text)</c>.</remarks>
    public State? Find(string text, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fitting(_index.Candidates(text), year) is [var only] ? only : null;
    }

    /// <summary>The state that an ISO3 code of a trade or indicator file means in a year (RUS in 1975 is the Soviet Union, 365).</summary>
    /// <remarks>
    /// Where the code meant several states in turn the year decides (DEU in 1975 is West Germany, 260; YEM in 1980 North Yemen, 678); in a year when none of them existed it is the next to come,
    /// after all of them the last. A code that means one state means it in every year, also before it entered the state system: series of Ukraine begin before 1991.
    /// </remarks>
    public State? FindIso3(string iso3, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(iso3);
        return InYear(_index.Iso3(iso3), year);
    }

    /// <summary>The state that a Gleditsch-Ward number (UCDP and others) means in a year: 260 is West Germany (260) to 1990 and Germany (255) since.</summary>
    /// <remarks>As <see cref="FindIso3"/>: where the number means one state only, the year does not matter.</remarks>
    public State? FindGleditschWard(int number, int? year = null) => InYear(_index.GleditschWard(number), year);

    /// <summary>Whether the text is a code or name of any state in any year.</summary>
    internal bool IsKnown(string text) => _index.Candidates(text).Count > 0;

    /// <summary>At most three states that the text may be a misspelling of, the nearest only.</summary>
    internal IReadOnlyList<State> NearMissesOf(string text) => NearMisses.Of(NameFolding.Key(text), NearMissKeys);

    /// <summary>Whatever a state may be typed as, folded.</summary>
    internal IEnumerable<(string Key, State State)> NearMissKeys => _index.Keys.OrderByDescending(entry => ExistsToday(entry.State));

    private static List<State> Fitting(IReadOnlyList<(State State, MatchKind Kind)> candidates, int? year)
    {
        var fitting = Present(candidates, year);
        if (fitting.Count < 2) return [.. fitting.Select(match => match.State)];
        var best = fitting.Min(match => match.Kind);
        return [.. fitting.Where(match => match.Kind == best).Select(match => match.State).OrderBy(state => state.Id)];
    }

    private static List<(State State, MatchKind Kind)> Present(IReadOnlyList<(State State, MatchKind Kind)> candidates, int? year)
    {
        List<(State, MatchKind)> first = year is { } y
            ? [.. candidates.Where(match => ExistsAtEndOf(match.State, y))]
            : [.. candidates.Where(match => ExistsToday(match.State))];
        if (first.Count > 0) return first;
        return year is { } some ? [.. candidates.Where(match => match.State.ExistsIn(some))] : [.. candidates];
    }

    private static State? InYear(IReadOnlyList<State> states, int? year)
    {
        if (states.Count < 2) return states.Count == 0 ? null : states[0];
        if (year is not { } y) return states.FirstOrDefault(ExistsToday) ?? states.MaxBy(LastYear);
        return states.FirstOrDefault(state => ExistsAtEndOf(state, y))
            ?? states.FirstOrDefault(state => state.ExistsIn(y))
            ?? states.Where(state => NextStart(state, y) is not null).MinBy(state => NextStart(state, y))
            ?? states.MaxBy(LastYear);
    }

    private static bool ExistsToday(State state) => state.Existence.IsEmpty || state.Existence[^1].To is null;

    private static bool ExistsAtEndOf(State state, int year)
    {
        if (state.Existence.IsEmpty) return true;
        if (year is < 1 or > 9999) return false;
        var day = new DateOnly(year, 12, 31);
        return state.Existence.Any(period => period.Contains(day));
    }

    private static int LastYear(State state) => state.Existence.IsEmpty ? int.MaxValue : state.Existence[^1].To?.Year ?? int.MaxValue;

    private static int? NextStart(State state, int year) => state.Existence.Where(period => period.From.Year > year).Select(period => (int?)period.From.Year).Min();
}
