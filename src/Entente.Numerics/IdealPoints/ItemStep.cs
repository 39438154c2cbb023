using System.Runtime.Intrinsics;
using VectorF = System.Runtime.Intrinsics.Vector512<float>;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// One item's part of an iteration of the variational start: mean-field on the augmented model (expected latent responses, then the ridge regression of β on them), with a Newton step for the
/// thresholds. The counterpart of <see cref="ItemDraw"/> with expectations in place of draws.
/// </summary>
internal static class ItemStep
{
    private const double Bound = ItemDraw.ThresholdBound;
    private const double LargestStep = .5;

    /// <summary>Updates an item and adds Σ E[β] E[z] and Σ E[β²] to the positions' sums.</summary>
    /// <returns>The item's log-likelihood before the step.</returns>
    public static double Update(OrdinalVotes votes, int item, ChainValues chain, Span<float> moment, Span<float> precision)
    {
        var sums = Sums(votes, item, chain);
        var variance = 1 / (sums.Square + 1);
        // While nothing is known of its voters' positions an item keeps the direction it started with; regressing on zeros would lose it.
        var slope = sums.Square == 0 ? chain.Discrimination[item] : (float)(sums.Cross * variance);
        var (low, high) = Thresholds(chain.LowThreshold[item], chain.HighThreshold[item], sums);
        (chain.Discrimination[item], chain.LowThreshold[item], chain.HighThreshold[item]) = (slope, low, high);
        for (var row = votes.ItemStart[item]; row < votes.ItemStart[item + 1]; row++)
        {
            var start = votes.PeriodStart[votes.RowPeriod[row]];
            var position = chain.Position.AsSpan(start);
            var moments = moment[start..];
            var precisions = precision[start..];
            var vote = votes.Votes.AsSpan(votes.RowStart[row]);
            var width = votes.RowStart[row + 1] - votes.RowStart[row];
            var weight = Vector512.Create(slope * slope + (float)variance);
            for (var i = 0; i < width; i += OrdinalVotes.Lanes)
            {
                var mean = slope * Lanes.Load(position, i);
                var codes = Lanes.Codes(vote, i);
                var present = Vector512.GreaterThan(codes, Vector512<int>.Zero);
                var latent = Lanes.Where(present, mean + new ResponseKernel(codes, mean, low, high).Score);
                Lanes.Store(Vector512.FusedMultiplyAdd(latent, Vector512.Create(slope), Lanes.Load(moments, i)), moments, i);
                Lanes.Store(Lanes.Where(present, weight) + Lanes.Load(precisions, i), precisions, i);
            }
        }

        return sums.Log;
    }

    /// <summary>
    /// One Newton step. The flat prior within ±7 enters in unbounded coordinates (log spacings), so that an item without abstentions or without any no has an interior optimum.
    /// </summary>
    private static (float Low, float High) Thresholds(double low, double high, in ItemSums sums)
    {
        double gap = high - low, below = low + Bound, above = Bound - high;
        var g1 = sums.GradientLow - 1 / gap + 1 / below;
        var g2 = sums.GradientHigh + 1 / gap - 1 / above;
        double h11 = sums.LowLow + 1 / (gap * gap) + 1 / (below * below), h12 = sums.LowHigh - 1 / (gap * gap), h22 = sums.HighHigh + 1 / (gap * gap) + 1 / (above * above);
        var determinant = h11 * h22 - h12 * h12;
        var (d1, d2) = ((h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant);
        if (!double.IsFinite(d1) || !double.IsFinite(d2)) return ((float)low, (float)high);
        var scale = Math.Min(1, LargestStep / Math.Max(Math.Abs(d1), Math.Abs(d2)));
        // Stay strictly inside: go at most 90 % of the way to a bound.
        if (d1 > d2) scale = Math.Min(scale, .9 * gap / (d1 - d2));
        if (d1 < 0) scale = Math.Min(scale, .9 * below / -d1);
        if (d2 > 0) scale = Math.Min(scale, .9 * above / d2);
        var newLow = (float)(low + scale * d1);
        return (newLow, (float)Math.Max(high + scale * d2, newLow + 1e-5));
    }

    private static ItemSums Sums(OrdinalVotes votes, int item, ChainValues chain)
    {
        var (slope, low, high) = (chain.Discrimination[item], chain.LowThreshold[item], chain.HighThreshold[item]);
        var sums = default(ItemSums);
        for (var row = votes.ItemStart[item]; row < votes.ItemStart[item + 1]; row++)
        {
            var start = votes.PeriodStart[votes.RowPeriod[row]];
            var position = chain.Position.AsSpan(start);
            var variance = chain.Variance.AsSpan(start);
            var vote = votes.Votes.AsSpan(votes.RowStart[row]);
            var width = votes.RowStart[row + 1] - votes.RowStart[row];
            VectorF log = default, cross = default, square = default, g1 = default, g2 = default, h11 = default, h12 = default, h22 = default;
            for (var i = 0; i < width; i += OrdinalVotes.Lanes)
            {
                var theta = Lanes.Load(position, i);
                var codes = Lanes.Codes(vote, i);
                var present = Vector512.GreaterThan(codes, Vector512<int>.Zero);
                var mean = slope * theta;
                var response = new ResponseKernel(codes, mean, low, high);
                var (la, lb) = (response.GradientA, response.GradientB);
                log += NormalVectors.Log(response.Probability);
                cross += Lanes.Where(present, theta * (mean + response.Score));
                square += Lanes.Where(present, Vector512.FusedMultiplyAdd(theta, theta, Lanes.Load(variance, i)));
                g1 += la;
                g2 += lb;
                h11 = Vector512.FusedMultiplyAdd(la, la + response.A, h11);
                h12 = Vector512.FusedMultiplyAdd(la, lb, h12);
                h22 = Vector512.FusedMultiplyAdd(lb, lb + response.B, h22);
            }

            sums.Log += Vector512.Sum(log);
            sums.Cross += Vector512.Sum(cross);
            sums.Square += Vector512.Sum(square);
            sums.GradientLow += Vector512.Sum(g1);
            sums.GradientHigh += Vector512.Sum(g2);
            sums.LowLow += Vector512.Sum(h11);
            sums.LowHigh += Vector512.Sum(h12);
            sums.HighHigh += Vector512.Sum(h22);
        }

        return sums;
    }

    /// <summary>Sums over an item's responses: log-likelihood, Σ E[θ] E[z], Σ E[θ²], gradient and negative Hessian in the thresholds.</summary>
    private struct ItemSums
    {
        public double Log, Cross, Square, GradientLow, GradientHigh, LowLow, LowHigh, HighHigh;
    }
}
