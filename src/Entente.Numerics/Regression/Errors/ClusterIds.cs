namespace Entente.Numerics.Regression;

/// <summary>Cluster of each sample row, numbered without gaps.</summary>
/// <param name="Ids">In the order of the layout.</param>
/// <param name="Count">Clusters.</param>
internal sealed record ClusterIds(int[] Ids, int Count)
{
    private const long LargestTable = 1 << 25;

    /// <summary>Those of one dimension.</summary>
    public static ClusterIds Of(string name, ReadOnlySpan<int> ids, EffectLayout layout, int rows)
    {
        if (ids.Length != rows) throw new EstimationException($"The clusters {name} have {ids.Length} ids for {rows} rows.");
        var result = new int[layout.Rows];
        var highest = 0;
        for (var r = 0; r < result.Length; r++)
        {
            var id = ids[layout.Order[r]];
            if (id < 0) throw new EstimationException($"The cluster {name} of row {layout.Order[r]} is {id}: clusters are numbered from 0.") { Row = layout.Order[r] };
            result[r] = id;
            highest = Math.Max(highest, id);
        }

        return Number(result, highest);
    }

    /// <summary>The clusters of the intersection.</summary>
    public static ClusterIds Cross(ClusterIds a, ClusterIds b)
    {
        var result = new int[a.Ids.Length];
        if ((long)a.Count * b.Count <= LargestTable)
        {
            for (var r = 0; r < result.Length; r++) result[r] = (a.Ids[r] * b.Count) + b.Ids[r];
            return Number(result, (a.Count * b.Count) - 1);
        }

        var crossed = EffectLevels.Cross(a.Ids, b.Ids);
        return new ClusterIds(crossed, crossed.Max() + 1);
    }

    /// <summary>Whether every level of an effect lies in one cluster; <paramref name="levels"/> as in the layout.</summary>
    public unsafe bool Holds(int* levels, int offset, int count)
    {
        var cluster = new int[count];
        Array.Fill(cluster, -1);
        for (var r = 0; r < Ids.Length; r++)
        {
            ref var seen = ref cluster[levels[r] - offset];
            if (seen < 0) seen = Ids[r];
            else if (seen != Ids[r]) return false;
        }

        return true;
    }

    private static ClusterIds Number(int[] ids, int highest)
    {
        var map = new int[highest + 1];
        var count = 0;
        for (var r = 0; r < ids.Length; r++)
        {
            ref var number = ref map[ids[r]];
            if (number == 0) number = ++count;
            ids[r] = number - 1;
        }

        return new ClusterIds(ids, count);
    }
}
