using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Game;
using Entente.Models.Wedges;
using Entente.Numerics.Distributions;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Evidence;

/// <summary>A past attempt near a strategy.</summary>
/// <param name="Key">Key of the case.</param>
/// <param name="Title">One line.</param>
/// <param name="Year">Year of the first move.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Distance">Euclidean distance in standardised covariates (<see cref="ReferenceClass.Names"/>).</param>
public sealed record NearCase(string Key, string Title, int Year, WedgeOutcome Outcome, double Distance);

/// <summary>
/// The record of past attempts as a line of evidence: how attempts that had ended before the strategy begins came out, in grades. A success is a split, realigned or dealigned by the goals of those
/// that succeeded; a partial one is neutralised; a failure is no change. That mapping is a judgement: cases are graded by what their divider wanted, not by votes.
/// </summary>
/// <param name="Grades">Grades with moves: every case is one of an attempt.</param>
/// <param name="Split">90 % interval of the probability of a split: attempts differ, so one attempt's own rate is drawn with a tenth of the cases' weight.</param>
/// <param name="Cases">Cases it rests on.</param>
/// <param name="LeftOut">Cases left out: not ended before the start, or the strategy itself.</param>
/// <param name="ByModel">Whether covariates measured before the first move shift the base rate; only where they beat it out of sample.</param>
/// <param name="Nearest">The nearest cases, the nearest first; empty where covariates are not held.</param>
/// <param name="Notes">What was left out and why; one sentence each.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record ReferenceLine(
    GradeProbabilities Grades, Interval Split, int Cases, int LeftOut, bool ByModel, ImmutableArray<NearCase> Nearest, ImmutableArray<string> Notes, Provenance Provenance)
{
    /// <summary>Fewest cases.</summary>
    public const int FewestCases = 5;

    private const int Own = 3;
    private const double Level = .9;
    private const double Weight = .1;

    /// <summary>Reads the record.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="cases">Past attempts; those that had not ended before the strategy begins, and the strategy itself, are left out.</param>
    /// <param name="strategy">The strategy.</param>
    /// <exception cref="NoAnswerException">Fewer than five cases remain.</exception>
    public static ReferenceLine Build(WorldEdition world, ImmutableArray<WedgeCase> cases, WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        return Known.Get(world, (cases, strategy.Divider, strategy.Target, strategy.Partner, strategy.Start), _ => Read(world, cases, strategy));
    }

    // Coding and scoring the cases takes some two hundred milliseconds and asks nothing of the moves. A list of cases is the same where it is the same list, as the library gives it while its files stay as they are.
    private static readonly EditionMemo<(ImmutableArray<WedgeCase> Cases, int Divider, int Target, int Partner, int Start), ReferenceLine> Known = new(16);

    private static ReferenceLine Read(WorldEdition world, ImmutableArray<WedgeCase> cases, WedgeStrategy strategy)
    {
        ImmutableArray<WedgeCase> itself = [.. cases.Where(one => Same(one, strategy))];
        ImmutableArray<WedgeCase> known = [.. cases.Where(one => one.StartYear < strategy.Start && one.EndYear <= strategy.Start && !Same(one, strategy))];
        if (known.Length < FewestCases) throw new NoAnswerException($"Only {known.Length} attempts had ended before {strategy.Start}; {FewestCases} are needed.");
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{known.Length} of {cases.Length} attempts had ended by {strategy.Start} and remain{(itself.IsEmpty ? "" : $"; {string.Join(", ", itself.Select(one => one.Title))} is the strategy itself and is left out")}."));
        notes.Add("Success counts as a split, a partial success as neutralised: a judgement, since attempts are graded by their goals and not by votes.");
        var (grades, byModel, nearest) = (Frequencies(known), false, ImmutableArray<NearCase>.Empty);
        try
        {
            var reference = ReferenceClass.Build(world, known);
            var covariates = new WedgeCoder(world).Code([strategy.Divider], [strategy.Target], [strategy.Partner], strategy.Start);
            var forecast = reference.Forecast(covariates);
            if (byModel = forecast.ByModel) grades = Shifted(grades, forecast.Probability);
            nearest = [.. reference.Nearest(covariates, 3).Select(one => new NearCase(one.Case.Case.Key, one.Case.Case.Title, one.Case.Case.StartYear, one.Case.Case.Outcome, one.Distance))];
            if (!byModel) notes.Add("Covariates measured before the first move do not beat the base rate out of sample: the base rate stands.");
        }
        catch (NoAnswerException few)
        {
            notes.Add($"The base rate stands: {few.Message}");
        }

        return new ReferenceLine(grades, IntervalOf(grades.Split, known.Length), known.Length, cases.Length - known.Length, byModel, nearest, notes.ToImmutable(), new Provenance(
            byModel || !nearest.IsEmpty ? WedgeCoder.Sources : [], $"outcomes of past wedge attempts before {strategy.Start}", Coverage.Of($"{known.Length} attempts, coded by one coder who knew the outcomes")));
    }

    /// <summary>Frequencies in grades, each outcome with half a case more (Jeffreys), the successes divided by their goals.</summary>
    internal static GradeProbabilities Frequencies(ImmutableArray<WedgeCase> cases)
    {
        var (n, successes) = (cases.Length, cases.Where(one => one.Outcome == WedgeOutcome.Success).ToList());
        double Share(int count) => (count + .5) / (n + 1.5);
        var realigned = (successes.Count(one => one.Goal == "realign") + .5) / (successes.Count + 1);
        var (split, partial) = (Share(successes.Count), Share(cases.Count(one => one.Outcome == WedgeOutcome.Partial)));
        return new GradeProbabilities(1 - split - partial, partial, split * (1 - realigned), split * realigned);
    }

    // The model speaks of successes with partial ones as halves: both are scaled to its probability, failures take the rest.
    internal static GradeProbabilities Shifted(GradeProbabilities grades, double probability)
    {
        var factor = probability / (grades.Split + (grades.Neutralised / 2));
        factor = Math.Min(factor, 1 / grades.Moves);
        return new GradeProbabilities(1 - (factor * grades.Moves), factor * grades.Neutralised, factor * grades.Dealigned, factor * grades.Realigned);
    }

    internal static Interval IntervalOf(double split, int cases)
    {
        var beta = new Beta(.5 + (split * cases * Weight), .5 + ((1 - split) * cases * Weight));
        return new Interval(beta.Quantile((1 - Level) / 2), beta.Quantile((1 + Level) / 2), Level);
    }

    internal static bool Same(WedgeCase one, WedgeStrategy strategy) =>
        one.Divider.Contains(strategy.Divider) && one.Target.Contains(strategy.Target) && one.Partner.Contains(strategy.Partner) && Math.Abs(one.StartYear - strategy.Start) <= Own;
}
