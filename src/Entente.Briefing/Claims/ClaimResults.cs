using System.Collections.Immutable;
using Entente.Models.Figures;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Briefing.Claims;

/// <summary>A figure under one reading, and whether the claim holds under it.</summary>
/// <param name="Label">The reading.</param>
/// <param name="Standing">How near it is to the words.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Text">The answer where it is a word; <see langword="null"/> otherwise.</param>
/// <param name="States">The states of a list.</param>
/// <param name="Holds">Whether the claim holds under it; <see langword="null"/> where it is missing or no reading of the words.</param>
public sealed record ClaimReading(string Label, AlternativeStanding Standing, Figure Figure, string? Text, ImmutableArray<State> States, bool? Holds)
{
    /// <summary>The value as people read it.</summary>
    public string Value => Text ?? (Figure.IsMissing && States.IsEmpty ? Numbers.Missing : Numbers.Format(Figure.Value, Figure.Unit));
}

/// <summary>What the data say of a part of a claim.</summary>
/// <param name="Part">The part.</param>
/// <param name="Answer">The figure with its alternatives.</param>
/// <param name="Readings">The main reading first, then the others.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Why">Why, in a sentence or two.</param>
public sealed record PartResult(ClaimPart Part, FigureAnswer Answer, ImmutableArray<ClaimReading> Readings, ClaimVerdict Verdict, string Why)
{
    /// <summary>Whether it cannot be checked, but something near it is held.</summary>
    public bool IsPartial => Verdict == ClaimVerdict.CannotBeChecked && Readings.Any(reading => reading.Standing == AlternativeStanding.Part);
}

/// <summary>What the data say of a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Verdict">The verdict of all parts together.</param>
public sealed record ClaimResult(Claim Claim, ImmutableArray<PartResult> Parts, ClaimVerdict Verdict)
{
    /// <summary>Whether it cannot be checked, but some of it can.</summary>
    public bool IsPartial => Verdict == ClaimVerdict.CannotBeChecked && Parts.Any(part => part.Verdict != ClaimVerdict.CannotBeChecked || part.IsPartial);

    /// <summary>The verdict as people read it.</summary>
    public string Words => ClaimVerdicts.Words(Verdict, IsPartial);
}

/// <summary>All claims of a file, checked.</summary>
/// <param name="File">The file.</param>
/// <param name="Results">One for each claim, in the order of the file.</param>
/// <param name="Sources">Every source that a figure rests on, in the order of their keys.</param>
public sealed record ClaimsCheck(ClaimsFile File, ImmutableArray<ClaimResult> Results, ImmutableArray<Source> Sources)
{
    /// <summary>What the verdicts rest on: the sources of every reading, the file of the claims, and the figures that are missing.</summary>
    public Provenance Provenance
    {
        get
        {
            var parts = Results.SelectMany(result => result.Parts.Select(part => (result.Claim.Key, Part: part))).ToList();
            ImmutableArray<string> missing = [.. parts.Where(one => one.Part.Answer.IsMissing).Select(one => $"{one.Key}: {one.Part.Answer.Figure.Label}")];
            return new Provenance(
                [.. Sources.Select(source => source.Key)], $"figures for the claims of {File.Title}",
                new Coverage($"{parts.Count - missing.Length} of {parts.Count} parts of {Results.Length} claims with a figure that is held", parts.Count - missing.Length, missing.Length, missing)).With(File.Document);
        }
    }

    /// <summary>How many claims have a verdict.</summary>
    public int Count(ClaimVerdict verdict) => Results.Count(result => result.Verdict == verdict);
}
