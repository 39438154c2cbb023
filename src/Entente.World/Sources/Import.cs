using System.Collections.Immutable;
using Entente.World.Tables;

namespace Entente.World.Sources;

/// <summary>A row that an import passed over or mended, with where it stands and why; counted and shown, never silent.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line in the file, 1 is the first (usually the header).</param>
/// <param name="Reason">Why, short, the same words for the same reason so that reasons can be counted.</param>
/// <param name="Value">The cell in question.</param>
public sealed record ImportNote(string File, int Line, string Reason, string Value);

/// <summary>What an importer read: rows for one or more tables, the keys of the source, and notes on what it passed over.</summary>
/// <param name="Source">Key of the catalog.</param>
/// <param name="Tables">Rows per table.</param>
/// <param name="Notes">Rows passed over or mended.</param>
public sealed record ImportResult(string Source, ImmutableArray<TableData> Tables, ImmutableArray<ImportNote> Notes);

/// <summary>A bad cell: the import stops and nothing is changed. The sentence names file, line, column and field.</summary>
public sealed class ImportException : InvalidInputException
{
    /// <summary>Makes the exception for a cell.</summary>
    /// <param name="file">File name.</param>
    /// <param name="line">Line in the file, 1 is the first.</param>
    /// <param name="column">Column in the file by number, 1 is the first; 0 where the whole row is meant.</param>
    /// <param name="field">Name of the column.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public ImportException(string file, int line, int column, string field, string problem, Exception? inner = null)
        : base($"{file}, line {line}, column {column} ({field}): {problem}", inner)
    {
        (File, Line, Column, Field) = (file, line, column, field);
    }

    /// <summary>File name.</summary>
    public string File { get; }

    /// <summary>Line, 1 is the first.</summary>
    public int Line { get; }

    /// <summary>Column number, 1 is the first; 0 for the whole row.</summary>
    public int Column { get; }

    /// <summary>Name of the column.</summary>
    public string Field { get; }
}
