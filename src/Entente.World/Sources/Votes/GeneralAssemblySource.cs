using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Votes;

/// <summary>Recorded votes of the UN General Assembly from unga_rollcalls.csv (a row per roll call) and unga_votes.csv.gz (a row per vote cast, by COW number).</summary>
public static class GeneralAssemblySource
{
    /// <summary>Key of the catalog.</summary>
    public const string Key = "unga-votes";

    /// <summary>File of the roll calls.</summary>
    public const string RollCallFile = "unga_rollcalls.csv";

    /// <summary>File of the votes; plain unga_votes.csv is read where it is absent.</summary>
    public const string VoteFile = "unga_votes.csv.gz";

    private static readonly string[] IssueColumns = ["middle_east", "nuclear", "disarmament", "human_rights", "colonialism", "economic"];

    /// <summary>Reads both files of a folder into the tables roll_calls and votes.</summary>
    /// <param name="folder">Folder with the two files.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong: a vote other than 1, 2 or 3, a vote of an unknown roll call, a number of no state, two contradictory votes of a state.</exception>
    /// <exception cref="InvalidInputException">A file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string folder, StateSystem states)
    {
        var votes = Path.Combine(folder, VoteFile);
        return Read(Path.Combine(folder, RollCallFile), File.Exists(votes) ? votes : Path.Combine(folder, Path.ChangeExtension(VoteFile, null)), states);
    }

    /// <summary>Reads the tables roll_calls and votes from the two files.</summary>
    /// <param name="rollCallPath">File of the roll calls.</param>
    /// <param name="votePath">File of the votes.</param>
    /// <param name="states">All states.</param>
    /// <inheritdoc cref="Read(string, StateSystem)" path="/exception"/>
    public static ImportResult Read(string rollCallPath, string votePath, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var rollCalls = ReadRollCalls(rollCallPath, notes);
        var ballots = ReadVotes(votePath, rollCalls, new StateLookup(states, notes), notes);
        var (rollCallTable, voteTable) = VoteTables.Make(rollCalls, ballots, notes);
        return new ImportResult(Key, [rollCallTable, voteTable], notes.ToImmutable());
    }

    /// <summary>Whether the file lists roll calls.</summary>
    internal static bool IsRollCalls(InputFile file) => file.HasColumns("vote_id", "date", "session", "symbol");

    /// <summary>Whether the file lists votes.</summary>
    internal static bool IsVotes(InputFile file) => file.HasColumns("vote_id", "ccode", "vote");

    private static List<RollCallRecord> ReadRollCalls(string path, ImportNotes notes)
    {
        using var table = CsvTable.Open(path, new() { Required = ["vote_id", "date", "session", "symbol"] }, notes);
        var guard = new DuplicateGuard<string, string>(notes, "vote_id", id => $"roll call {id}");
        var rcids = new HashSet<int>();
        var rollCalls = new List<RollCallRecord>();
        foreach (var row in table.Rows())
        {
            var record = new RollCallRecord
            {
                VoteId = row.Text("vote_id"),
                Date = row.Day("date"),
                Session = row.Text("session"),
                Symbol = row.TextOrNull("symbol") ?? "",
                Title = row.OptionalText("title"),
                TitleQuality = row.OptionalText("title_quality") ?? "none",
                Published = (row.OptionalInteger("yes"), row.OptionalInteger("no"), row.OptionalInteger("abstain")),
                Issues = [.. IssueColumns.Select(column => row.OptionalFlag(column))],
                Important = row.OptionalFlag("important"),
                Amendment = row.OptionalFlag("amendment"),
                Paragraph = row.OptionalFlag("paragraph"),
                LibraryRecord = row.OptionalText("undl_record"),
                Rcid = row.OptionalInteger("rcid"),
                Place = (row.File, row.Line),
            };
            if (!guard.IsNew(row, record.VoteId, row.Whole)) continue;
            if (record.Rcid is { } rcid && !rcids.Add(rcid)) notes.Add(row, "rcid that stands for more than one roll call", $"{rcid}");
            rollCalls.Add(record);
        }

        return rollCalls;
    }

    private static List<(int RollCall, int State, byte Vote)> ReadVotes(string path, List<RollCallRecord> rollCalls, StateLookup states, ImportNotes notes)
    {
        using var table = CsvTable.Open(path, new() { Required = ["vote_id", "ccode", "vote"] }, notes);
        var byId = rollCalls.Select((record, index) => (record.VoteId, index)).ToDictionary(pair => pair.VoteId, pair => pair.index);
        var guard = new DuplicateGuard<(int RollCall, int State), int>(notes, "vote", key => $"the vote of state {key.State} on {rollCalls[key.RollCall].VoteId}");
        var ballots = new List<(int, int, byte)>();
        foreach (var row in table.Rows())
        {
            var id = row.Text("vote_id");
            if (!byId.TryGetValue(id, out var rollCall)) throw row.Bad("vote_id", $"there is no roll call '{id}' in {Path.GetFileName(rollCalls.Count > 0 ? rollCalls[0].Place.File : "the file of roll calls")}.");
            var state = states.Cow(row, "ccode", rollCalls[rollCall].Date.Year);
            var vote = row.Integer("vote");
            if (vote is < 1 or > 3) throw row.Bad("vote", $"{vote} is not a vote; it must be 1 (yes), 2 (abstain) or 3 (no), and an absent member has no row.");
            if (guard.IsNew(row, (rollCall, state), vote)) ballots.Add((rollCall, state, (byte)vote));
        }

        return ballots;
    }
}
