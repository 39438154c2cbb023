using Entente.World.Sources.Csv;

namespace Entente.World.Sources.Codes;

/// <summary>Finds the table with the wanted columns in what a publisher hands out: a CSV file, or an archive that holds it among others.</summary>
internal static class PublisherFile
{
    /// <summary>Whether the file, or a CSV file in the archive, has all the columns.</summary>
    public static bool Holds(string path, IReadOnlyList<string> columns)
    {
        try
        {
            return File.Exists(path) && Find(path, columns, out _);
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }

    /// <summary>Opens the file, or the first CSV file of the archive that has all the columns.</summary>
    /// <exception cref="InvalidInputException">There is no such table; the sentence names the columns that are missing.</exception>
    public static CsvTable Open(string path, IReadOnlyList<string> columns, ImportNotes notes)
    {
        var options = new CsvTableOptions { Required = columns };
        if (!SourceFile.IsZip(path)) return CsvTable.Open(path, options, notes);
        if (Find(path, columns, out var entry)) return CsvTable.Open(path, options, notes, entry);
        throw new InvalidInputException($"{Path.GetFileName(path)} holds no CSV file with the columns {string.Join(", ", columns)}; unpack it and name the file to read.");
    }

    private static bool Find(string path, IReadOnlyList<string> columns, out string? entry)
    {
        entry = null;
        if (!SourceFile.IsZip(path)) return HasColumns(path, columns, null);
        foreach (var name in SourceFile.ZipEntries(path))
        {
            // Archives packed on a Mac carry a twin of every file that holds no table.
            if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.StartsWith("__MACOSX", StringComparison.Ordinal)) continue;
            if (!HasColumns(path, columns, name)) continue;
            entry = name;
            return true;
        }

        return false;
    }

    private static bool HasColumns(string path, IReadOnlyList<string> columns, string? entry)
    {
        try
        {
            using var table = CsvTable.Open(path, entry: entry);
            return columns.All(table.Has);
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }
}
