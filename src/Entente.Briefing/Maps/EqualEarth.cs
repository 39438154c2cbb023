namespace Entente.Briefing.Maps;

/// <summary>The Equal Earth projection (Šavrič, Patterson and Jenny 2019, International Journal of Geographical Information Science 33:454, equations 7 and 8): areas keep their size, so that no state looks weightier than it is.</summary>
internal static class EqualEarth
{
    private const double A1 = 1.340264, A2 = -.081106, A3 = .000893, A4 = .003796;
    private static readonly double HalfRoot3 = Math.Sqrt(3) / 2;

    /// <summary>Projects a place.</summary>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="latitude">Degrees north.</param>
    /// <returns>Coordinates of a unit sphere, x to the east and y to the north.</returns>
    public static (double X, double Y) Project(double longitude, double latitude)
    {
        var theta = Math.Asin(HalfRoot3 * Math.Sin(latitude * Math.PI / 180));
        var square = theta * theta;
        var sixth = square * square * square;
        var x = longitude * Math.PI / 180 * Math.Cos(theta) / (HalfRoot3 * (A1 + (3 * A2 * square) + (sixth * ((7 * A3) + (9 * A4 * square)))));
        return (x, theta * (A1 + (A2 * square) + (sixth * (A3 + (A4 * square)))));
    }
}
