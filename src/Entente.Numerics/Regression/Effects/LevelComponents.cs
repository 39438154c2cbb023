namespace Entente.Numerics.Regression;

/// <summary>
/// The levels of effects fall apart into components that no row joins, such as the periods of exporter-period and importer-period effects: each can be solved
/// by itself. "Left" levels are those that a solver eliminates, "right" levels the rest.
/// </summary>
internal sealed unsafe class LevelComponents
{
    private LevelComponents(int left, int right)
    {
        LeftPlace = new int[left];
        RightPlace = new int[right];
        LeftComponent = new int[left];
        RightComponent = new int[right];
    }

    public int Count { get; private set; }

    /// <summary>Component of each left and right level, and its place in it; -1 for a level without rows.</summary>
    public int[] LeftComponent { get; }

    public int[] RightComponent { get; }

    public int[] LeftPlace { get; }

    public int[] RightPlace { get; }

    /// <summary>Left levels by component: those of component c are LeftLevels[LeftStart[c]..LeftStart[c+1]].</summary>
    public int[] LeftLevels { get; private set; } = [];

    public int[] LeftStart { get; private set; } = [];

    public int[] RightLevels { get; private set; } = [];

    public int[] RightStart { get; private set; } = [];

    /// <summary>Multiplications to eliminate the left levels and to factor what remains.</summary>
    public double Work { get; private set; }

    /// <summary>Doubles in the dense blocks: left × right, and right × right.</summary>
    public double Cells { get; private set; }

    public double FactorCells { get; private set; }

    /// <summary>Finds the components.</summary>
    /// <param name="leftCount">Left levels.</param>
    /// <param name="rightCount">Right levels.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="left">Left level of each row.</param>
    /// <param name="leftOffset">What to subtract from it.</param>
    /// <param name="right">Right levels of each row, one array per effect.</param>
    /// <param name="rights">Number of those arrays.</param>
    /// <param name="rightOffset">What to subtract from them.</param>
    public static LevelComponents Find(int leftCount, int rightCount, int rows, int* left, int leftOffset, int** right, int rights, int rightOffset)
    {
        var result = new LevelComponents(leftCount, rightCount);
        var parent = new int[rightCount];
        for (var l = 0; l < rightCount; l++) parent[l] = l;
        var first = new int[leftCount];
        Array.Fill(first, -1);
        for (var r = 0; r < rows; r++)
        {
            var g = left[r] - leftOffset;
            for (var f = 0; f < rights; f++)
            {
                var l = right[f][r] - rightOffset;
                if (first[g] < 0) first[g] = l;
                else if (parent[l] != parent[first[g]]) Join(parent, l, first[g]);
            }
        }

        var number = new int[rightCount];
        Array.Fill(number, -1);
        for (var l = 0; l < rightCount; l++)
        {
            var root = Root(parent, l);
            if (number[root] < 0) number[root] = result.Count++;
            result.RightComponent[l] = number[root];
        }

        for (var g = 0; g < leftCount; g++) result.LeftComponent[g] = first[g] < 0 ? -1 : result.RightComponent[first[g]];
        (result.LeftLevels, result.LeftStart) = Gather(result.LeftComponent, result.LeftPlace, result.Count);
        (result.RightLevels, result.RightStart) = Gather(result.RightComponent, result.RightPlace, result.Count);
        for (var c = 0; c < result.Count; c++)
        {
            double l = result.LeftStart[c + 1] - result.LeftStart[c], r = result.RightStart[c + 1] - result.RightStart[c];
            result.Work += (l * r * r / 2) + (r * r * r / 6);
            result.Cells += l * DenseUpper.Stride((int)r);
            result.FactorCells += r * DenseUpper.Stride((int)r);
        }

        return result;
    }

    private static (int[] Levels, int[] Start) Gather(int[] component, int[] place, int count)
    {
        var start = new int[count + 1];
        foreach (var c in component)
        {
            if (c >= 0) start[c + 1]++;
        }

        for (var c = 0; c < count; c++) start[c + 1] += start[c];
        var levels = new int[start[count]];
        var next = start[..count];
        for (var l = 0; l < component.Length; l++)
        {
            var c = component[l];
            place[l] = c < 0 ? -1 : next[c] - start[c];
            if (c >= 0) levels[next[c]++] = l;
        }

        return (levels, start);
    }

    private static int Root(int[] parent, int l)
    {
        while (parent[l] != l) l = parent[l] = parent[parent[l]];
        return l;
    }

    private static void Join(int[] parent, int a, int b)
    {
        int x = Root(parent, a), y = Root(parent, b);
        if (x < y) parent[y] = x;
        else parent[x] = y;
    }
}
