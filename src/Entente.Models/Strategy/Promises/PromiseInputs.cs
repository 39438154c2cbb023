using System.Collections.Immutable;
using Entente.Numerics.Distributions;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>The beliefs that draws are taken from, with the counts behind them.</summary>
internal sealed record PromiseInputs
{
    // Share of changes of leader that change the party: half in democracies, one in six elsewhere, each worth six changes (judgement; Mattes, Leeds and Matsumura 2016 code such changes).
    private static readonly (double Party, double Same) InDemocracies = (3, 3);
    private static readonly (double Party, double Same) Elsewhere = (1, 5);
    private static readonly (double Party, double Same) NotKnown = (1.5, 4);

    public required int State { get; init; }

    public required int Year { get; init; }

    public required int OwnYears { get; init; }

    public required int? About { get; init; }

    public required bool? Democracy { get; init; }

    public required TurnoverPool Pool { get; init; }

    /// <summary>The promiser's changes of leader by year.</summary>
    public required int Changes { get; init; }

    /// <summary>Years in which they could be seen.</summary>
    public required int Years { get; init; }

    public required bool HasTerms { get; init; }

    /// <summary>Changes of party among the dated changes of government in the promiser's own years.</summary>
    public required int PartyChanges { get; init; }

    /// <summary>Changes of leader alone.</summary>
    public required int LeaderOnly { get; init; }

    public required Gamma Turnover { get; init; }

    public required Beta PartyShare { get; init; }

    public required ImmutableArray<PromiseExposure> Exposure { get; init; }

    public required ReversalRates Prior { get; init; }

    public required ReversalRates Combined { get; init; }

    public required ReversalRates? RecordOnly { get; init; }

    /// <summary>The record of promises without a treaty alone.</summary>
    public required ReversalRates? Loose { get; init; }

    public required OpinionFigure? View { get; init; }

    public static PromiseInputs Of(PromiseEvidence evidence, int promiser, int year, int? about, PromiseOptions options)
    {
        var state = PromiseEvidence.Line(promiser);
        var democracy = evidence.IsDemocracy(state, year - 1, options.DemocracyFrom);
        var pool = evidence.Pool(year, democracy, state, options);
        var (changes, years) = evidence.LeaderChanges(state, year - options.OwnYears, year - 1);
        var recent = PromiseCounts.Changes(evidence, state, year).Where(change => change.Day.Year >= year - options.OwnYears).ToArray();
        var (party, same) = (recent.Count(change => change.Party), recent.Count(change => !change.Party));
        var (priorParty, priorSame) = democracy switch { true => InDemocracies, false => Elsewhere, _ => NotKnown };
        var exposure = PromiseCounts.Count(evidence, state, year, promise => options.Reads(promise.Kind), options.WindowYears, options.FirstYears);
        var loose = PromiseCounts.Count(evidence, state, year, promise => promise.Kind != PromiseKind.Treaty, options.WindowYears, options.FirstYears);
        var prior = ReversalRates.Prior(pool, democracy, options);
        return new PromiseInputs
        {
            State = state,
            Year = year,
            OwnYears = options.OwnYears,
            About = about,
            Democracy = democracy,
            Pool = pool,
            Changes = changes,
            Years = years,
            HasTerms = evidence.Terms[state].Any(),
            PartyChanges = party,
            LeaderOnly = same,
            Turnover = pool.Posterior(changes, years),
            PartyShare = new Beta(priorParty + party, priorSame + same),
            Exposure = exposure,
            Prior = prior,
            Combined = prior.After(exposure, options.RecordWeight),
            RecordOnly = ReversalRates.Alone(exposure),
            Loose = ReversalRates.Alone(loose),
            View = about is { } target ? evidence.View(state, target, year) : null,
        };
    }

    /// <summary>The hazard at the means of all beliefs, for scoring without draws.</summary>
    public double AtMeans(ReversalRates rates, double window) =>
        ReversalRates.Hazard(Turnover.Mean, PartyShare.Mean, rates.AfterParty.Mean, rates.AfterLeader.Mean, rates.Calm.Mean, window, 1);
}
