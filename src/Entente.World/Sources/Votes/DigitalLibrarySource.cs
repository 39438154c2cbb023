using System.Text.RegularExpressions;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Votes;

/// <summary>
/// General Assembly voting data of the UN Digital Library (record 4060887, files ending in _ga_voting.csv): a row per member state and resolution adopted by a recorded vote,
/// ms_vote Y, N, A, or X for a member that did not vote. The library publishes adopted texts only: a rejected draft has no rows.
/// </summary>
public static partial class DigitalLibrarySource
{
    /// <summary>Columns by which the file is known.</summary>
    internal static readonly string[] Columns = ["undl_id", "ms_code", "ms_vote", "date", "session", "resolution"];

    // The library's own codes for members that are gone; ISO 3166 has withdrawn some and gives others to the successor. Values are COW numbers.
    private static readonly Dictionary<string, int> FormerMembers = new(StringComparer.Ordinal)
    {
        ["CSK"] = 315,
        ["DDR"] = 265,
        ["EAT"] = 510,
        ["EAZ"] = 511,
        ["GER"] = 260,
        ["SCG"] = 345,
        ["SUN"] = 365,
        ["YMD"] = 680,
        ["YUG"] = 345,
    };

    /// <summary>Until resolution 2758 (XXVI) of 25 October 1971 the seat of China was held from Taipei.</summary>
    private static readonly DateOnly SeatOfChinaChanges = new(1971, 10, 25);
    private static readonly DateOnly GovernmentMovesToTaipei = new(1949, 12, 8);

    /// <summary>Reads the tables roll_calls and votes, and compares the votes with the published totals.</summary>
    /// <param name="path">The file, plain, gzip or zip.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong, for example a vote other than Y, N, A and X.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var lookup = new StateLookup(states, notes);
        var files = InputFile.Behind(path);
        var file = files.FirstOrDefault(candidate => candidate.HasColumns(Columns)) ?? files[0];
        using var table = file.Open(new() { Required = Columns }, notes);

        var rollCalls = new List<RollCallRecord>();
        var byId = new Dictionary<string, int>();
        var guard = new DuplicateGuard<(int RollCall, int State), byte>(notes, "ms_vote", key => $"the vote of state {key.State} on {rollCalls[key.RollCall].Symbol}");
        var ballots = new List<(int, int, byte)>();
        foreach (var row in table.Rows())
        {
            var record = row.Text("undl_id");
            if (!byId.TryGetValue(record, out var rollCall))
            {
                rollCall = byId[record] = rollCalls.Count;
                rollCalls.Add(Describe(row, record));
            }

            var date = row.Day("date");
            if (date != rollCalls[rollCall].Date)
            {
                throw row.Bad("date", $"record {record} is dated {date:yyyy-MM-dd} here but {rollCalls[rollCall].Date:yyyy-MM-dd} in line {rollCalls[rollCall].Place.Line}.");
            }

            var vote = Vote(row);
            if (StateOf(row, date, states, lookup, notes) is not { } state || !guard.IsNew(row, (rollCall, state), vote) || vote == 0) continue;
            ballots.Add((rollCall, state, vote));
        }

        var (rollCallTable, voteTable) = VoteTables.Make(rollCalls, ballots, notes);
        return new ImportResult(GeneralAssemblySource.Key, [rollCallTable, voteTable], notes.ToImmutable());
    }

    private static byte Vote(CsvRow row) => row.Raw("ms_vote") switch
    {
        "Y" or "y" => 1,
        "A" or "a" => 2,
        "N" or "n" => 3,
        "X" or "x" or "" => 0,
        var other => throw row.Bad("ms_vote", $"'{other}' is not a vote; it must be Y, N, A, or X for a member that did not vote."),
    };

    private static int? StateOf(CsvRow row, DateOnly date, StateSystem states, StateLookup lookup, ImportNotes notes)
    {
        var code = row.Text("ms_code");
        if (code == "CHN" && date >= GovernmentMovesToTaipei && date < SeatOfChinaChanges) return 713;
        if (FormerMembers.TryGetValue(code, out var former)) return former;
        if (lookup.Iso3(code, date.Year) is { } id) return id;
        if (row.OptionalText("ms_name") is { } name && states.Find(name, date.Year) is { } named) return named.Id;
        notes.Add(row, StateLookup.UnknownCode, code);
        return null;
    }

    private static RollCallRecord Describe(CsvRow row, string record)
    {
        var symbol = row.TextOrNull("resolution") ?? row.OptionalText("draft") ?? "";
        var title = row.OptionalText("title");
        return new RollCallRecord
        {
            VoteId = $"U{record}",
            Date = row.Day("date"),
            Session = Session(row.TextOrNull("session") ?? "", symbol),
            Symbol = symbol,
            Title = title,
            TitleQuality = title is null ? "none" : "exact",
            Published = (row.OptionalInteger("total_yes"), row.OptionalInteger("total_no"), row.OptionalInteger("total_abstentions")),
            LibraryRecord = record,
            Place = (row.File, row.Line),
        };
    }

    /// <summary>Sessions as the store writes them: "79" for a regular one, "ES-11" and "S-32" for emergency and special ones, which the symbol tells ("A/RES/ES-11/7").</summary>
    internal static string Session(string session, string symbol)
    {
        var special = SpecialSession().Match(symbol);
        if (special.Success) return special.Value.ToUpperInvariant();
        var emergency = EmergencyCode().Match(session);
        if (emergency.Success) return $"ES-{emergency.Groups["number"].Value}";
        return session.EndsWith(".0", StringComparison.Ordinal) ? session[..^2] : session;
    }

    [GeneratedRegex(@"(?<=/)(ES|S)-\d+(?=/|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SpecialSession();

    [GeneratedRegex(@"^(?:ES-?(?<number>\d+)|(?<number>\d+)\s*em(sp)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EmergencyCode();
}
