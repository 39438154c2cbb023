using System.Collections.Immutable;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Models.Figures;

/// <summary>How near another definition is to the words of the request.</summary>
public enum AlternativeStanding
{
    /// <summary>As plain a reading of the request as the main one: it settles otherwise what the request leaves open.</summary>
    Plain,

    /// <summary>A reading that changes what the request says: other states, another denominator than the one named, another measure.</summary>
    Wider,

    /// <summary>Another period or the like: worth knowing, but no reading of the request.</summary>
    Context,

    /// <summary>A part of what is asked, where the whole is not held; no reading of the request either.</summary>
    Part,
}

/// <summary>The same figure under another definition.</summary>
/// <param name="Label">What is different: "EU27 of 2020 instead of the members at the time".</param>
/// <param name="Standing">How near it is to the words of the request.</param>
/// <param name="Figure">The figure under this definition.</param>
public sealed record FigureAlternative(string Label, AlternativeStanding Standing, Figure Figure)
{
    /// <summary>The answer in words where it is no number; <see langword="null"/> where it is one.</summary>
    public string? Text { get; init; }

    /// <summary>The states of a list; empty for other answers.</summary>
    public ImmutableArray<State> States { get; init; } = [];
}

/// <summary>A figure that was asked for, with what else it could mean.</summary>
/// <param name="Definition">What was asked for.</param>
/// <param name="Parameters">Every parameter in the order of the definition, as resolved: names and values for people.</param>
/// <param name="Reading">The definition that the main figure stands for, where there are others: "members at the time, missing partners filled"; empty where there is one only.</param>
/// <param name="Figure">The figure under the main definition.</param>
/// <param name="Alternatives">The same under other definitions.</param>
public sealed record FigureAnswer(
    FigureDefinition Definition, ImmutableArray<(string Name, string Value)> Parameters, string Reading, Figure Figure, ImmutableArray<FigureAlternative> Alternatives)
{
    /// <summary>The answer in words where it is no number ("yes", "93-18-65"); <see langword="null"/> where it is one or is missing.</summary>
    public string? Text { get; init; }

    /// <summary>The states of a list, by name; empty for other answers.</summary>
    public ImmutableArray<State> States { get; init; } = [];

    /// <summary>Why there is no answer, one sentence; <see langword="null"/> where there is one.</summary>
    public string? WhyMissing { get; init; }

    /// <summary>The sources with their editions, in the order of the provenance.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Whether there is no answer under the main definition.</summary>
    public bool IsMissing => WhyMissing is not null;

    /// <summary>The editions that it rests on, in a line: "CEPII, BACI HS92 …".</summary>
    public string Vintage => string.Join("; ", Sources.Select(source => $"{source.Key}: {source.Edition}"));
}
