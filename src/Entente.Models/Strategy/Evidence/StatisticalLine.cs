using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Strategy.Game;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Evidence;

/// <summary>What one hypothesis forecasts of the target, and how it lets the moves answer.</summary>
/// <param name="Hypothesis">The hypothesis.</param>
/// <param name="Weight">Its weight in the stack, 0 to 1.</param>
/// <param name="PartnerMean">Forecast agreement with the partner, without moves.</param>
/// <param name="DividerMean">Forecast agreement with the divider, without moves.</param>
/// <param name="PartnerShift">What the moves add to the agreement with the partner.</param>
/// <param name="DividerShift">What they add to that with the divider.</param>
/// <param name="Correlation">Correlation of the errors of both.</param>
/// <param name="With">Grades with the moves.</param>
/// <param name="Without">Grades without.</param>
public sealed record HypothesisAnswer(
    Hypothesis Hypothesis, double Weight, double PartnerMean, double DividerMean, double PartnerShift, double DividerShift, double Correlation, GradeProbabilities With, GradeProbabilities Without)
{
    /// <summary>Whether the moves touch a covariate of the hypothesis at all.</summary>
    public bool Answers => PartnerShift != 0 || DividerShift != 0;
}

/// <summary>
/// The statistical forecast of alignment as a line of evidence: each hypothesis forecasts the target's agreement with partner and divider, the moves change covariates, its slopes turn that into a
/// shift, and weights learnt on all pairs stack the grades.
/// </summary>
/// <param name="Origin">Year whose votes it starts from, before the strategy's first.</param>
/// <param name="Horizon">Years ahead; fewer than asked where no more can be learnt.</param>
/// <param name="Tilt">Agreement with the partner less that with the divider at the origin.</param>
/// <param name="With">Grades with the moves.</param>
/// <param name="Without">Grades without.</param>
/// <param name="Split">Range of the probability of a split with the moves over the hypotheses that weigh at least .02.</param>
/// <param name="Answers">By hypothesis.</param>
/// <param name="Notes">What was shortened, left out, carried or weighed alike; one sentence each.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record StatisticalLine(
    int Origin, int Horizon, double Tilt, GradeProbabilities With, GradeProbabilities Without, Interval Split, ImmutableArray<HypothesisAnswer> Answers, ImmutableArray<string> Notes, Provenance Provenance)
{
    private const int Oldest = 5;
    private const double LeastWeight = .02;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Forecasts a strategy.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="hypotheses">The rival explanations; persistence and drift join them.</param>
    /// <param name="partnerTrade">Trade of target and partner after the moves over before; 1 leaves it as it is.</param>
    /// <param name="dividerTrade">Trade of target and divider, the same; NaN where the divider is no economy of its own.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoAnswerException">Votes do not carry a forecast; the sentence says why.</exception>
    public static StatisticalLine Build(
        WorldEdition world, WedgeStrategy strategy, ImmutableArray<Hypothesis> hypotheses, double partnerTrade, double dividerTrade, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var last = Math.Min(strategy.Start - 1, world.Votes.RollCalls[^1].Date.Year);
        if (last < world.Votes.RollCalls[0].Date.Year) throw new NoAnswerException($"No vote of the General Assembly is held before {strategy.Start}.");

        // Twenty origins, years without trade between them, what they look back to, and what may be carried.
        var bench = PairBench.Read(world, hypotheses, last - strategy.HorizonYears - 40, last, cancellation);
        return Build(world, bench, strategy, partnerTrade, dividerTrade, equalWeights: false);
    }

    /// <summary>Forecasts from a bench that is read.</summary>
    internal static StatisticalLine Build(WorldEdition world, ForecastBench bench, WedgeStrategy strategy, double partnerTrade, double dividerTrade, bool equalWeights)
    {
        var (target, partner, divider) = (strategy.Target, strategy.Partner, strategy.Divider);
        var names = (Target: world.States[target].Name, Partner: world.States[partner].Name, Divider: world.States[divider].Name);
        var origin = Enumerable.Range(1, Oldest).Select(back => strategy.Start - back).FirstOrDefault(
            year => !double.IsNaN(bench.Of(target, partner, year, SpontaneousSplits.FewestVotes) + bench.Of(target, divider, year, SpontaneousSplits.FewestVotes)));
        if (origin == 0) throw new NoAnswerException($"{names.Target} has not {SpontaneousSplits.FewestVotes} common votes with both {names.Partner} and {names.Divider} in any of the {Oldest} years before {strategy.Start}.");
        var tilt = bench.Of(target, partner, origin, SpontaneousSplits.FewestVotes) - bench.Of(target, divider, origin, SpontaneousSplits.FewestVotes);
        if (!(tilt >= SpontaneousSplits.LeastTilt)) throw new NoAnswerException(string.Create(Invariant, $"In {origin} {names.Target} did not vote clearly more with {names.Partner} than with {names.Divider} (lean {tilt:0.00}, at least {SpontaneousSplits.LeastTilt} is needed): votes have no gap that could close."));
        var fit = PairBench.Fit(bench, strategy, origin) ?? throw new NoAnswerException($"Before {origin} there are too few years of votes to learn a forecast from.");

        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(string.Create(Invariant, $"It starts from the votes of {origin}, the newest year before {strategy.Start} with {SpontaneousSplits.FewestVotes} common votes of both pairs."));
        if (fit.Horizon < strategy.HorizonYears) notes.Add($"It looks {fit.Horizon} years ahead and not {strategy.HorizonYears}: no more can be learnt before {origin}.");
        var left = bench.Rivals.Where(rival => fit.Models.All(one => one.Hypothesis.Key != rival.Key)).Select(rival => rival.Name).ToList();
        if (left.Count > 0) notes.Add($"Left out, because their covariates are not held long enough before {origin} or for these states: {string.Join(", ", left)}.");
        var weights = HypothesisWeighing.Of(world, [.. fit.Models.Select(one => one.Hypothesis)], fit.Horizon, strategy.Start, equalWeights, notes);
        var moved = PairBench.Moved(world, bench, strategy, partnerTrade, dividerTrade, origin);

        var answers = ImmutableArray.CreateBuilder<HypothesisAnswer>();
        foreach (var ((hypothesis, _, model), k) in fit.Models.Select((one, k) => (one, k)))
        {
            var (partnerBefore, partnerAfter) = PairBench.Forecast(bench, fit, model, TargetPair.Partner, target, partner, moved);
            var (dividerBefore, dividerAfter) = PairBench.Forecast(bench, fit, model, TargetPair.Divider, target, divider, moved);
            var correlation = fit.ErrorCorrelation(model, partner, divider);
            GradeProbabilities Grades(double toPartner, double toDivider) => GradeSampler.Sample(tilt, new JointForecast(toPartner, toDivider, model.Scale, model.Degrees, correlation));
            answers.Add(new HypothesisAnswer(
                hypothesis, weights[k], partnerBefore, dividerBefore, partnerAfter - partnerBefore, dividerAfter - dividerBefore, correlation, Grades(partnerAfter, dividerAfter), Grades(partnerBefore, dividerBefore)));
        }

        notes.AddRange(PairBench.CarriedNotes(bench, fit, target, partner, divider, names));
        var silent = answers.Where(answer => !answer.Answers && answer.Hypothesis.Covariates.Length > 0).Select(answer => answer.Hypothesis.Name).ToList();
        if (strategy.Moves.Length > 0) notes.Add(silent.Count == 0 ? "The moves touch covariates of every hypothesis." : $"The moves touch no covariate of {string.Join(", ", silent)}: there alignment does not answer.");
        var all = answers.ToImmutable();
        var range = all.Where(answer => answer.Weight >= LeastWeight).Select(answer => answer.With.Split).ToList();
        return new StatisticalLine(
            origin, fit.Horizon, tilt, EvidencePool.Pool([.. all.Select(one => one.With)], weights), EvidencePool.Pool([.. all.Select(one => one.Without)], weights), new Interval(range.Min(), range.Max(), 1), all, notes.ToImmutable(),
            new Provenance(
                PairBench.Sources(fit), string.Create(Invariant, $"agreement of {names.Target} with {names.Partner} and {names.Divider}, {fit.Horizon} years on from {origin}, {GradeSampler.Draws:N0} draws"),
                Coverage.Of(string.Create(Invariant, $"slopes from all pairs at {fit.Training.Count} origins, {fit.Training[0].Year} to {fit.Training[^1].Year}"))));
    }
}
