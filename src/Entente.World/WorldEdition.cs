using System.Collections.Immutable;
using Entente.World.Blocs;
using Entente.World.Catalog;
using Entente.World.States;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World;

/// <summary>The world as one edition of the store holds it. Tables are read when first asked for, verified against their hash, and kept; everything handed out is immutable.</summary>
/// <remarks>Not safe for use from several threads at once while tables are still being read; what it hands out is.</remarks>
public sealed partial class WorldEdition : IDisposable
{
    private readonly StoreReader _store;
    private readonly IReadOnlyList<string> _blocFiles;
    private SourceCatalog? _catalog;
    private StateSystem? _states;
    private BlocRegistry? _blocs;

    private WorldEdition(StoreReader store, IReadOnlyList<string> blocFiles)
    {
        _store = store;
        _blocFiles = blocFiles;
    }

    /// <summary>Opens an edition of the store.</summary>
    /// <param name="storeDirectory">Folder with manifest.json and Parquet files for each table.</param>
    /// <param name="blocFiles">The user's own bloc files (YAML), added to the shipped blocs.</param>
    /// <exception cref="InvalidInputException">The folder holds no store, a file is missing or damaged, or a bloc file is wrong.</exception>
    public static WorldEdition Open(string storeDirectory, IReadOnlyList<string>? blocFiles = null)
    {
        ArgumentNullException.ThrowIfNull(storeDirectory);
        var world = new WorldEdition(StoreReader.Open(storeDirectory), blocFiles ?? []);
        try
        {
            // A wrong bloc file is told now and not in the middle of an answer; without one nothing need be read yet.
            if (world._blocFiles.Count > 0) _ = world.Blocs;
            return world;
        }
        catch
        {
            world.Dispose();
            throw;
        }
    }

    /// <summary>The folder it was opened from.</summary>
    public string Directory => _store.Directory;

    /// <summary>What the edition consists of: tables, files, hashes, and what each source gave.</summary>
    public StoreManifest Manifest => _store.Manifest;

    /// <summary>The user's own bloc files, in the order given.</summary>
    public IReadOnlyList<string> BlocFiles => _blocFiles;

    /// <summary>All sources.</summary>
    /// <exception cref="InvalidInputException">The catalog of the edition is missing or damaged.</exception>
    public SourceCatalog Catalog => _catalog ??= ReadCatalog();

    /// <summary>All states.</summary>
    public StateSystem States => _states ??= ReadStates();

    /// <summary>All blocs.</summary>
    public BlocRegistry Blocs => _blocs ??= ReadBlocs();

    private SourceCatalog ReadCatalog()
    {
        if (Manifest.Catalog is not { } file) throw new InvalidInputException($"The store {Directory} has no catalog of sources; {StoreReader.Remedy}.");
        _store.RequireIntact(file);
        return SourceCatalog.Read(Path.Combine(Directory, file.Name));
    }

    private StateSystem ReadStates() => StateSystem.FromTables(
        _store.Read(StoreSchema.States), _store.Read(StoreSchema.StatePeriods), _store.Read(StoreSchema.StateNames), _store.Read(StoreSchema.Successions));

    private BlocRegistry ReadBlocs()
    {
        var blocs = BlocRegistry.FromTables(_store.Read(StoreSchema.Blocs), _store.Read(StoreSchema.BlocMemberships));
        foreach (var file in _blocFiles) blocs = blocs.With(BlocFile.Read(file, States), file);
        return blocs;
    }

    private QueryColumns Select(TableSchema schema, params ReadOnlySpan<string> columns) => _store.Select(schema, columns);

    /// <summary>The distinct values of a key column, ascending.</summary>
    private ImmutableArray<int> DistinctYears(TableSchema schema)
    {
        var years = _store.Query($"SELECT DISTINCT \"year\" FROM {_store.From(schema)} ORDER BY 1", schema);
        return [.. years.Integers(0)];
    }

    /// <summary>The sources that gave rows to a table, in the order of their keys; the stand-in where the manifest names none.</summary>
    private ImmutableArray<string> SourcesOf(TableSchema schema, string otherwise)
    {
        ImmutableArray<string> keys = [.. Manifest.Sources.Where(source => source.Tables.Any(table => table.Table == schema.Name)).Select(source => source.Key)];
        return keys.IsEmpty ? [otherwise] : keys;
    }

    private static ImmutableArray<T> Rows<T>(QueryColumns columns, Func<QueryColumns, int, T> row)
    {
        var builder = ImmutableArray.CreateBuilder<T>(columns.Rows);
        for (var i = 0; i < columns.Rows; i++) builder.Add(row(columns, i));
        return builder.MoveToImmutable();
    }

    /// <inheritdoc />
    public void Dispose() => _store.Dispose();
}
