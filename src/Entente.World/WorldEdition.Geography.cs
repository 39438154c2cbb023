using System.Collections.Immutable;
using Entente.World.Store;
using Entente.World.Tables;
using Entente.World.Trade;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private QueryColumns? _distance;
    private QueryColumns? _contiguity;
    private ImmutableArray<PairTies>? _pairTies;

    /// <summary>Distance and ties of trading pairs, each once with the lower id first (source "cepii-geography").</summary>
    public ImmutableArray<PairTies> PairTies => _pairTies ??= Rows(
        Select(StoreSchema.DyadGeography, "a", "b", "km", "contiguous", "common_language", "colonial", "common_currency"),
        static (c, i) => new PairTies(c.Integers(0)[i], c.Integers(1)[i], c.Reals(2)[i], c.Flags(3)[i], c.Integers(4)[i], c.Flags(5)[i], c.Flags(6)[i]));

    /// <summary>Minimum distance between two states in a year, kilometres; the last year held where the year is later; <see langword="null"/> where unknown (source "mindist").</summary>
    public double? DistanceKm(int a, int b, int year)
    {
        if (a > b) (a, b) = (b, a);
        var spells = _distance ??= Select(StoreSchema.Distance, "a", "b", "from_year", "to_year", "km");
        double? km = null;
        for (var i = FirstOfPair(spells, a, b); i < spells.Rows && spells.Integers(0)[i] == a && spells.Integers(1)[i] == b; i++)
        {
            if (year < spells.Integers(2)[i]) break;
            var covers = year <= spells.Integers(3)[i];
            var lasts = i + 1 == spells.Rows || spells.Integers(0)[i + 1] != a || spells.Integers(1)[i + 1] != b;
            if (covers || lasts) km = spells.Reals(4)[i];
        }

        return km;
    }

    /// <summary>Type of direct contiguity (1 land … 5), <see langword="null"/> where not contiguous (source "cow-contiguity").</summary>
    public int? Contiguity(int a, int b, int year)
    {
        if (a > b) (a, b) = (b, a);
        var spells = _contiguity ??= Select(StoreSchema.Contiguity, "a", "b", "from", "to", "type");
        int? closest = null;
        for (var i = FirstOfPair(spells, a, b); i < spells.Rows && spells.Integers(0)[i] == a && spells.Integers(1)[i] == b; i++)
        {
            var touches = spells.Day(2, i).Year <= year && (spells.IsMissing(3, i) || spells.Day(3, i).Year >= year);
            if (touches) closest = Math.Min(closest ?? int.MaxValue, spells.Integers(4)[i]);
        }

        return closest;
    }

    /// <summary>The first row of a pair in a table that is sorted by its first two columns.</summary>
    private static int FirstOfPair(QueryColumns sorted, int a, int b)
    {
        var (first, second) = (sorted.Integers(0), sorted.Integers(1));
        var (low, high) = (0, sorted.Rows);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (first[middle] < a || (first[middle] == a && second[middle] < b)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
