using System.Collections.Immutable;
using Entente.Models.Strategy.Draws;
using Entente.World.Store;

namespace Entente.Models.Strategy.Runs;

/// <summary>Computes draws piece by piece and hands each to be written while the next is computed; no more than three pieces are in memory.</summary>
internal static class EnsembleRun
{
    /// <summary>Computes pieces.</summary>
    /// <param name="inputs">What was measured.</param>
    /// <param name="options">Seed and threads.</param>
    /// <param name="pieces">Ranges of draws, ascending.</param>
    /// <param name="write">Takes a piece, on another thread; the next is handed over only when it returned.</param>
    /// <param name="progress">Told the number of draws done, now and then.</param>
    /// <param name="cancellation">Stops before a piece is whole; pieces that were handed over are still written.</param>
    public static void Execute(
        AssessmentInputs inputs, AssessmentOptions options, IReadOnlyList<DrawRange> pieces, Action<DrawRange, Ensemble> write, IProgress<int>? progress, CancellationToken cancellation)
    {
        if (pieces.Count == 0) return;
        var sampler = new AssumptionSampler(inputs, options);
        var gas = GasTable.Solve(inputs, sampler, pieces[0].First, pieces[^1].Last - pieces[0].First + 1, options.Threads, cancellation);
        var (writing, before) = (Task.CompletedTask, 0);
        try
        {
            foreach (var piece in pieces)
            {
                var ensemble = new Ensemble(inputs, piece.First, piece.Count);
                ensemble.Fill(inputs, options, sampler, gas, (0, piece.Count), progress is null ? null : new Onward(progress, before), cancellation);
                before += piece.Count;
                progress?.Report(before);
                writing.GetAwaiter().GetResult();
                writing = Task.Run(() => write(piece, ensemble), CancellationToken.None);
            }
        }
        finally
        {
            // What was computed is kept, whatever stopped the rest.
            writing.GetAwaiter().GetResult();
        }
    }

    /// <summary>The cells of an ensemble as columns of a file, with the numbers of the draws.</summary>
    public static IReadOnlyList<FileColumn> Columns(ImmutableArray<EnsembleColumn> columns, Ensemble ensemble, DrawRange range)
    {
        var cells = new List<FileColumn>(columns.Length + 1) { FileColumn.Integers(EnsembleColumns.Draw, [.. Enumerable.Range(range.First, range.Count)]) };
        foreach (var column in columns) cells.Add(column.Cells(ensemble, range.First - ensemble.First, range.Count));
        return cells;
    }

    /// <summary>Reads the file of a range into an ensemble from a place on.</summary>
    /// <exception cref="World.InvalidInputException">The file is damaged.</exception>
    public static void Read(string run, DrawRange range, ImmutableArray<EnsembleColumn> columns, Ensemble ensemble, int place)
    {
        var rooms = columns.Select(column => column.Room(range.Count)).ToList();
        var draws = new int[range.Count];
        var path = ChunkFiles.PathOf(run, range);
        var rows = BlockFile.Read(path, [FileColumn.Integers(EnsembleColumns.Draw, draws), .. rooms.Select(room => room.Column)]);
        if (rows != range.Count || draws[0] != range.First || draws[^1] != range.Last)
        {
            throw new World.InvalidInputException($"The file {path} holds other draws than its name says; delete it, and the same call computes them again.");
        }

        foreach (var (_, put) in rooms) put(ensemble, place);
    }

    private sealed class Onward(IProgress<int> whole, int before) : IProgress<int>
    {
        public void Report(int value) => whole.Report(before + value);
    }
}
