using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>What the propensities of states are read from.</summary>
public enum LandscapeMeasure
{
    /// <summary>Agreement in the General Assembly.</summary>
    Votes,

    /// <summary>Nearness of ideal points.</summary>
    IdealPoints,

    /// <summary>Defence pacts.</summary>
    Alliances,

    /// <summary>Votes, alliances, disputes and armed conflict together.</summary>
    Mixed,
}

/// <summary>What the sizes of states are read from.</summary>
public enum LandscapeSizes
{
    /// <summary>Composite index of national capability.</summary>
    Cinc,

    /// <summary>Gross domestic product, current US$.</summary>
    Gdp,

    /// <summary>All the same.</summary>
    Equal,
}

/// <summary>Makes landscapes of states out of a store.</summary>
public static class LandscapeData
{
    private static readonly (LandscapeMeasure Measure, string Name)[] Measures =
        [(LandscapeMeasure.Votes, "votes"), (LandscapeMeasure.IdealPoints, "ideal points"), (LandscapeMeasure.Alliances, "alliances"), (LandscapeMeasure.Mixed, "mixed")];

    /// <summary>A year with fewer roll calls is not tried as another year.</summary>
    private const int FewestRollCalls = 20;

    private static readonly int[] Back = [1, 2, 3, 5, 10, 20];

    /// <summary>Reads a landscape and the same with other measures, sizes, centres and years.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="parties">States and blocs by code or name; a bloc stands for its members in the year.</param>
    /// <param name="year">The year of the propensities.</param>
    /// <param name="measure">What they are read from.</param>
    /// <param name="sizes">What the sizes are read from; newest value at or before the year.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">An unknown state, or fewer than two.</exception>
    /// <exception cref="NoAnswerException">A state without any data, or without a size.</exception>
    public static (LandscapeProblem Problem, ImmutableArray<(string Kind, string Name, LandscapeProblem Problem)> Alternatives) Read(
        WorldEdition world, IReadOnlyList<string> parties, int year, LandscapeMeasure measure = LandscapeMeasure.Mixed, LandscapeSizes sizes = LandscapeSizes.Cinc, Action<string>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(parties);
        var notes = new List<string>();
        var states = States(world, parties, year, notes);
        progress?.Invoke("reading the pairs");
        if (measure != LandscapeMeasure.Alliances && VoteHoles.Describe(year, world.Votes.RollCalls) is { } hole) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Votes of {year}: {hole}"));
        var reader = new LandscapePairReader(world, states, year, cancellation);
        var factors = reader.Factors(measure, year, LandscapeCentre.Mean, notes);
        RefuseWithoutData(world, states, factors, measure, year);
        var (weights, sizeName) = Sizes(world, states, sizes, year, notes);
        var problem = new LandscapeProblem(
            string.Create(CultureInfo.InvariantCulture, $"{states.Length} states in {year}"),
            [.. states.Select((id, i) => new LandscapeActor(world.States[id].Iso3 ?? world.States[id].Abbreviation ?? world.States[id].Name, world.States[id].Name, weights[i]))], factors)
        {
            About = string.Create(
                CultureInfo.InvariantCulture,
                $"Propensities from {string.Join(", ", factors.Select(factor => factor.Name))}, each less its mean over the pairs of these states and divided by its standard deviation{(factors.Length > 1 ? ", with weights of 1" : "")}. Sizes: {sizeName}."),
            Notes = [.. notes],
            Provenance = Source(states.Length, factors, sizes, year),
        };
        var alternatives = ImmutableArray.CreateBuilder<(string Kind, string Name, LandscapeProblem Problem)>();
        var untried = new List<string>();
        foreach (var (other, name) in Measures.Where(one => one.Measure != measure)) Add("measure", $"on {name}", () => problem with { Factors = reader.Factors(other, year, LandscapeCentre.Mean, []) });
        foreach (var other in Enum.GetValues<LandscapeSizes>().Where(one => one != sizes))
        {
            Add("sizes", other switch { LandscapeSizes.Cinc => "sizes by CINC", LandscapeSizes.Gdp => "sizes by GDP", _ => "equal sizes" }, () =>
            {
                var (values, _) = Sizes(world, states, other, year, []);
                return problem with { Actors = [.. problem.Actors.Select((actor, i) => actor with { Size = values[i] })] };
            });
        }

        Add("centre", "centred on the median of these pairs", () => problem with { Factors = reader.Factors(measure, year, LandscapeCentre.Median, []) });
        Add("centre", "centred on the mean of all pairs of states", () => problem with { Factors = reader.Factors(measure, year, LandscapeCentre.World, []) });
        foreach (var back in Back) Add("year", string.Create(CultureInfo.InvariantCulture, $"propensities of {year - back}"), () => problem with { Factors = measure != LandscapeMeasure.Alliances && RollCalls(world, year - back) < FewestRollCalls ? [] : reader.Factors(measure, year - back, LandscapeCentre.Mean, []) });
        if (untried.Count > 0) problem = problem with { Notes = problem.Notes.Add($"Not tried, as some state has no data or the year too few roll calls: {string.Join(", ", untried)}.") };
        return (problem, alternatives.ToImmutable());

        void Add(string kind, string name, Func<LandscapeProblem> make)
        {
            try
            {
                var made = make();
                if (made.Factors.IsEmpty || Unheld(states.Length, made.Factors).Length > 0) untried.Add(name);
                else alternatives.Add((kind, name, made));
            }
            catch (NoAnswerException)
            {
                untried.Add(name);
            }
        }
    }

    private static ImmutableArray<int> States(WorldEdition world, IReadOnlyList<string> parties, int year, List<string> notes)
    {
        var states = new List<int>();
        foreach (var text in parties)
        {
            var party = PartyResolver.Resolve(text, year, world.States, world.Blocs);
            var known = party.Members.Where(states.Contains).Select(id => world.States[id].Name).ToList();
            if (known.Count > 0 && !party.IsBloc) throw new InvalidInputException($"{party.Label} is named twice; name it once.");
            if (party.IsBloc) notes.Add($"{party.Label} stands for its {party.Members.Length} members of {year}{(known.Count > 0 ? $", of which {LandscapeStudy.Join(known)} {(known.Count == 1 ? "was" : "were")} there already" : "")}.");
            states.AddRange(party.Members.Where(id => !states.Contains(id)));
        }

        return states.Count >= 2 ? [.. states] : throw new InvalidInputException("A landscape needs two states or more; name them with commas, such as --states USA,RUS,CHN.");
    }

    private static int RollCalls(WorldEdition world, int year) => world.Votes.RollCalls.Count(rollCall => rollCall.Date.Year == year);

    internal static int[] Unheld(int n, ImmutableArray<LandscapeFactor> factors) =>
        [.. Enumerable.Range(0, n).Where(i => !Enumerable.Range(0, n).Any(j => i != j && factors.Any(factor => !double.IsNaN(factor.Values[(i * n) + j]))))];

    private static void RefuseWithoutData(WorldEdition world, ImmutableArray<int> states, ImmutableArray<LandscapeFactor> factors, LandscapeMeasure measure, int year)
    {
        var name = Array.Find(Measures, one => one.Measure == measure).Name;
        if (factors.IsEmpty) throw new NoAnswerException($"On {name} nothing that tells these states apart is held for {year}; choose another year or another measure.");
        var unheld = Unheld(states.Length, factors);
        if (unheld.Length == 0) return;
        throw new NoAnswerException($"On {name} nothing is held for {year} of {LandscapeStudy.Join([.. unheld.Select(i => world.States[states[i]].Name)])} with any of the others; leave {(unheld.Length == 1 ? "it" : "them")} out, or choose another year or another measure.");
    }

    private static (double[] Sizes, string Name) Sizes(WorldEdition world, ImmutableArray<int> states, LandscapeSizes sizes, int year, List<string> notes)
    {
        if (sizes == LandscapeSizes.Equal) return ([.. states.Select(_ => 1.0)], "equal");
        var values = new double[states.Length];
        var from = new int[states.Length];
        for (var i = 0; i < states.Length; i++)
        {
            var latest = sizes == LandscapeSizes.Gdp ? world.LatestIndicator("gdp_current_usd", states[i], year) : Cinc(world, states[i], year);
            if (latest is not { Value: > 0 } held) throw new NoAnswerException($"No {(sizes == LandscapeSizes.Gdp ? "GDP" : "CINC")} of {world.States[states[i]].Name} is held up to {year}; leave it out, or choose --sizes {(sizes == LandscapeSizes.Gdp ? "cinc" : "gdp")} or equal.");
            (from[i], values[i]) = (held.Year, sizes == LandscapeSizes.Gdp ? held.Value / 1e12 : held.Value * 100);
        }

        foreach (var old in from.Select((y, i) => (Year: y, State: states[i])).GroupBy(one => one.Year).Where(one => one.Key < from.Max()))
        {
            notes.Add($"The size of {LandscapeStudy.Join([.. old.Select(one => world.States[one.State].Name)])} is of {old.Key}, the newest held.");
        }

        return (values, string.Create(CultureInfo.InvariantCulture, $"{(sizes == LandscapeSizes.Gdp ? "GDP in current US$ trillion" : "CINC in per cent of the world")} of {from.Max()}"));
    }

    internal static (int Year, double Value)? Cinc(WorldEdition world, int state, int year)
    {
        for (var y = Math.Min(year, world.LastCapabilityYear); y > year - 20; y--)
        {
            if (world.Cinc(state, y) is { } value) return (y, value);
        }

        return null;
    }

    private static Provenance Source(int n, ImmutableArray<LandscapeFactor> factors, LandscapeSizes sizes, int year)
    {
        ImmutableArray<string> sources =
        [
            .. factors.SelectMany(factor => LandscapePairReader.SourcesOf(factor.Name)).Concat(sizes switch { LandscapeSizes.Cinc => ["cow-nmc"], LandscapeSizes.Gdp => ["worldbank-gdp"], _ => Array.Empty<string>() }).Distinct(StringComparer.Ordinal),
        ];
        var pairs = n * (n - 1) / 2;
        return new Provenance(sources, string.Create(CultureInfo.InvariantCulture, $"two-camp landscape of {n} states, {year}"), Coverage.Of(string.Create(
            CultureInfo.InvariantCulture, $"{pairs} pairs; held: {string.Join(", ", factors.Select(factor => $"{factor.Name} {Held(factor, n)}"))}")));
    }

    private static int Held(LandscapeFactor factor, int n) =>
        Enumerable.Range(0, n).Sum(i => Enumerable.Range(i + 1, n - i - 1).Count(j => !double.IsNaN(factor.Values[(i * n) + j])));
}
