using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Claims.Drafting;

/// <summary>A parameter of a drafted claim.</summary>
/// <param name="Name">Its name in the catalogue of figures.</param>
/// <param name="Value">What the sentence says, or <see langword="null"/> where it is to be filled.</param>
/// <param name="Description">What stands for it.</param>
public sealed record DraftedParameter(string Name, string? Value, string Description);

/// <summary>A statement that data could settle, with the figure that may settle it.</summary>
/// <param name="Statement">The sentence, as written.</param>
/// <param name="Line">Line of the article, from 1.</param>
/// <param name="Stated">The words of the value: "over half", "93 votes to 18"; empty where the statement has none.</param>
/// <param name="Figure">Name of the figure, or <see langword="null"/> where none is held.</param>
/// <param name="Comparison">What is said of the figure, in words that a check reads; <see langword="null"/> where it is to be filled.</param>
/// <param name="Parameters">Parameters that the sentence gives, and those that must be filled.</param>
/// <param name="Notes">What the reader should look at, one sentence each.</param>
public sealed record DraftedClaim(string Statement, int Line, string Stated, string? Figure, string? Comparison, ImmutableArray<DraftedParameter> Parameters, ImmutableArray<string> Notes)
{
    /// <summary>Whether the sentence denies what it states.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The amount as read, for scoring; <see langword="null"/> where there is none.</summary>
    internal Language.Quantity? Quantity { get; init; }

    /// <summary>The count of votes as read, for scoring.</summary>
    internal Language.Tally? Tally { get; init; }

    /// <summary>What is to be filled: names of parameters, and "comparison"; empty where no figure is held.</summary>
    public ImmutableArray<string> Missing => Figure is null ? [] : [.. Parameters.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name), .. Comparison is null ? ["comparison"] : Array.Empty<string>()];
}

/// <summary>What an article states that data could settle.</summary>
/// <param name="Article">Name of the article.</param>
/// <param name="Sentences">Sentences read.</param>
/// <param name="InOtherScripts">Of them, sentences with figures in scripts that are not read; they are among the claims, without a figure.</param>
/// <param name="Claims">The claims, in the order of the article.</param>
/// <param name="Provenance">The article; no value of the store was looked up.</param>
public sealed record ClaimDraft(string Article, int Sentences, int InOtherScripts, ImmutableArray<DraftedClaim> Claims, Provenance Provenance);
