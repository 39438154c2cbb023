using Entente.World.Sources.Csv;
using Entente.World.Tables;

namespace Entente.World.Sources.Votes;

/// <summary>Puts roll calls in order, numbers them, and sets the votes beside them: what every source of General Assembly votes ends in.</summary>
internal static class VoteTables
{
    /// <summary>Reason of a note.</summary>
    public const string RecountDiffers = "votes held differ from the published count (yes-no-abstain)";

    /// <summary>Reason of a note.</summary>
    public const string NoVotes = "roll call without a vote";

    /// <summary>Makes the tables roll_calls and votes. The number of a roll call is its place, from 1, in the order of date and then vote_id (ordinal).</summary>
    /// <param name="rollCalls">Roll calls, each id once.</param>
    /// <param name="ballots">Votes as (index into <paramref name="rollCalls"/>, state id, 1 yes 2 abstain 3 no).</param>
    /// <param name="notes">Where differences between the votes and the published counts are noted.</param>
    public static (TableData RollCalls, TableData Votes) Make(IReadOnlyList<RollCallRecord> rollCalls, IReadOnlyList<(int RollCall, int State, byte Vote)> ballots, ImportNotes notes)
    {
        var order = Enumerable.Range(0, rollCalls.Count).ToArray();
        Array.Sort(order, (x, y) =>
        {
            var byDate = rollCalls[x].Date.CompareTo(rollCalls[y].Date);
            return byDate != 0 ? byDate : string.CompareOrdinal(rollCalls[x].VoteId, rollCalls[y].VoteId);
        });
        var boxes = new Boxes();
        var numbers = new object[rollCalls.Count];
        for (var i = 0; i < order.Length; i++) numbers[order[i]] = i + 1;

        var counts = new (int Yes, int Abstain, int No)[rollCalls.Count];
        var votes = new TableData(StoreSchema.Votes);
        foreach (var (rollCall, state, vote) in ballots)
        {
            votes.Add(numbers[rollCall], boxes[state], boxes[vote]);
            if (vote == 1) counts[rollCall].Yes++;
            else if (vote == 2) counts[rollCall].Abstain++;
            else counts[rollCall].No++;
        }

        var table = new TableData(StoreSchema.RollCalls);
        foreach (var index in order)
        {
            var call = rollCalls[index];
            NoteDifference(call, counts[index], notes);
            table.Add(
                numbers[index], call.VoteId, call.Date, call.Session, call.Symbol, call.Title, call.TitleQuality, call.Published.Yes, call.Published.No, call.Published.Abstain,
                call.Issues[0], call.Issues[1], call.Issues[2], call.Issues[3], call.Issues[4], call.Issues[5],
                call.Important, call.Amendment, call.Paragraph, call.LibraryRecord, call.Rcid);
        }

        return (table, votes);
    }

    private static void NoteDifference(RollCallRecord call, (int Yes, int Abstain, int No) count, ImportNotes notes)
    {
        if (count == default)
        {
            notes.Add(call.Place.File, call.Place.Line, NoVotes, call.VoteId);
            return;
        }

        var (yes, no, abstain) = call.Published;
        var differs = (yes is not null && yes != count.Yes) || (no is not null && no != count.No) || (abstain is not null && abstain != count.Abstain);
        if (differs) notes.Add(call.Place.File, call.Place.Line, RecountDiffers, $"{call.VoteId}: {count.Yes}-{count.No}-{count.Abstain} held, {yes}-{no}-{abstain} published");
    }
}
