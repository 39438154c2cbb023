using System.Collections.Immutable;
using Entente.Numerics.Networks;
using Entente.World;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>
/// Landscape theory of aggregation (Axelrod and Bennett 1993) applied: all divisions that nobody would leave alone, what it would take for each actor to leave the best, and how far the answer hangs on
/// sizes, weights and codings. The last is never left out, since it is where such models fail.
/// </summary>
public static class LandscapeStudy
{
    /// <summary>Most actors for which every configuration of each variant and draw is looked at; above it they are searched.</summary>
    public const int MostActorsOfVariants = 17;

    /// <summary>Studies a landscape.</summary>
    /// <param name="problem">The question.</param>
    /// <param name="alternatives">The same actors in the same order with other data, by what was changed; may be empty.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">No pair has a propensity, or the reference is not an actor.</exception>
    public static LandscapeAnswer Run(
        LandscapeProblem problem, IReadOnlyList<(string Kind, string Name, LandscapeProblem Problem)>? alternatives = null, LandscapeOptions? options = null, Action<string>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new LandscapeOptions();
        var notes = new List<string>(problem.Notes);
        var (tied, kept) = Tied(problem, notes);
        var n = tied.Actors.Length;
        var propensities = tied.Propensities();
        var part = LandscapeParts.Of(propensities, n);
        DescribeParts(tied, part, notes);
        var reference = Reference(problem, tied, options.Reference);
        progress?.Invoke(n > Landscape.MostActors ? "searching the landscape" : "looking at every division");
        var (minima, found, search) = Minima(tied, propensities, reference, part, options, cancellation);
        if (search is not null) notes.Add(Searched(n, search));
        if (minima.Length > 1 && Math.Abs(minima[1].Energy - minima[0].Energy) <= 1e-9 * Math.Abs(minima[0].Energy)) notes.Add("Two or more divisions share the lowest energy; the first of them is called the best here.");
        var solver = new LandscapeResolver(tied, minima[0].Camps, part, reference, options, cancellation);
        var variants = solver.Variants([.. (alternatives ?? []).Select(one => (one.Kind, one.Name, one.Problem.Keep(kept)))], notes);
        progress?.Invoke("drawing weights and codings");
        return new LandscapeAnswer(
            tied, reference, Math.Pow(2, n - 1), minima, found, search, LandscapeSwitches.Of(tied.Sizes(), propensities, minima[0]), variants, solver.Draws(notes), [.. notes.Distinct()]);
    }

    private static (LandscapeProblem Tied, ImmutableArray<int> Kept) Tied(LandscapeProblem problem, List<string> notes)
    {
        var n = problem.Actors.Length;
        var propensities = problem.Propensities();
        ImmutableArray<int> kept = [.. Enumerable.Range(0, n).Where(i => Enumerable.Range(0, n).Any(j => propensities[(i * n) + j] != 0))];
        if (kept.IsEmpty) throw new InvalidInputException($"{problem.Name}: no pair has a propensity other than 0, so that every division is as good as any other. Give at least one pair a value in a factor whose weight is not 0.");
        if (kept.Length == n) return (problem, kept);
        var free = Enumerable.Range(0, n).Where(i => !kept.Contains(i)).Select(i => problem.Actors[i].Name).ToList();
        notes.Add($"{Join(free)} {(free.Count == 1 ? "has" : "have")} a propensity of 0 towards everybody: either camp is as good, so that {(free.Count == 1 ? "it is" : "they are")} left out.");
        return (problem.Keep(kept), kept);
    }

    private static void DescribeParts(LandscapeProblem problem, int[] part, List<string> notes)
    {
        var parts = part.Max() + 1;
        if (parts == 1) return;
        var sets = Enumerable.Range(0, parts).Select(p => $"({string.Join(", ", Enumerable.Range(0, part.Length).Where(i => part[i] == p).Select(i => problem.Actors[i].Name))})");
        notes.Add($"The actors fall into {parts} parts without any tie between them: {string.Join(" ", sets)}. Which camp of one part is called the same as a camp of another means nothing, and each minimum comes {Math.Pow(2, parts - 1):0} times.");
    }

    private static int Reference(LandscapeProblem whole, LandscapeProblem tied, string? key)
    {
        if (key is null)
        {
            var largest = 0;
            for (var i = 1; i < tied.Actors.Length; i++)
            {
                if (tied.Actors[i].Size > tied.Actors[largest].Size) largest = i;
            }

            return largest;
        }

        var found = Find(tied, key);
        if (found >= 0) return found;
        throw new InvalidInputException(Find(whole, key) >= 0
            ? $"{key} has no propensity other than 0, so that its camp says nothing; name another actor."
            : $"There is no actor '{key}' in this landscape; there are {string.Join(", ", tied.Actors.Select(actor => actor.Key))}.");
    }

    private static int Find(LandscapeProblem problem, string key)
    {
        for (var i = 0; i < problem.Actors.Length; i++)
        {
            if (string.Equals(problem.Actors[i].Key, key, StringComparison.OrdinalIgnoreCase) || string.Equals(problem.Actors[i].Name, key, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private static (ImmutableArray<LandscapeCamps> Minima, int Found, LandscapeFound? Search) Minima(
        LandscapeProblem problem, double[] propensities, int reference, int[] part, LandscapeOptions options, CancellationToken cancellation)
    {
        var sizes = problem.Sizes();
        if (sizes.Length <= Landscape.MostActors)
        {
            var exact = Landscape.Solve(sizes, propensities);
            return ([.. exact.Minima.Select(one => Of(one.Camps, one.Energy, (double)one.Basin / exact.Configurations, 0, one.Margins))], exact.Minima.Length, null);
        }

        var search = LandscapeSearch.Solve(sizes, propensities, new LandscapeSearchOptions { Seed = options.Seed }, cancellation);
        return ([.. search.Minima.Select(one => Of(one.Camps, one.Energy, one.Share, one.StandardError, one.Margins))], search.Found, search);

        LandscapeCamps Of(ImmutableArray<int> camps, double energy, double share, double error, ImmutableArray<double> margins) =>
            new(LandscapeResolver.From(camps, reference), energy, share, error, margins, problem.Observed.IsEmpty ? [] : LandscapeParts.Moved(problem.Observed.AsSpan(), camps.AsSpan(), part));
    }

    private static string Searched(int n, LandscapeFound search) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{n} actors are more than the {Landscape.MostActors} for which every division is looked at: {search.Starts:N0} starts by lot and a tabu search found {search.Found} {(search.Found == 1 ? "minimum" : "minima")}. There may be others; starts that would end in one not seen are some {search.UnseenShare:P1} (Good 1953). No division has an energy below {search.LowerBound:G6}{(search.IsProven ? ", which the first one has: it is proven best" : $"; the best found has {search.Minima[0].Energy:G6}, and is not proven")}.");

    internal static string Join(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
