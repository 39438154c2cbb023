using System.Collections.Immutable;
using Entente.Numerics.Sensitivity;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Sensitivity;

/// <summary>How sensitivity is measured.</summary>
public enum SensitivityMethod
{
    /// <summary>First-order and total indices from a pick-freeze design (Saltelli et al. 2010; Jansen 1999).</summary>
    Sobol,

    /// <summary>Screening by elementary effects (Morris 1991).</summary>
    Morris,

    /// <summary>Distances between distributions (Pianosi and Wagener 2018), from one sample.</summary>
    Pawn,

    /// <summary>Shapley effects (Owen 2014; Broto, Bachoc and Depecker 2020), from one sample: they add up to one where inputs are correlated as well.</summary>
    Shapley,
}

/// <summary>How a sensitivity study is run.</summary>
public sealed record SensitivityOptions
{
    /// <summary>The method. Default Sobol'.</summary>
    public SensitivityMethod Method { get; init; } = SensitivityMethod.Sobol;

    /// <summary>Size: base rows of Sobol' (runs are rows × (inputs + 2)), trajectories of Morris, draws of PAWN and Shapley; <see langword="null"/> for the method's default (1,024; 200; 20,000; 20,000).</summary>
    public int? Size { get; init; }

    /// <summary>Seed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, which change no result. Default: all.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>The sensitivity of the chance of a split to one input.</summary>
/// <param name="Name">Name of the assumption, or of several that are correlated, joined by &amp;; <see cref="Influence.RivalView"/>, <c>gas_market</c> or <c>allies</c> for what is drawn as a block.</param>
/// <param name="IsJudgement">Whether it rests on judgement; for a block, whether any part does.</param>
/// <param name="First">Sobol': first-order index. Morris: mean of the absolute elementary effects. PAWN: median distance, without interval. Shapley: the effect.</param>
/// <param name="Total">Sobol': total index; else NaN in every part.</param>
/// <param name="Spread">Morris: standard deviation of the elementary effects, which tells interaction and bend. PAWN: greatest distance. Else NaN.</param>
public sealed record InputSensitivity(string Name, bool IsJudgement, SensitivityEstimate First, SensitivityEstimate Total, double Spread);

/// <summary>A sensitivity study of a strategy.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Method">The method.</param>
/// <param name="Size">Its size.</param>
/// <param name="Runs">Runs of the model.</param>
/// <param name="Failed">Runs that failed: left out of what needs them.</param>
/// <param name="Mean">Mean chance of a split.</param>
/// <param name="StandardDeviation">Its standard deviation over runs.</param>
/// <param name="Inputs">The strongest first.</param>
/// <param name="Noise">PAWN: what an input without influence shows; else NaN.</param>
/// <param name="Caveats">What limits the reading; one sentence each.</param>
/// <param name="Provenance">What the chain that was run rests on.</param>
public sealed record SensitivityStudy(
    WedgeStrategy Strategy, SensitivityMethod Method, int Size, int Runs, int Failed, double Mean, double StandardDeviation, ImmutableArray<InputSensitivity> Inputs, double Noise, ImmutableArray<string> Caveats,
    Provenance Provenance);
