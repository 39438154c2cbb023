using System.Globalization;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Trade;

/// <summary>The numeric country codes of BACI: UN M49 but for economies that trade statistics cut differently.</summary>
internal sealed class BaciCodes
{
    /// <summary>What is odd about the rows of "Other Asia, not elsewhere specified".</summary>
    public const string OtherAsia = "Other Asia not elsewhere specified, taken as Taiwan; rows kept";

    private const int OtherAsiaCode = 490;

    // Customs territories of the UN trade statistics that differ from M49 (France with Monaco and its overseas departments, and so on); all else is M49.
    private static readonly Dictionary<int, string> CustomsTerritories = new()
    {
        [58] = "BEL",
        [251] = "FRA",
        [381] = "ITA",
        [OtherAsiaCode] = "TWN",
        [579] = "NOR",
        [699] = "IND",
        [711] = "ZAF",
        [736] = "SDN",
        [757] = "CHE",
        [842] = "USA",
        [849] = "UMI",
    };

    // Groups of states: named so that a note can say more than a number.
    private static readonly Dictionary<int, string> Groups = new()
    {
        [697] = "EFTA, not elsewhere specified",
        [568] = "Other Europe, not elsewhere specified",
        [577] = "Other Africa, not elsewhere specified",
        [473] = "Latin America, not elsewhere specified",
        [527] = "Oceania, not elsewhere specified",
        [636] = "Rest of America, not elsewhere specified",
        [837] = "Bunkers",
        [838] = "Free zones",
        [839] = "Special categories",
        [899] = "Areas, not elsewhere specified",
        [290] = "Northern Africa, not elsewhere specified",
        [471] = "Central America, not elsewhere specified",
        [129] = "Caribbean, not elsewhere specified",
        [492] = "Europe, not elsewhere specified",
    };

    private readonly Dictionary<int, string> _iso3 = [];
    private readonly Dictionary<int, int> _m49 = [];
    private readonly StateLookup _lookup;

    public BaciCodes(StateSystem states, InputFile? codeFile, ImportNotes notes)
    {
        _lookup = new StateLookup(states, notes);
        foreach (var state in states.All)
        {
            // A gone state and its successor may share a number; the code then goes through ISO3 and the year.
            if (state.M49 is { } number && !_m49.TryAdd(number, state.Id)) _m49[number] = 0;
        }

        if (codeFile is null) return;
        using var table = codeFile.Open(new() { Required = ["country_code"] }, notes);
        var column = new[] { "country_iso3", "iso_3digit_alpha", "iso3" }.FirstOrDefault(table.Has)
            ?? throw new InvalidInputException($"{table.File} lacks a column with ISO3 codes (country_iso3); it has {string.Join(", ", table.Headers)}.");
        foreach (var row in table.Rows())
        {
            if (row.TextOrNull(column) is { } iso3) _iso3[row.Integer("country_code")] = iso3;
        }
    }

    /// <summary>Whether the code is "Other Asia, not elsewhere specified", which is Taiwan but for a remainder.</summary>
    public static bool IsOtherAsia(int code) => code == OtherAsiaCode;

    /// <summary>The state that a code means in a year, or <see langword="null"/>.</summary>
    public int? StateOf(int code, int year)
    {
        if (CustomsTerritories.TryGetValue(code, out var territory)) return _lookup.Iso3(territory, year);
        if (_iso3.TryGetValue(code, out var iso3) && _lookup.Iso3(iso3, year) is { } id) return id;
        return _m49.TryGetValue(code, out var known) && known != 0 ? known : null;
    }

    /// <summary>The code in words, for notes.</summary>
    public string Describe(int code) => code.ToString(CultureInfo.InvariantCulture) + (Groups.TryGetValue(code, out var group) ? $" ({group})" : _iso3.TryGetValue(code, out var iso3) ? $" ({iso3})" : "");
}
