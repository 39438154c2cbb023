using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Votes;

/// <summary>Votes of the UN Security Council on adopted texts (unsc_votes_2025.csv): resolution, date, iso3, vote Y, N, A, or X for a member that did not take part.</summary>
public static class SecurityCouncilSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Key = "unsc-votes";

    /// <summary>Usual name of the file.</summary>
    public const string FileName = "unsc_votes_2025.csv";

    /// <summary>Reads the table council_votes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong, or a member has two contradictory votes.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var lookup = new StateLookup(states, notes);
        using var table = CsvTable.Open(path, new() { Required = ["resolution", "date", "iso3", "vote"] }, notes);
        var guard = new DuplicateGuard<(string Resolution, int State), int?>(notes, "vote", key => $"the vote of state {key.State} on {key.Resolution}");
        var votes = new TableData(StoreSchema.CouncilVotes);
        foreach (var row in table.Rows())
        {
            var (resolution, date) = (row.Text("resolution"), row.Day("date"));
            int? vote = row.Raw("vote") switch
            {
                "Y" => 1,
                "A" => 2,
                "N" => 3,
                "X" or "" => null,
                var other => throw row.Bad("vote", $"'{other}' is not a vote; it must be Y, N, A, or X for a member that did not take part."),
            };
            if (lookup.Iso3(row, "iso3", date.Year) is { } state && guard.IsNew(row, (resolution, state), vote)) votes.Add(resolution, state, date, vote);
        }

        return new ImportResult(Key, [votes], notes.ToImmutable());
    }
}
