using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Distributions;
using Entente.World;

namespace Entente.Models.Strategy.Promises;

/// <summary>
/// The yearly hazards of an assessment where its file states none: estimated for divider and partner, and spread over the rival readings with equal weight, because the record does not tell which of
/// them foretells reversals best (docs/promise.md).
/// </summary>
public static class PromiseAssumptions
{
    private static readonly EditionMemo<(int Promiser, int Year, int Target), PromiseHazardEstimate?> Known = new(256);

    /// <summary>The estimates of the divider's promise to the target, and of the partner's; <see langword="null"/> where too little is held.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    public static (PromiseHazardEstimate? Divider, PromiseHazardEstimate? Partner) Estimate(WorldEdition world, WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        PromiseHazardEstimate? Of(int promiser) => Known.Get(world, (promiser, strategy.Start, strategy.Target), Measured);

        PromiseHazardEstimate? Measured((int Promiser, int Year, int Target) asked)
        {
            try
            {
                return PromiseHazard.Estimate(world, asked.Promiser, asked.Year, asked.Target);
            }
            catch (InvalidInputException)
            {
                return null;
            }
        }

        return (Of(strategy.Divider), Of(strategy.Partner));
    }

    /// <summary>An assumption that gives each reading the same weight: a log-normal with the 5, 50 and 95 % points of their mixture.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="name">Name in <see cref="AssumptionCatalog"/>.</param>
    public static Assumption Pooled(PromiseHazardEstimate estimate, string name)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ImmutableArray<LogNormal> readings = [.. estimate.Readings.Select(reading => reading.Hazard).OfType<Spread>().Where(hazard => hazard.High > hazard.Low && hazard.Low > 0).Select(hazard => LogNormal.FromInterval(hazard.Median, hazard.Low, hazard.High, null, 1))];
        if (readings.IsEmpty) return estimate.ToAssumption(name);
        double Quantile(double p)
        {
            var (low, high) = (1e-9, 1.0);
            for (var i = 0; i < 80; i++)
            {
                var middle = Math.Sqrt(low * high);
                if (readings.Average(reading => reading.Cdf(middle)) < p) low = middle;
                else high = middle;
            }

            return Math.Sqrt(low * high);
        }

        var (q05, q50, q95) = (Quantile(.05), Quantile(.5), Quantile(.95));
        return new Assumption(
            name, LogNormal.FromInterval(q50, q05, q95, null, 1), $"estimated: {estimate.Provenance.Coverage.Statement}",
            string.Create(CultureInfo.InvariantCulture, $"{readings.Length} rival readings with equal weight, medians {100 * readings.Min(reading => reading.Median):0.0} to {100 * readings.Max(reading => reading.Median):0.0} % a year; the record is a coded list and the prior a judgement"));
    }

    /// <summary>Puts the estimates where a strategy states no hazard of its own.</summary>
    /// <param name="assumptions">The assumptions in the order of the catalog.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="divider">Estimate of the divider.</param>
    /// <param name="partner">Estimate of the partner.</param>
    internal static ImmutableArray<Assumption> Fill(ImmutableArray<Assumption> assumptions, WedgeStrategy strategy, PromiseHazardEstimate? divider, PromiseHazardEstimate? partner)
    {
        bool States(string name) => strategy.Assumptions.Any(assumption => assumption.Name == name);
        return
        [
            .. assumptions.Select(assumption => assumption.Name switch
            {
                "reversal_hazard" when divider is not null && !States("reversal_hazard") => Pooled(divider, assumption.Name),
                "partner_reversal_hazard" when partner is not null && !States("partner_reversal_hazard") => Pooled(partner, assumption.Name),
                _ => assumption,
            }),
        ];
    }
}
