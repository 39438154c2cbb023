namespace Entente.Numerics.Statistics;

/// <summary>Puts a few order statistics where a full sort would put them, in time proportional to the number of values: Hoare's selection (1961, CACM 4:321) for several ranks at once.</summary>
internal static class PartialSort
{
    private const int Short = 32;

    /// <summary>Reorders the values so that each of the ranks holds what a full sort would put there.</summary>
    /// <param name="values">The values, without NaN; reordered.</param>
    /// <param name="ranks">Ranks from 0, ascending.</param>
    public static void Arrange(Span<double> values, ReadOnlySpan<int> ranks) => Arrange(values, ranks, 0, 2 * (32 - int.LeadingZeroCount(values.Length)));

    private static void Arrange(Span<double> values, ReadOnlySpan<int> ranks, int offset, int depth)
    {
        while (!ranks.IsEmpty)
        {
            // A row of bad pivots costs what a sort costs, and no more.
            if (values.Length <= Short || depth-- == 0)
            {
                values.Sort();
                return;
            }

            var (left, right) = Partition(values);

            // Values up to left are at most the pivot, values from right on at least; what lies between is the pivot, and in place.
            var (low, high) = (0, ranks.Length);
            while (low < ranks.Length && ranks[low] - offset <= left) low++;
            while (high > low && ranks[high - 1] - offset >= right) high--;
            Arrange(values[..(left + 1)], ranks[..low], offset, depth);
            values = values[right..];
            ranks = ranks[high..];
            offset += right;
        }
    }

    private static (int Left, int Right) Partition(Span<double> values)
    {
        var pivot = Pivot(values);
        var (i, j) = (0, values.Length - 1);
        while (i <= j)
        {
            while (values[i] < pivot) i++;
            while (values[j] > pivot) j--;
            if (i > j) break;

            // Equal values are swapped too, so that many of them fall on both sides.
            (values[i], values[j]) = (values[j], values[i]);
            i++;
            j--;
        }

        return (j, i);
    }

    /// <summary>The median of three medians of three (Tukey's ninther).</summary>
    private static double Pivot(ReadOnlySpan<double> values)
    {
        var (step, last) = (values.Length / 8, values.Length - 1);
        return Median(
            Median(values[0], values[step], values[2 * step]), Median(values[3 * step], values[4 * step], values[5 * step]),
            Median(values[last - (2 * step)], values[last - step], values[last]));
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
