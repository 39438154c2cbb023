using System.Collections.Immutable;
using Entente.Numerics.Distributions;

namespace Entente.Models.Strategy.Promises;

/// <summary>What is believed about the yearly rates of reversal in the three moments, and their combination.</summary>
/// <param name="AfterParty">Within the window after a change of party.</param>
/// <param name="AfterLeader">Within it after a change of leader alone.</param>
/// <param name="Calm">Otherwise.</param>
internal sealed record ReversalRates(Gamma AfterParty, Gamma AfterLeader, Gamma Calm)
{
    // How much more often promises are reversed after a change of leader alone and after one of party. Leeds, Mattes and Vogel (2009): changes of the supporting coalition predict abrogation in
    // non-democracies and have no effect in democracies. The signs are theirs, the sizes a judgement; above 1 in democracies because the finding is on treaties alone.
    private static readonly (double Leader, double Party) InDemocracies = (1, 1.5);
    private static readonly (double Leader, double Party) Elsewhere = (1.5, 3);
    private static readonly (double Leader, double Party) NotKnown = (1.25, 2);
    private const double Jeffreys = .5;
    private const double FewestYears = 20;

    /// <summary>How the stated prior multiplies the calm rate.</summary>
    public static (double Leader, double Party) Multipliers(bool? democracy) => democracy switch { true => InDemocracies, false => Elsewhere, _ => NotKnown };

    /// <summary>The stated prior: each rate is a gamma distribution worth so many events.</summary>
    public static ReversalRates Prior(TurnoverPool pool, bool? democracy, PromiseOptions options)
    {
        var calm = options.ReversedShare * pool.Alliances.Calm;
        var (leader, party) = Multipliers(democracy);
        Gamma Of(double mean) => new(options.PriorEvents, options.PriorEvents / mean);
        return new ReversalRates(Of(calm * party), Of(calm * leader), Of(calm));
    }

    /// <summary>The prior after the record was seen: gamma-Poisson, Gamma(a + w · reversals, b + w · years).</summary>
    public ReversalRates After(ImmutableArray<PromiseExposure> record, double weight)
    {
        var rates = this;
        foreach (var (when, reversals, years) in record)
        {
            Gamma Updated(Gamma prior) => new(prior.Shape + (weight * reversals), prior.Rate + (weight * years));
            rates = when switch
            {
                PromiseMoment.AfterParty => rates with { AfterParty = Updated(rates.AfterParty) },
                PromiseMoment.AfterLeader => rates with { AfterLeader = Updated(rates.AfterLeader) },
                _ => rates with { Calm = Updated(rates.Calm) },
            };
        }

        return rates;
    }

    /// <summary>The record alone with Jeffreys' prior; a moment without years takes the rate of all. <see langword="null"/> with fewer than twenty promise-years.</summary>
    public static ReversalRates? Alone(ImmutableArray<PromiseExposure> record)
    {
        var (reversals, years) = (record.Sum(one => one.Reversals), record.Sum(one => one.Years));
        if (years < FewestYears) return null;
        Gamma Of(PromiseMoment moment) => record[(int)moment] is { Years: > 1 } held ? new Gamma(Jeffreys + held.Reversals, held.Years) : new Gamma(Jeffreys + reversals, years);
        return new ReversalRates(Of(PromiseMoment.AfterParty), Of(PromiseMoment.AfterLeader), Of(PromiseMoment.Calm));
    }

    /// <summary>
    /// h = 1 − exp(−m [(1 − e^(−λW)) (s μ_party + (1 − s) μ_leader) + e^(−λW) μ_calm]): 1 − e^(−λW) is the share of time within W years of a change when changes come at the rate λ, s the share of
    /// changes that change the party, m the multiplier of opinion.
    /// </summary>
    public static double Hazard(double turnover, double partyShare, double afterParty, double afterLeader, double calm, double window, double opinion)
    {
        var outside = Math.Exp(-turnover * window);
        return -Math.Exp(-opinion * (((1 - outside) * ((partyShare * afterParty) + ((1 - partyShare) * afterLeader))) + (outside * calm))) + 1;
    }
}
