using System.Collections.Immutable;
using Entente.Models.Strategy;

namespace Entente.Briefing.Charts;

/// <summary>A value of a year with its interval; what is missing is NaN.</summary>
internal readonly record struct YearPoint(int Year, double Value, double Low, double High);

/// <summary>A series cut into runs of years that hold data. Infinite values count as missing, and ends of intervals that are absent stay absent.</summary>
internal sealed class YearLine
{
    private readonly HashSet<int> _held;

    public YearLine(ChartSeries series)
    {
        Name = series.Name;
        var years = series.Years.IsDefault ? [] : series.Years;
        Points = [.. years.Select((year, index) => new YearPoint(year, At(series.Values, index), At(series.Low, index), At(series.High, index))).OrderBy(point => point.Year)];
        _held = [.. Points.Where(point => double.IsFinite(point.Value)).Select(point => point.Year)];
    }

    public string Name { get; }

    public ImmutableArray<YearPoint> Points { get; }

    public int First => Points.IsEmpty ? int.MaxValue : Points[0].Year;

    public int Last => Points.IsEmpty ? int.MinValue : Points[^1].Year;

    public IEnumerable<double> Extent => Points.SelectMany(point => new[] { point.Value, point.Low, point.High });

    public YearPoint? LastPoint => Points.Where(point => double.IsFinite(point.Value)).Select(point => (YearPoint?)point).LastOrDefault();

    public YearPoint? FirstPoint => Points.Where(point => double.IsFinite(point.Value)).Select(point => (YearPoint?)point).FirstOrDefault();

    public bool Has(int year) => _held.Contains(year);

    public IEnumerable<ImmutableArray<YearPoint>> ValueRuns() => Runs(point => double.IsFinite(point.Value));

    public IEnumerable<ImmutableArray<YearPoint>> BandRuns() => Runs(point => double.IsFinite(point.Low) && double.IsFinite(point.High));

    // A year that is absent from the list ends a run like a year without a value.
    private IEnumerable<ImmutableArray<YearPoint>> Runs(Func<YearPoint, bool> held)
    {
        var run = ImmutableArray.CreateBuilder<YearPoint>();
        foreach (var point in Points)
        {
            if (run.Count > 0 && (!held(point) || point.Year != run[^1].Year + 1))
            {
                yield return run.ToImmutable();
                run.Clear();
            }

            if (held(point)) run.Add(point);
        }

        if (run.Count > 0) yield return run.ToImmutable();
    }

    private static double At(ImmutableArray<double> values, int index) =>
        values.IsDefault || index >= values.Length || !double.IsFinite(values[index]) ? double.NaN : values[index];
}
