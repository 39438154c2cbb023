using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Security.Ties;

/// <summary>
/// Wars in which two states fought, against each other or on one side. The source has pairs of opponents: two states stand on one side of a war in a year in which both fight the same third state and
/// not each other.
/// </summary>
internal static class CommonWars
{
    /// <summary>All wars of the pair, by first year.</summary>
    /// <param name="world">The world.</param>
    /// <param name="low">Lower id.</param>
    /// <param name="high">Higher id.</param>
    public static ImmutableArray<SharedWar> Read(WorldEdition world, int low, int high)
    {
        var found = ImmutableArray.CreateBuilder<SharedWar>();
        foreach (var war in world.Wars.Where(row => row.A == low || row.B == low || row.A == high || row.B == high).GroupBy(row => row.War))
        {
            var against = war.Where(row => row.A == low && row.B == high).Select(row => row.Year).ToList();
            if (against.Count > 0) found.Add(new SharedWar(war.Key, against.Min(), against.Max(), SameSide: false, []));
            var opponents = war.Where(row => !against.Contains(row.Year)).GroupBy(row => row.Year)
                .Select(year => (Year: year.Key, Common: Opponents(year, low).Intersect(Opponents(year, high)).ToList())).Where(year => year.Common.Count > 0).ToList();
            if (opponents.Count > 0)
            {
                found.Add(new SharedWar(war.Key, opponents.Min(year => year.Year), opponents.Max(year => year.Year), SameSide: true, [.. opponents.SelectMany(year => year.Common).Distinct().Order()]));
            }
        }

        return [.. found.OrderBy(war => war.FromYear).ThenBy(war => war.War)];
    }

    private static IEnumerable<int> Opponents(IEnumerable<World.Security.WarYear> rows, int state) =>
        rows.Where(row => row.A == state || row.B == state).Select(row => row.A == state ? row.B : row.A);
}
