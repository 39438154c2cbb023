using System.Globalization;
using Entente.Models.Coalitions.Camps;
using Entente.Numerics.Statistics;

namespace Entente.Models.Coalitions.Balance;

/// <summary>Thresholds of agreement, measured on all pairs of a year.</summary>
public static class AgreementCuts
{
    private const double Sure = .9;

    /// <summary>The thresholds.</summary>
    /// <param name="agreement">Agreement of each pair, finite.</param>
    /// <param name="cut">How.</param>
    /// <param name="tail">Share at either end, for quantiles.</param>
    public static AgreementThresholds Measure(IReadOnlyCollection<double> agreement, AgreementCut cut, double tail)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        double[] sorted = [.. agreement.Order()];
        if (sorted.Length < 10 || sorted[0] == sorted[^1]) return new AgreementThresholds(double.NaN, double.NaN, sorted.Length, "Too few pairs voted together often enough for thresholds of agreement; votes say nothing.");
        if (cut == AgreementCut.Quantiles)
        {
            var (low, high) = (Summary.Quantile(sorted, tail), Summary.Quantile(sorted, 1 - tail));
            if (low == high) return new AgreementThresholds(double.NaN, double.NaN, sorted.Length, "The pairs agree too much alike for thresholds; votes say nothing.");
            return new AgreementThresholds(low, high, sorted.Length, string.Create(CultureInfo.InvariantCulture, $"Votes: foes are the {tail:P0} of {sorted.Length:N0} pairs that agree least ({low:0.000} or less), friends the {tail:P0} that agree most ({high:0.000} or more); the share is set, so votes alone cannot show more or less hostility over time."));
        }

        var one = LineMixture.Fit(sorted, 1);
        var two = LineMixture.Fit(sorted, 2);
        if (two.Bic >= one.Bic) return new AgreementThresholds(double.NaN, double.NaN, sorted.Length, "One normal distribution fits the agreement of the year as well as two (BIC), so no threshold can be measured; votes say nothing.");
        var (from, to, variance) = (two.Means[0], two.Means[1], two.Variance);
        var slope = (to - from) / variance;
        var middle = ((from + to) / 2) - (Math.Log(two.Shares[1] / two.Shares[0]) / slope);
        var reach = Math.Log(Sure / (1 - Sure)) / slope;
        return new AgreementThresholds(middle - reach, middle + reach, sorted.Length, string.Create(CultureInfo.InvariantCulture, $"Votes: two normal distributions of agreement around {from:0.000} and {to:0.000}; foes belong to the lower with a probability of 90 % or more ({middle - reach:0.000} or less), friends to the higher ({middle + reach:0.000} or more)."));
    }
}
