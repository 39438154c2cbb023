using System.Collections.Immutable;

namespace Entente.Numerics.Discovery;

/// <summary>A box in ranks: what is searched over. Bounds are inclusive; categorical inputs have a set of levels instead.</summary>
internal sealed class RankBox
{
    private readonly RankedColumn[] _columns;

    private RankBox(RankedColumn[] columns, int[] low, int[] high, ulong[] levels) => (_columns, Low, High, Levels) = (columns, low, high, levels);

    public int[] Low { get; }

    public int[] High { get; }

    public ulong[] Levels { get; }

    public static RankBox Whole(RankedColumn[] columns)
    {
        var box = new RankBox(columns, new int[columns.Length], new int[columns.Length], new ulong[columns.Length]);
        for (var input = 0; input < columns.Length; input++) box.Free(input);
        return box;
    }

    /// <summary>The box of given bounds.</summary>
    /// <exception cref="ArgumentException">An input is unknown or restricted twice.</exception>
    public static RankBox Of(RankedColumn[] columns, InputBox bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var (box, seen) = (Whole(columns), new bool[columns.Length]);
        foreach (var restriction in bounds.Restrictions)
        {
            var input = restriction.Input;
            if (input < 0 || input >= columns.Length) throw new ArgumentException($"The box restricts input {input}, but the table has inputs 0 to {columns.Length - 1}.", nameof(bounds));
            if (seen[input]) throw new ArgumentException($"The box restricts input {input} twice; give one restriction for each input.", nameof(bounds));
            seen[input] = true;
            var column = columns[input];
            if (column.IsCategorical)
            {
                box.Levels[input] = 0;
                for (var level = 0; level < column.Levels.Length; level++) box.Levels[input] |= restriction.Admits(column.Levels[level]) ? 1UL << level : 0;
                continue;
            }

            var (low, high) = (0, column.Levels.Length - 1);
            while (low <= high && !restriction.Admits(column.Levels[low])) low++;
            while (high >= low && !restriction.Admits(column.Levels[high])) high--;
            (box.Low[input], box.High[input]) = (low, high);
        }

        return box;
    }

    public RankBox Copy() => new(_columns, [.. Low], [.. High], [.. Levels]);

    public void Free(int input) => (Low[input], High[input], Levels[input]) = (0, _columns[input].Levels.Length - 1, _columns[input].AllLevels);

    public bool IsRestricted(int input) =>
        _columns[input].IsCategorical ? Levels[input] != _columns[input].AllLevels : Low[input] > 0 || High[input] < _columns[input].Levels.Length - 1;

    public bool Admits(int input, int rank) => _columns[input].IsCategorical ? (Levels[input] >> rank & 1) != 0 : rank >= Low[input] && rank <= High[input];

    /// <summary>The restricted inputs, rising.</summary>
    public int[] Restricted()
    {
        var inputs = new List<int>();
        for (var input = 0; input < _columns.Length; input++)
        {
            if (IsRestricted(input)) inputs.Add(input);
        }

        return [.. inputs];
    }

    /// <summary>The same box in the units of the inputs.</summary>
    public InputBox Bounds(int[] restricted)
    {
        var restrictions = ImmutableArray.CreateBuilder<InputRestriction>(restricted.Length);
        foreach (var input in restricted)
        {
            var column = _columns[input];
            if (column.IsCategorical)
            {
                var levels = ImmutableArray.CreateBuilder<double>();
                for (var level = 0; level < column.Levels.Length; level++)
                {
                    if ((Levels[input] >> level & 1) != 0) levels.Add(column.Levels[level]);
                }

                restrictions.Add(new InputRestriction(input, double.NegativeInfinity, double.PositiveInfinity, levels.ToImmutable()));
                continue;
            }

            var lower = Low[input] > 0 ? column.Below(Low[input]) : double.NegativeInfinity;
            var upper = High[input] < column.Levels.Length - 1 ? column.Above(High[input]) : double.PositiveInfinity;
            restrictions.Add(new InputRestriction(input, lower, upper, []));
        }

        return new InputBox(restrictions.MoveToImmutable());
    }
}
