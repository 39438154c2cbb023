using System.Collections.Immutable;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources;

/// <summary>Reads a file that a user brings, in whichever of the known formats it is.</summary>
public static class Importers
{
    /// <summary>The formats that can be read.</summary>
    public static ImmutableArray<PublisherFormat> Formats => SourceFormats.All;

    /// <summary>The format of a file, archive or folder, told by its columns; <see langword="null"/> where none fits.</summary>
    /// <param name="path">The file, archive or folder.</param>
    /// <exception cref="InvalidInputException">There is no such path, it cannot be read, or more than one format fits.</exception>
    public static PublisherFormat? Detect(string path)
    {
        RequireReadable(path);
        var fitting = Formats.Where(format => format.Recognises(path)).ToList();
        if (fitting.Count <= 1) return fitting.FirstOrDefault();
        throw new InvalidInputException($"{path} fits {fitting.Count} formats ({string.Join(", ", fitting.Select(format => format.Kind))}); say which with --as KIND.");
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, archive or folder.</param>
    /// <param name="kind">The kind of format, or <see langword="null"/> to have it told by the columns.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong; the sentence names file, line, column and field.</exception>
    /// <exception cref="InvalidInputException">The kind is unknown, no format fits, or the file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path, string? kind, StateSystem states)
    {
        var format = kind is null ? Detect(path) : Named(kind);
        if (format is not null)
        {
            RequireReadable(path);
            return format.Read(path, states);
        }

        throw new InvalidInputException($"{path} has the columns of none of the formats that can be read ({Known()}); say which it is with --as KIND to see what it lacks.");
    }

    private static PublisherFormat Named(string kind)
    {
        var format = Formats.FirstOrDefault(known => string.Equals(known.Kind, kind, StringComparison.OrdinalIgnoreCase));
        if (format is not null) return format;
        var near = HeaderName.Nearest(kind, Formats.Select(known => known.Kind));
        throw new InvalidInputException($"'{kind}' is not a kind of file that can be read; the kinds are {Known()}.{(near is null ? "" : $" Did you mean {near}?")}");
    }

    private static string Known() => string.Join(", ", Formats.Select(format => format.Kind));

    private static void RequireReadable(string path)
    {
        if (!Directory.Exists(path)) SourceFile.Open(path, SourceFile.IsZip(path) ? FirstEntry(path) : null).Bytes.Dispose();
    }

    private static string? FirstEntry(string archive) => SourceFile.ZipEntries(archive) is [var first, ..] ? first : null;
}
