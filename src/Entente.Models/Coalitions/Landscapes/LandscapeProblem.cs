using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>Who takes part in a landscape.</summary>
/// <param name="Key">Short word that pairs and groups name it by.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Size">Weight, above 0, in any unit that is the same for all.</param>
public sealed record LandscapeActor(string Key, string Name, double Size);

/// <summary>One reason why pairs are drawn together or driven apart.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Weight">What a value of 1 adds to the propensity.</param>
/// <param name="Values">Value of each pair, row by row and the same on both sides of the diagonal; NaN where it is not known, which adds nothing.</param>
public sealed record LandscapeFactor(string Name, double Weight, ImmutableArray<double> Values);

/// <summary>A landscape to be solved: sizes, and propensities as weighted sums of factors.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Actors">Two or more.</param>
/// <param name="Factors">One or more.</param>
public sealed record LandscapeProblem(string Name, ImmutableArray<LandscapeActor> Actors, ImmutableArray<LandscapeFactor> Factors)
{
    /// <summary>What it is about, in a sentence or two; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The camps that came about, where that is known: 0, 1, or −1 for an actor in neither; else empty.</summary>
    public ImmutableArray<int> Observed { get; init; } = [];

    /// <summary>Where the coding comes from.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What to keep in mind.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>What is missing from the data, or was filled in, or left out.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Where it comes from: the data of the store, or the file; <see langword="null"/> for a problem that was put together by hand.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The sizes, in the order of the actors.</summary>
    public double[] Sizes() => [.. Actors.Select(actor => actor.Size)];

    /// <summary>The propensities pᵢⱼ = Σ wₖ·vₖᵢⱼ, row by row, with zeros on the diagonal.</summary>
    /// <param name="weights">Weights in the order of the factors; <see langword="null"/> for their own.</param>
    public double[] Propensities(IReadOnlyList<double>? weights = null)
    {
        var propensities = new double[Actors.Length * Actors.Length];
        for (var k = 0; k < Factors.Length; k++)
        {
            var weight = weights?[k] ?? Factors[k].Weight;
            for (var cell = 0; cell < propensities.Length; cell++)
            {
                if (!double.IsNaN(Factors[k].Values[cell])) propensities[cell] += weight * Factors[k].Values[cell];
            }
        }

        for (var i = 0; i < Actors.Length; i++) propensities[(i * Actors.Length) + i] = 0;
        return propensities;
    }

    /// <summary>The same with some actors only.</summary>
    /// <param name="kept">Positions of those that stay, ascending.</param>
    internal LandscapeProblem Keep(IReadOnlyList<int> kept)
    {
        var n = Actors.Length;
        return this with
        {
            Actors = [.. kept.Select(i => Actors[i])],
            Factors = [.. Factors.Select(factor => factor with { Values = [.. kept.SelectMany(i => kept.Select(j => factor.Values[(i * n) + j]))] })],
            Observed = Observed.IsEmpty ? [] : [.. kept.Select(i => Observed[i])],
        };
    }
}
