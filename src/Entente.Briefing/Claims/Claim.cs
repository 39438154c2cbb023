using System.Collections.Immutable;
using Entente.Models.Figures;
using Entente.World.Catalog;

namespace Entente.Briefing.Claims;

/// <summary>Checkable sentences of a text, as a file of the folder claims holds them (see docs/claims.md).</summary>
/// <param name="Title">What the text is.</param>
/// <param name="Claims">The claims in the order of the file.</param>
public sealed record ClaimsFile(string Title, ImmutableArray<Claim> Claims)
{
    /// <summary>What the text is about; empty where not said.</summary>
    public string About { get; init; } = "";

    /// <summary>Where the claims are made, unless one says otherwise; empty where not said.</summary>
    public string Where { get; init; } = "";

    /// <summary>The file as a source; <see langword="null"/> for claims that no file states.</summary>
    public Source? Document { get; init; }
}

/// <summary>A checkable sentence.</summary>
/// <param name="Key">Short name, such as "C1".</param>
/// <param name="Statement">The sentence.</param>
/// <param name="Parts">What is checked of it; one for a plain sentence.</param>
public sealed record Claim(string Key, string Statement, ImmutableArray<ClaimPart> Parts)
{
    /// <summary>Where it is made; empty where not said.</summary>
    public string Where { get; init; } = "";

    /// <summary>The day on which it was made, where known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>A remark for the reader of the result; it decides nothing. Empty where there is none.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A part of a claim: a figure and what is said of it.</summary>
/// <param name="Says">The part in words; empty where the claim has one part.</param>
/// <param name="Request">The figure that it is about.</param>
/// <param name="Comparison">What is said of the figure.</param>
/// <param name="Place">Where it stands, "file, line 3, column 5", for messages about its figure.</param>
public sealed record ClaimPart(string Says, FigureRequest Request, ClaimComparison Comparison, string Place);
