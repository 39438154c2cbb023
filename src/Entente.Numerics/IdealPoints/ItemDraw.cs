using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using VectorF = System.Runtime.Intrinsics.Vector512<float>;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// One item's part of a sweep: its discrimination β given latent responses (Gibbs), its thresholds γ₁ &lt; γ₂ with the latent responses integrated out (Metropolis-Hastings of Cowles 1996),
/// then its latent responses z (Albert and Chib 1993), whose products with β are added to the positions' sums. Each thread has its own.
/// </summary>
/// <param name="votes">The votes.</param>
/// <param name="step">Standard deviation of the threshold proposals.</param>
/// <param name="exact">Refuses proposals without a way back. The published ratio does not, and its numbers of the first sessions depend on that.</param>
internal sealed class ItemDraw(OrdinalVotes votes, double step, bool exact)
{
    /// <summary>Thresholds stay within ±this: an item without any no puts no bound on γ₂.</summary>
    public const float ThresholdBound = 7;

    /// <summary>Latent responses are cut to ±this.</summary>
    public const float LatentBound = 9;

    private const int Scalars = 16;
    private readonly int _widest = Widest(votes);
    private uint[] _words = [];
    private float[] _now1 = [], _now2 = [], _new1 = [], _new2 = [];

    /// <summary>Updates one item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="chain">The chain: positions are read, the item and its latent responses are written.</param>
    /// <param name="philox">Source of randomness.</param>
    /// <param name="sweep">Number of the sweep: with the item it addresses the random numbers.</param>
    /// <param name="moment">slots: Σ β z is added.</param>
    /// <param name="precision">slots: Σ β² is added.</param>
    /// <returns>Whether the proposed thresholds were taken.</returns>
    public bool Update(int item, ChainValues chain, Philox philox, uint sweep, Span<float> moment, Span<float> precision)
    {
        var (first, end) = (votes.ItemStart[item], votes.ItemStart[item + 1]);
        var (start, stop) = (votes.RowStart[first], votes.RowStart[end]);
        var width = stop - start;
        Prepare(width);
        philox.Fill((uint)item | ((ulong)sweep << 32), 0, 0, _words.AsSpan(0, Scalars + width));

        if (sweep > 0) chain.Discrimination[item] = Discrimination(first, end, chain, Normal(0));
        var slope = chain.Discrimination[item];
        var (low, high) = (chain.LowThreshold[item], chain.HighThreshold[item]);
        var (newLow, newHigh, logCorrection) = Propose(low, high);
        var logRatio = 0.0;
        for (var row = first; row < end; row++)
        {
            logRatio += Probabilities(row, votes.RowStart[row] - start, chain.Position, slope, low, high, newLow, newHigh);
        }

        var accepted = Math.Log(Uniform(3)) < logRatio + logCorrection;
        if (accepted) (chain.LowThreshold[item], chain.HighThreshold[item]) = (low, high) = (newLow, newHigh);
        var (upper, lower) = accepted ? (_new1, _new2) : (_now1, _now2);
        for (var row = first; row < end; row++)
        {
            Latent(row, votes.RowStart[row] - start, chain, slope, low + high, upper, lower, moment, precision);
        }

        return accepted;
    }

    private float Discrimination(int first, int end, ChainValues chain, double normal)
    {
        double cross = 0, square = 1; // the prior β ~ N(0, 1)
        for (var row = first; row < end; row++)
        {
            var position = chain.Position.AsSpan(votes.PeriodStart[votes.RowPeriod[row]]);
            var latent = chain.Latent.AsSpan(votes.RowStart[row]);
            var vote = votes.Votes.AsSpan(votes.RowStart[row]);
            VectorF crosses = default, squares = default;
            var width = votes.RowStart[row + 1] - votes.RowStart[row];
            for (var i = 0; i < width; i += OrdinalVotes.Lanes)
            {
                var theta = Lanes.Load(position, i);
                crosses = Vector512.FusedMultiplyAdd(theta, Lanes.Load(latent, i), crosses);
                var present = Vector512.GreaterThan(Lanes.Codes(vote, i), Vector512<int>.Zero);
                squares = Vector512.FusedMultiplyAdd(theta, Lanes.Where(present, theta), squares);
            }

            cross += Vector512.Sum(crosses);
            square += Vector512.Sum(squares);
        }

        return (float)(cross / square + normal / Math.Sqrt(square));
    }

    /// <summary>Random-walk proposals truncated to keep γ₁ &lt; γ₂ within the bounds, and the log ratio of the proposal densities back and forth.</summary>
    private (float Low, float High, double LogCorrection) Propose(double low, double high)
    {
        var newLow = Truncated(low, -ThresholdBound, high, Uniform(1));
        var newHigh = Truncated(high, newLow, ThresholdBound, Uniform(2));
        // The way back first draws γ₁ below the new γ₂: where that cannot lead back there is no such move. It matters where the gap is narrow beside the step, as on items without abstentions.
        if (exact && low >= newHigh) return ((float)newLow, (float)newHigh, double.NegativeInfinity);
        var forward = Mass(low, -ThresholdBound, high) * Mass(high, newLow, ThresholdBound);
        var backward = Mass(newLow, -ThresholdBound, newHigh) * Mass(newHigh, low, ThresholdBound);
        return ((float)newLow, (float)newHigh, Math.Log(forward / backward));
    }

    private double Mass(double centre, double low, double high) => SpecialFunctions.NormalCdf((high - centre) / step) - SpecialFunctions.NormalCdf((low - centre) / step);

    private double Truncated(double centre, double low, double high, double uniform)
    {
        var (below, above) = (SpecialFunctions.NormalCdf((low - centre) / step), SpecialFunctions.NormalCdf((high - centre) / step));
        return Math.Clamp(centre + step * SpecialFunctions.NormalQuantile(below + uniform * (above - below)), low, high);
    }

    /// <summary>
    /// Writes, for the present and the proposed thresholds, the probabilities at the upper and lower end of each response's interval, always measured in the lower tail (an interval in the
    /// upper half is mirrored), and returns the log ratio of the proposed to the present likelihood of the row.
    /// </summary>
    private double Probabilities(int row, int at, float[] positions, float slope, float low, float high, float newLow, float newHigh)
    {
        var position = positions.AsSpan(votes.PeriodStart[votes.RowPeriod[row]]);
        var vote = votes.Votes.AsSpan(votes.RowStart[row]);
        var width = votes.RowStart[row + 1] - votes.RowStart[row];
        var now1 = _now1.AsSpan(at);
        var now2 = _now2.AsSpan(at);
        var new1 = _new1.AsSpan(at);
        var new2 = _new2.AsSpan(at);
        var one = Vector512.Create(1f);
        var ratio = one;
        for (var i = 0; i < width; i += OrdinalVotes.Lanes)
        {
            var codes = Lanes.Codes(vote, i);
            var mean = slope * Lanes.Load(position, i);
            var (nowUp, nowDown) = Interval(codes, mean, low, high);
            var (newUp, newDown) = Interval(codes, mean, newLow, newHigh);
            Lanes.Store(nowUp, now1, i);
            Lanes.Store(nowDown, now2, i);
            Lanes.Store(newUp, new1, i);
            Lanes.Store(newDown, new2, i);
            var tiny = Vector512.Create(1e-33f);
            var gain = Vector512.Max(newUp - newDown, tiny) / Vector512.Max(nowUp - nowDown, tiny);
            ratio *= Vector512.ConditionalSelect(Vector512.Equals(codes, Vector512<int>.Zero).AsSingle(), one, gain);
        }

        // A product of at most thirteen ratios near one per lane stays far inside the range of single precision; the clamp is for a hopeless proposal.
        var logs = NormalVectors.Log(Vector512.Min(Vector512.Max(ratio, Vector512.Create(1e-37f)), Vector512.Create(1e37f)));
        return Vector512.Sum(logs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (VectorF Up, VectorF Down) Interval(Vector512<int> codes, VectorF mean, float low, float high)
    {
        var a = Vector512.Create(low) - mean;
        var b = Vector512.Create(high) - mean;
        var no = Vector512.Equals(codes, Vector512.Create(3)).AsSingle();
        var abstain = Vector512.Equals(codes, Vector512.Create(2));
        var mirrored = Vector512.GreaterThan(a + b, VectorF.Zero);
        var middle = Vector512.ConditionalSelect(mirrored, -a, b);
        var up = Vector512.ConditionalSelect(no, -b, Vector512.ConditionalSelect(abstain.AsSingle(), middle, a));
        var down = VectorF.Zero;
        if (abstain != Vector512<int>.Zero) down = Lanes.Where(abstain, NormalVectors.Cdf(Vector512.ConditionalSelect(mirrored, -b, a)));
        return (NormalVectors.Cdf(up), down);
    }

    private void Latent(int row, int at, ChainValues chain, float slope, float sum, float[] upper, float[] lower, Span<float> moment, Span<float> precision)
    {
        var start = votes.PeriodStart[votes.RowPeriod[row]];
        var moments = moment[start..];
        var precisions = precision[start..];
        var position = chain.Position.AsSpan(start);
        var vote = votes.Votes.AsSpan(votes.RowStart[row]);
        var latent = chain.Latent.AsSpan(votes.RowStart[row]);
        var width = votes.RowStart[row + 1] - votes.RowStart[row];
        var ups = upper.AsSpan(at);
        var downs = lower.AsSpan(at);
        var words = _words.AsSpan(Scalars + at);
        var square = Vector512.Create(slope * slope);
        for (var i = 0; i < width; i += OrdinalVotes.Lanes)
        {
            var codes = Lanes.Codes(vote, i);
            var mean = slope * Lanes.Load(position, i);
            var (up, down) = (Lanes.Load(ups, i), Lanes.Load(downs, i));
            var error = NormalVectors.Quantile(Vector512.FusedMultiplyAdd(Lanes.Uniform(words, i), up - down, down));
            var no = Vector512.Equals(codes, Vector512.Create(3)).AsSingle();
            var mirrored = Vector512.BitwiseAnd(Vector512.Equals(codes, Vector512.Create(2)).AsSingle(), Vector512.GreaterThan(Vector512.Create(sum), mean + mean));
            error = Vector512.ConditionalSelect(no | mirrored, -error, error);
            var bound = Vector512.Create(LatentBound);
            var present = Vector512.GreaterThan(codes, Vector512<int>.Zero);
            var z = Lanes.Where(present, Vector512.Min(Vector512.Max(mean + error, -bound), bound));
            Lanes.Store(z, latent, i);
            Lanes.Store(Vector512.FusedMultiplyAdd(z, Vector512.Create(slope), Lanes.Load(moments, i)), moments, i);
            Lanes.Store(Lanes.Load(precisions, i) + Lanes.Where(present, square), precisions, i);
        }
    }

    private double Uniform(int word) => (_words[word] + .5) / 4294967296.0;

    private double Normal(int word) => SpecialFunctions.NormalQuantile(Uniform(word));

    private void Prepare(int width)
    {
        if (_now1.Length >= width) return;
        var size = Math.Max(width, _widest);
        _words = new uint[Scalars + size];
        (_now1, _now2, _new1, _new2) = (new float[size], new float[size], new float[size], new float[size]);
    }

    private static int Widest(OrdinalVotes votes)
    {
        var widest = 0;
        for (var item = 0; item < votes.Items; item++) widest = Math.Max(widest, votes.RowStart[votes.ItemStart[item + 1]] - votes.RowStart[votes.ItemStart[item]]);
        return widest;
    }
}
