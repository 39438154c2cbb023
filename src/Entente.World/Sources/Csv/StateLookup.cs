using Entente.World.States;

namespace Entente.World.Sources.Csv;

/// <summary>From the codes in a file to state ids, remembering each answer and noting the rows whose code no state has.</summary>
/// <param name="states">All states.</param>
/// <param name="notes">Where rows are noted.</param>
internal sealed class StateLookup(StateSystem states, ImportNotes notes)
{
    /// <summary>Why a row was passed over.</summary>
    public const string UnknownCode = "code that no state has in the year; row passed over";

    /// <summary>What is odd about a row that was kept.</summary>
    public const string NotAMember = "state outside its membership of the state system in the year; row kept";

    private readonly Dictionary<(string Code, int Year), int?> _byCode = [];
    private readonly Dictionary<int, State> _byId = states.All.ToDictionary(state => state.Id);
    private readonly Dictionary<(int Id, int Year), bool> _exists = [];

    /// <summary>The id of the state that an ISO3 code means in a year, or <see langword="null"/>.</summary>
    public int? Iso3(string code, int year)
    {
        if (_byCode.TryGetValue((code, year), out var id)) return id;
        return _byCode[(code, year)] = states.FindIso3(code, year)?.Id;
    }

    /// <summary>The id of the state that the ISO3 code of a cell means in a year; a code of no state is noted.</summary>
    public int? Iso3(CsvRow row, string field, int year)
    {
        var code = row.Text(field);
        var id = Iso3(code, year);
        if (id is null) notes.Add(row, UnknownCode, code);
        return id;
    }

    /// <summary>The id of a state by its COW number; a year outside its membership is noted.</summary>
    /// <exception cref="ImportException">No state ever had the number.</exception>
    public int Cow(CsvRow row, string field, int year)
    {
        var id = row.Integer(field);
        if (_exists.TryGetValue((id, year), out var exists))
        {
            if (!exists) notes.Add(row, NotAMember, $"{_byId[id].Name} {year}");
            return id;
        }

        if (id <= 0 || !_byId.TryGetValue(id, out var state)) throw row.Bad(field, $"{id} is not the number of a state in the list of the Correlates of War project.");
        _exists[(id, year)] = state.ExistsIn(year);
        return Cow(row, field, year);
    }
}
