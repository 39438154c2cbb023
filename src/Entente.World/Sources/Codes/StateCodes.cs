using System.Globalization;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Codes;

/// <summary>From the code numbers of a row to state ids; a code that no state has is noted, and the row is then left out.</summary>
internal sealed class StateCodes(StateSystem states, ImportNotes notes)
{
    private readonly Dictionary<(string Code, int Year), int?> _iso3 = [];

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

    /// <summary>The state with an ISO3 code in a year, noted where there is none.</summary>
    public int? Iso3(CsvRow row, string field, int year)
    {
        var code = row.Text(field);
        if (!_iso3.TryGetValue((code, year), out var id)) _iso3[(code, year)] = id = states.FindIso3(code, year)?.Id;
        if (id is null) notes.Add(row, "ISO3 code of no state", code);
        return id;
    }
}
