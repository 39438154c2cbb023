namespace Entente.Numerics.Regression;

/// <summary>Which rows take part, and the levels of the effects that they use.</summary>
internal sealed class SampleSelection
{
    private readonly RegressionData _data;
    private readonly RegressionFamily _family;
    private readonly int[][] _count;
    private readonly int[][] _aboveFloor;
    private readonly int[][] _belowCeiling;

    public SampleSelection(RegressionData data, RegressionFamily family)
    {
        _data = data;
        _family = family;
        Dropped = new bool[data.Rows];
        var effects = data.Effects.Length;
        _count = new int[effects][];
        _aboveFloor = new int[effects][];
        _belowCeiling = new int[effects][];
        Map = new int[effects][];
        Groups = new int[effects];
    }

    /// <summary>Rows that are left out.</summary>
    public bool[] Dropped { get; }

    /// <summary>Rows that take part.</summary>
    public int Rows { get; private set; }

    public int Missing { get; private set; }

    public int WithoutWeight { get; private set; }

    public int Singletons { get; private set; }

    public int SeparatedByEffects { get; private set; }

    public int SeparatedByRectifier { get; private set; }

    /// <summary>Rows that were left out as separated, in the order in which they were found.</summary>
    public List<int> Separated { get; } = [];

    /// <summary>Rows that look separated and that the rectifier has not decided on: they stay.</summary>
    public int Undecided { get; set; }

    /// <summary>For each effect, level of the data to level of the sample; -1 where unused.</summary>
    public int[][] Map { get; }

    /// <summary>For each effect the number of levels in use.</summary>
    public int[] Groups { get; }

    /// <summary>Leaves out rows with a missing value or without weight, and checks the others.</summary>
    public void Screen()
    {
        var outcome = _data.Outcome.Span;
        for (var row = 0; row < outcome.Length; row++)
        {
            if (double.IsNaN(outcome[row])) Dropped[row] = true;
        }

        foreach (var regressor in _data.Regressors) Screen(regressor.Name, regressor.Values.Span);
        foreach (var effect in _data.Effects)
        {
            if (!effect.Slope.IsEmpty) Screen(effect.Name, effect.Slope.Span);
        }

        if (!_data.Offset.IsEmpty) Screen("the offset", _data.Offset.Span);
        foreach (var dropped in Dropped)
        {
            if (dropped) Missing++;
        }

        if (!_data.Weights.IsEmpty) ScreenWeights(_data.Weights.Span);
        for (var row = 0; row < outcome.Length; row++)
        {
            if (!Dropped[row]) CheckOutcome(outcome[row], row);
        }

        Rows = outcome.Length - Missing - WithoutWeight;
    }

    /// <summary>Leaves out, until nothing changes, rows in levels whose outcomes all lie on the boundary and rows alone in a level.</summary>
    public void Prune(bool dropSingletons, bool dropBoundaryLevels)
    {
        for (var f = 0; f < _data.Effects.Length; f++) Count(f);
        var boundary = dropBoundaryLevels && _family != RegressionFamily.Linear;
        var outcome = _data.Outcome.Span;
        var tries = dropSingletons || boundary;
        while (tries)
        {
            tries = false;
            for (var row = 0; row < outcome.Length; row++)
            {
                if (Dropped[row]) continue;
                for (var f = 0; f < _count.Length; f++)
                {
                    if (!_data.Effects[f].Slope.IsEmpty) continue;
                    var level = _data.Effects[f].Levels.Span[row];
                    var atBoundary = boundary && (_aboveFloor[f][level] == 0 || (_family != RegressionFamily.Poisson && _belowCeiling[f][level] == 0));
                    var alone = dropSingletons && _count[f][level] == 1;
                    if (!atBoundary && !alone) continue;
                    if (atBoundary)
                    {
                        SeparatedByEffects++;
                        Separated.Add(row);
                    }
                    else
                    {
                        Singletons++;
                    }

                    Drop(row, outcome[row]);
                    tries = true;
                    break;
                }
            }
        }

        for (var f = 0; f < _count.Length; f++)
        {
            var map = Map[f] = new int[_count[f].Length];
            var groups = 0;
            for (var level = 0; level < map.Length; level++) map[level] = _count[f][level] > 0 ? groups++ : -1;
            Groups[f] = groups;
        }
    }

    /// <summary>Leaves out rows that were found separated; <see cref="Prune"/> must follow.</summary>
    public void DropSeparated(ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            if (Dropped[row]) continue;
            Dropped[row] = true;
            Rows--;
            SeparatedByRectifier++;
            Separated.Add(row);
        }
    }

    /// <summary>Whether every outcome that is left is zero.</summary>
    public bool IsZero()
    {
        var outcome = _data.Outcome.Span;
        for (var row = 0; row < outcome.Length; row++)
        {
            if (!Dropped[row] && outcome[row] > 0) return false;
        }

        return true;
    }

    private void Drop(int row, double outcome)
    {
        Dropped[row] = true;
        Rows--;
        for (var f = 0; f < _count.Length; f++)
        {
            var level = _data.Effects[f].Levels.Span[row];
            _count[f][level]--;
            if (outcome > 0) _aboveFloor[f][level]--;
            if (outcome < 1) _belowCeiling[f][level]--;
        }
    }

    private void Count(int f)
    {
        var levels = _data.Effects[f].Levels.Span;
        var highest = -1;
        for (var row = 0; row < levels.Length; row++)
        {
            if (levels[row] < 0) throw new EstimationException($"The effect {_data.Effects[f].Name} has the level {levels[row]} in row {row}: levels are numbered from 0.") { Row = row };
            highest = Math.Max(highest, levels[row]);
        }

        var count = _count[f] = new int[highest + 1];
        var above = _aboveFloor[f] = new int[highest + 1];
        var below = _belowCeiling[f] = new int[highest + 1];
        var outcome = _data.Outcome.Span;
        for (var row = 0; row < levels.Length; row++)
        {
            if (Dropped[row]) continue;
            count[levels[row]]++;
            if (outcome[row] > 0) above[levels[row]]++;
            if (outcome[row] < 1) below[levels[row]]++;
        }
    }

    private void Screen(string name, ReadOnlySpan<double> values)
    {
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (double.IsFinite(value)) continue;
            if (double.IsNaN(value)) Dropped[row] = true;
            else if (!Dropped[row]) throw new EstimationException($"{name} is infinite in row {row}.") { Row = row };
        }
    }

    private void ScreenWeights(ReadOnlySpan<double> weights)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            if (Dropped[row]) continue;
            if (weights[row] < 0 || double.IsInfinity(weights[row]))
            {
                throw new EstimationException(FormattableString.Invariant($"The weight of row {row} is {weights[row]}: weights are finite and not negative.")) { Row = row };
            }

            if (weights[row] > 0) continue;
            Dropped[row] = true;
            WithoutWeight++;
        }
    }

    private void CheckOutcome(double value, int row)
    {
        if (double.IsInfinity(value)) throw new EstimationException($"{_data.OutcomeName} is infinite in row {row}.") { Row = row };
        if (_family == RegressionFamily.Poisson && value < 0)
        {
            throw new EstimationException(FormattableString.Invariant($"{_data.OutcomeName} is {value} in row {row}: a Poisson outcome cannot be negative.")) { Row = row };
        }

        if (_family is RegressionFamily.Logit or RegressionFamily.ComplementaryLogLog && value is < 0 or > 1)
        {
            throw new EstimationException(FormattableString.Invariant($"{_data.OutcomeName} is {value} in row {row}: a binary outcome lies between 0 and 1.")) { Row = row };
        }
    }
}
