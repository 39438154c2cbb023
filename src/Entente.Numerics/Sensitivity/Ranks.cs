namespace Entente.Numerics.Sensitivity;

/// <summary>Orders and ranks with ties, the groundwork of the given-data measures.</summary>
internal static class Ranks
{
    /// <summary>The positions of the pairs in which both numbers are numbers: a failed draw says nothing.</summary>
    public static int[] Usable(ReadOnlySpan<double> input, ReadOnlySpan<double> output)
    {
        if (input.Length != output.Length) throw new ArgumentOutOfRangeException(nameof(output), output.Length, $"There must be one output per input ({input.Length}).");
        var count = 0;
        for (var i = 0; i < input.Length; i++) count += double.IsNaN(input[i]) || double.IsNaN(output[i]) ? 0 : 1;
        var positions = new int[count];
        count = 0;
        for (var i = 0; i < input.Length; i++)
        {
            if (!double.IsNaN(input[i]) && !double.IsNaN(output[i])) positions[count++] = i;
        }

        return positions;
    }

    /// <summary>The places (into <paramref name="positions"/>) in rising order of the values.</summary>
    public static int[] Order(ReadOnlySpan<double> values, ReadOnlySpan<int> positions)
    {
        var keys = new double[positions.Length];
        var order = new int[positions.Length];
        for (var k = 0; k < order.Length; k++)
        {
            keys[k] = values[positions[k]];
            order[k] = k;
        }

        Array.Sort(keys, order);
        return order;
    }

    /// <summary>Ranks from 1, equal values sharing their average rank.</summary>
    public static double[] Average(ReadOnlySpan<double> values, ReadOnlySpan<int> positions)
    {
        var order = Order(values, positions);
        var ranks = new double[order.Length];
        for (var first = 0; first < order.Length;)
        {
            var end = EndOfTies(values, positions, order, first);
            for (var k = first; k < end; k++) ranks[order[k]] = 0.5 * (first + 1 + end);
            first = end;
        }

        return ranks;
    }

    /// <summary>A bin from 0 for each usable pair, by equal numbers along the input; equal values are never parted, so a discrete input may fill fewer bins.</summary>
    public static int[] Bins(ReadOnlySpan<double> values, ReadOnlySpan<int> positions, int bins)
    {
        var order = Order(values, positions);
        var bin = new int[order.Length];
        for (var first = 0; first < order.Length;)
        {
            var end = EndOfTies(values, positions, order, first);
            var middle = 0.5 * (first + end - 1);
            var number = Math.Min((int)((middle + 0.5) * bins / order.Length), bins - 1);
            for (var k = first; k < end; k++) bin[order[k]] = number;
            first = end;
        }

        return bin;
    }

    /// <summary>The end of the run of equal values that begins at <paramref name="first"/> of the order.</summary>
    public static int EndOfTies(ReadOnlySpan<double> values, ReadOnlySpan<int> positions, int[] order, int first)
    {
        var value = values[positions[order[first]]];
        var end = first + 1;
        while (end < order.Length && values[positions[order[end]]] == value) end++;
        return end;
    }
}
