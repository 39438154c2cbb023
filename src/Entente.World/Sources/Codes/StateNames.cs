using Entente.World.States;

namespace Entente.World.Sources.Codes;

/// <summary>From the names that publishers use to states, in a year.</summary>
internal sealed class StateNames(StateSystem states, IReadOnlyDictionary<string, string>? aliases = null)
{
    private const int LastYear = 2030;
    private readonly Dictionary<(string Name, int Year), State?> _known = [];

    /// <summary>The one state that had the name in the year and existed in it; <see langword="null"/> otherwise.</summary>
    public State? Existing(string name, int year)
    {
        var state = Find(name, year);
        return state is not null && state.ExistsIn(year) ? state : null;
    }

    /// <summary>
    /// The state that had the name in the year or, where two had it (Germany in 1990) or none yet (Algeria in 1961), in the first later year in which one did:
    /// deliveries and spending are booked before a birthday.
    /// </summary>
    public State? Nearest(string name, int year)
    {
        for (var candidate = year; candidate <= LastYear; candidate++)
        {
            if (Existing(name, candidate) is { } state) return state;
        }

        return null;
    }

    private State? Find(string name, int year)
    {
        if (_known.TryGetValue((name, year), out var known)) return known;
        return _known[(name, year)] = states.Find(aliases is not null && aliases.TryGetValue(name, out var alias) ? alias : name, year);
    }
}
