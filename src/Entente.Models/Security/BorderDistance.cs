using Entente.World;

namespace Entente.Models.Security;

/// <summary>Distance between the borders of two states in any year: the distances are held from 1991 to 2019, and borders move less than most of what is compared by them.</summary>
internal static class BorderDistance
{
    private const int First = 1991;
    private const int Last = 2019;

    // States that the distances do not know, by the state on the same ground.
    private static readonly Dictionary<int, int> SameGround = new() { [260] = 255, [265] = 255, [315] = 316, [678] = 679, [680] = 679, [817] = 816 };

    /// <summary>Kilometres, with the year whose borders they were measured on: the year itself where it is held, else the nearest that is; <see langword="null"/> where the pair is not held at all.</summary>
    /// <param name="world">The world.</param>
    /// <param name="a">One state id.</param>
    /// <param name="b">The other.</param>
    /// <param name="year">Calendar year.</param>
    public static (double Km, int Year)? Of(WorldEdition world, int a, int b, int year)
    {
        var (x, y) = (SameGround.GetValueOrDefault(a, a), SameGround.GetValueOrDefault(b, b));
        if (x == y) return (0, year);
        for (var held = Math.Clamp(year, First, Last); held <= Last; held++)
        {
            if (world.DistanceKm(x, y, held) is { } km) return (km, held);
        }

        return null;
    }
}
