using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Entente.Numerics.Sampling;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// Variance-based sensitivity from a pick-freeze design: first-order indices mean(f_B (f_ABi - f_A)) / V (Saltelli et al. 2010, Computer Physics Communications 181:259,
/// table 2 b), total indices mean((f_A - f_ABi)²) / 2V (Jansen 1999, the same journal 117:35) and second-order indices mean(f_BAj f_ABk - f_A f_B) / V - S_j - S_k
/// (Saltelli 2002, the same journal 145:280). V is the variance over A and B together, about whose mean all outputs are centred.
/// </summary>
/// <remarks>
/// A base row with a failed run (NaN) is left out of the estimates that need this run, from their variance too, and of no other. Intervals are percentiles over resamples
/// of whole base rows.
/// </remarks>
public static class SobolIndices
{
    private const uint StreamNumber = 0x50B0;
    // Counts of this many resamples are held at a time: 128 bytes a row.
    private const int Batch = 128;
    private const int RowsAtATime = 2048;

    /// <summary>Runs a model on the design made of two samples and estimates its indices.</summary>
    /// <param name="model">The model.</param>
    /// <param name="a">N × D values of the inputs, row by row.</param>
    /// <param name="b">As many, independent of <paramref name="a"/>.</param>
    /// <param name="inputs">D, the number of inputs.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The indices.</returns>
    /// <exception cref="ArgumentException">The samples differ in size, are no whole rows, or an output is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static SobolResult Of(ModelFunction model, double[] a, double[] b, int inputs, SobolOptions? options = null)
    {
        options ??= new SobolOptions();
        return Estimate(Evaluate(model, a, b, inputs, options.SecondOrder, options.Threads), options);
    }

    /// <summary>Runs a model on the design made of two samples: N (D + 2) runs, with second order N (2 D + 2).</summary>
    /// <param name="model">The model.</param>
    /// <param name="a">N × D values of the inputs, row by row.</param>
    /// <param name="b">As many, independent of <paramref name="a"/>.</param>
    /// <param name="inputs">D, the number of inputs.</param>
    /// <param name="secondOrder">Whether the runs for second-order indices are made.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="ArgumentException">The samples differ in size or are no whole rows.</exception>
    public static SobolOutputs Evaluate(ModelFunction model, double[] a, double[] b, int inputs, bool secondOrder, int threads)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (a.Length != b.Length || a.Length % inputs != 0) throw new ArgumentException($"The samples A and B must have equally many whole rows of {inputs} inputs, but have {a.Length} and {b.Length} values.", nameof(b));
        var rows = a.Length / inputs;
        double[] fa = new double[rows], fb = new double[rows];
        double[][] ab = Columns(inputs, rows), ba = Columns(secondOrder ? inputs : 0, rows);
        ParallelDraws.Run(rows, threads, () => new double[inputs], (row, point) =>
        {
            ReadOnlySpan<double> fromA = a.AsSpan(row * inputs, inputs), fromB = b.AsSpan(row * inputs, inputs);
            fa[row] = model(fromA);
            fb[row] = model(fromB);
            RunMixed(fromA, fromB, ab);
            RunMixed(fromB, fromA, ba);

            void RunMixed(ReadOnlySpan<double> most, ReadOnlySpan<double> one, double[][] outputs)
            {
                most.CopyTo(point);
                for (var i = 0; i < outputs.Length; i++)
                {
                    point[i] = one[i];
                    outputs[i][row] = model(point);
                    point[i] = most[i];
                }
            }
        });
        return new SobolOutputs(fa, fb, ab, secondOrder ? ba : null);
    }

    /// <summary>Estimates the indices from outputs.</summary>
    /// <param name="outputs">The outputs of the design.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The indices; NaN where the output does not vary or fewer than two rows are left.</returns>
    /// <exception cref="ArgumentException">The arrays differ in length, or an output is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static SobolResult Estimate(SobolOutputs outputs, SobolOptions? options = null)
    {
        options ??= new SobolOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Resamples);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        if (!(options.Level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Level, "The level must lie strictly between 0 and 1.");
        Check(outputs);
        var (mean, variance) = Moments(outputs);
        var scale = variance > 0 ? 1 / Math.Sqrt(variance) : 0;
        var columns = new SobolColumns(Centred(outputs.A), Centred(outputs.B), [.. outputs.AB.Select(Centred)], outputs.BA is null ? null : [.. outputs.BA.Select(Centred)]);
        var sums = Sums(columns, outputs.A.Length, options);
        return Result(columns, sums, outputs, options, mean, variance);

        double[] Centred(double[] values)
        {
            var centred = new double[values.Length];
            for (var r = 0; r < centred.Length; r++) centred[r] = (values[r] - mean) * scale;
            return centred;
        }
    }

    // The sums of all columns, resample by resample; the first is the sample itself.
    private static double[] Sums(SobolColumns columns, int rows, SobolOptions options)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        var lanes = options.Resamples + 1;
        var sums = new double[lanes * columns.Count];
        var products = new double[rows * RowResamples.Width];
        var counts = Enumerable.Range(0, (Math.Min(lanes, Batch) + RowResamples.Lanes - 1) / RowResamples.Lanes).Select(_ => new byte[rows * RowResamples.Lanes]).ToArray();
        for (var first = 0; first < lanes; first += Batch)
        {
            var start = first;
            var groups = (Math.Min(lanes - first, Batch) + RowResamples.Lanes - 1) / RowResamples.Lanes;
            Parallel.For(0, groups, parallel, () => new byte[rows], (group, _, scratch) =>
            {
                RowResamples.Count(start + (group * RowResamples.Lanes), options.Seed, StreamNumber, rows, counts[group], scratch);
                return scratch;
            }, _ => { });
            for (var column = 0; column < columns.Count; column += RowResamples.Width)
            {
                var firstColumn = column;
                Parallel.For(0, (rows + RowsAtATime - 1) / RowsAtATime, parallel, part =>
                {
                    var row = part * RowsAtATime;
                    var length = Math.Min(RowsAtATime, rows - row);
                    columns.Fill(firstColumn, RowResamples.Width, row, length, products.AsSpan(row * RowResamples.Width, length * RowResamples.Width));
                });
                Parallel.For(0, groups, parallel, group =>
                {
                    Span<Vector512<double>> found = stackalloc Vector512<double>[RowResamples.Width];
                    RowResamples.Sum(counts[group], products, found);
                    var width = Math.Min(RowResamples.Width, columns.Count - firstColumn);
                    for (var lane = 0; lane < RowResamples.Lanes && start + (group * RowResamples.Lanes) + lane < lanes; lane++)
                    {
                        var target = sums.AsSpan(((start + (group * RowResamples.Lanes) + lane) * columns.Count) + firstColumn, width);
                        for (var c = 0; c < width; c++) target[c] = found[c].GetElement(lane);
                    }
                });
            }
        }

        return sums;
    }

    private static SobolResult Result(SobolColumns columns, double[] sums, SobolOutputs outputs, SobolOptions options, double mean, double variance)
    {
        var indices = new double[columns.Estimates];
        var values = new double[columns.Estimates][];
        for (var e = 0; e < values.Length; e++) values[e] = new double[options.Resamples + 1];
        for (var r = 0; r <= options.Resamples; r++)
        {
            columns.Evaluate(sums.AsSpan(r * columns.Count, columns.Count), indices);
            for (var e = 0; e < indices.Length; e++) values[e][r] = indices[e];
        }

        var estimates = new SensitivityEstimate[values.Length];
        for (var e = 0; e < values.Length; e++)
        {
            var rows = (int)sums[columns.RowsColumn(e)];
            estimates[e] = SensitivityEstimate.From(rows < 2 ? double.NaN : values[e][0], values[e].AsSpan(1), options.Level, rows, outputs.A.Length - rows);
        }

        var inputs = outputs.AB.Count;
        var pairs = ImmutableArray.CreateBuilder<SobolPair>();
        for (int j = 0, e = 2 * inputs; e < estimates.Length; j++)
        {
            for (var k = j + 1; k < inputs; k++) pairs.Add(new SobolPair(j, k, estimates[e++]));
        }

        return new SobolResult(mean, variance, [.. estimates[..inputs]], [.. estimates[inputs..(2 * inputs)]], pairs.ToImmutable());
    }

    private static (double Mean, double Variance) Moments(SobolOutputs outputs)
    {
        var values = new double[2 * outputs.A.Length];
        var count = 0;
        for (var r = 0; r < outputs.A.Length; r++)
        {
            if (double.IsNaN(outputs.A[r]) || double.IsNaN(outputs.B[r])) continue;
            values[count++] = outputs.A[r];
            values[count++] = outputs.B[r];
        }

        var used = values.AsSpan(0, count);
        var mean = Summary.Mean(used);
        var variance = Summary.Variance(used) * (count - 1) / count;
        // A spread of rounding size is none.
        return (mean, variance > 1e-28 * mean * mean ? variance : count == 0 ? double.NaN : 0);
    }

    private static void Check(SobolOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.AB.Count == 0) throw new ArgumentException("There must be at least one input: AB is empty.", nameof(outputs));
        if (outputs.BA is { } mirrored && mirrored.Count != outputs.AB.Count) throw new ArgumentException($"BA has {mirrored.Count} inputs and AB {outputs.AB.Count}; they must have equally many.", nameof(outputs));
        CheckRows(outputs.A, "A");
        CheckRows(outputs.B, "B");
        for (var i = 0; i < outputs.AB.Count; i++)
        {
            CheckRows(outputs.AB[i], $"AB[{i}]");
            if (outputs.BA is { } ba) CheckRows(ba[i], $"BA[{i}]");
        }

        void CheckRows(double[] values, string name)
        {
            if (values.Length != outputs.A.Length) throw new ArgumentException($"{name} has {values.Length} outputs and A {outputs.A.Length}; each needs one per base row.", nameof(outputs));
            var infinite = values.AsSpan().IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
            if (infinite >= 0) throw new ArgumentException($"Output {infinite} of {name} is infinite; give NaN for a failed run.", nameof(outputs));
        }
    }

    private static double[][] Columns(int count, int rows)
    {
        var columns = new double[count][];
        for (var i = 0; i < count; i++) columns[i] = new double[rows];
        return columns;
    }
}
