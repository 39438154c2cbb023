using Entente.Numerics.Similarity;

namespace Entente.Tests.Similarity;

/// <summary>The measures from two lists of votes, as their definitions read: slow, and without any table. Votes are 1 yes, 2 abstain, 3 no, 0 absent.</summary>
internal static class RawDefinitions
{
    public static double Of(SimilarityMeasure measure, IReadOnlyList<byte> a, IReadOnlyList<byte> b)
    {
        var common = Enumerable.Range(0, a.Count).Where(k => a[k] != 0 && b[k] != 0).Select(k => (X: (int)a[k], Y: (int)b[k])).ToList();
        if (common.Count == 0) return double.NaN;
        return measure switch
        {
            SimilarityMeasure.Identical => common.Average(vote => vote.X == vote.Y ? 1.0 : 0),
            SimilarityMeasure.Agreement => common.Average(vote => 1 - (Math.Abs(vote.X - vote.Y) / 2.0)),
            SimilarityMeasure.SAbsolute => 1 - (2 * common.Average(vote => Math.Abs(vote.X - vote.Y) / 2.0)),
            SimilarityMeasure.SSquared => 1 - (2 * common.Average(vote => Math.Pow(Math.Abs(vote.X - vote.Y) / 2.0, 2))),
            SimilarityMeasure.KappaNominal => Corrected(common, (i, j) => i == j ? 0 : 1, own: true),
            SimilarityMeasure.KappaLinear => Corrected(common, (i, j) => Math.Abs(i - j), own: true),
            SimilarityMeasure.KappaQuadratic => Corrected(common, (i, j) => (i - j) * (i - j), own: true),
            SimilarityMeasure.PiNominal => Corrected(common, (i, j) => i == j ? 0 : 1, own: false),
            SimilarityMeasure.PiLinear => Corrected(common, (i, j) => Math.Abs(i - j), own: false),
            SimilarityMeasure.PiQuadratic => Corrected(common, (i, j) => (i - j) * (i - j), own: false),
            SimilarityMeasure.TauB => TauB(common),
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
    }

    /// <summary>Asserts that two values are alike, undefined being alike with undefined only.</summary>
    public static void ShouldAgree(double found, double expected, double tolerance, string what)
    {
        if (double.IsNaN(expected)) double.IsNaN(found).ShouldBeTrue(what);
        else found.ShouldBe(expected, tolerance, what);
    }

    private static double Corrected(List<(int X, int Y)> common, Func<int, int, double> weight, bool own)
    {
        // Expected disagreement: every vote that the first might draw against every vote that the second might draw.
        var observed = common.Average(vote => weight(vote.X, vote.Y));
        var both = common.Select(vote => vote.X).Concat(common.Select(vote => vote.Y)).ToList();
        var first = own ? common.Select(vote => vote.X).ToList() : both;
        var second = own ? common.Select(vote => vote.Y).ToList() : both;
        var expected = first.Average(i => second.Average(j => weight(i, j)));
        return expected == 0 ? double.NaN : 1 - (observed / expected);
    }

    private static double TauB(List<(int X, int Y)> common)
    {
        double surplus = 0, left = 0, right = 0;
        for (var i = 0; i < common.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (x, y) = (Math.Sign(common[i].X - common[j].X), Math.Sign(common[i].Y - common[j].Y));
                surplus += x * y;
                left += Math.Abs(x);
                right += Math.Abs(y);
            }
        }

        return left == 0 || right == 0 ? double.NaN : surplus / Math.Sqrt(left * right);
    }
}
