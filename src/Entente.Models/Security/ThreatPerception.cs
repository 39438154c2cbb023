using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Models.Security;

/// <summary>What one state has to fear from another, and from what that index is made.</summary>
/// <param name="From">Id of the state that threatens.</param>
/// <param name="Capability">Share of world capabilities (CINC), 0 to 1.</param>
/// <param name="Proximity">1 on a common border, falling with distance: 1 / (1 + km / 1,000), before 1991 between the borders of 1991; 0 where no distance is held.</param>
/// <param name="Hostility">Mean of vote disagreement (1 − agreement with half credit, last three years with votes) and dispute pressure (disputes begun in the last 30 years held, 10 or more = 1).</param>
/// <param name="Perceived">capability × proximity × hostility; 0 for states with a defence pact with the one that fears.</param>
/// <param name="Latent">capability × proximity: what could threaten, whatever the intentions.</param>
public sealed record ThreatComponent(int From, double Capability, double Proximity, double Hostility, double Perceived, double Latent);

/// <summary>Threats to one state from all others, in the spirit of Walt (1987): aggregate power, proximity, and intentions as behaviour shows them.</summary>
/// <param name="StateId">Id of the state that fears.</param>
/// <param name="Components">One per other state with capabilities, by perceived threat, the largest first.</param>
/// <param name="CapabilityYear">Year of the capabilities.</param>
public sealed record ThreatProfile(int StateId, ImmutableArray<ThreatComponent> Components, int CapabilityYear)
{
    /// <summary>Share of all perceived threat that comes from a set of states, 0 to 1.</summary>
    public double PerceivedShare(Func<int, bool> from) => Share(component => component.Perceived, from);

    /// <summary>Share of all latent threat that comes from a set of states, 0 to 1.</summary>
    public double LatentShare(Func<int, bool> from) => Share(component => component.Latent, from);

    private double Share(Func<ThreatComponent, double> measure, Func<int, bool> from)
    {
        var (part, all) = (0.0, 0.0);
        foreach (var component in Components)
        {
            var value = measure(component);
            all += value;
            if (from(component.From)) part += value;
        }

        return all > 0 ? part / all : double.NaN;
    }
}

/// <summary>Measures threats from capabilities, distance, votes, disputes and alliances; nothing in it is fitted.</summary>
public static class ThreatPerception
{
    private const double DistanceScaleKm = 1000;
    private const int DisputesThatSaturate = 10;

    /// <summary>Sources that the profile rests on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["cow-nmc", "mindist", "cow-contiguity", "unga-votes", "gml-mid", "atop", "alliance-supplement"];

    /// <summary>Profiles of several states in a year.</summary>
    /// <param name="world">The world.</param>
    /// <param name="states">Ids of the states that fear.</param>
    /// <param name="year">Calendar year; capabilities, votes and disputes are the last at or before it.</param>
    public static ImmutableArray<ThreatProfile> Measure(WorldEdition world, IEnumerable<int> states, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(states);
        var capabilityYear = Math.Min(year, world.LastCapabilityYear);
        var powers = world.States.All
            .Select(state => (state.Id, Cinc: world.Cinc(state.Id, capabilityYear) ?? double.NaN))
            .Where(power => power.Cinc > 0).ToArray();
        var pacts = world.Alliances.Where(spell => spell.Defense && spell.FromYear <= year && spell.ToYear >= year).Select(spell => (spell.A, spell.B)).ToHashSet();
        var disputes = RecentDisputes(world, year);
        return
        [
            .. states.Select(state => new ThreatProfile(
                state,
                [
                    .. powers.Where(power => power.Id != state).Select(power => Component(world, state, power.Id, power.Cinc, year, pacts, disputes))
                        .OrderByDescending(component => component.Perceived).ThenBy(component => component.From),
                ],
                capabilityYear)),
        ];
    }

    private static ThreatComponent Component(
        WorldEdition world, int state, int other, double cinc, int year, HashSet<(int, int)> pacts, Dictionary<(int, int), int> disputes)
    {
        var proximity = Proximity(world, state, other, year);
        var pressure = Math.Min(1, disputes.GetValueOrDefault(Ordered(state, other)) / (double)DisputesThatSaturate);
        var disagreement = Disagreement(world, state, other, year);
        var hostility = double.IsNaN(disagreement) ? pressure : (disagreement + pressure) / 2;
        var latent = cinc * proximity;
        var allied = pacts.Contains((state, other)) || pacts.Contains((other, state));
        return new ThreatComponent(other, cinc, proximity, hostility, allied ? 0 : latent * hostility, latent);
    }

    private static double Proximity(WorldEdition world, int a, int b, int year)
    {
        if (world.Contiguity(a, b, year) == 1) return 1;
        return BorderDistance.Of(world, a, b, year) is var (km, _) ? 1 / (1 + (km / DistanceScaleKm)) : 0;
    }

    /// <summary>One minus the agreement over the last three years in which the two had common votes, not more than ten years back; NaN without any.</summary>
    private static double Disagreement(WorldEdition world, int a, int b, int year)
    {
        var (sum, years) = (0.0, 0);
        for (var y = year; y > year - 10 && years < 3; y--)
        {
            var (agreement, common) = VoteAgreement.Plain(world.Votes, a, b, y);
            if (common < 10) continue;
            sum += 1 - agreement;
            years++;
        }

        return years == 0 ? double.NaN : sum / years;
    }

    private static Dictionary<(int, int), int> RecentDisputes(WorldEdition world, int year)
    {
        // Disputes are held by decade; the three decades that end at or before the year, or the last three held.
        var last = world.Disputes.Where(row => row.Decade <= year).Select(row => row.Decade).DefaultIfEmpty(0).Max();
        return world.Disputes.Where(row => row.Decade <= last && row.Decade > last - 30)
            .GroupBy(row => (row.A, row.B)).ToDictionary(group => group.Key, group => group.Sum(row => row.Onsets));
    }

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
