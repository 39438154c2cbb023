using Entente.World.States;

namespace Entente.World.Sources.Codes;

/// <summary>From the names that publishers use to states, in a year.</summary>
/// <param name="states">All states.</param>
/// <param name="aliases">What to look for where a publisher's name itself finds nothing, or more than one.</param>
internal sealed class StateNames(StateSystem states, IReadOnlyDictionary<string, string>? aliases = null)
{
    private const int LastYear = 2030;
    private readonly Dictionary<(string Name, int Year), State?> _known = [];

    /// <summary>The one state that had the name and existed in the year; of two that share a year in which one gave way to the other (Germany in 1990), the later.</summary>
    /// <returns>The state, or <see langword="null"/> where there is none or the name stays ambiguous.</returns>
    public State? Existing(string name, int year)
    {
        if (_known.TryGetValue((name, year), out var known)) return known;
        var found = Find(name, year);
        if (found is null && aliases is not null && aliases.TryGetValue(name, out var alias)) found = Find(alias, year);
        return _known[(name, year)] = found;
    }

    /// <summary>The state that had the name in the year, or in the first later year in which one did (Algeria in 1961): deliveries and spending are booked before a birthday.</summary>
    public State? Nearest(string name, int year)
    {
        for (var candidate = year; candidate <= LastYear; candidate++)
        {
            if (Existing(name, candidate) is { } state) return state;
        }

        return null;
    }

    private State? Find(string name, int year) => states.Find(name, year) is { } state && state.ExistsIn(year) ? state : null;
}
