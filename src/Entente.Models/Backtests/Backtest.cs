using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Energy;
using Entente.Models.Security.Hazards;
using Entente.Models.Security.Proliferation;
using Entente.Models.Trade.WhatIf.Validation;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Backtests;

/// <summary>How well the models would have called the past: each against its benchmark, on what it had not seen, in one list.</summary>
public static class Backtest
{
    private const int FirstTradeYear = 2019;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Runs the backtests.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="subjects">Which; empty for all.</param>
    /// <param name="hypotheses">Hypotheses of alignment.</param>
    /// <param name="cases">Wedge attempts.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoAnswerException">What is held does not suffice for a subject.</exception>
    public static BacktestResult Run(
        WorldEdition world, ImmutableArray<BacktestSubject> subjects, ImmutableArray<Hypothesis> hypotheses, ImmutableArray<WedgeCase> cases, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var cards = ImmutableArray.CreateBuilder<Scorecard>();
        var grounds = new List<(BacktestSubject Subject, Provenance Ground)>();
        foreach (var subject in Enum.GetValues<BacktestSubject>())
        {
            if (!subjects.IsEmpty && !subjects.Contains(subject)) continue;
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke($"calling the past: {subject.ToString().ToLowerInvariant()}");
            var (called, ground) = subject switch
            {
                BacktestSubject.Wedges => Of(ReferenceClass.Build(world, cases), Wedges, reference => reference.Provenance),
                BacktestSubject.Alignment => Of(HypothesisScoring.Run(world, hypotheses, null, progress, cancellation), Alignment, contest => contest.Provenance),
                BacktestSubject.Disputes => Of(DisputeHazard.Estimate(world), hazard => Disputes(HazardScoring.Run(hazard)), hazard => hazard.Grounds(HazardScoring.Query)),
                BacktestSubject.Nuclear => Of(new NuclearPanel(world), Nuclear, panel => panel.Grounds([.. Enum.GetValues<NuclearOnset>()])),
                BacktestSubject.Trade => Of(ReshufflingModel.Run(world, FirstTradeYear), Trade, validation => validation.Provenance),
                _ => Of(GasValidation.Run(world), Gas, validation => validation.Provenance),
            };
            cards.AddRange(called);
            grounds.Add((subject, ground));
        }

        var all = cards.ToImmutable();
        return new BacktestResult(all, Findings(all), Provenance.Together(
            $"backtest of {string.Join(", ", grounds.Select(one => one.Subject.ToString().ToLowerInvariant()))}",
            string.Join("; ", grounds.Select(one => $"{one.Subject.ToString().ToLowerInvariant()}: {one.Ground.Coverage.Statement}")), grounds.Select(one => one.Ground)));
    }

    private static (ImmutableArray<Scorecard> Cards, Provenance Ground) Of<T>(T study, Func<T, IEnumerable<Scorecard>> cards, Func<T, Provenance> ground) => ([.. cards(study)], ground(study));

    private static IEnumerable<Scorecard> Wedges(ReferenceClass reference) => reference.Scores.GroupBy(score => score.Scheme).Select(scheme =>
    {
        var (model, rate) = (scheme.Single(score => score.Forecaster == ReferenceClass.ModelName), scheme.Single(score => score.Forecaster == ReferenceClass.RateName));
        return new Scorecard(BacktestSubject.Wedges, $"{reference.Complete} attempts, {scheme.Key}", "measured covariates", "base rate", "log score", model.Log, rate.Log, model.LogGainInterval);
    });

    private static IEnumerable<Scorecard> Alignment(HypothesisContest contest)
    {
        foreach (var horizon in contest.Horizons)
        {
            var persistence = horizon.Scores[0].LogScore.Value;
            var ahead = string.Create(Invariant, $"all pairs, {horizon.Horizon} {(horizon.Horizon == 1 ? "year" : "years")} ahead");
            foreach (var score in horizon.Scores.Skip(1))
            {
                yield return new Scorecard(BacktestSubject.Alignment, ahead, score.Hypothesis.Name, "persistence", "log score", score.LogScore.Value, persistence, score.LogGain.Interval);
            }

            yield return new Scorecard(BacktestSubject.Alignment, ahead, "stack", "persistence", "log score", persistence - horizon.Stack.Value, persistence, horizon.Stack.Interval);
        }
    }

    private static IEnumerable<Scorecard> Disputes(ImmutableArray<OutcomeScores> scores)
    {
        foreach (var outcome in scores)
        {
            var (model, rate) = (outcome.Forecasters.First(), outcome.Forecasters.Single(one => one.Forecaster == "base rate"));
            yield return new Scorecard(
                BacktestSubject.Disputes, string.Create(Invariant, $"{HazardOutcomes.Name(outcome.Outcome)}, {outcome.Events} events"), model.Forecaster, "base rate", "log score", model.Log.Value, rate.Log.Value,
                new Interval(model.LogGain.Low, model.LogGain.High, .9));
        }
    }

    private static IEnumerable<Scorecard> Nuclear(NuclearPanel panel)
    {
        foreach (var onset in Enum.GetValues<NuclearOnset>())
        {
            var pooled = HazardScores.ByEra(panel.AtRisk(onset).Rows)[^1];
            yield return new Scorecard(BacktestSubject.Nuclear, string.Create(Invariant, $"{onset.ToString().ToLowerInvariant()}, {pooled.Observed} onsets, eras left out"), "hazard", "base rate", "log score", pooled.Log, pooled.LogBase, null);
        }
    }

    private static IEnumerable<Scorecard> Trade(ReshufflingValidation validation)
    {
        foreach (var flow in new[] { validation.Exports, validation.Imports })
        {
            // The benchmark is the best of the rules that need no model; every variant of the model is shown, not the best alone.
            var rules = flow.Scores.Where(score => score.Key is "no-change" or "growth" or "proportional").ToList();
            var rule = rules.MinBy(score => score.Misplaced)!;
            foreach (var model in flow.Scores.Except(rules)) yield return new Scorecard(BacktestSubject.Trade, $"Russia's {flow.Flow} by partner, {validation.To} from {validation.From}", model.Name, rule.Name, "share misplaced", model.Misplaced, rule.Misplaced, null);
        }
    }

    private static IEnumerable<Scorecard> Gas(GasValidation validation) => validation.Forecasts
        .Where(forecast => double.IsFinite(forecast.Predicted) && double.IsFinite(forecast.Observed) && double.IsFinite(forecast.Naive))
        .Select(forecast => new Scorecard(BacktestSubject.Gas, forecast.What, "market model", "naive", $"|error|, {forecast.Unit}", Math.Abs(forecast.Predicted - forecast.Observed), Math.Abs(forecast.Naive - forecast.Observed), null));

    private static ImmutableArray<string> Findings(ImmutableArray<Scorecard> cards) =>
    [
        .. cards.GroupBy(card => card.Subject).Select(subject =>
        {
            int Count(string verdict) => subject.Count(card => card.Verdict == verdict);
            var parts = new[] { "better", "not clearly better", "the same", "not clearly worse", "worse" }.Where(verdict => Count(verdict) > 0).Select(verdict => $"{Count(verdict)} {verdict}");
            return $"{subject.Key}: of {subject.Count()} {(subject.Count() == 1 ? "comparison" : "comparisons")} with a benchmark {string.Join(", ", parts)}.";
        }),
    ];
}
