using Entente.World;

namespace Entente.Models.Security.Guarantees;

/// <summary>Who is bound to defend whom.</summary>
public static class DefencePacts
{
    /// <summary>Ids of the states that the state is bound to defend in the year.</summary>
    /// <param name="world">The world.</param>
    /// <param name="stateId">State id.</param>
    /// <param name="year">Calendar year.</param>
    public static HashSet<int> Partners(WorldEdition world, int stateId, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Alliances.Where(spell => spell.A == stateId && spell.Defense && spell.FromYear <= year && spell.ToYear >= year).Select(spell => spell.B)];
    }
}
