using System.Collections.Immutable;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Merges new roll calls and their votes into those held, and numbers them anew.</summary>
/// <remarks>
/// The number of a roll call is its place in the order of date and vote_id, so it shifts when earlier ones arrive. What identifies a roll call
/// across sources is its record in the UN Digital Library, else its date with its symbol; where several votes of a day share a symbol
/// (amendments, paragraphs) the published counts decide, and where they do not the roll call is new.
/// </remarks>
internal sealed class RollCallMerge
{
    private static readonly TableSchema Schema = StoreSchema.RollCalls;
    private static readonly int Number = Index("roll_call");
    private static readonly int VoteId = Index("vote_id");
    private static readonly int Date = Index("date");
    private static readonly int Symbol = Index("symbol");
    private static readonly int Title = Index("title");
    private static readonly int TitleQuality = Index("title_quality");
    private static readonly int Record = Index("undl_record");
    private static readonly int[] Counts = [Index("yes"), Index("no"), Index("abstain")];

    private readonly List<object?[]> _merged;
    private readonly Dictionary<int, object?[]> _ofHeldNumber;
    private readonly Dictionary<int, object?[]> _ofNewNumber = [];

    /// <summary>Matches and numbers.</summary>
    public RollCallMerge(IReadOnlyList<object?[]> held, IReadOnlyList<object?[]> added)
    {
        _merged = [.. held.Select(row => (object?[])row.Clone())];
        _ofHeldNumber = _merged.ToDictionary(row => (int)row[Number]!);
        var before = _merged.ToDictionary(row => row, row => (object?[])row.Clone());
        var byRecord = _merged.Where(row => row[Record] is not null).ToLookup(row => (string)row[Record]!, StringComparer.Ordinal);
        var byDay = _merged.ToLookup(row => ((DateOnly)row[Date]!, (string)row[Symbol]!));
        var voteIds = _merged.Select(row => (string)row[VoteId]!).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<object?[]>();

        foreach (var row in added)
        {
            var match = Match(row, byRecord, byDay, taken);
            if (match is null)
            {
                match = (object?[])row.Clone();

                // Two sources may name different roll calls alike; the later one makes way.
                for (var suffix = 2; !voteIds.Add((string)match[VoteId]!); suffix++) match[VoteId] = $"{row[VoteId]}-{suffix}";
                _merged.Add(match);
                Inserted++;
            }
            else
            {
                Fill(match, row);
                taken.Add(match);
                if (RowOrder.SameCells(match, before[match])) Unchanged++;
                else Replaced++;
            }

            _ofNewNumber.Add((int)row[Number]!, match);
        }

        _merged.Sort(static (x, y) =>
        {
            var order = ((DateOnly)x[Date]!).CompareTo((DateOnly)y[Date]!);
            return order != 0 ? order : string.CompareOrdinal((string)x[VoteId]!, (string)y[VoteId]!);
        });
        var first = held.Count == 0 ? added.Min(row => (int)row[Number]!) : held.Min(row => (int)row[Number]!);
        for (var i = 0; i < _merged.Count; i++) _merged[i][Number] = first + i;
    }


    /// <summary>Roll calls that were new.</summary>
    public int Inserted { get; }

    /// <summary>Roll calls that were held and changed.</summary>
    public int Replaced { get; }

    /// <summary>Roll calls that were held and did not change.</summary>
    public int Unchanged { get; }

    /// <summary>The merged roll calls with their new numbers.</summary>
    public TableData RollCalls() => ToTable(Schema, _merged);

    /// <summary>Votes that were held, under the new numbers.</summary>
    public TableData Renumber(TableData heldVotes) => Renumber(heldVotes, _ofHeldNumber);

    /// <summary>New votes, under the new numbers.</summary>
    /// <exception cref="InvalidInputException">A vote belongs to no roll call of the same import.</exception>
    public TableData RenumberNew(TableData newVotes) => Renumber(newVotes, _ofNewNumber);

    private static TableData Renumber(TableData votes, Dictionary<int, object?[]> rollCallOf)
    {
        var renumbered = new TableData(votes.Schema);
        foreach (var row in votes.Rows)
        {
            if (!rollCallOf.TryGetValue((int)row[0]!, out var rollCall)) throw new InvalidInputException($"A vote belongs to roll call {row[0]}, which does not come with it; nothing was changed.");
            var copy = (object?[])row.Clone();
            copy[0] = rollCall[Number];
            renumbered.Add(copy);
        }

        return renumbered;
    }

    private static object?[]? Match(
        object?[] row, ILookup<string, object?[]> byRecord, ILookup<(DateOnly, string), object?[]> byDay, HashSet<object?[]> taken)
    {
        if (row[Record] is string record && byRecord[record].Where(held => !taken.Contains(held)).ToArray() is { Length: 1 } same) return same[0];
        var candidates = byDay[((DateOnly)row[Date]!, (string)row[Symbol]!)]
            .Where(held => !taken.Contains(held) && (held[Record] is null || row[Record] is null || Equals(held[Record], row[Record]))).ToArray();
        if (candidates.Length <= 1) return candidates.FirstOrDefault();
        var counted = candidates.Where(held => Counts.All(i => Equals(held[i], row[i]))).ToArray();
        return counted.Length == 1 ? counted[0] : null;
    }

    /// <summary>Takes over every cell that the new row knows; what it does not know stays.</summary>
    private static void Fill(object?[] held, object?[] row)
    {
        for (var i = 0; i < held.Length; i++)
        {
            if (i == Number || i == VoteId || row[i] is null) continue;
            if (i == TitleQuality && row[Title] is null) continue; // speaks of the title, which stays
            held[i] = row[i];
        }
    }

    private static TableData ToTable(TableSchema schema, IEnumerable<object?[]> rows)
    {
        var table = new TableData(schema);
        foreach (var row in rows) table.Add(row);
        return table;
    }

    private static int Index(string column) => StoreSchema.RollCalls.Columns.Select(known => known.Name).ToImmutableArray().IndexOf(column);
}
