namespace Entente.Numerics.Regression;

/// <summary>
/// The rows of a sample sorted by the levels of one effect, the pivot, which every solver eliminates exactly; the levels of the other effects are numbered through.
/// Without any constant-per-level effect the pivot is made of runs of rows that absorb nothing.
/// </summary>
internal sealed unsafe class EffectLayout : IDisposable
{
    private const int RunLength = 4096;
    private readonly AlignedArray<nint> _pointers;

    private EffectLayout(int rows, int groups, int others)
    {
        Rows = rows;
        Groups = groups;
        Others = others;
        Order = new AlignedArray<int>(rows);
        Start = new AlignedArray<int>(groups + 1);
        Group = new AlignedArray<int>(rows);
        Level = new AlignedArray<int>[others];
        Slope = new AlignedArray<double>?[others];
        Offset = new int[others + 1];
        Centre = new (int, double[])[others];
        Array.Fill(Centre, (-1, []));
        _pointers = new AlignedArray<nint>(2 * Math.Max(1, others));
        _pointers.Clear();
    }

    public int Rows { get; }

    /// <summary>Levels of the pivot.</summary>
    public int Groups { get; }

    /// <summary>Effects besides the pivot.</summary>
    public int Others { get; }

    /// <summary>Index of the pivot among the effects; -1 where there is none.</summary>
    public int Pivot { get; private init; }

    public bool Absorbs => Pivot >= 0;

    /// <summary>Sorted row to row of the data.</summary>
    public AlignedArray<int> Order { get; }

    /// <summary>First row of each group, and the end.</summary>
    public AlignedArray<int> Start { get; }

    /// <summary>Group of each row.</summary>
    public AlignedArray<int> Group { get; }

    /// <summary>For each other effect the level of each row, numbered through all other effects.</summary>
    public AlignedArray<int>[] Level { get; }

    /// <summary>For each other effect its slope variable, null for a constant.</summary>
    public AlignedArray<double>?[] Slope { get; }

    /// <summary>The first level of each other effect, and the number of all.</summary>
    public int[] Offset { get; }

    /// <summary>For each other effect that is a slope beside a constant with the same levels: that constant's index among the effects, and what was taken off the slope variable in each level; else -1 and empty.</summary>
    public (int Constant, double[] Mean)[] Centre { get; }

    /// <summary>Index among the effects of each other effect.</summary>
    public int[] EffectOf { get; private init; } = [];

    /// <summary><see cref="Level"/> for kernels.</summary>
    public int** LevelPointers => (int**)_pointers.Pointer;

    /// <summary><see cref="Slope"/> for kernels; null pointers for constants.</summary>
    public double** SlopePointers => (double**)_pointers.Pointer + Math.Max(1, Others);

    public int OtherLevels => Offset[Others];

    public bool HasSlopes { get; private init; }

    /// <summary>First group of each of the parts that are summed apart, and the end: a function of the data alone, so that threads change no sum.</summary>
    public int[] PartGroup { get; private set; } = [];

    public int Parts => PartGroup.Length - 1;

    public static EffectLayout Build(RegressionData data, SampleSelection sample)
    {
        var effects = data.Effects;
        var pivot = -1;
        for (var f = 0; f < effects.Length; f++)
        {
            if (effects[f].Slope.IsEmpty && (pivot < 0 || sample.Groups[f] > sample.Groups[pivot])) pivot = f;
        }

        int[] others = [.. Enumerable.Range(0, effects.Length).Where(f => f != pivot)];
        var groups = pivot >= 0 ? sample.Groups[pivot] : (sample.Rows + RunLength - 1) / RunLength;
        var layout = new EffectLayout(sample.Rows, groups, others.Length) { Pivot = pivot, EffectOf = others, HasSlopes = others.Any(f => !effects[f].Slope.IsEmpty) };
        layout.Sort(data, sample);
        for (var k = 0; k < others.Length; k++)
        {
            var effect = effects[others[k]];
            layout.Fill(k, effect, sample.Map[others[k]], sample.Groups[others[k]]);
            if (effect.Slope.IsEmpty) continue;
            for (var f = 0; f < effects.Length; f++)
            {
                if (effects[f].Slope.IsEmpty && effects[f].Levels.Span.SequenceEqual(effect.Levels.Span)) layout.CentreSlope(k, f);
            }
        }

        layout.Divide();
        return layout;
    }

    public void Dispose()
    {
        Order.Dispose();
        Start.Dispose();
        Group.Dispose();
        _pointers.Dispose();
        foreach (var level in Level) level?.Dispose();
        foreach (var slope in Slope) slope?.Dispose();
    }

    private void Sort(RegressionData data, SampleSelection sample)
    {
        int* start = Start.Pointer, order = Order.Pointer, group = Group.Pointer;
        var dropped = sample.Dropped;
        if (Pivot < 0)
        {
            for (int row = 0, at = 0; row < dropped.Length; row++)
            {
                if (!dropped[row]) order[at++] = row;
            }

            for (var g = 0; g <= Groups; g++) start[g] = Math.Min(g * RunLength, Rows);
            for (var r = 0; r < Rows; r++) group[r] = r / RunLength;
            return;
        }

        var levels = data.Effects[Pivot].Levels.Span;
        var map = sample.Map[Pivot];
        Start.Clear();
        for (var row = 0; row < dropped.Length; row++)
        {
            if (!dropped[row]) start[map[levels[row]] + 1]++;
        }

        for (var g = 0; g < Groups; g++) start[g + 1] += start[g];
        var next = new int[Groups];
        for (var g = 0; g < Groups; g++) next[g] = start[g];
        for (var row = 0; row < dropped.Length; row++)
        {
            if (dropped[row]) continue;
            var g = map[levels[row]];
            order[next[g]++] = row;
        }

        for (var g = 0; g < Groups; g++) new Span<int>(group + start[g], start[g + 1] - start[g]).Fill(g);
    }

    private void Fill(int k, FixedEffect effect, int[] map, int levels)
    {
        var ids = Level[k] = new AlignedArray<int>(Rows);
        var source = effect.Levels.Span;
        Offset[k + 1] = Offset[k] + levels;
        int* order = Order.Pointer, target = ids.Pointer;
        for (var r = 0; r < Rows; r++) target[r] = Offset[k] + map[source[order[r]]];
        LevelPointers[k] = target;
        if (effect.Slope.IsEmpty) return;
        var values = Slope[k] = new AlignedArray<double>(Rows);
        SlopePointers[k] = values.Pointer;
        var slope = effect.Slope.Span;
        for (var r = 0; r < Rows; r++) values[r] = slope[order[r]];
    }

    // Beside a constant per level a slope may be measured from the level's mean. Trends in calendar time would otherwise be all but constants, and no iteration would tell them apart.
    private void CentreSlope(int k, int constant)
    {
        if (Centre[k].Constant >= 0) return;
        var levels = Offset[k + 1] - Offset[k];
        var (mean, count) = (new double[levels], new int[levels]);
        int* level = LevelPointers[k];
        var slope = SlopePointers[k];
        for (var r = 0; r < Rows; r++)
        {
            mean[level[r] - Offset[k]] += slope[r];
            count[level[r] - Offset[k]]++;
        }

        for (var l = 0; l < levels; l++) mean[l] /= Math.Max(1, count[l]);
        for (var r = 0; r < Rows; r++) slope[r] -= mean[level[r] - Offset[k]];
        Centre[k] = (constant, mean);
    }

    // Parts of about equal length, cut between groups; few for small samples, where another thread would not pay.
    private void Divide()
    {
        var parts = Rows < 60_000 ? 1 : Rows < 400_000 ? 2 : 4;
        var bounds = new List<int> { 0 };
        for (var p = 1; p < parts; p++)
        {
            var target = (int)((long)Rows * p / parts);
            var g = Group[target];
            if (g > bounds[^1]) bounds.Add(g);
        }

        bounds.Add(Groups);
        PartGroup = [.. bounds];
    }
}
