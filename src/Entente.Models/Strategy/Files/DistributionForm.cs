using System.Collections.Immutable;
using Entente.Numerics.Distributions;

namespace Entente.Models.Strategy.Files;

/// <summary>A distribution by the word and the numbers that a strategy file has for it.</summary>
/// <param name="Kind">The word: <c>value</c>, <c>uniform</c>, <c>triangular</c>, <c>normal</c>, <c>lognormal</c>, <c>beta</c> or <c>discrete</c>; a PERT is the beta distribution that it is.</param>
/// <param name="Numbers">Its numbers by name, in the order of the file; none for <c>discrete</c>.</param>
public sealed record DistributionForm(string Kind, ImmutableArray<(string Name, double Value)> Numbers)
{
    // 95th percentile of the standard normal: a log-normal is written by its 90 % interval.
    private const double Score95 = 1.6448536269514722;

    /// <summary>The values of <c>discrete</c>.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>The weights of <c>discrete</c>, which sum to 1.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>The form of a distribution.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <remarks>The numbers of a log-normal are recomputed and may differ from those of the file in the last digit.</remarks>
    public static DistributionForm Of(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return distribution switch
        {
            PointMass d => new("value", [("value", d.Value)]),
            Uniform d => new("uniform", [("low", d.Low), ("high", d.High)]),
            Triangular d => new("triangular", [("low", d.Low), ("mode", d.Mode), ("high", d.High)]),
            Normal d => new("normal", [("mean", d.Location), ("sd", d.Scale), .. Bounds(d.Low, d.High)]),
            LogNormal d => new("lognormal", [("low90", Math.Exp(d.Mu - Score95 * d.SigmaBelow)), ("median", Math.Exp(d.Mu)), ("high90", Math.Exp(d.Mu + Score95 * d.SigmaAbove)), .. Bounds(d.Low > 0 ? d.Low : double.NegativeInfinity, d.High)]),
            Beta d => new("beta", [("alpha", d.Alpha), ("beta", d.BetaShape), ("low", d.Low), ("high", d.High)]),
            Discrete d => new("discrete", []) { Values = d.Values, Weights = d.Probabilities },
            _ => throw new NotSupportedException($"A distribution of type {distribution.GetType().Name} cannot be written."),
        };
    }

    private static IEnumerable<(string Name, double Value)> Bounds(double low, double high)
    {
        if (double.IsFinite(low)) yield return ("low", low);
        if (double.IsFinite(high)) yield return ("high", high);
    }
}
