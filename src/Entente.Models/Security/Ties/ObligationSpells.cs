using System.Collections.Immutable;
using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Security.Ties;

/// <summary>Alliance obligations of two states, the two directions folded into one line where they are the same.</summary>
internal static class ObligationSpells
{
    private const string Atop = "atop";

    /// <summary>All spells, by first year. A spell that the supplement carries on with the same terms is one with it, and names both sources.</summary>
    public static ImmutableArray<Obligation> Read(WorldEdition world, int a, int b)
    {
        var end = world.Alliances.Select(spell => spell.ToYear).DefaultIfEmpty(0).Max();
        var atopEnds = world.Alliances.Where(spell => spell.Source == Atop).Select(spell => spell.ToYear).DefaultIfEmpty(0).Max();
        var folded = new List<Obligation>();
        foreach (var spell in Directed(world, a, b).OrderBy(spell => spell.FromYear).ThenBy(spell => spell.Direction))
        {
            var before = folded.FindIndex(other => other.Direction == spell.Direction && other.ToYear == spell.FromYear - 1 && other.Terms.SequenceEqual(spell.Terms));
            if (before < 0) folded.Add(spell);
            else folded[before] = folded[before] with { ToYear = spell.ToYear, Source = $"{folded[before].Source}; {spell.Source}" };
        }

        // What reaches the last year of its source has not been seen to end.
        return [.. folded.Select(spell => spell with { Ended = spell.ToYear < (spell.Source == Atop ? atopEnds : end) })];
    }

    private static IEnumerable<Obligation> Directed(WorldEdition world, int a, int b)
    {
        var backward = world.Alliances.Where(spell => spell.A == b && spell.B == a).ToList();
        foreach (var spell in world.Alliances.Where(spell => spell.A == a && spell.B == b))
        {
            var mirror = backward.FindIndex(other => other with { A = spell.A, B = spell.B } == spell);
            if (mirror >= 0) backward.RemoveAt(mirror);
            yield return Of(spell, mirror >= 0 ? TieDirection.Mutual : TieDirection.AToB);
        }

        foreach (var spell in backward) yield return Of(spell, TieDirection.BToA);
    }

    private static Obligation Of(AllianceSpell spell, TieDirection direction) => new(direction, spell.FromYear, spell.ToYear, Terms(spell), spell.Source, Ended: false);

    private static ImmutableArray<string> Terms(AllianceSpell spell)
    {
        var terms = ImmutableArray.CreateBuilder<string>(5);
        if (spell.Defense) terms.Add("defence");
        if (spell.Offense) terms.Add("offence");
        if (spell.Neutrality) terms.Add("neutrality");
        if (spell.Nonaggression) terms.Add("non-aggression");
        if (spell.Consultation) terms.Add("consultation");
        return terms.ToImmutable();
    }
}
