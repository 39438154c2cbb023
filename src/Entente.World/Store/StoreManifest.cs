using System.Collections.Immutable;

namespace Entente.World.Store;

/// <summary>What an edition of the store consists of: manifest.json.</summary>
/// <param name="Tables">Tables in the order of <see cref="Tables.StoreSchema.All"/>.</param>
/// <param name="Catalog">The copy of the source catalog in the edition, where there is one.</param>
/// <param name="Sources">What each source gave to the edition, in the order of their keys.</param>
public sealed record StoreManifest(ImmutableArray<StoredTable> Tables, StoredFile? Catalog, ImmutableArray<StoredSource> Sources)
{
    /// <summary>The version of the folder's layout that this program writes and reads.</summary>
    public const int Format = 1;

    /// <summary>The name of the manifest in the folder of an edition.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The table with this name, or <see langword="null"/> where the edition has none.</summary>
    public StoredTable? Find(string table) => Tables.FirstOrDefault(stored => stored.Name == table);

    /// <summary>Size of all files but the manifest, bytes.</summary>
    public long Bytes => Tables.Sum(table => table.Files.Sum(file => file.Bytes)) + (Catalog?.Bytes ?? 0);
}

/// <summary>A table of an edition.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Columns as "name type", a missing cell allowed where a question mark follows.</param>
/// <param name="Files">Its files in the order of their rows.</param>
public sealed record StoredTable(string Name, long Rows, ImmutableArray<string> Columns, ImmutableArray<StoredFile> Files);

/// <summary>A file of an edition.</summary>
/// <param name="Name">Name in the folder.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
/// <param name="Rows">Rows in the file; 0 for the catalog.</param>
public sealed record StoredFile(string Name, long Bytes, string Sha256, long Rows);

/// <summary>What one source gave to an edition.</summary>
/// <param name="Key">Key of the catalog.</param>
/// <param name="Inputs">The files it was read from.</param>
/// <param name="Tables">How many rows it gave to each table.</param>
/// <param name="Notes">What its importer passed over or mended, counted by reason.</param>
public sealed record StoredSource(string Key, ImmutableArray<SourceInput> Inputs, ImmutableArray<TableShare> Tables, ImmutableArray<NoteCount> Notes);

/// <summary>A file that a source was read from.</summary>
/// <param name="Name">File name without its folder.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
public sealed record SourceInput(string Name, long Bytes, string Sha256);

/// <summary>How many rows of a table came from a source.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Rows">Rows, before duplicates were dropped.</param>
public sealed record TableShare(string Table, long Rows);

/// <summary>How often an importer passed over or mended a row for one reason.</summary>
/// <param name="File">File name.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How often.</param>
/// <param name="FirstLine">Line of the first.</param>
/// <param name="Example">The cell of the first.</param>
public sealed record NoteCount(string File, string Reason, int Count, int FirstLine, string Example);
