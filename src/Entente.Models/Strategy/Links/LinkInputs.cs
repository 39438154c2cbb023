using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Strategy.Links;

/// <summary>What is measured once for the links from credibility to disputes and camps.</summary>
/// <param name="Hazards">The pairs; empty where none is held.</param>
/// <param name="Camps">The landscape; <see langword="null"/> where data are missing.</param>
/// <param name="Notes">What is missing, in sentences.</param>
internal sealed record LinkInputs(HazardLink Hazards, CampLink? Camps, ImmutableArray<string> Notes)
{
    /// <summary>Measures both. The hazards are estimated once for an edition; the first time takes seconds.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="inputs">The assessment's inputs.</param>
    public static LinkInputs Measure(WorldEdition world, AssessmentInputs inputs)
    {
        var notes = new List<string>();
        var camps = CampReader.Measure(world, inputs, notes);
        return new LinkInputs(HazardPairs.Measure(world, inputs, notes), camps, [.. notes]);
    }

    /// <summary>What one thread needs for the links of a draw.</summary>
    internal sealed class Scratch(AssessmentInputs inputs)
    {
        public CampScratch? Camps { get; } = inputs.Links?.Camps?.NewScratch();

        /// <summary>By ally: chance of being defended after the moves over before.</summary>
        public double[] Kept { get; } = new double[inputs.Allies.Length];

        public double[] HazardBefore { get; } = new double[inputs.Links is { } links ? links.Hazards.Pairs.Length * HazardLink.Outcomes.Length : 0];

        public double[] HazardAfter { get; } = new double[inputs.Links is { } links ? links.Hazards.Pairs.Length * HazardLink.Outcomes.Length : 0];
    }
}
