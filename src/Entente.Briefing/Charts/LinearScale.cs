using System.Collections.Immutable;

namespace Entente.Briefing.Charts;

/// <summary>A straight map from values to pixels, with ends on round numbers (1, 2 or 5 times a power of ten).</summary>
internal sealed class LinearScale
{
    private readonly double _from;
    private readonly double _to;

    private LinearScale(double low, double high, double step, double from, double to, ImmutableArray<double> ticks)
    {
        (Low, High, Step, _from, _to, Ticks) = (low, high, step, from, to, ticks);
    }

    public double Low { get; }

    public double High { get; }

    public double Step { get; }

    public ImmutableArray<double> Ticks { get; }

    /// <summary>The scale that holds all finite values, and zero where asked; pixels run from <paramref name="from"/> (low) to <paramref name="to"/> (high).</summary>
    public static LinearScale Of(IEnumerable<double> values, bool withZero, double from, double to, int ticks)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high) (low, high) = (0, 1);
        if (withZero) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (high - low <= Math.Abs(high) * 1e-9)
        {
            // All values equal: room on both sides, and on the side away from zero where zero is shown.
            var room = high == 0 ? 1 : Math.Abs(high) * .1;
            (low, high) = (low - (low == 0 && withZero ? 0 : room), high + room);
        }

        var step = NiceStep((high - low) / Math.Max(1, ticks));
        return OnSteps(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, step, from, to);
    }

    /// <summary>The scale from end to end, with ticks on round numbers inside.</summary>
    public static LinearScale Exact(double low, double high, double from, double to, int ticks)
    {
        var step = NiceStep((high - low) / Math.Max(1, ticks));
        var first = Math.Ceiling(low / step - 1e-9);
        var last = Math.Floor(high / step + 1e-9);
        return new(low, high, step, from, to, [.. Enumerable.Range(0, Math.Max(0, (int)(last - first) + 1)).Select(index => Clean((first + index) * step, step))]);
    }

    public double Map(double value) => _from + (value - Low) / (High - Low) * (_to - _from);

    private static LinearScale OnSteps(double low, double high, double step, double from, double to) =>
        new(low, high, step, from, to, [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(index => Clean(low + index * step, step))]);

    private static double NiceStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var mantissa = raw / power;
        return power * (mantissa <= 1.0001 ? 1 : mantissa <= 2.0001 ? 2 : mantissa <= 5.0001 ? 5 : 10);
    }

    private static double Clean(double value, double step) => Math.Abs(value) < step * 1e-6 ? 0 : value;
}
