using Entente.Models.Panel.Tables;
using Entente.Numerics.Random;
using Entente.Numerics.Regression;
using Entente.Numerics.Statistics;

namespace Entente.Models.Coalitions.Triangles;

/// <summary>
/// The agreement at which a pair is as likely to be friends as foes, measured: a logit of friends (defence pact in force) against foes (strategic rivalry or a dispute of their own in the ten
/// years up to it) on agreement, over all pairs of five years, both groups weighed alike. Draws come from the normal approximation of its coefficients.
/// </summary>
internal sealed class TriangleThreshold
{
    private const int HalfWindow = 2;
    private const int FewestEach = 30;
    private const uint StreamNumber = 0x7A1E;

    private TriangleThreshold(double value, double[] draws) => (Value, Draws) = (value, draws);

    public double Value { get; }

    /// <summary>Draws of the threshold.</summary>
    public double[] Draws { get; }

    /// <summary>Measures it; null where too few friends or foes are held.</summary>
    public static TriangleThreshold? Measure(DyadYearFrame frame, PanelTable panel, int year, int draws, ulong seed)
    {
        var (agreement, votes) = (panel.Cells("vote_agreement"), panel.Cells("common_votes"));
        var (pact, rivalry, disputes) = (panel.Cells("defence_pact"), panel.Cells("rivalry"), panel.Cells("recent_disputes"));
        var (x, y) = (new List<double>(), new List<double>());
        for (var near = year - HalfWindow; near <= year + HalfWindow; near++)
        {
            var (start, end) = frame.RowsOf(near);
            for (var row = start; row < end; row++)
            {
                if (!(votes[row] >= 10)) continue;
                var friend = pact[row] == 1;

                // recent_disputes is ln(1 + disputes, halved every five years): ln 1.25 is one dispute ten years ago.
                var foe = rivalry[row] == 1 || disputes[row] >= Math.Log(1.25);
                if (friend == foe) continue;
                x.Add(1);
                x.Add(agreement[row]);
                y.Add(friend ? 1 : 0);
            }
        }

        var friends = y.Sum();
        if (friends < FewestEach || y.Count - friends < FewestEach) return null;
        var fit = PenalisedBinary.Fit(RegressionFamily.Logit, [.. x], [.. y], new BinaryPrior([0, 0], [.01, .01], false));
        var balance = Math.Log(friends / (y.Count - friends));
        if (fit.Coefficients[1] <= 0) return null;
        var (l00, l10) = (Math.Sqrt(fit.Covariance[0]), fit.Covariance[2] / Math.Sqrt(fit.Covariance[0]));
        var l11 = Math.Sqrt(Math.Max(0, fit.Covariance[3] - (l10 * l10)));
        var drawn = new double[draws];
        for (var d = 0; d < draws; d++)
        {
            var stream = new CounterStream(seed, (ulong)d, StreamNumber);
            var (u, v) = (stream.NextNormal(), stream.NextNormal());
            var slope = Math.Max(1e-3, fit.Coefficients[1] + (l10 * u) + (l11 * v));
            drawn[d] = (balance - (fit.Coefficients[0] + (l00 * u))) / slope;
        }

        return new TriangleThreshold((balance - fit.Coefficients[0]) / fit.Coefficients[1], drawn);
    }

    public (double Low, double High) Interval() => (Summary.QuantileOf(Draws, .05), Summary.QuantileOf(Draws, .95));
}
