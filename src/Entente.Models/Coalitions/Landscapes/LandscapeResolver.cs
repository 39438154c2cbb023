using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Networks;
using Entente.Numerics.Random;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>Solves a landscape again with other numbers and compares.</summary>
internal sealed class LandscapeResolver(LandscapeProblem problem, ImmutableArray<int> best, int[] part, int reference, LandscapeOptions options, CancellationToken cancellation)
{
    private const uint WeightStream = 1;
    private const uint CodingStream = 2;

    private int Count => problem.Actors.Length;

    /// <summary>Names the camps anew so that the reference is in 0.</summary>
    public static ImmutableArray<int> From(ImmutableArray<int> camps, int reference) => camps[reference] == 0 ? camps : [.. camps.Select(camp => 1 - camp)];

    /// <summary>One thing changed at a time: each factor left out, equal sizes, and what the caller brings.</summary>
    public ImmutableArray<LandscapeVariant> Variants(IReadOnlyList<(string Kind, string Name, LandscapeProblem Problem)> alternatives, List<string> notes)
    {
        var variants = ImmutableArray.CreateBuilder<LandscapeVariant>();
        for (var k = 0; k < problem.Factors.Length && problem.Factors.Length > 1; k++)
        {
            var left = k;
            double[] weights = [.. problem.Factors.Select((factor, other) => other == left ? 0 : factor.Weight)];
            Add("factor", $"without {problem.Factors[k].Name}", problem.Sizes(), problem.Propensities(weights));
        }

        if (problem.Factors.Length == 1) notes.Add("There is one factor: none can be left out, and drawing its weight would change no division.");
        var equal = problem.Actors.All(actor => actor.Size == problem.Actors[0].Size);
        if (!equal && !alternatives.Any(one => one.Name == "equal sizes")) Add("sizes", "equal sizes", [.. problem.Actors.Select(_ => 1.0)], problem.Propensities());
        foreach (var (kind, name, other) in alternatives) Add(kind, name, other.Sizes(), other.Propensities());
        return variants.ToImmutable();

        void Add(string kind, string name, double[] sizes, double[] propensities)
        {
            if (Array.TrueForAll(propensities, propensity => propensity == 0))
            {
                notes.Add($"{char.ToUpperInvariant(name[0])}{name[1..]} no pair has a propensity, so that there is nothing to solve.");
                return;
            }

            var camps = Best(sizes, propensities);
            variants.Add(new LandscapeVariant(kind, name, camps, Moved(camps)));
        }
    }

    /// <summary>Draws of weights and of codings.</summary>
    public ImmutableArray<LandscapeDraws> Draws(List<string> notes)
    {
        var draws = ImmutableArray.CreateBuilder<LandscapeDraws>();
        if (options.Draws <= 0) return [];
        var sizes = problem.Sizes();
        var plain = problem.Propensities();
        var spread = options.CodingSpread * Math.Sqrt(plain.Sum(value => value * value) / (Count * (Count - 1)));
        if (problem.Factors.Length > 1)
        {
            draws.Add(Many("weights", string.Create(CultureInfo.InvariantCulture, $"every weight times a lognormal number with sd of ln {options.WeightSpread:0.##}"), draw =>
            {
                var stream = new CounterStream(options.Seed, (ulong)draw, WeightStream);
                var weights = new double[problem.Factors.Length];
                for (var k = 0; k < weights.Length; k++) weights[k] = problem.Factors[k].Weight * Math.Exp(options.WeightSpread * stream.NextNormal());
                return problem.Propensities(weights);
            }));
        }

        draws.Add(Many("codings", string.Create(CultureInfo.InvariantCulture, $"to every propensity a normal error with sd {spread:0.###}, {options.CodingSpread:P0} of their root mean square"), draw =>
        {
            var stream = new CounterStream(options.Seed, (ulong)draw, CodingStream);
            var propensities = (double[])plain.Clone();
            for (var i = 0; i < Count; i++)
            {
                for (var j = i + 1; j < Count; j++)
                {
                    propensities[(i * Count) + j] += spread * stream.NextNormal();
                    propensities[(j * Count) + i] = propensities[(i * Count) + j];
                }
            }

            return propensities;
        }));
        if (Count > LandscapeStudy.MostActorsOfVariants) notes.Add($"Variants and draws are searched, not enumerated, as there are more than {LandscapeStudy.MostActorsOfVariants} actors.");
        return draws.ToImmutable();

        LandscapeDraws Many(string kind, string name, Func<int, double[]> propensities)
        {
            var with = new double[Count];
            var others = new Dictionary<string, (int Times, ImmutableArray<int> Camps)>(StringComparer.Ordinal);
            var survives = 0;
            for (var draw = 0; draw < options.Draws; draw++)
            {
                var camps = Best(sizes, propensities(draw));
                for (var i = 0; i < Count; i++) with[i] += camps[i] == camps[reference] ? 1 : 0;
                if (Moved(camps).IsEmpty)
                {
                    survives++;
                    continue;
                }

                var key = string.Concat(camps);
                others[key] = (others.GetValueOrDefault(key).Times + 1, camps);
            }

            var rival = others.OrderByDescending(one => one.Value.Times).ThenBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault().Value;
            return new LandscapeDraws(
                kind, name, options.Draws, (double)survives / options.Draws, [.. with.Select(count => count / options.Draws)], rival.Camps.IsDefault ? [] : rival.Camps, (double)rival.Times / options.Draws);
        }
    }

    private ImmutableArray<int> Moved(ImmutableArray<int> camps) => LandscapeParts.Moved(best.AsSpan(), camps.AsSpan(), part);

    private ImmutableArray<int> Best(double[] sizes, double[] propensities)
    {
        cancellation.ThrowIfCancellationRequested();
        if (sizes.Length <= LandscapeStudy.MostActorsOfVariants) return From(Landscape.Solve(sizes, propensities).Minima[0].Camps, reference);
        var quick = new LandscapeSearchOptions { Starts = Math.Clamp(5000 / sizes.Length, 30, 250), Walks = 4, MovesPerActor = 10, MostMinima = 1, Seed = options.Seed };
        return From(LandscapeSearch.Solve(sizes, propensities, quick, cancellation).Minima[0].Camps, reference);
    }
}
