using System.Collections.Immutable;
using Entente.World.Sources;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>The rows of each table after an import, with what changed.</summary>
internal sealed class ImportMerge
{
    private readonly Dictionary<string, MergedTable> _tables = new(StringComparer.Ordinal);
    private readonly List<TableChange> _changes = [];

    public ImportMerge(StoreReader held, ImportResult import, ImportMode mode)
    {
        foreach (var schema in StoreSchema.All)
        {
            TableData[] parts = [.. import.Tables.Where(table => table.Schema == schema && table.Rows.Count > 0)];
            if (parts.Length == 0 || schema == StoreSchema.Votes || schema == StoreSchema.RollCalls) continue;
            Put(schema, held.Read(schema), MergedTable.Merge(schema, [.. parts.Select(part => (import.Source, part))]), mode);
        }

        MergeVotes(held, import, mode);
        DropKnownPairs(held);
    }

    /// <summary>What happened to each table that the import touched, in the order of the schema.</summary>
    public ImmutableArray<TableChange> Changes => [.. from schema in StoreSchema.All from change in _changes where change.Table == schema.Name select change];

    /// <summary>The table after the import, or <see langword="null"/> where it stays as it is.</summary>
    public MergedTable? Table(TableSchema schema) => _tables.GetValueOrDefault(schema.Name);

    private void MergeVotes(StoreReader held, ImportResult import, ImportMode mode)
    {
        var rollCalls = MergedTable.Merge(StoreSchema.RollCalls, [.. SnapshotWriter.PartsOf([import], StoreSchema.RollCalls)]);
        var votes = MergedTable.Merge(StoreSchema.Votes, [.. SnapshotWriter.PartsOf([import], StoreSchema.Votes)]);
        if (rollCalls.Rows.Length == 0 && votes.Rows.Length == 0) return;
        if (rollCalls.Rows.Length == 0) throw new InvalidInputException("The import has votes without their roll calls; nothing was changed.");

        var merge = new RollCallMerge(held.Read(StoreSchema.RollCalls).Rows, rollCalls.Rows);
        _tables.Add(StoreSchema.RollCalls.Name, MergedTable.Merge(StoreSchema.RollCalls, [("store", merge.RollCalls())]));
        _changes.Add(new TableChange(StoreSchema.RollCalls.Name, merge.Inserted, merge.Replaced, merge.Unchanged, Removed: 0));
        var renumbered = MergedTable.Merge(StoreSchema.Votes, [(import.Source, merge.RenumberNew(ToData(votes)))]);
        Put(StoreSchema.Votes, merge.Renumber(held.Read(StoreSchema.Votes)), renumbered, mode);
    }

    /// <summary>A pair that trade now has a value for is no longer missing.</summary>
    private void DropKnownPairs(StoreReader held)
    {
        if (Table(StoreSchema.Trade) is not { } trade) return;
        var missing = Table(StoreSchema.TradeMissing)?.Rows ?? [.. held.Read(StoreSchema.TradeMissing).Rows];
        var known = trade.Rows.Select(row => (row[0], row[1], row[2])).ToHashSet();
        object?[][] still = [.. missing.Where(row => !known.Contains((row[0], row[1], row[2])))];
        if (still.Length == missing.Length) return;
        _tables[StoreSchema.TradeMissing.Name] = new MergedTable(StoreSchema.TradeMissing, still, 0);
        var before = _changes.FirstOrDefault(change => change.Table == StoreSchema.TradeMissing.Name) ?? new TableChange(StoreSchema.TradeMissing.Name, 0, 0, 0, 0);
        _changes.Remove(before);
        _changes.Add(before with { Removed = before.Removed + missing.Length - still.Length });
    }

    private void Put(TableSchema schema, TableData held, MergedTable added, ImportMode mode)
    {
        var order = new RowOrder(schema);
        object?[][] before = [.. held.Rows];
        Array.Sort(before, order);
        var scope = mode == ImportMode.Replace ? added.Rows.Select(row => row[0]).ToHashSet() : null;
        var merged = new List<object?[]>(before.Length + added.Rows.Length);
        var (inserted, replaced, unchanged, removed) = (0, 0, 0, 0);
        var next = 0;
        foreach (var row in before)
        {
            while (next < added.Rows.Length && order.Compare(added.Rows[next], row) < 0)
            {
                merged.Add(added.Rows[next++]);
                inserted++;
            }

            if (next < added.Rows.Length && order.Compare(added.Rows[next], row) == 0)
            {
                if (RowOrder.SameCells(added.Rows[next], row)) unchanged++;
                else replaced++;
                merged.Add(added.Rows[next++]);
            }
            else if (scope is not null && scope.Contains(row[0]))
            {
                removed++;
            }
            else
            {
                merged.Add(row);
            }
        }

        inserted += added.Rows.Length - next;
        merged.AddRange(added.Rows.AsSpan(next));
        _tables.Add(schema.Name, new MergedTable(schema, [.. merged], 0));
        _changes.Add(new TableChange(schema.Name, inserted, replaced, unchanged, removed));
    }

    private static TableData ToData(MergedTable table)
    {
        var data = new TableData(table.Schema);
        foreach (var row in table.Rows) data.Add(row);
        return data;
    }
}
