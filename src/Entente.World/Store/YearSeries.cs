namespace Entente.World.Store;

/// <summary>Values by state and year in two sorted arrays.</summary>
internal sealed class YearSeries
{
    private readonly long[] _key;
    private readonly double[] _value;

    /// <param name="state">State ids.</param>
    /// <param name="year">Years, as many.</param>
    /// <param name="value">Values, as many; NaN is left out.</param>
    public YearSeries(int[] state, int[] year, double[] value)
    {
        var count = value.Count(double.IsFinite);
        _key = new long[count];
        _value = new double[count];
        var next = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (!double.IsFinite(value[i])) continue;
            _key[next] = Key(state[i], year[i]);
            _value[next++] = value[i];
        }

        Array.Sort(_key, _value);
    }

    /// <summary>The newest year of any state, 0 where there is none.</summary>
    public int LastYear
    {
        get
        {
            var last = 0;
            foreach (var key in _key) last = Math.Max(last, (int)(key & 0xFFFF));
            return last;
        }
    }

    /// <summary>The value of a state in a year, or <see langword="null"/>.</summary>
    public double? At(int state, int year)
    {
        var i = year is < 0 or > 0xFFFF ? -1 : Array.BinarySearch(_key, Key(state, year));
        return i < 0 ? null : _value[i];
    }

    /// <summary>The newest value of a state in or before a year.</summary>
    public (int Year, double Value)? Latest(int state, int notAfter)
    {
        if (notAfter < 0) return null;
        var i = Array.BinarySearch(_key, Key(state, Math.Min(notAfter, 0xFFFF)));
        if (i < 0) i = ~i - 1;
        return i >= 0 && _key[i] >> 16 == state ? ((int)(_key[i] & 0xFFFF), _value[i]) : null;
    }

    // The state is the higher part and may be negative; the year is the lower 16 bits and never is.
    private static long Key(int state, int year) => ((long)state << 16) | (uint)year;
}
