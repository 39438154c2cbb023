namespace Entente.Models.Votes.Drift;

/// <summary>
/// Splits a change of mean agreement exactly by resolution, after Kitagawa (1955, Journal of the American Statistical Association 50:1168). With w the share of the common votes of a period and a the mean agreement on resolution k,
/// A = Σ w a in each period and A₁ − A₀ = Σ (w₀+w₁)/2 · (a₁−a₀) + Σ (w₁−w₀) · ((a₀+a₁)/2 − c): behaviour, then agenda. A resolution of one period only has no behaviour, and w = 0 in the other.
/// </summary>
/// <remarks>The constant c drops out of the sum, because the shares sum to 1 in both periods. It is (A₀+A₁)/2: a text on which a pair agrees more than it does on average adds to agreement by coming onto the agenda.</remarks>
internal static class DriftSplit
{
    /// <summary>The parts of every resolution.</summary>
    /// <param name="pair">Common votes; both periods must have some.</param>
    /// <param name="behaviour">Takes the behaviour part of each resolution.</param>
    /// <param name="agenda">Takes the agenda part of each resolution.</param>
    /// <returns>Mean agreement in the base and in the last period.</returns>
    public static (double Base, double Last) Parts(PairVotes pair, Span<double> behaviour, Span<double> agenda)
    {
        var (total0, total1) = pair.Total();
        var (sum0, sum1) = (0.0, 0.0);
        for (var k = 0; k < pair.Resolutions; k++)
        {
            sum0 += pair.Credit0[k];
            sum1 += pair.Credit1[k];
        }

        var (agreement0, agreement1) = (sum0 / total0, sum1 / total1);
        var centre = (agreement0 + agreement1) / 2;
        for (var k = 0; k < pair.Resolutions; k++)
        {
            var (votes0, votes1) = (pair.Votes0[k], pair.Votes1[k]);
            var (weight0, weight1) = (votes0 / total0, votes1 / total1);
            var (a0, a1) = (pair.Credit0[k] / votes0, pair.Credit1[k] / votes1);
            (behaviour[k], agenda[k]) = (votes0 > 0, votes1 > 0) switch
            {
                (true, true) => ((weight0 + weight1) / 2 * (a1 - a0), (weight1 - weight0) * (((a0 + a1) / 2) - centre)),
                (true, false) => (0, -weight0 * (a0 - centre)),
                (false, true) => (0, weight1 * (a1 - centre)),
                _ => (0.0, 0.0),
            };
        }

        return (agreement0, agreement1);
    }
}
