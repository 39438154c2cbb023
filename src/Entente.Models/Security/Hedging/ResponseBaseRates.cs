using Entente.Models.Security.Guarantees;
using Entente.World;

namespace Entente.Models.Security.Hedging;

/// <summary>How often something happened in non-overlapping ten-year windows.</summary>
/// <param name="Cases">Windows in which it happened.</param>
/// <param name="Windows">Windows.</param>
public readonly record struct BaseRate(int Cases, int Windows)
{
    /// <summary>Mean of the posterior under Jeffreys' prior: (cases + ½) / (windows + 1).</summary>
    public double Mean => (Cases + .5) / (Windows + 1);
}

/// <summary>How often the patron's allies armed and how often they moved towards a rival, in the decades held: what the choice model is anchored to.</summary>
/// <param name="Armed">Military burden up by a quarter or more over ten years.</param>
/// <param name="Accommodated">Votes moved towards a rival and away from the patron by .1 or more over ten years, beyond the mean of all the patron's allies.</param>
public sealed record ResponseBaseRates(BaseRate Armed, BaseRate Accommodated)
{
    private const int Window = 10;

    /// <summary>Rise of the military burden over ten years from which a state has armed.</summary>
    internal const double ArmsRise = 1.25;

    /// <summary>Shift of votes over ten years from which a state has accommodated.</summary>
    internal const double VoteShift = .1;


    /// <summary>Counts over all decades from 1955 to the year.</summary>
    /// <param name="world">The world.</param>
    /// <param name="patron">State id.</param>
    /// <param name="rivals">State ids.</param>
    /// <param name="year">Last year used.</param>
    public static ResponseBaseRates Count(WorldEdition world, int patron, IReadOnlyCollection<int> rivals, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(rivals);
        var (armed, arming, turned, turning) = (0, 0, 0, 0);
        for (var end = year; end - Window >= 1955; end -= Window)
        {
            var start = end - Window;
            var allies = DefencePacts.Partners(world, patron, start).Order().ToArray();
            foreach (var ally in allies)
            {
                if (Burden(world, ally, start) is not { } before || Burden(world, ally, end) is not { } after) continue;
                arming++;
                if (after >= before * ArmsRise) armed++;
            }

            foreach (var rival in rivals)
            {
                var shifts = allies.Where(ally => ally != rival).Select(ally => Tilt(world, ally, patron, rival, end) - Tilt(world, ally, patron, rival, start)).Where(double.IsFinite).ToArray();
                if (shifts.Length < 3) continue;
                var mean = shifts.Average();
                turning += shifts.Length;
                turned += shifts.Count(shift => shift - mean >= VoteShift);
            }
        }

        return new ResponseBaseRates(new BaseRate(armed, arming), new BaseRate(turned, turning));
    }

    private static double? Burden(WorldEdition world, int id, int year) =>
        world.LatestIndicator("military_burden", id, year) is { } held && year - held.Year <= 2 && held.Value > 0 ? held.Value : null;

    private static double Tilt(WorldEdition world, int ally, int patron, int rival, int year) =>
        GuaranteeReader.MeanAgreement(world, ally, rival, year).Mean - GuaranteeReader.MeanAgreement(world, ally, patron, year).Mean;
}
