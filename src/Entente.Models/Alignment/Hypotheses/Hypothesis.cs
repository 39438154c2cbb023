using System.Collections.Immutable;
using Entente.World.Catalog;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>How a variable enters.</summary>
public enum CovariateTransform
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>ln x; x must be above 0.</summary>
    Log,

    /// <summary>ln(1 + x).</summary>
    LogOnePlus,

    /// <summary>1 where x is above 0.</summary>
    Positive,

    /// <summary>1 where x is 1.</summary>
    IsOne,
}

/// <summary>A covariate that a hypothesis claims to matter.</summary>
/// <param name="Variable">Name of a variable of the dyad-year panel.</param>
/// <param name="Transform">How it enters.</param>
public readonly record struct HypothesisCovariate(string Variable, CovariateTransform Transform)
{
    /// <summary>Its name in tables.</summary>
    public string Name => Transform switch
    {
        CovariateTransform.Log => $"log {Variable}",
        CovariateTransform.LogOnePlus => $"log1p {Variable}",
        CovariateTransform.Positive => $"{Variable} > 0",
        CovariateTransform.IsOne => $"{Variable} = 1",
        _ => Variable,
    };

    internal double Apply(double value) => Transform switch
    {
        CovariateTransform.Log => value > 0 ? Math.Log(value) : double.NaN,
        CovariateTransform.LogOnePlus => Math.Log(1 + value),
        CovariateTransform.Positive => double.IsNaN(value) ? value : value > 0 ? 1 : 0,
        CovariateTransform.IsOne => double.IsNaN(value) ? value : value == 1 ? 1 : 0,
        _ => value,
    };
}

/// <summary>A rival explanation of alignment: what matters, by whose argument.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">Name.</param>
/// <param name="Statement">The claim, in a sentence.</param>
/// <param name="ArguedBy">Who argues it.</param>
/// <param name="Covariates">The covariates; none for persistence and autoregression.</param>
/// <param name="Caveats">What the covariates miss.</param>
public sealed record Hypothesis(string Key, string Name, string Statement, ImmutableArray<string> ArguedBy, ImmutableArray<HypothesisCovariate> Covariates, ImmutableArray<string> Caveats)
{
    /// <summary>The file that states it, as a source; <see langword="null"/> for the baselines.</summary>
    public Source? Document { get; init; }

    /// <summary>Alignment stays as it is: the baseline to beat.</summary>
    public static Hypothesis Persistence { get; } = new("persistence", "Persistence", "Alignment stays what it is; what moves it cannot be foreseen.", ["the baseline of every forecast"], [], []);

    /// <summary>Alignment drifts and returns to its mean, without any covariate: what a hypothesis must add to.</summary>
    public static Hypothesis Autoregression { get; } = new("autoregression", "Drift and return", "Alignment drifts as it did and pairs return part of the way to their own past and to the mean of the year, whatever their traits.", ["the second baseline"], [], []);
}
