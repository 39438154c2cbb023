using Entente.Numerics.Distributions;
using Entente.Numerics.Shrinkage;
using Entente.World;

namespace Entente.Models.Strategy.Promises;

/// <summary>Changes of leader of states of one regime type, the prior of a state's own rate, and the rates at which their alliances ended.</summary>
/// <param name="Rate">Changes a year.</param>
/// <param name="Concentration">k of the gamma distribution of the ratio of a state's rate to <paramref name="Rate"/>.</param>
/// <param name="States">States with a year in the pool.</param>
/// <param name="StateYears">Years in the pool.</param>
/// <param name="Alliances">How alliances ended.</param>
internal sealed record TurnoverPool(double Rate, double Concentration, int States, int StateYears, AllianceRates Alliances)
{
    /// <summary>Whether the pool holds states of all regime types because there were too few of one.</summary>
    public bool Mixed { get; init; }

    private const int FewestYears = 100;
    private const int FewestAllianceYears = 50;

    /// <summary>Counts the pool before a year.</summary>
    /// <exception cref="InvalidInputException">Too little is held before the year.</exception>
    public static TurnoverPool Of(PromiseEvidence evidence, int year, bool? democracy, int without, PromiseOptions options)
    {
        var (counts, years) = (new List<double>(), new List<double>());
        foreach (var state in evidence.States)
        {
            if (state == without) continue;
            var (changes, held) = (0, 0);
            for (var y = year - options.PoolYears; y < year; y++)
            {
                if (evidence.LeaderChange(state, y) is not { } change) continue;
                if (democracy is { } type && evidence.IsDemocracy(state, y, options.DemocracyFrom) != type) continue;
                changes += change;
                held++;
            }

            if (held == 0) continue;
            counts.Add(changes);
            years.Add(held);
        }

        var alliances = AllianceEndings.Rates(evidence, year, democracy, options);
        if (years.Sum() < FewestYears || alliances.CalmYears < FewestAllianceYears || !(alliances.Calm > 0) || counts.Sum() == 0)
        {
            if (democracy is not null) return Of(evidence, year, null, without, options) with { Mixed = true };
            throw new InvalidInputException($"Before {year} too few leaders and alliances are held to estimate a promise; choose a later year.");
        }

        var rate = counts.Sum() / years.Sum();
        return new TurnoverPool(rate, GammaPoisson.Concentration([.. counts], [.. years.Select(held => held * rate)]), counts.Count, (int)years.Sum(), alliances);
    }

    /// <summary>What is believed about the yearly rate of a state: Gamma(k + changes, (k + rate · years)/rate).</summary>
    public Gamma Posterior(int changes, int years)
    {
        var ratio = GammaPoisson.Posterior(Concentration, changes, Rate * years);
        return new Gamma(ratio.Shape, ratio.Rate / Rate);
    }
}
