using System.Runtime.Intrinsics;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Similarity;

/// <summary>The interval of a measure from resampling clusters of roll calls.</summary>
/// <param name="Low">Lower end; NaN where there is no interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Undefined">Resamples in which the measure is not defined; they are left out.</param>
public readonly record struct MeasureInterval(double Low, double High, int Undefined);

/// <summary>
/// Percentile intervals of every measure of a 3 × 3 table from the cluster bootstrap (Efron and Tibshirani 1993, chapter 13): tables of whole clusters of roll calls are drawn with replacement and added up.
/// All measures share the resamples. Replicate r uses random stream (seed, r), as in <see cref="Bootstrap"/>.
/// </summary>
public static class SimilarityBootstrap
{
    internal const uint StreamNumber = 0xB007;
    private const int Lanes = 8;

    /// <summary>The intervals of all measures.</summary>
    /// <param name="clusters">Tables of the clusters, nine cells each, one after the other; a cluster without common votes counts as one, with an empty table.</param>
    /// <param name="fixedTable">Nine cells that are added to every resample (votes that are not sampled), or empty.</param>
    /// <param name="replicates">The number of resamples, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="level">The confidence level, such as .9.</param>
    /// <param name="intervals">Takes <see cref="VoteMeasures.Count"/> intervals in the order of <see cref="SimilarityMeasure"/>; all NaN with fewer than two clusters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number or the length of a span is out of range.</exception>
    public static void Intervals(ReadOnlySpan<double> clusters, ReadOnlySpan<double> fixedTable, int replicates, ulong seed, double level, Span<MeasureInterval> intervals)
    {
        if (clusters.Length % VoteMeasures.Cells != 0) throw new ArgumentOutOfRangeException(nameof(clusters), clusters.Length, "Every cluster has nine cells.");
        if (fixedTable.Length != 0 && fixedTable.Length != VoteMeasures.Cells) throw new ArgumentOutOfRangeException(nameof(fixedTable), fixedTable.Length, "The table has nine cells.");
        if (intervals.Length != VoteMeasures.Count) throw new ArgumentOutOfRangeException(nameof(intervals), intervals.Length, $"There are {VoteMeasures.Count} measures.");
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie strictly between 0 and 1.");
        var count = clusters.Length / VoteMeasures.Cells;
        intervals.Fill(new MeasureInterval(double.NaN, double.NaN, 0));
        if (count < 2) return;

        var values = new double[VoteMeasures.Count * replicates];
        Replicate(clusters, fixedTable, count, replicates, seed, values);
        for (var m = 0; m < VoteMeasures.Count; m++)
        {
            var column = values.AsSpan(m * replicates, replicates);
            var undefined = Summary.SortAndCountNaN(column);
            ReadOnlySpan<double> defined = column[undefined..];
            intervals[m] = new MeasureInterval(Summary.Quantile(defined, (1 - level) / 2), Summary.Quantile(defined, (1 + level) / 2), undefined);
        }
    }

    private static void Replicate(ReadOnlySpan<double> clusters, ReadOnlySpan<double> fixedTable, int count, int replicates, ulong seed, double[] values)
    {
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        Span<double> sums = stackalloc double[VoteMeasures.Cells * Lanes]; // cell by cell, one lane per replicate
        Span<double> table = stackalloc double[VoteMeasures.Cells];
        Span<Vector512<double>> cells = stackalloc Vector512<double>[VoteMeasures.Cells];
        Span<Vector512<double>> measures = stackalloc Vector512<double>[VoteMeasures.Count];
        for (var first = 0; first < replicates; first += Lanes)
        {
            var lanes = Math.Min(Lanes, replicates - first);
            for (var lane = 0; lane < lanes; lane++)
            {
                if (fixedTable.IsEmpty) table.Clear();
                else fixedTable.CopyTo(table);
                var eight = Vector512.Create<double>(table);
                var ninth = table[8];
                var draws = new BoundedDraws(seed, (ulong)(first + lane), StreamNumber, count, buffer);
                for (var c = 0; c < count; c++)
                {
                    var drawn = clusters.Slice(draws.Next() * VoteMeasures.Cells, VoteMeasures.Cells);
                    eight += Vector512.Create(drawn);
                    ninth += drawn[8];
                }

                for (var cell = 0; cell < 8; cell++) sums[(cell * Lanes) + lane] = eight.GetElement(cell);
                sums[(8 * Lanes) + lane] = ninth;
            }

            for (var cell = 0; cell < VoteMeasures.Cells; cell++) cells[cell] = Vector512.Create<double>(sums.Slice(cell * Lanes, Lanes));
            VoteMeasures.Evaluate(cells, measures);
            for (var m = 0; m < VoteMeasures.Count; m++)
            {
                for (var lane = 0; lane < lanes; lane++) values[(m * replicates) + first + lane] = measures[m].GetElement(lane);
            }
        }
    }
}
