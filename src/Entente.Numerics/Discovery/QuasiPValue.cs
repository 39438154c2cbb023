using Entente.Numerics.Distributions;

namespace Entente.Numerics.Discovery;

/// <summary>The quasi-p value of a restriction (Bryant and Lempert 2010, section 3.3).</summary>
internal static class QuasiPValue
{
    /// <summary>
    /// P(X ≥ interest) for X binomial over the points inside with the density without the restriction. The tail is the incomplete beta function I_q(h, n-h+1) (DLMF 8.17.5), which also serves where the interest is
    /// a sum of probabilities. 1 for a box without interest or points, since any would do as well.
    /// </summary>
    public static double Of(int points, double interest, int pointsWithout, double interestWithout)
    {
        if (points == 0 || interest <= 0) return 1;
        var density = interestWithout / pointsWithout;
        if (density >= 1) return 1;
        var (a, b) = (interest, points - interest + 1);
        return IncompleteBeta.Value(a, b, IncompleteBeta.LogBeta(a, b), density);
    }
}
