using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Strategy.Runs;

/// <summary>Cells of some draws as the manifest of a run names them, without a world: what merging, cutting and comparing need.</summary>
internal sealed class DrawBlock
{
    private readonly Array[] _cells;
    private readonly ImmutableArray<RunColumn> _columns;
    private readonly FileColumn[] _files;

    /// <summary>Makes room.</summary>
    /// <param name="columns">Columns wanted; the column of draws must be among them.</param>
    /// <param name="range">Draws.</param>
    public DrawBlock(ImmutableArray<RunColumn> columns, DrawRange range)
    {
        (_columns, Range) = (columns, range);
        _cells = [.. columns.Select(column => (Array)(column.Type switch
        {
            "integer" => new int[range.Count],
            "float" => new float[range.Count],
            "double" => new double[range.Count],
            _ => throw new InvalidInputException($"The run has a column {column.Name} of the unknown type '{column.Type}'; read it with the program that wrote it."),
        }))];
        _files = [.. columns.Select((column, c) => _cells[c] switch
        {
            int[] numbers => FileColumn.Integers(column.Name, numbers),
            float[] singles => FileColumn.Reals(column.Name, singles),
            var doubles => FileColumn.Doubles(column.Name, (double[])doubles),
        })];
    }

    /// <summary>Draws of the block.</summary>
    public DrawRange Range { get; }

    /// <summary>Reads the file of a range of the block.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public void Read(string run, DrawRange part)
    {
        var (path, place) = (ChunkFiles.PathOf(run, part), part.First - Range.First);
        var rows = BlockFile.Read(path, _files, place);
        var draws = (int[])_cells[Column(EnsembleColumns.Draw)];
        if (rows != part.Count || draws[place] != part.First || draws[place + rows - 1] != part.Last)
        {
            throw new InvalidInputException($"The file {path} holds other draws than its name says; delete it, and the same call computes them again.");
        }
    }

    /// <summary>Writes the block as the file of its range.</summary>
    public void Write(string run) => ChunkFiles.Write(run, Range, _files);

    /// <summary>A part of the block as one of its own.</summary>
    public DrawBlock Part(DrawRange part)
    {
        var block = new DrawBlock(_columns, part);
        block.Take(this, part);
        return block;
    }

    /// <summary>Copies the draws that another block of the same columns holds.</summary>
    public void Take(DrawBlock from, DrawRange part)
    {
        for (var c = 0; c < _cells.Length; c++) Array.Copy(from._cells[c], part.First - from.Range.First, _cells[c], part.First - Range.First, part.Count);
    }

    /// <summary>The first column in which two blocks differ over a range, to the last bit; <see langword="null"/> where they agree.</summary>
    public string? DifferenceTo(DrawBlock other, DrawRange part)
    {
        for (var c = 0; c < _cells.Length; c++)
        {
            if (!Bytes(_cells[c], part.First - Range.First, part.Count).SequenceEqual(Bytes(other._cells[c], part.First - other.Range.First, part.Count))) return _columns[c].Name;
        }

        return null;
    }

    /// <summary>The cells of a column as reals; <see langword="null"/> where there is no such column.</summary>
    public double[]? Reals(string name) => Column(name) is var c and >= 0
        ? _cells[c] switch
        {
            double[] doubles => doubles,
            float[] singles => Array.ConvertAll(singles, value => (double)value),
            var numbers => Array.ConvertAll((int[])numbers, value => (double)value),
        }
        : null;

    private int Column(string name)
    {
        for (var c = 0; c < _columns.Length; c++)
        {
            if (_columns[c].Name == name) return c;
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Bytes(Array cells, int place, int count) => cells switch
    {
        int[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan(place, count)),
        float[] singles => MemoryMarshal.AsBytes(singles.AsSpan(place, count)),
        _ => MemoryMarshal.AsBytes(((double[])cells).AsSpan(place, count)),
    };
}
