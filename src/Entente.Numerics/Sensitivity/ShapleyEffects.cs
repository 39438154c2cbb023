using Entente.Numerics.Random;
using Entente.Numerics.Sampling;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// Shapley effects (Owen 2014, SIAM/ASA Journal on Uncertainty Quantification 2:245): the variance of the output shared out among inputs that may depend on each other. The
/// effect of an input is what knowing it takes off the remaining variance, averaged over all orders in which the inputs can become known. Effects are never negative in truth
/// and add up to the whole. For independent inputs each lies between the first-order and the total index.
/// </summary>
public static class ShapleyEffects
{
    private const uint PointStream = 0x54B0;
    private const uint VarianceStream = 0x54B1;
    private const uint FirstInnerStream = 0x54B2_0000;

    /// <summary>
    /// From a model and conditional draws of its inputs (Song, Nelson and Staum 2016, the same journal 4:1060; over all sets of inputs at common points as in Broto, Bachoc and Depecker 2020).
    /// It makes Points · Inner · (2^D - 1) runs, with random orders Points · Inner · Permutations · D, and VarianceDraws more.
    /// </summary>
    /// <param name="model">The model; its inputs determine its output.</param>
    /// <param name="draw">Draws inputs given others.</param>
    /// <param name="inputs">D, the number of inputs.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The effects. A point at which fewer than two runs of a kind succeed is left out and counted. The error of the variance itself is not in the intervals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range, or there are too many inputs for all orders.</exception>
    public static ShapleyShared Of(ModelFunction model, ConditionalDraw draw, int inputs, ShapleyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(draw);
        options ??= new ShapleyOptions();
        ShapleyPoints.Check(inputs, options);
        var outputs = new double[options.VarianceDraws];
        ParallelDraws.Run(outputs.Length, options.Threads, () => (Point: new double[inputs], Known: new bool[inputs]), (d, workspace) =>
        {
            var random = new CounterStream(options.Seed, (ulong)d, VarianceStream);
            draw(workspace.Known, workspace.Point, ref random);
            outputs[d] = model(workspace.Point);
        });
        var variance = Variance(outputs);
        return ShapleyPoints.Share(inputs, variance > 0 ? variance : double.NaN, options, () => (Point: new double[inputs], Mixed: new double[inputs], Known: new bool[inputs], Outputs: new double[options.Inner]), (point, held, remaining, workspace) =>
        {
            var (centre, mixed, known, values) = workspace;
            Array.Clear(known);
            var random = new CounterStream(options.Seed, (ulong)point, PointStream);
            draw(known, centre, ref random);
            for (var s = 0; s < held.Length; s++)
            {
                for (var i = 0; i < inputs; i++) known[i] = (held[s] >> i & 1) != 0;
                if (known.AsSpan().IndexOf(false) < 0)
                {
                    remaining[s] = 0;
                    continue;
                }

                var inner = new CounterStream(options.Seed, (ulong)point, FirstInnerStream + (uint)s);
                for (var k = 0; k < values.Length; k++)
                {
                    centre.CopyTo(mixed, 0);
                    draw(known, mixed, ref inner);
                    values[k] = model(mixed);
                }

                remaining[s] = Variance(values);
            }
        });
    }

    /// <summary>
    /// From an existing sample (Broto, Bachoc and Depecker 2020, the same journal 8:693): the conditional draws are the draws nearest to a point in the inputs held, inputs measured by the
    /// normal scores of their ranks. Where many inputs are held even the nearest draws are far, which shifts shares from strong to weak inputs; the adjustment by regression
    /// (Abadie and Imbens 2011) takes out what is linear of this.
    /// </summary>
    /// <param name="inputs">D inputs, a value per draw each; NaN for a missing one.</param>
    /// <param name="output">A value per draw, NaN for a failed one.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The effects. The intervals hold the error from the choice of points, not that from the sample.</returns>
    /// <exception cref="ArgumentException">The inputs and the output differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range, there are too many inputs for all orders, or fewer usable draws than neighbours are asked for.</exception>
    public static ShapleyShared OfSample(IReadOnlyList<double[]> inputs, double[] output, ShapleyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new ShapleyOptions();
        ShapleyPoints.Check(inputs.Count, options);
        foreach (var input in inputs)
        {
            if (input.Length != output.Length) throw new ArgumentException($"There are {output.Length} outputs but an input with {input.Length} values; each needs one per draw.", nameof(inputs));
        }

        var positions = Enumerable.Range(0, output.Length).Where(r => !double.IsNaN(output[r]) && inputs.All(input => !double.IsNaN(input[r]))).ToArray();
        if (positions.Length <= options.Inner) throw new ArgumentOutOfRangeException(nameof(output), positions.Length, $"More than {options.Inner} draws without NaN are needed.");
        var sample = new NearestDraws(inputs, output, positions, options.Inner, options.Adjust);
        var variance = Variance(Array.ConvertAll(positions, p => output[p]));
        return ShapleyPoints.Share(inputs.Count, variance > 0 ? variance : double.NaN, options, sample.MakeWorkspace, (point, held, remaining, workspace) =>
        {
            var random = new CounterStream(options.Seed, (ulong)point, PointStream);
            sample.Remaining(random.NextInt32(sample.Count), held, remaining, workspace);
            for (var s = 0; options.Complete && s < held.Length; s++)
            {
                if (System.Numerics.BitOperations.PopCount(held[s]) == inputs.Count) remaining[s] = 0;
            }
        });
    }

    private static double Variance(ReadOnlySpan<double> outputs)
    {
        Span<double> good = outputs.Length <= 64 ? stackalloc double[outputs.Length] : new double[outputs.Length];
        var count = 0;
        foreach (var output in outputs)
        {
            if (!double.IsNaN(output)) good[count++] = output;
        }

        return Summary.Variance(good[..count]);
    }
}
