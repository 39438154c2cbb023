using System.Collections.Immutable;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>What became in a year of the obligations that a state had at the end of the year before.</summary>
/// <param name="State">State id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Ended">Share of its partners to whom it was no longer bound at all, 0 to 1.</param>
internal readonly record struct AllianceYear(int State, int Year, double Ended);

/// <summary>Yearly rates at which alliance obligations ended, in and out of the window after a change of leader.</summary>
/// <param name="After">Rate within the window.</param>
/// <param name="Calm">Rate outside it.</param>
/// <param name="AfterYears">State-years within it.</param>
/// <param name="CalmYears">State-years outside it.</param>
internal readonly record struct AllianceRates(double After, double Calm, int AfterYears, int CalmYears);

/// <summary>
/// Counts how obligations ended. A state with many partners counts once a year, by share, so that the end of one large pact is not dozens of events. An end is the first year without any obligation
/// to the partner while both states exist; whether it was an abrogation is not coded in the store.
/// </summary>
internal static class AllianceEndings
{
    // ATOP ends here; a spell that reaches it did not end.
    private const int LastYear = 2018;
    private const int PooledYears = 100;

    public static ImmutableArray<AllianceYear> Count(IEnumerable<AllianceSpell> spells, Func<int, int, bool> exists)
    {
        var counts = new SortedDictionary<(int State, int Year), (int Partners, int Ended)>();
        foreach (var dyad in spells.GroupBy(spell => (A: PromiseEvidence.Line(spell.A), B: PromiseEvidence.Line(spell.B))))
        {
            var (from, to) = (int.MinValue, int.MinValue);
            foreach (var spell in dyad.OrderBy(spell => spell.FromYear))
            {
                if (from != int.MinValue && spell.FromYear <= to + 1)
                {
                    to = Math.Max(to, spell.ToYear);
                    continue;
                }

                if (from != int.MinValue) Add(dyad.Key.A, dyad.Key.B, from, to);
                (from, to) = (spell.FromYear, spell.ToYear);
            }

            Add(dyad.Key.A, dyad.Key.B, from, to);
        }

        return [.. counts.Select(pair => new AllianceYear(pair.Key.State, pair.Key.Year, (double)pair.Value.Ended / pair.Value.Partners))];

        void Add(int a, int b, int from, int to)
        {
            for (var year = from + 1; year <= Math.Min(to + 1, LastYear); year++)
            {
                var ended = year == to + 1;
                if (ended && !(exists(a, year) && exists(b, year))) break;
                var held = counts.GetValueOrDefault((a, year));
                counts[(a, year)] = (held.Partners + 1, held.Ended + (ended ? 1 : 0));
            }
        }
    }

    /// <summary>Rates of states of a regime type in the century before a year.</summary>
    public static AllianceRates Rates(PromiseEvidence evidence, int year, bool? democracy, PromiseOptions options)
    {
        var window = (int)Math.Ceiling(options.WindowYears);
        var (after, calm, afterYears, calmYears) = (0.0, 0.0, 0, 0);
        foreach (var row in evidence.Alliances)
        {
            if (row.Year >= year || row.Year < year - PooledYears) continue;
            if (democracy is { } type && evidence.IsDemocracy(row.State, row.Year - 1, options.DemocracyFrom) != type) continue;
            var (changes, years) = evidence.LeaderChanges(row.State, row.Year - window + 1, row.Year);
            if (changes > 0)
            {
                after += row.Ended;
                afterYears++;
            }
            else if (years == window)
            {
                calm += row.Ended;
                calmYears++;
            }
        }

        return new AllianceRates(after / afterYears, calm / calmYears, afterYears, calmYears);
    }
}
