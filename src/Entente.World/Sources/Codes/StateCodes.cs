using System.Globalization;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Codes;

/// <summary>From the code numbers of a row to state ids; a code that no state has is noted, and the row is then left out.</summary>
internal sealed class StateCodes(StateSystem states, ImportNotes notes)
{
    private readonly Dictionary<int, State[]> _gleditschWard = states.All
        .Where(state => state.GleditschWard is not null)
        .GroupBy(state => state.GleditschWard!.Value)
        .ToDictionary(group => group.Key, group => group.ToArray());

    private readonly Dictionary<string, int?> _iso3 = new(StringComparer.Ordinal);

    /// <summary>The state with the COW number in a cell.</summary>
    public bool TryCow(CsvRow row, string field, out int id)
    {
        id = row.Integer(field);
        if (id > 0 && states.TryGet(id, out _)) return true;
        notes.Add(row, "COW number of no state", id.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    /// <summary>The two states of a dyad by COW numbers.</summary>
    /// <exception cref="ImportException">Both are the same.</exception>
    public bool TryCowDyad(CsvRow row, string first, string second, out int a, out int b)
    {
        b = 0;
        if (!TryCow(row, first, out a) || !TryCow(row, second, out b)) return false;
        if (a == b) throw row.Bad(second, $"both states of the dyad are {a}; name two.");
        return true;
    }

    /// <summary>The state with a Gleditsch-Ward number in a year: 260 is the Federal Republic and today's Germany, 678 North Yemen and today's Yemen.</summary>
    /// <remarks>Where two states with the number existed in the year, the one that existed on its last day.</remarks>
    public int? GleditschWard(int number, int year)
    {
        // Serbia has a number of its own from 2006; in the COW system it goes on under that of Yugoslavia.
        if (number == 340) number = 345;
        if (!_gleditschWard.TryGetValue(number, out var candidates)) return states.TryGet(number, out var same) && same!.GleditschWard is null ? number : null;
        if (candidates.Length == 1) return candidates[0].Id;

        var inYear = candidates.Where(state => state.ExistsIn(year)).ToList();
        if (inYear.Count == 1) return inYear[0].Id;
        var atEnd = inYear.Where(state => state.Existence.Any(period => period.Contains(new DateOnly(year, 12, 31)))).ToList();
        return atEnd.Count == 1 ? atEnd[0].Id : null;
    }

    /// <summary>The state with an ISO3 code in a year, noted where there is none.</summary>
    public int? Iso3(CsvRow row, string field, int year)
    {
        var code = row.Text(field);
        if (!_iso3.TryGetValue($"{code}{year}", out var id)) _iso3[$"{code}{year}"] = id = states.FindIso3(code, year)?.Id;
        if (id is null) notes.Add(row, "ISO3 code of no state", code);
        return id;
    }
}
