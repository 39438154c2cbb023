using System.Collections.Immutable;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Fills a folder with the tables, catalog and manifest of an edition, then reads everything back.</summary>
internal sealed class EditionWriter(string folder, long maximumFileBytes, IProgress<string>? progress, CancellationToken cancellation) : IDisposable
{
    private readonly TableFileWriter _files = new(folder, maximumFileBytes, cancellation);
    private readonly List<StoredTable> _tables = [];
    private readonly List<MergedTable> _written = [];
    private StoredFile? _catalog;

    /// <summary>Writes a table.</summary>
    public void Write(MergedTable table)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report($"write {table.Schema.Name}: {table.Rows.Length} rows");
        _tables.Add(_files.Write(table));
        _written.Add(table);
    }

    /// <summary>Takes a table over from another edition unchanged.</summary>
    /// <exception cref="InvalidInputException">A file of the other edition is missing or damaged.</exception>
    public void Keep(StoredTable table, StoreReader from)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var file in table.Files)
        {
            from.RequireIntact(file);
            File.Copy(Path.Combine(from.Directory, file.Name), Path.Combine(folder, file.Name));
            if (TableFileWriter.Seal(Path.Combine(folder, file.Name), file.Rows) != file) throw new IOException($"{file.Name} changed while it was copied.");
        }

        _tables.Add(table);
    }

    /// <summary>Writes the copy of the catalog.</summary>
    public void WriteCatalog(byte[] text)
    {
        var path = Path.Combine(folder, StoreReader.CatalogFileName);
        File.WriteAllBytes(path, text);
        _catalog = TableFileWriter.Seal(path, rows: 0);
    }

    /// <summary>Writes the manifest and compares every written cell with what can be read back.</summary>
    public StoreManifest Finish(ImmutableArray<StoredSource> sources)
    {
        var inOrder = StoreSchema.All.Select(schema => _tables.FirstOrDefault(table => table.Name == schema.Name)).OfType<StoredTable>();
        var manifest = new StoreManifest([.. inOrder], _catalog, sources);
        var path = Path.Combine(folder, StoreManifest.FileName);
        File.WriteAllBytes(path, ManifestFile.ToBytes(manifest));
        TableFileWriter.Seal(path, rows: 0);

        progress?.Report("read back");
        using var reader = StoreReader.Open(folder);
        foreach (var table in _written)
        {
            cancellation.ThrowIfCancellationRequested();
            RequireSame(table, reader.Select(table.Schema, [.. table.Schema.Columns.Select(column => column.Name)]));
        }

        return manifest;
    }

    public void Dispose() => _files.Dispose();

    private static void RequireSame(MergedTable table, QueryColumns read)
    {
        if (read.Rows != table.Rows.Length) throw new IOException($"Table {table.Schema.Name} was written with {table.Rows.Length} rows and read back with {read.Rows}.");
        for (var column = 0; column < table.Schema.Columns.Length; column++)
        {
            for (var row = 0; row < read.Rows; row++)
            {
                var same = table.Rows[row][column] switch
                {
                    int value => !read.IsMissing(column, row) && read.Integers(column)[row] == value,
                    double value => read.Reals(column)[row] == value,
                    string value => string.Equals(read.Texts(column)[row], value, StringComparison.Ordinal),
                    DateOnly value => !read.IsMissing(column, row) && read.Day(column, row) == value,
                    bool value => !read.IsMissing(column, row) && read.Flags(column)[row] == value,
                    _ => read.IsMissing(column, row),
                };
                if (!same) throw new IOException($"Table {table.Schema.Name}, row {row}, column {table.Schema.Columns[column].Name} was written as {RowOrder.Show(table.Rows[row][column])} and reads back as something else.");
            }
        }
    }
}
