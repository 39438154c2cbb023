namespace Entente.Numerics.Sensitivity;

/// <summary>
/// Everything the Sobol' estimators need of a base row, as columns to be summed over rows: every estimate is a function of such sums, so a resample only reweights rows.
/// The outputs are centred and scaled. A row with a failed run has 0 in the columns of the estimates that need this run, and is not counted there.
/// </summary>
internal sealed class SobolColumns
{
    /// <summary>The first three columns: rows, sum and squares where A and B are numbers.</summary>
    private const int BaseSet = 0;
    private readonly double[] _a, _b;
    private readonly int _inputs;
    private readonly List<Column> _columns = [];
    private readonly (int Set, int First, int Total)[] _ofInput;
    private readonly (int Set, int Product)[] _ofPair;

    public SobolColumns(double[] a, double[] b, double[][] ab, double[][]? ba)
    {
        (_a, _b, _inputs) = (a, b, ab.Length);
        AddSet(null, null);
        _ofInput = new (int, int, int)[_inputs];
        for (var i = 0; i < _inputs; i++)
        {
            var set = SetOf(ab[i], null);
            _ofInput[i] = (set, Add(Quantity.First, ab[i], null), Add(Quantity.Total, ab[i], null));
        }

        _ofPair = new (int, int)[ba is null ? 0 : _inputs * (_inputs - 1) / 2];
        for (int j = 0, pair = 0; ba is not null && j < _inputs; j++)
        {
            for (var k = j + 1; k < _inputs; k++) _ofPair[pair++] = (SetOf(ba[j], ab[k]), Add(Quantity.Pair, ba[j], ab[k]));
        }
    }

    private enum Quantity
    {
        Rows,
        Sum,
        Squares,
        First,
        Total,
        Pair,
    }

    public int Count => _columns.Count;

    /// <summary>First-order and total of every input, then the pairs.</summary>
    public int Estimates => (2 * _inputs) + _ofPair.Length;

    /// <summary>The column that counts the rows of an estimate.</summary>
    public int RowsColumn(int estimate) => estimate < 2 * _inputs ? _ofInput[estimate % _inputs].Set : _ofPair[estimate - (2 * _inputs)].Set;

    /// <summary>Writes columns <paramref name="firstColumn"/> and following of the given rows, row by row; columns past the last are 0.</summary>
    public void Fill(int firstColumn, int width, int firstRow, int rows, Span<double> destination)
    {
        for (var c = 0; c < width; c++)
        {
            if (firstColumn + c < Count) Fill(_columns[firstColumn + c], firstRow, rows, destination[c..], width);
            else for (var r = 0; r < rows; r++) destination[(r * width) + c] = 0;
        }
    }

    /// <summary>The indices from the sums of all columns.</summary>
    public void Evaluate(ReadOnlySpan<double> sums, Span<double> indices)
    {
        for (var i = 0; i < _inputs; i++)
        {
            var (set, first, total) = _ofInput[i];
            var scale = 1 / (sums[set] * Variance(sums, set));
            // Saltelli et al. 2010, table 2 (b), and Jansen 1999, the same table (f).
            indices[i] = sums[first] * scale;
            indices[_inputs + i] = 0.5 * sums[total] * scale;
        }

        for (int j = 0, pair = 0; pair < _ofPair.Length; j++)
        {
            for (var k = j + 1; k < _inputs; k++, pair++)
            {
                // Saltelli 2002, theorem 2: both inputs' closed index less the two first-order ones.
                var (set, product) = _ofPair[pair];
                indices[(2 * _inputs) + pair] = (sums[product] / (sums[set] * Variance(sums, set))) - indices[j] - indices[k];
            }
        }
    }

    private static double Variance(ReadOnlySpan<double> sums, int set)
    {
        var values = 2 * sums[set];
        var mean = sums[set + 1] / values;
        var variance = (sums[set + 2] / values) - (mean * mean);
        // Outputs are scaled to a variance of 1; a resample of equal rows leaves rounding only.
        return variance > 1e-14 ? variance : double.NaN;
    }

    // Rows in which more than A and B failed need a count and a variance of their own.
    private int SetOf(double[] x, double[]? y)
    {
        for (var r = 0; r < _a.Length; r++)
        {
            var failed = double.IsNaN(x[r]) || (y is not null && double.IsNaN(y[r]));
            if (failed && !double.IsNaN(_a[r]) && !double.IsNaN(_b[r])) return AddSet(x, y);
        }

        return BaseSet;
    }

    private int AddSet(double[]? x, double[]? y)
    {
        var set = Count;
        Add(Quantity.Rows, x, y);
        Add(Quantity.Sum, x, y);
        Add(Quantity.Squares, x, y);
        return set;
    }

    private int Add(Quantity quantity, double[]? x, double[]? y)
    {
        _columns.Add(new Column(quantity, x, y));
        return Count - 1;
    }

    private void Fill(Column column, int firstRow, int rows, Span<double> destination, int stride)
    {
        ReadOnlySpan<double> a = _a.AsSpan(firstRow, rows), b = _b.AsSpan(firstRow, rows);
        // Without further runs the sample A stands in: it adds no failure.
        ReadOnlySpan<double> x = (column.X ?? _a).AsSpan(firstRow, rows), y = (column.Y ?? column.X ?? _a).AsSpan(firstRow, rows);
        for (var r = 0; r < a.Length; r++)
        {
            double p = a[r], q = b[r], u = x[r], v = y[r];
            var value = column.Quantity switch
            {
                Quantity.Rows => 1,
                Quantity.Sum => p + q,
                Quantity.Squares => (p * p) + (q * q),
                Quantity.First => q * (u - p),
                Quantity.Total => (p - u) * (p - u),
                _ => (u * v) - (p * q),
            };
            // NaN wherever a run failed, else the value: outputs are finite, so 0 times their sum is 0.
            value += 0 * (p + q + u + v);
            destination[r * stride] = double.IsNaN(value) ? 0 : value;
        }
    }

    private readonly record struct Column(Quantity Quantity, double[]? X, double[]? Y);
}
