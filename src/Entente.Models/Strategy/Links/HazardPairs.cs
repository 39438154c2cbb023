using System.Collections.Immutable;
using Entente.Models.Security.Hazards;
using Entente.World;

namespace Entente.Models.Strategy.Links;

/// <summary>
/// Which pairs the bill speaks of, and their hazards measured once. The rule: divider and target, divider and partner, target and partner; then target and partner each with every ally of the divider under its guarantee that has a
/// border with it, on land or across up to 400 miles of water, the largest chance of a dispute first, ten in all.
/// </summary>
internal static class HazardPairs
{
    /// <summary>Most pairs in all.</summary>
    public const int Most = 10;

    // Draws of the posterior of a pair that is shown, and of the first look that ranks them: each takes some fifty microseconds.
    private const int Draws = 1000;
    private const int RankDraws = 100;
    private const int FirstYear = 1946;

    private static readonly EditionMemo<(int A, int B, int Year, int Horizon, int? WithoutPactsOf, int Draws), (ImmutableArray<double[]> Drawn, bool Changed)> Horizons = new(256);

    /// <summary>Measures the pairs.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="inputs">The assessment's inputs.</param>
    /// <param name="notes">Receives what was left out, in sentences.</param>
    public static HazardLink Measure(WorldEdition world, AssessmentInputs inputs, List<string> notes)
    {
        var strategy = inputs.Strategy;
        if (strategy.Start < FirstYear)
        {
            notes.Add($"Hazards of disputes begin in {FirstYear}: none are held for {strategy.Start}.");
            return new HazardLink([]);
        }

        if (world.DisputeYears("gml").IsEmpty)
        {
            notes.Add("The store holds no disputes, so that no hazards are measured.");
            return new HazardLink([]);
        }

        var hazard = DisputeHazard.Estimate(world);
        var (divider, target, partner) = (strategy.Divider, strategy.Target, strategy.Partner);
        List<HazardPair> always = [.. Of(divider, target, -1, Draws), .. Of(divider, partner, -1, Draws), .. Of(target, partner, -1, Draws)];
        var near = new List<HazardPair>();
        for (var a = 0; a < inputs.Allies.Length; a++)
        {
            if (!inputs.Allies[a].HasGuarantee) continue;
            foreach (var rival in new[] { target, partner })
            {
                if (world.Contiguity(rival, inputs.Allies[a].StateId, strategy.Start) is not null) near.AddRange(Of(rival, inputs.Allies[a].StateId, a, RankDraws));
            }
        }

        var left = near.Count - Math.Max(0, Most - always.Count);
        if (left > 0) notes.Add($"Of {near.Count} pairs of target or partner with an ally of the divider at its border the {Most - always.Count} with the largest chance of a dispute are shown; {left} are not.");
        near = [.. near.OrderByDescending(pair => pair.Size).ThenBy(pair => pair.A).ThenBy(pair => pair.B).Take(Most - always.Count).SelectMany(pair => Of(pair.A, pair.B, pair.Ally, Draws))];
        return new HazardLink([.. always.Concat(near).OrderByDescending(pair => pair.Size).ThenBy(pair => pair.A).ThenBy(pair => pair.B)]);

        // One pair, or none with the reason.
        IEnumerable<HazardPair> Of(int a, int b, int ally, int draws)
        {
            try
            {
                return [Pair(world, hazard, strategy, a, b, ally, draws)];
            }
            catch (Exception problem) when (problem is NoAnswerException or InvalidInputException)
            {
                notes.Add($"{world.States[a].Name} and {world.States[b].Name} are left out of the hazards: {problem.Message}");
                return [];
            }
        }
    }

    private static HazardPair Pair(WorldEdition world, DisputeHazard hazard, WedgeStrategy strategy, int a, int b, int ally, int draws)
    {
        (ImmutableArray<double[]> Drawn, bool Changed) Drawn(int? withoutPactsOf) => Horizons.Get(world, (a, b, strategy.Start, strategy.HorizonYears, withoutPactsOf, draws), asked =>
        {
            var (horizon, changed) = hazard.HorizonDraws(asked.A, asked.B, asked.Year, asked.Horizon, new HazardChanges { WithoutPactsOf = asked.WithoutPactsOf }, asked.Draws);
            return ([.. HazardLink.Outcomes.Select(outcome => horizon[(int)outcome])], changed);
        });

        var (held, _) = Drawn(null);
        if (ally < 0)
        {
            var courted = (a == strategy.Divider && b == strategy.Target) || (a == strategy.Target && b == strategy.Divider);
            return new HazardPair(a, b, ally, courted ? HazardReach.NotIdentified : HazardReach.None, held, held);
        }

        // A first look ranks the pairs; what the pact does is asked of those that are shown.
        if (draws < Draws) return new HazardPair(a, b, ally, HazardReach.None, held, held);
        var (gone, reached) = Drawn(strategy.Divider);
        return reached ? new HazardPair(a, b, ally, HazardReach.Guarantee, held, gone) : new HazardPair(a, b, ally, HazardReach.None, held, held);
    }
}
