using System.Collections.Immutable;
using Entente.World.Store;
using Entente.World.Tables;
using Entente.World.Votes;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private ImmutableArray<StateIdealPoint>? _idealPoints;
    private static readonly (string Column, VoteIssues Flag)[] IssueColumns =
    [
        ("middle_east", VoteIssues.MiddleEast), ("nuclear", VoteIssues.Nuclear), ("disarmament", VoteIssues.Disarmament),
        ("human_rights", VoteIssues.HumanRights), ("colonialism", VoteIssues.Colonialism), ("economic", VoteIssues.Economic),
    ];

    private RollCallVotes? _votes;
    private ImmutableArray<Bridge>? _bridges;

    /// <summary>Ideal points of all states and years, as shipped (source "entente-points"), by state and year; empty where the edition holds none.</summary>
    public ImmutableArray<StateIdealPoint> IdealPoints => _idealPoints ??= !Holds(StoreSchema.IdealPoints) ? [] : Rows(
        Select(StoreSchema.IdealPoints, "state", "year", "value", "low", "high", "votes"),
        static (c, i) => new StateIdealPoint(c.Integers(0)[i], c.Integers(1)[i], c.Reals(2)[i], c.Reals(3)[i], c.Reals(4)[i], c.Integers(5)[i]));

    /// <summary>All recorded votes of the General Assembly (source "unga-votes").</summary>
    /// <exception cref="InvalidInputException">A file of the store is missing or damaged, or a vote belongs to no roll call.</exception>
    public RollCallVotes Votes => _votes ??= ReadVotes();

    /// <summary>Pairs of roll calls on identical text (source "unga-bridges"), in the order of the table; empty where the store holds none.</summary>
    /// <exception cref="InvalidInputException">A file of the store is missing or damaged.</exception>
    public ImmutableArray<Bridge> Bridges => _bridges ??= Rows(Select(StoreSchema.Bridges, "rcid1", "rcid2"), static (c, i) => new Bridge(c.Integers(0)[i], c.Integers(1)[i]));

    private RollCallVotes ReadVotes()
    {
        var rollCalls = ReadRollCalls();
        var columnOf = new int[rollCalls.IsEmpty ? 0 : rollCalls.Max(rollCall => rollCall.Number) + 1];
        Array.Fill(columnOf, -1);
        for (var i = 0; i < rollCalls.Length; i++) columnOf[rollCalls[i].Number] = i;

        var rows = _store.Query($"SELECT \"roll_call\", \"state\", \"vote\"::UTINYINT FROM {_store.From(StoreSchema.Votes)}", StoreSchema.Votes);
        var (number, state, vote) = (rows.Integers(0), rows.Integers(1), rows.Bytes(2));
        var members = AscendingDistinct(state);
        var lowest = members.IsEmpty ? 0 : members[0];
        var rowOf = new int[members.IsEmpty ? 0 : members[^1] - lowest + 1];
        for (var i = 0; i < members.Length; i++) rowOf[members[i] - lowest] = i * rollCalls.Length;

        var matrix = new byte[members.Length * rollCalls.Length];
        for (var i = 0; i < number.Length; i++)
        {
            var column = (uint)number[i] < (uint)columnOf.Length ? columnOf[number[i]] : -1;
            if (column < 0) throw new InvalidInputException($"The store {Directory} holds votes on roll call {number[i]}, which it does not list; {StoreReader.Remedy}.");
            matrix[rowOf[state[i] - lowest] + column] = vote[i];
        }

        return new RollCallVotes(rollCalls, members, matrix);
    }

    private ImmutableArray<RollCall> ReadRollCalls()
    {
        var columns = Select(
            StoreSchema.RollCalls,
            ["roll_call", "vote_id", "date", "session", "symbol", "title", "important", "amendment", "paragraph", "rcid", "title_quality", "yes", "no", "abstain", .. IssueColumns.Select(issue => issue.Column)]);
        return Rows(columns, static (c, i) => new RollCall(
            c.Integers(0)[i], c.Texts(1)[i]!, c.Day(2, i), c.Texts(3)[i]!, c.Texts(4)[i]!, c.Texts(5)[i], IssuesOf(c, i), c.NullableFlag(6, i), c.NullableFlag(7, i), c.NullableFlag(8, i), c.NullableInteger(9, i))
        {
            TitleQuality = c.Texts(10)[i]!,
            Published = new PublishedCount(c.NullableInteger(11, i), c.NullableInteger(12, i), c.NullableInteger(13, i)),
        });
    }

    private const int FirstIssueColumn = 14;

    private static VoteIssues IssuesOf(QueryColumns columns, int row)
    {
        var issues = VoteIssues.None;
        for (var k = 0; k < IssueColumns.Length; k++)
        {
            if (columns.IsMissing(FirstIssueColumn + k, row)) continue;
            issues |= VoteIssues.Coded;
            if (columns.Flags(FirstIssueColumn + k)[row]) issues |= IssueColumns[k].Flag;
        }

        return issues;
    }

    /// <summary>The distinct ids in ascending order; ids lie within a few thousand of zero, so a table of seen ids beats sorting.</summary>
    private static ImmutableArray<int> AscendingDistinct(int[] ids)
    {
        if (ids.Length == 0) return [];
        var (lowest, highest) = (int.MaxValue, int.MinValue);
        foreach (var id in ids)
        {
            lowest = Math.Min(lowest, id);
            highest = Math.Max(highest, id);
        }

        var seen = new bool[highest - lowest + 1];
        foreach (var id in ids) seen[id - lowest] = true;
        var distinct = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < seen.Length; i++)
        {
            if (seen[i]) distinct.Add(i + lowest);
        }

        return distinct.ToImmutable();
    }
}
