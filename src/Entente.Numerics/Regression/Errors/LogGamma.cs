namespace Entente.Numerics.Regression;

/// <summary>The logarithm of the gamma function.</summary>
internal static class LogGamma
{
    /// <summary>ln Γ(1 + y), y ≥ 0, by Stirling's series after a shift to at least 12 (Abramowitz and Stegun 1964, 6.1.40), to about 1e-15 of its size.</summary>
    public static double OfOnePlus(double y)
    {
        if (y is 0 or 1) return 0;
        var x = y + 1;
        var product = 1.0;
        while (x < 12) product *= x++;
        var square = 1 / (x * x);
        var series = ((((((((-691 / 360360.0 * square) + (1 / 1188.0)) * square) - (1 / 1680.0)) * square) + (1 / 1260.0)) * square) - (1 / 360.0)) * square;
        return ((x - .5) * Math.Log(x)) - x + (.5 * Math.Log(2 * Math.PI)) + ((series + (1 / 12.0)) / x) - Math.Log(product);
    }
}
