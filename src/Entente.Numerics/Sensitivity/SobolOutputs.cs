using System.Collections.Immutable;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// The outputs of a model on a pick-freeze design of N base rows and D inputs. A and B are two independent samples; row r of AB[i] is row r of A with input i taken from B,
/// row r of BA[i] is row r of B with input i taken from A. NaN marks a failed run.
/// </summary>
/// <param name="A">N outputs at the rows of A.</param>
/// <param name="B">N outputs at the rows of B.</param>
/// <param name="AB">D arrays of N outputs.</param>
/// <param name="BA">D arrays of N outputs, or null; only second-order indices need them.</param>
public sealed record SobolOutputs(double[] A, double[] B, IReadOnlyList<double[]> AB, IReadOnlyList<double[]>? BA = null);

/// <summary>Settings of the estimation of Sobol' indices.</summary>
public sealed record SobolOptions
{
    /// <summary>Bootstrap resamples of base rows, 0 for none. Default 100.</summary>
    public int Resamples { get; init; } = 100;

    /// <summary>Probability inside the intervals. Default .9.</summary>
    public double Level { get; init; } = .9;

    /// <summary>Whether <see cref="SobolIndices.Of"/> also runs the D · N rows that second-order indices need. Default false.</summary>
    public bool SecondOrder { get; init; }

    /// <summary>Seed of the bootstrap. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, which change no result. Default: all of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>The second-order index of two inputs: the share of the variance that they explain together beyond what each explains alone.</summary>
/// <param name="First">The lower number of the two inputs, from 0.</param>
/// <param name="Second">The higher number.</param>
/// <param name="Index">The index.</param>
public readonly record struct SobolPair(int First, int Second, SensitivityEstimate Index);

/// <summary>Sobol' indices of all inputs.</summary>
/// <param name="Mean">Mean of the output over A and B.</param>
/// <param name="Variance">Variance of the output over A and B, divisor 2N.</param>
/// <param name="First">First-order index of each input: what it explains alone.</param>
/// <param name="Total">Total index of each input: what would remain unexplained if all others were known.</param>
/// <param name="Pairs">Second-order indices, (0,1), (0,2), … (D-2,D-1); empty without BA.</param>
public sealed record SobolResult(double Mean, double Variance, ImmutableArray<SensitivityEstimate> First, ImmutableArray<SensitivityEstimate> Total, ImmutableArray<SobolPair> Pairs);
