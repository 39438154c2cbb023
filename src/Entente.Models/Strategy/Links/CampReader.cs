using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Coalitions.Landscapes;
using Entente.World;

namespace Entente.Models.Strategy.Links;

/// <summary>Measures the landscape of a strategy: mixed propensities and CINC sizes of the first year of the moves, as 'entente landscape --states' makes them.</summary>
internal static class CampReader
{
    private const string Pact = "defence pact";

    /// <summary>Sources that it rests on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["unga-votes", "atop", "alliance-supplement", "cow-mid", "ucdp", "cow-nmc"];

    /// <summary>Measures it; <see langword="null"/>, with the reason in the notes, where data or allies are missing.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="inputs">The assessment's inputs.</param>
    /// <param name="notes">Receives what is missing, in sentences.</param>
    public static CampLink? Measure(WorldEdition world, AssessmentInputs inputs, List<string> notes)
    {
        var (strategy, allies) = (inputs.Strategy, string.Join(' ', inputs.Allies.Select(ally => ally.StateId)));
        var (link, found) = Known.Get(world, (strategy.Divider, strategy.Target, strategy.Partner, strategy.Start, allies), _ =>
        {
            var told = new List<string>();
            return (Read(world, inputs, told), told.ToImmutableArray());
        });
        notes.AddRange(found);
        return link;
    }

    // Six landscapes of forty states take some hundred milliseconds; they depend on the states and the year alone.
    private static readonly EditionMemo<(int Divider, int Target, int Partner, int Year, string Allies), (CampLink? Link, ImmutableArray<string> Notes)> Known = new(16);

    private static CampLink? Read(WorldEdition world, AssessmentInputs inputs, List<string> notes)
    {
        var strategy = inputs.Strategy;
        var year = strategy.Start;
        int[] main = [strategy.Divider, strategy.Target, strategy.Partner];
        ImmutableArray<int> asked = [strategy.Divider, .. inputs.Allies.Select(ally => ally.StateId), strategy.Target, strategy.Partner];
        var sizes = asked.ToDictionary(id => id, id => LandscapeData.Cinc(world, id, year)?.Value ?? double.NaN);
        ImmutableArray<int> states = [.. asked.Where(id => sizes[id] > 0)];
        Leave(asked.Except(states), "no capabilities are held");
        if (!main.All(states.Contains) || states.Length < 4) return Nothing($"Camps are missing: {(inputs.Allies.IsEmpty ? "the strategy has no allies" : "capabilities of divider, target, partner or every ally are not held")}.");
        LandscapePairReader reader;
        var factors = Factors(states);
        ImmutableArray<int> held = [.. states.Where((_, i) => !LandscapeData.Unheld(states.Length, factors).Contains(i))];
        if (held.Length < states.Length)
        {
            Leave(states.Except(held), "nothing is held of it with any of the others");
            if (factors.IsEmpty || !main.All(held.Contains) || held.Length < 4) return Nothing($"Camps are missing: nothing is held for {year} that ties divider, target, partner and allies.");
            (states, factors) = (held, Factors(held));
        }

        if (factors.IsEmpty) return Nothing($"Camps are missing: nothing is held for {year} that tells these states apart.");
        return Link(factors, equal: false, [.. Rivals()]);

        CampLink Link(ImmutableArray<LandscapeFactor> of, bool equal, ImmutableArray<(string Name, CampLink Link)> rivals)
        {
            var problem = new LandscapeProblem("allies", [.. states.Select(id => new LandscapeActor(world.States[id].Name, world.States[id].Name, equal ? 1 : sizes[id] * 100))], of);
            return new CampLink(problem.Sizes(), problem.Propensities(), PactPart(of, states.Length), [.. states.Skip(1).SkipLast(2).Select(Place)]) { Rivals = rivals };
        }

        // Each with one thing changed.
        IEnumerable<(string Name, CampLink Link)> Rivals()
        {
            yield return ("equal sizes", Link(factors, equal: true, []));
            foreach (var left in factors.Where(_ => factors.Length > 1)) yield return ($"without {left.Name}", Link(factors.Remove(left), equal: false, []));
            yield return ("centred on the median of these pairs", Link(reader.Factors(LandscapeMeasure.Mixed, year, LandscapeCentre.Median, []), equal: false, []));
            yield return ("centred on the mean of all pairs of states", Link(reader.Factors(LandscapeMeasure.Mixed, year, LandscapeCentre.World, []), equal: false, []));
        }

        int Place(int id)
        {
            for (var a = 0; a < inputs.Allies.Length; a++)
            {
                if (inputs.Allies[a].StateId == id) return a;
            }

            return -1;
        }

        ImmutableArray<LandscapeFactor> Factors(ImmutableArray<int> of)
        {
            var found = new List<string>();
            reader = new LandscapePairReader(world, of, year, CancellationToken.None, alone: true);
            var result = reader.Factors(LandscapeMeasure.Mixed, year, LandscapeCentre.Mean, found);
            notes.RemoveAll(note => note.StartsWith("Camps, ", StringComparison.Ordinal));
            notes.AddRange(found.Select(note => $"Camps, {char.ToLowerInvariant(note[0])}{note[1..]}"));
            return result;
        }

        void Leave(IEnumerable<int> out_, string why)
        {
            var names = out_.Select(id => world.States[id].Name).ToList();
            if (names.Count > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Left out of the camps of {year}: {string.Join(", ", names)} ({why})."));
        }

        CampLink? Nothing(string why)
        {
            notes.Add(why);
            return null;
        }
    }

    /// <summary>By actor: how far its pact with the divider lifts their propensity above that of a pair without one; 0 where no pact, or nothing on pacts, is held.</summary>
    private static double[] PactPart(ImmutableArray<LandscapeFactor> factors, int n)
    {
        var part = new double[n];
        if (factors.FirstOrDefault(factor => factor.Name == Pact) is not { } pact) return part;
        var without = pact.Values.Where(double.IsFinite).Min();
        for (var i = 1; i < n - 2; i++)
        {
            if (pact.Values[i] is var value && double.IsFinite(value)) part[i] = pact.Weight * (value - without);
        }

        return part;
    }
}
