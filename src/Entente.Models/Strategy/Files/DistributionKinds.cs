using System.Collections.Immutable;

namespace Entente.Models.Strategy.Files;

/// <summary>What a parameter of a distribution is.</summary>
internal enum ParameterKind
{
    /// <summary>A value that the assumption may take, in its unit.</summary>
    Value,

    /// <summary>A spread in the unit of the assumption, above 0.</summary>
    Spread,

    /// <summary>A shape without unit, above 0.</summary>
    Shape,

    /// <summary>A list of values.</summary>
    Values,

    /// <summary>A list of weights, 0 or more.</summary>
    Weights,
}

/// <summary>A parameter of a distribution.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record ParameterDefinition(string Name, ParameterKind Kind = ParameterKind.Value, bool Required = true);

/// <summary>A distribution as it may be written in a strategy file.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">What it says, a sentence without a full stop.</param>
/// <param name="Parameters">Its parameters; the required ones in the order of the short form.</param>
/// <param name="HasShortForm">Whether the required parameters may be written as a list.</param>
/// <param name="Example">For the documentation.</param>
internal sealed record DistributionKind(string Name, string Description, ImmutableArray<ParameterDefinition> Parameters, bool HasShortForm, string Example)
{
    public ImmutableArray<ParameterDefinition> Required => [.. Parameters.Where(parameter => parameter.Required)];
}

/// <summary>The distributions of a strategy file.</summary>
internal static class DistributionKinds
{
    private static readonly ImmutableArray<ParameterDefinition> Bounds = [new("low", Required: false), new("high", Required: false)];

    public static ImmutableArray<DistributionKind> All { get; } =
    [
        new("value", "a number known exactly", [new("value")], false, "value: 0.12"),
        new("uniform", "every value between two bounds alike", [new("low"), new("high")], true, "uniform: [0.05, 0.3]"),
        new("triangular", "rises in a straight line from low to the most likely value and falls in one to high",
            [new("low"), new("mode"), new("high")], true, "triangular: [0.03, 0.12, 0.3]"),
        new("pert", "the smooth form of the triangular: a beta distribution with mean (low + 4 mode + high) / 6",
            [new("low"), new("mode"), new("high")], true, "pert: [0.03, 0.12, 0.3]"),
        new("normal", "the normal distribution, cut at low and high where they are given",
            [new("mean"), new("sd", ParameterKind.Spread), .. Bounds], true, "normal: { mean: 0.15, sd: 0.05, low: 0, high: 1 }"),
        new("lognormal", "the log-normal distribution through a median and the 5 % and 95 % quantiles, cut at low and high where they are given",
            [new("low90"), new("median"), new("high90"), .. Bounds], true, "lognormal: { low90: 2.5, median: 4, high90: 7 }"),
        new("beta", "the beta distribution, on 0 to 1 or on low to high",
            [new("alpha", ParameterKind.Shape), new("beta", ParameterKind.Shape), .. Bounds], true, "beta: [2, 12]"),
        new("discrete", "a few values with weights, which are scaled to sum to 1",
            [new("values", ParameterKind.Values), new("weights", ParameterKind.Weights)], false, "discrete: { values: [0.05, 0.25], weights: [2, 1] }"),
    ];

    public static ImmutableArray<string> Names { get; } = [.. All.Select(kind => kind.Name)];

    public static DistributionKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
