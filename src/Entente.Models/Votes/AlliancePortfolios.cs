using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;
using Entente.World.Tables;

namespace Entente.Models.Votes;

/// <summary>Similarity of the alliance portfolios of two states in one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Targets">Members of the state system in the year, the two included.</param>
/// <param name="WithoutWeight">Of which have no weight in the year and are left out; 0 where targets are not weighted.</param>
/// <param name="Measures">One value for each <see cref="SimilarityMeasure"/>, in their order, on obligations coded 0 to 3; NaN where undefined.</param>
/// <param name="KappaBinary">Cohen's kappa on allied or not; with two categories the weights of disagreement do not matter.</param>
/// <param name="PiBinary">Scott's pi likewise.</param>
/// <param name="Remark">Why there is no value, or what it does not rest on; else <see langword="null"/>.</param>
public sealed record AllianceSimilarity(int Year, int Targets, int WithoutWeight, ImmutableArray<double> Measures, double KappaBinary, double PiBinary, string? Remark)
{
    /// <summary>The value of a measure.</summary>
    public double this[SimilarityMeasure measure] => Measures[(int)measure];
}

/// <summary>Similarity of the alliance portfolios of two states by year.</summary>
/// <param name="A">Name of the first state.</param>
/// <param name="B">Name of the second.</param>
/// <param name="Weight">What targets are weighted by; <see langword="null"/> where all weigh the same.</param>
/// <param name="Years">Ascending, without gaps.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record AllianceSeries(string A, string B, string? Weight, ImmutableArray<AllianceSimilarity> Years, Provenance Provenance);

/// <summary>
/// How alike two states' alliances are, over all members of the state system of the year: the portfolios of Signorino and Ritter (1999), 1816 to today.
/// </summary>
/// <remarks>
/// <para>An obligation towards a target is coded 3 for defence, 2 for neutrality or non-aggression, 1 for consultation alone, 0 for none: the order of the Correlates of War alliance types (Gibler 2009) applied to
/// the obligations of ATOP (Leeds et al. 2002). Offence without defence counts as 3: it binds to fight as well. A state's entry towards itself is 3, as in Signorino and Ritter.</para>
/// <para>ATOP ends in 2018; later years know only the treaties of the dated supplement, which is said in each of them.</para>
/// </remarks>
public static class AlliancePortfolios
{
    /// <summary>The name that stands for the share of world capabilities among the weights.</summary>
    public const string Cinc = "cinc";

    private const int Levels = 4;
    private const int LastYearOfAtop = 2018;

    /// <summary>Computes the similarity of the alliances of two states.</summary>
    /// <param name="world">The world.</param>
    /// <param name="a">A state by code or name.</param>
    /// <param name="b">Another state.</param>
    /// <param name="since">First year; <see langword="null"/> for 35 years up to the last.</param>
    /// <param name="until">Last year; <see langword="null"/> for 2018, the last that ATOP observes.</param>
    /// <param name="weight">"cinc" or an indicator of the store; <see langword="null"/> where all targets weigh the same. A target without weight in the year is left out and counted, not weighted with zero.</param>
    /// <exception cref="InvalidInputException">An unknown state, a bloc, an unknown weight, or a span outside the alliances held.</exception>
    /// <exception cref="NoAnswerException">The two are in no year of the span both members of the state system with targets that have a weight.</exception>
    public static AllianceSeries Compute(WorldEdition world, string a, string b, int? since = null, int? until = null, string? weight = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (first, last) = (1816, world.Alliances.IsEmpty ? LastYearOfAtop : world.Alliances.Max(spell => spell.ToYear));
        var end = until ?? Math.Min(last, LastYearOfAtop);
        var start = since ?? Math.Min(end, Math.Max(first, end - 34));
        if (start > end) throw new InvalidInputException($"The first year {start} is after the last year {end}; swap --since and --until.");
        if (start < first || end > last) throw new InvalidInputException($"Alliances are held from {first} to {last}; the span {start} to {end} is outside: choose years within.");
        var weigh = Weight(world, weight);
        var (partyA, partyB) = (Party(world, a, end), Party(world, b, end));
        var years = ImmutableArray.CreateBuilder<AllianceSimilarity>(end - start + 1);
        for (var year = start; year <= end; year++) years.Add(Year(world, partyA.MembersIn(year)[0], partyB.MembersIn(year)[0], year, weigh));
        var known = years.Count(year => !double.IsNaN(year[SimilarityMeasure.SAbsolute]));
        if (known == 0)
        {
            throw new NoAnswerException($"{partyA.Label} and {partyB.Label} have no alliance portfolios to compare from {start} to {end} ({years[^1].Remark}): similarity is missing, not zero.");
        }

        var statement = string.Create(CultureInfo.InvariantCulture, $"{known} of {years.Count} years, {years.Min(year => year.Targets)} to {years.Max(year => year.Targets)} members of the state system as targets");
        if (weigh is not null) statement += string.Create(CultureInfo.InvariantCulture, $"; up to {years.Max(year => year.WithoutWeight)} of them left out in a year for want of a weight");
        if (end > LastYearOfAtop) statement += $"; after {LastYearOfAtop} only the treaties of the dated supplement";
        ImmutableArray<string> sources = ["atop", .. end > LastYearOfAtop ? ["alliance-supplement"] : Array.Empty<string>(), .. WeightSources(world, weight)];
        var query = $"similarity of the alliance portfolios of {partyA.Label} and {partyB.Label}, {start} to {end}, obligations coded 0 to 3{(weigh is null ? string.Empty : $", targets weighted by {weight}")}";
        return new AllianceSeries(
            partyA.Label, partyB.Label, weight, years.MoveToImmutable(), new Provenance(sources, query, new Coverage(statement, known, null, [])));
    }

    /// <summary>The code of an obligation: 3 defence or offence, 2 neutrality or non-aggression, 1 consultation alone, 0 none.</summary>
    public static int Code(AllianceSpell spell)
    {
        ArgumentNullException.ThrowIfNull(spell);
        if (spell.Defense || spell.Offense) return 3;
        return spell.Neutrality || spell.Nonaggression ? 2 : spell.Consultation ? 1 : 0;
    }

    private static AllianceSimilarity Year(WorldEdition world, int a, int b, int year, Func<int, int, double?>? weigh)
    {
        var targets = world.States.All.Where(state => !state.Existence.IsEmpty && state.ExistsIn(year)).Select(state => state.Id).ToArray();
        if (!targets.Contains(a) || !targets.Contains(b))
        {
            var absent = targets.Contains(a) ? b : a;
            return Missing(year, targets.Length, 0, $"{world.States[absent].Name} is not a member of the state system");
        }

        var (x, y, weights) = (new List<int>(), new List<int>(), new List<double>());
        var (ofA, ofB) = (Portfolio(world, a, year), Portfolio(world, b, year));
        foreach (var target in targets)
        {
            if (weigh is not null)
            {
                if (weigh(target, year) is not { } weight) continue;
                if (weight < 0) throw new InvalidInputException($"{world.States[target].Name} has a weight below zero in {year}; weigh targets by something that is a size, such as {Cinc}.");
                weights.Add(weight);
            }

            x.Add(ofA.GetValueOrDefault(target));
            y.Add(ofB.GetValueOrDefault(target));
        }

        if (x.Count == 0 || (weigh is not null && weights.Sum() == 0)) return Missing(year, targets.Length, targets.Length, "no target has a weight in the year");
        return Measure([.. x], [.. y], [.. weights], new AllianceSimilarity(year, targets.Length, targets.Length - x.Count, Nothing, double.NaN, double.NaN, year > LastYearOfAtop ? "only treaties of the supplement" : null));
    }

    private static AllianceSimilarity Measure(int[] x, int[] y, double[] weights, AllianceSimilarity year)
    {
        var table = new double[Levels * Levels];
        PortfolioSimilarity.Tabulate(x, y, weights, table, Levels);
        var binary = new double[4];
        PortfolioSimilarity.Tabulate(Array.ConvertAll(x, Math.Sign), Array.ConvertAll(y, Math.Sign), weights, binary, 2);
        return year with
        {
            Measures = [.. Enum.GetValues<SimilarityMeasure>().Select(measure => Of(measure, table))],
            KappaBinary = CategoricalSimilarity.CohenKappa(binary, 2, DisagreementWeights.Nominal),
            PiBinary = CategoricalSimilarity.ScottPi(binary, 2, DisagreementWeights.Nominal),
        };
    }

    private static double Of(SimilarityMeasure measure, double[] table) => measure switch
    {
        SimilarityMeasure.Identical => CategoricalSimilarity.Identical(table, Levels),
        SimilarityMeasure.Agreement => CategoricalSimilarity.Agreement(table, Levels),
        SimilarityMeasure.SAbsolute => CategoricalSimilarity.S(table, Levels),
        SimilarityMeasure.SSquared => CategoricalSimilarity.S(table, Levels, squared: true),
        SimilarityMeasure.KappaNominal => CategoricalSimilarity.CohenKappa(table, Levels, DisagreementWeights.Nominal),
        SimilarityMeasure.KappaLinear => CategoricalSimilarity.CohenKappa(table, Levels, DisagreementWeights.Linear),
        SimilarityMeasure.KappaQuadratic => CategoricalSimilarity.CohenKappa(table, Levels, DisagreementWeights.Quadratic),
        SimilarityMeasure.PiNominal => CategoricalSimilarity.ScottPi(table, Levels, DisagreementWeights.Nominal),
        SimilarityMeasure.PiLinear => CategoricalSimilarity.ScottPi(table, Levels, DisagreementWeights.Linear),
        SimilarityMeasure.PiQuadratic => CategoricalSimilarity.ScottPi(table, Levels, DisagreementWeights.Quadratic),
        SimilarityMeasure.TauB => CategoricalSimilarity.TauB(table, Levels),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    private static Dictionary<int, int> Portfolio(WorldEdition world, int state, int year)
    {
        var portfolio = new Dictionary<int, int>();
        foreach (var spell in world.Alliances)
        {
            if (spell.A != state || spell.FromYear > year || spell.ToYear < year) continue;
            portfolio[spell.B] = Math.Max(portfolio.GetValueOrDefault(spell.B), Code(spell));
        }

        portfolio[state] = Levels - 1;
        return portfolio;
    }

    private static readonly ImmutableArray<double> Nothing = [.. Enumerable.Repeat(double.NaN, VoteMeasures.Count)];

    private static AllianceSimilarity Missing(int year, int targets, int withoutWeight, string remark) => new(year, targets, withoutWeight, Nothing, double.NaN, double.NaN, remark);

    private static DatedParty Party(WorldEdition world, string text, int year)
    {
        var party = new DatedParty(world, text, year);
        return party.IsBloc ? throw new InvalidInputException($"'{text}' is a bloc; alliance portfolios are those of single states: name a state.") : party;
    }

    private static Func<int, int, double?>? Weight(WorldEdition world, string? name)
    {
        if (name is null) return null;
        if (IsCinc(name)) return world.Cinc;
        if (!world.IndicatorNames.Contains(name)) throw new InvalidInputException($"There is no weight '{name}'; weigh targets by {Cinc} or one of {string.Join(", ", world.IndicatorNames)}.");
        return (state, year) => world.Indicator(name, state, year);
    }

    private static IEnumerable<string> WeightSources(WorldEdition world, string? name) => name is null ? [] : IsCinc(name)
        ? ["cow-nmc"]
        : world.Manifest.Sources.Where(source => source.Tables.Any(table => table.Table == StoreSchema.Indicators.Name)).Select(source => source.Key);

    private static bool IsCinc(string name) => string.Equals(name, Cinc, StringComparison.OrdinalIgnoreCase);
}
