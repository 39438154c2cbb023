using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>What kind of answer a figure gives.</summary>
public enum FigureAnswerKind
{
    /// <summary>A number with a unit.</summary>
    Number,

    /// <summary>A word, such as "yes" or "93-18-65".</summary>
    Text,

    /// <summary>A list of states, and their count as the number.</summary>
    States,
}

/// <summary>A figure that can be asked for by name.</summary>
/// <param name="Key">The name: "trade-share".</param>
/// <param name="Title">What it is, as a noun phrase.</param>
/// <param name="Description">What it measures, one sentence.</param>
/// <param name="Kind">Number, text or states.</param>
/// <param name="Unit">Unit of the number.</param>
/// <param name="Parameters">Its parameters in the order in which they are asked for.</param>
/// <param name="Sources">Keys of the catalog that it may rest on.</param>
/// <param name="Limits">What it cannot say, one sentence each.</param>
/// <param name="Example">Parameters of a request that can be answered, as typed: "state=RUS partner=CHN year=2023".</param>
public sealed record FigureDefinition(
    string Key, string Title, string Description, FigureAnswerKind Kind, Unit Unit, ImmutableArray<FigureParameter> Parameters, ImmutableArray<string> Sources, ImmutableArray<string> Limits, string Example)
{
    /// <summary>Computes the figure; the call has checked and resolved parameters.</summary>
    internal Func<FigureCall, FigureAnswer> Compute { get; init; } = static call => throw new InvalidOperationException($"{call.Definition.Key} is no figure of the catalogue.");

    /// <summary>The parameter with a name, or <see langword="null"/>.</summary>
    public FigureParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
