using System.Collections.Frozen;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Trade.Reported;

/// <summary>From the names that statistical offices give their partners to state ids. What is a group of states or no place at all is noted; a name that is neither stops the import.</summary>
/// <param name="states">All states.</param>
/// <param name="notes">Where rows are noted.</param>
/// <param name="mislabelled">Labels of a file that are wrong in one year, with the ISO3 code of the state that is meant.</param>
internal sealed class PartnerNames(StateSystem states, ImportNotes notes, IReadOnlyDictionary<(int Year, string Name), string>? mislabelled = null)
{
    /// <summary>What is odd about a row that was kept.</summary>
    public const string WrongLabel = "label of another state, mended";

    /// <summary>Why a row was passed over.</summary>
    public const string Group = "group of states or no place; row passed over, its members stand beside it";

    /// <summary>Why a row was passed over.</summary>
    public const string PartOfAState = "part of a state that is counted apart; row passed over";

    /// <summary>The label of the member states of 2020 taken together.</summary>
    public const string Union = "EU27";

    /// <summary>Sums and remainders, in English and (the edition of 2016) in French: with them every figure would be counted twice.</summary>
    private static readonly FrozenSet<string> Groups = new[]
    {
        "Africa", "America", "Asia", "Australia and Oceania", "Europe", "Commonwealth of Independent States", "Eurasian Economic Union", "European Union (EU)",
        "European Union - 27 countries (from 2020)", "Non-EAEU countries", "Non-EU countries", "Other countries", "Rest of the world", "Shanghai Cooperation Organisation", "Unknown country", "World",
        "EA evolving", "EA20", "EU evolving", Union, "Extra-EU27", "Intra-EU27", "Extra-UE27", "Intra-UE27", "High seas", "Haute mer",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] GroupBeginnings =
        ["Countries and territories not specified", "Stores and provisions", "Pays et territoires non", "Avitaillement et soutage"];

    private static readonly FrozenSet<string> Parts = new[] { "Ceuta", "Melilla" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the list of states finds two of, or none: Congo without more is the one at Brazzaville (the other is written out), and one file lost an accent.</summary>
    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Congo"] = "COG",
        ["Saint-Barth?lemy"] = "BLM",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<(string Name, int Year), int?> _known = [];

    /// <summary>The state that a cell names, or <see langword="null"/> where the row is to be passed over; that is noted.</summary>
    /// <exception cref="ImportException">The name is neither a state nor a known group.</exception>
    public int? Read(CsvRow row, string field, int year)
    {
        var name = row.Text(field);
        var group = Groups.Contains(name) || GroupBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
        if (group || Parts.Contains(name))
        {
            notes.Tally(row, group ? Group : PartOfAState, name);
            return null;
        }

        if (mislabelled is not null && mislabelled.TryGetValue((year, name), out var meant))
        {
            notes.Add(row, WrongLabel, $"{name} is {meant}");
            return states.FindIso3(meant, year)?.Id ?? throw row.Bad(field, $"the list of states lacks {meant}.");
        }

        if (!_known.TryGetValue((name, year), out var id)) _known.Add((name, year), id = Find(name, year));
        return id ?? throw row.Bad(field, $"no state is called '{name}' in {year}, nor is it a group of states that is known here; write a name or code that 'entente state' knows, or remove the row.");
    }

    private int? Find(string name, int year)
    {
        if (Spellings.TryGetValue(name, out var iso3)) return states.FindIso3(iso3, year)?.Id;
        return (states.Find(name, year) ?? states.Find(name))?.Id;
    }
}
