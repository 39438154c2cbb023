using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Votes;

/// <summary>
/// Voeten's United Nations General Assembly Voting Data as Harvard Dataverse hands them out (hdl:1902.1/12379): a row per member and roll call with
/// rcid, ccode and vote (1 yes, 2 abstain, 3 no, 8 absent, 9 not a member), comma or tab separated. The roll calls are described in the same file,
/// or in a second one beside it (rcid, date, unres, …).
/// </summary>
public static class VoetenSource
{
    private const int Absent = 8;
    private const int NotAMember = 9;

    private static readonly string[] IssueColumns = ["me", "nu", "di", "hr", "co", "ec"];

    // The author writes days as in "12/31/1999" in older editions, Stata as in "31dec1999".
    private static readonly CsvTableOptions Options = new() { Required = ["rcid"], DayFormats = ["M/d/yyyy", "ddMMMyyyy", "dMMMyyyy"] };

    /// <summary>Reads the tables roll_calls and votes.</summary>
    /// <param name="path">The file, or a folder or zip archive with the file of votes and the file of descriptions.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong, for example a vote outside 1, 2, 3, 8 and 9.</exception>
    /// <exception cref="InvalidInputException">A file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var files = InputFile.Behind(path);
        var votes = files.FirstOrDefault(IsVotes) ?? throw new InvalidInputException($"{path} has no file of votes with the columns rcid, ccode and vote.");
        var notes = new ImportNotes();
        var rollCalls = new RollCalls(notes);
        if (!votes.HasColumns("rcid", "ccode", "vote", "date"))
        {
            var beside = files.Count > 1 || Directory.Exists(path) ? files : InputFile.Behind(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var descriptions = beside.FirstOrDefault(IsDescriptions)
                ?? throw new InvalidInputException($"{votes.Name} does not say when its roll calls were held, and no file of descriptions with the columns rcid and date lies beside it.");
            rollCalls.ReadDescriptions(descriptions);
        }

        var ballots = ReadVotes(votes, rollCalls, new StateLookup(states, notes), notes);
        var (rollCallTable, voteTable) = VoteTables.Make(rollCalls.Records, ballots, notes);
        return new ImportResult(GeneralAssemblySource.Key, [rollCallTable, voteTable], notes.ToImmutable());
    }

    /// <summary>Whether the file holds the votes.</summary>
    internal static bool IsVotes(InputFile file) => file.HasColumns("rcid", "ccode", "vote");

    /// <summary>Whether the file describes the roll calls.</summary>
    internal static bool IsDescriptions(InputFile file) => file.HasColumns("rcid", "date", "unres") && !file.HasColumns("ccode");

    private static List<(int RollCall, int State, byte Vote)> ReadVotes(InputFile file, RollCalls rollCalls, StateLookup states, ImportNotes notes)
    {
        using var table = file.Open(Options with { Required = ["rcid", "ccode", "vote"] }, notes);
        var described = table.Has("date");
        var guard = new DuplicateGuard<(int RollCall, int State), int>(notes, "vote", key => $"the vote of state {key.State} on roll call {rollCalls.Records[key.RollCall].Rcid}");
        var ballots = new List<(int, int, byte)>();
        foreach (var row in table.Rows())
        {
            var rollCall = described ? rollCalls.Describe(row) : rollCalls.Find(row);
            var vote = row.IntegerOrNull("vote");
            switch (vote)
            {
                case null or Absent or NotAMember:
                    continue;
                case < 1 or > 3:
                    throw row.Bad("vote", $"{vote} is not a vote; it must be 1 (yes), 2 (abstain), 3 (no), 8 (absent) or 9 (not a member).");
            }

            if (row.IntegerOrNull("ccode") is null)
            {
                notes.Add(row, StateLookup.UnknownCode, row.OptionalText("countryname") ?? row.OptionalText("country") ?? "missing ccode");
                continue;
            }

            var state = states.Cow(row, "ccode", rollCalls.Records[rollCall].Date.Year);
            if (guard.IsNew(row, (rollCall, state), vote.Value)) ballots.Add((rollCall, state, (byte)vote));
        }

        return ballots;
    }

    /// <summary>The roll calls met so far, by rcid.</summary>
    private sealed class RollCalls(ImportNotes notes)
    {
        private readonly Dictionary<int, int> _byRcid = [];

        public List<RollCallRecord> Records { get; } = [];

        public void ReadDescriptions(InputFile file)
        {
            using var table = file.Open(Options with { Required = ["rcid", "date"] }, notes);
            var guard = new DuplicateGuard<int, string>(notes, "rcid", rcid => $"roll call {rcid}");
            foreach (var row in table.Rows())
            {
                var rcid = row.Integer("rcid");
                if (guard.IsNew(row, rcid, row.Whole)) Add(row, rcid, row.Day("date"));
            }
        }

        public int Find(CsvRow row)
        {
            var rcid = row.Integer("rcid");
            return _byRcid.TryGetValue(rcid, out var index) ? index : throw row.Bad("rcid", $"roll call {rcid} is not in the file of descriptions.");
        }

        /// <summary>Takes the description of a roll call from the row of a vote; it stands in every row, and its date must be the same in all of them.</summary>
        public int Describe(CsvRow row)
        {
            var rcid = row.Integer("rcid");
            if (!_byRcid.TryGetValue(rcid, out var index)) return Add(row, rcid, row.Day("date"));
            var date = row.Day("date");
            if (date == Records[index].Date) return index;
            throw row.Bad("date", $"roll call {rcid} is dated {date:yyyy-MM-dd} here but {Records[index].Date:yyyy-MM-dd} in line {Records[index].Place.Line}.");
        }

        private int Add(CsvRow row, int rcid, DateOnly date)
        {
            var title = row.OptionalText("short") ?? row.OptionalText("descr");
            Records.Add(new RollCallRecord
            {
                VoteId = row.OptionalInteger("resid") is { } resid ? $"V{resid}" : $"R{rcid}",
                Date = date,
                Session = row.OptionalText("session") is { } session ? session.EndsWith(".0", StringComparison.Ordinal) ? session[..^2] : session : "",
                Symbol = row.OptionalText("unres") ?? "",
                Title = title,
                TitleQuality = title is null ? "none" : "un-project",
                Published = (row.OptionalInteger("yes"), row.OptionalInteger("no"), row.OptionalInteger("abstain")),
                Issues = [.. IssueColumns.Select(row.OptionalFlag)],
                Important = row.OptionalFlag("importantvote"),
                Amendment = row.OptionalFlag("amend"),
                Paragraph = row.OptionalFlag("para"),
                Rcid = rcid,
                Place = (row.File, row.Line),
            });
            return _byRcid[rcid] = Records.Count - 1;
        }
    }
}
