using System.Collections.Immutable;
using Entente.Models.Panel;
using Entente.Numerics.Distributions;
using Entente.World;

namespace Entente.Models.Security.Hazards;

/// <summary>What happened in the years in which both states of a pair had nuclear weapons.</summary>
/// <param name="A">Lower state id.</param>
/// <param name="B">Higher state id.</param>
/// <param name="Years">Dyad-years.</param>
/// <param name="Onsets">Disputes begun, joiners included.</param>
/// <param name="Originated">Of which both were in it from the first day.</param>
/// <param name="ForceUsed">Of those, with force.</param>
/// <param name="Fatal">Of those, with a death.</param>
/// <param name="Wars">Interstate wars begun between the two (COW, to 2007).</param>
public sealed record NuclearDyadRecord(int A, int B, int Years, int Onsets, int Originated, int ForceUsed, int Fatal, int Wars);

/// <summary>Base rates of pairs with nuclear weapons on both sides, 1949-2010, in the coding of Gibler, Miller and Little.</summary>
/// <param name="Dyads">By pair.</param>
public sealed record NuclearBaseRates(ImmutableArray<NuclearDyadRecord> Dyads)
{
    private const int First = 1949;
    private const int Last = 2010;

    /// <summary>Sums over all pairs.</summary>
    public NuclearDyadRecord Total => new(0, 0, Dyads.Sum(d => d.Years), Dyads.Sum(d => d.Onsets), Dyads.Sum(d => d.Originated), Dyads.Sum(d => d.ForceUsed), Dyads.Sum(d => d.Fatal), Dyads.Sum(d => d.Wars));

    /// <summary>The yearly rate of war: Jeffreys' prior Gamma(½, 0) and the record, Gamma(½ + wars, dyad-years).</summary>
    public Gamma WarRate => new(.5 + Total.Wars, Total.Years);

    /// <summary>Counts the record.</summary>
    public static NuclearBaseRates Compute(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var states = world.States.All.Select(state => state.Id).Where(id => Enumerable.Range(First, Last - First + 1).Any(year => MajorPowers.HasNuclearWeapons(id, year))).Order().ToArray();
        var history = DyadPanelBuilder.History(world, "gml");
        bool Both(int a, int b, int year) => year is >= First and <= Last && MajorPowers.HasNuclearWeapons(a, year) && MajorPowers.HasNuclearWeapons(b, year);
        var dyads = ImmutableArray.CreateBuilder<NuclearDyadRecord>();
        foreach (var a in states)
        {
            foreach (var b in states.Where(b => b > a))
            {
                var years = Enumerable.Range(First, Last - First + 1).Count(year => Both(a, b, year));
                if (years == 0) continue;
                var seen = (history.GetValueOrDefault((a, b)) ?? []).Where(dispute => Both(a, b, dispute.Year)).ToArray();
                dyads.Add(new(
                    a, b, years, seen.Sum(d => d.Onsets), seen.Sum(d => d.Originated), seen.Sum(d => d.ForceUsed), seen.Sum(d => d.Fatal),
                    world.WarOnsets.Count(war => war.A == a && war.B == b && Both(a, b, war.Year))));
            }
        }

        return new NuclearBaseRates(dyads.ToImmutable());
    }
}
