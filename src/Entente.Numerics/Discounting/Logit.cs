namespace Entente.Numerics.Discounting;

/// <summary>The logistic function and its inverse, safe for every argument.</summary>
public static class Logit
{
    /// <summary>1 / (1 + exp(-x)), never overflowing: 0 and 1 are reached only in the limit of the number format.</summary>
    /// <param name="x">The log-odds; infinities allowed.</param>
    /// <returns>A probability.</returns>
    public static double Probability(double x)
    {
        if (x >= 0) return 1 / (1 + Math.Exp(-x));
        var odds = Math.Exp(x);
        return odds / (1 + odds);
    }

    /// <summary>The log-odds of a probability, the inverse of <see cref="Probability"/>.</summary>
    /// <param name="probability">From 0 to 1, ends included.</param>
    /// <returns>The log-odds, infinite at the ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public static double LogOdds(double probability) => probability is >= 0 and <= 1
        ? Math.Log(probability) - Math.Log(1 - probability)
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
}
