using System.Globalization;

namespace Entente.World.States;

/// <summary>What a text was found as; where several states remain in a year, a code of an earlier kind wins over one of a later kind.</summary>
internal enum MatchKind
{
    /// <summary>ISO 3166 alpha-2 or alpha-3, current or withdrawn.</summary>
    Iso,

    /// <summary>COW abbreviation; AUS is Austria there and Australia in ISO 3166.</summary>
    Cow,

    /// <summary>Name or alias.</summary>
    Name,
}

/// <summary>Looks states up by code and name.</summary>
internal sealed class StateIndex
{
    private readonly Dictionary<int, State> _byId = [];
    private readonly Dictionary<string, List<State>> _iso3 = [];
    private readonly Dictionary<string, List<State>> _iso2 = [];
    private readonly Dictionary<string, List<State>> _cow = [];
    private readonly Dictionary<string, List<State>> _names = [];
    private readonly Dictionary<int, List<State>> _m49 = [];
    private readonly Dictionary<int, List<State>> _gleditschWard = [];

    public StateIndex(IEnumerable<State> states)
    {
        foreach (var state in states)
        {
            if (!_byId.TryAdd(state.Id, state)) throw new ArgumentException($"Two states have the id {state.Id}: {_byId[state.Id].Name} and {state.Name}.", nameof(states));
            if (state.Iso3 is { } iso3) Add(_iso3, NameFolding.Code(iso3), state);
            if (state.Iso2 is { } iso2) Add(_iso2, NameFolding.Code(iso2), state);
            if (state.Abbreviation is { } abbreviation) Add(_cow, NameFolding.Code(abbreviation), state);
            if (state.M49 is { } m49) Add(_m49, m49, state);
            if (state.GleditschWard is { } number) Add(_gleditschWard, number, state);
            foreach (var code in state.OtherCodes) AddOther(code, state);
            Add(_names, NameFolding.Key(state.Name), state);
            foreach (var alias in state.Aliases) Add(_names, NameFolding.Key(alias), state);
        }
    }

    /// <summary>States by id.</summary>
    public IReadOnlyDictionary<int, State> ById => _byId;

    /// <summary>Every key a state can be typed as, for near misses: names, then codes of three letters.</summary>
    public IEnumerable<(string Key, State State)> Keys =>
        from list in new[] { _names, _iso3, _cow }
        from entry in list
        from state in entry.Value
        select (entry.Key, state);

    /// <summary>All states that the text may mean, each with the best kind of match, and whether the text was written as a number or with a prefix.</summary>
    public IReadOnlyList<(State State, MatchKind Kind)> Candidates(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Prefixed(NameFolding.Code(text[..colon]), text[(colon + 1)..]) is { } prefixed) return [.. prefixed.Select(state => (state, MatchKind.Iso))];
        if (int.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)) return _byId.TryGetValue(id, out var state) ? [(state, MatchKind.Iso)] : [];

        var found = new List<(State State, MatchKind Kind)>();
        var code = NameFolding.Code(text);
        Collect(found, _iso3, code, MatchKind.Iso);
        Collect(found, _iso2, code, MatchKind.Iso);
        Collect(found, _cow, code, MatchKind.Cow);
        Collect(found, _names, NameFolding.Key(text), MatchKind.Name);
        return found;
    }

    /// <summary>States that an ISO3 code may mean.</summary>
    public IReadOnlyList<State> Iso3(string code) => _iso3.GetValueOrDefault(NameFolding.Code(code)) ?? [];

    /// <summary>States that a Gleditsch-Ward number may mean.</summary>
    public IReadOnlyList<State> GleditschWard(int number) => _gleditschWard.GetValueOrDefault(number) ?? [];

    private List<State>? Prefixed(string system, string value)
    {
        var isNumber = int.TryParse(value.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        var code = NameFolding.Code(value);
        return system switch
        {
            "m49" => isNumber ? _m49.GetValueOrDefault(number, []) : [],
            "gw" => isNumber ? _gleditschWard.GetValueOrDefault(number, []) : [],
            "cow" when isNumber => number > 0 && _byId.TryGetValue(number, out var state) ? [state] : [],
            "cow" => _cow.GetValueOrDefault(code, []),
            "iso3" => _iso3.GetValueOrDefault(code, []),
            "iso2" => _iso2.GetValueOrDefault(code, []),
            "iso" => _iso3.GetValueOrDefault(code) ?? _iso2.GetValueOrDefault(code, []),
            _ => null,
        };
    }

    private void AddOther(StateCode code, State state)
    {
        switch (code.System)
        {
            case "iso3":
                Add(_iso3, NameFolding.Code(code.Value), state);
                break;
            case "iso2":
                Add(_iso2, NameFolding.Code(code.Value), state);
                break;
            case "m49":
                Add(_m49, int.Parse(code.Value, CultureInfo.InvariantCulture), state);
                break;
            case "gw":
                Add(_gleditschWard, int.Parse(code.Value, CultureInfo.InvariantCulture), state);
                break;
            default:
                throw new ArgumentException($"'{code.System}' is no system of codes that states are found by.", nameof(code));
        }
    }

    private static void Collect(List<(State State, MatchKind Kind)> found, Dictionary<string, List<State>> list, string key, MatchKind kind)
    {
        if (key.Length == 0 || !list.TryGetValue(key, out var states)) return;
        foreach (var state in states)
        {
            if (!found.Exists(match => match.State.Id == state.Id)) found.Add((state, kind));
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<State>> list, TKey key, State state)
        where TKey : notnull
    {
        if (!list.TryGetValue(key, out var states)) list[key] = states = [];
        if (!states.Exists(other => other.Id == state.Id)) states.Add(state);
    }
}
