using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Backtests;

/// <summary>What a model was asked to call.</summary>
public enum BacktestSubject
{
    /// <summary>Past wedge attempts.</summary>
    Wedges,

    /// <summary>Alignment one to five years ahead.</summary>
    Alignment,

    /// <summary>Disputes and war.</summary>
    Disputes,

    /// <summary>Nuclear programmes.</summary>
    Nuclear,

    /// <summary>Russia's trade after the sanctions of 2022.</summary>
    Trade,

    /// <summary>The gas market of 2021 to 2023.</summary>
    Gas,
}

/// <summary>A forecaster beside its benchmark on something it had not seen.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="What">What was called.</param>
/// <param name="Forecaster">The model.</param>
/// <param name="Benchmark">What it must beat.</param>
/// <param name="Score">Name of the score; smaller is better.</param>
/// <param name="Model">The model's score.</param>
/// <param name="Reference">The benchmark's.</param>
/// <param name="GainInterval">90 % interval of the benchmark's score less the model's, where it is known.</param>
public sealed record Scorecard(BacktestSubject Subject, string What, string Forecaster, string Benchmark, string Score, double Model, double Reference, Interval? GainInterval)
{
    /// <summary>The benchmark's score less the model's: above 0 the model is better.</summary>
    public double Gain => Reference - Model;

    /// <summary>"better", "worse", or "not clearly better" and "not clearly worse" where the interval of the gain holds zero.</summary>
    public string Verdict => GainInterval is { } interval
        ? interval.Low > 0 ? "better" : interval.High < 0 ? "worse" : Gain > 0 ? "not clearly better" : "not clearly worse"
        : Gain > 0 ? "better" : Gain < 0 ? "worse" : "the same";
}

/// <summary>All scorecards.</summary>
/// <param name="Cards">The cards, by subject.</param>
/// <param name="Findings">What they say in plain words.</param>
/// <param name="Provenance">What the models and their benchmarks rest on.</param>
public sealed record BacktestResult(ImmutableArray<Scorecard> Cards, ImmutableArray<string> Findings, Provenance Provenance);
