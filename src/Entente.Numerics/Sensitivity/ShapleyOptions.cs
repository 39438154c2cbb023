using System.Collections.Immutable;

namespace Entente.Numerics.Sensitivity;

/// <summary>Settings of the estimation of Shapley effects.</summary>
public sealed record ShapleyOptions
{
    /// <summary>Points at which remaining variances are estimated. Default 512.</summary>
    public int Points { get; init; } = 512;

    /// <summary>Values behind each of these variances: conditional draws, or nearest draws with the point itself. Default 3, the advice of Song, Nelson and Staum (2016).</summary>
    public int Inner { get; init; } = 3;

    /// <summary>Random orders of the inputs per point; 0 takes all orders, by way of all 2^D sets of inputs, for at most 12 inputs. Default 0.</summary>
    public int Permutations { get; init; }

    /// <summary>With a model: draws for the variance of the output. Default 10,000.</summary>
    public int VarianceDraws { get; init; } = 10_000;

    /// <summary>With given data: whether the output is first shifted along its regression on the inputs held, by what the nearest draws differ in these. Default true.</summary>
    public bool Adjust { get; init; } = true;

    /// <summary>With given data: whether the inputs determine the output. If not, what they leave open is estimated and set apart. Default true.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Bootstrap resamples of points, 0 for none. Default 200.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>Probability inside the intervals. Default .9.</summary>
    public double Level { get; init; } = .9;

    /// <summary>Seed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, which change no result. Default: all of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>The variance of an output shared out among its inputs, which may depend on each other.</summary>
/// <param name="Variance">Variance of the output.</param>
/// <param name="Effects">The share of each input; with <paramref name="Unexplained"/> they add up to 1.</param>
/// <param name="Unexplained">The share that all inputs together leave open; 0 where they determine the output.</param>
public sealed record ShapleyShared(double Variance, ImmutableArray<SensitivityEstimate> Effects, SensitivityEstimate Unexplained);
