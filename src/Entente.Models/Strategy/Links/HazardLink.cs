using System.Collections.Immutable;
using Entente.Models.Security.Hazards;
using Entente.Numerics.Random;

namespace Entente.Models.Strategy.Links;

/// <summary>What the moves can do to the hazard of a pair.</summary>
internal enum HazardReach
{
    /// <summary>The divider's guarantee to the ally in the pair is in the model: its loss of credit moves the hazard.</summary>
    Guarantee,

    /// <summary>No pact of the divider is in the covariates of the pair: the moves leave it alone.</summary>
    None,

    /// <summary>Divider and target: what courting does to their disputes is not identified, so that nothing is moved.</summary>
    NotIdentified,
}

/// <summary>A pair whose hazards the bill reports, measured once.</summary>
/// <param name="A">One state id.</param>
/// <param name="B">The other.</param>
/// <param name="Ally">Place of the ally among the allies of the assessment; −1 where there is none in the pair.</param>
/// <param name="Reach">What the moves can do to it.</param>
/// <param name="Held">By outcome of <see cref="HazardLink.Outcomes"/>: draws of the probability over the horizon as things stand.</param>
/// <param name="Gone">The same without the divider's pacts; the very arrays of <paramref name="Held"/> where they make no difference.</param>
internal sealed record HazardPair(int A, int B, int Ally, HazardReach Reach, ImmutableArray<double[]> Held, ImmutableArray<double[]> Gone)
{
    /// <summary>Mean chance of a militarised dispute, by which pairs are ranked.</summary>
    public double Size => Held[0].Average();
}

/// <summary>
/// From credibility to disputes: a guarantee that is believed less counts as a pact held in part, h = h(pact) + (1 − kept)·(h(none) − h(pact)), kept being the ally's chance of being defended after the moves over
/// before, at most 1. The hazards of a draw are a draw of their posterior, the same for all pairs, since they share coefficients and drift.
/// </summary>
internal sealed class HazardLink(ImmutableArray<HazardPair> pairs)
{
    // Streams of an assessment are numbered from 0, those of the allies from 9,000.
    private const uint Stream = 9_100;

    /// <summary>Outcomes that are reported.</summary>
    public static ImmutableArray<HazardOutcome> Outcomes { get; } = [HazardOutcome.Dispute, HazardOutcome.Force, HazardOutcome.Fatal, HazardOutcome.War];

    /// <summary>The pairs, the largest hazards first.</summary>
    public ImmutableArray<HazardPair> Pairs { get; } = pairs;

    /// <summary>The draw of the posterior that a draw takes; depends on (seed, draw) alone.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="draw">Index of the draw.</param>
    /// <param name="of">Number of posterior draws.</param>
    public static int Posterior(ulong seed, int draw, int of) => new CounterStream(seed, (ulong)draw, Stream).NextInt32(of);

    /// <summary>The hazard where a pact is held in part.</summary>
    /// <param name="held">Hazard with the pact.</param>
    /// <param name="gone">Hazard without it.</param>
    /// <param name="kept">Share of the credit that is left, at most 1 counts; NaN gives NaN.</param>
    public static double Partly(double held, double gone, double kept) => held + ((1 - Math.Clamp(kept, 0, 1)) * (gone - held));

    /// <summary>Evaluates all pairs in a draw, pair by pair and outcome by outcome. Allocates nothing.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="draw">Index of the draw.</param>
    /// <param name="kept">By ally of the assessment: share of the credit that is left.</param>
    /// <param name="before">Receives the probabilities without the moves.</param>
    /// <param name="after">Receives those with them.</param>
    public void Evaluate(ulong seed, int draw, ReadOnlySpan<double> kept, Span<double> before, Span<double> after)
    {
        if (Pairs.IsEmpty) return;
        var posterior = Posterior(seed, draw, Pairs[0].Held[0].Length);
        var next = 0;
        foreach (var pair in Pairs)
        {
            for (var o = 0; o < Outcomes.Length; o++)
            {
                before[next] = pair.Held[o][posterior];
                after[next] = pair.Reach == HazardReach.Guarantee ? Partly(before[next], pair.Gone[o][posterior], kept[pair.Ally]) : before[next];
                next++;
            }
        }
    }
}
