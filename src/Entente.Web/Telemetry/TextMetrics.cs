using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Entente.Web.Telemetry;

/// <summary>Writes what was measured in the text format of Prometheus, whenever it is asked for.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class TextMetrics : BaseExporter<Metric>, IPullMetricExporter
{
    /// <summary>The media type of the format.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    /// <inheritdoc />
    public Func<int, bool>? Collect { get; set; }

    /// <summary>All measures as they stand.</summary>
    public string Read()
    {
        lock (_gate)
        {
            _text.Clear();
            Collect?.Invoke(Timeout.Infinite);
            return _text.ToString();
        }
    }

    /// <inheritdoc />
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch) Write(metric);
        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        var kind = metric.MetricType switch
        {
            MetricType.LongSum or MetricType.DoubleSum => "counter",
            MetricType.Histogram => "histogram",
            _ => "gauge",
        };
        var name = NameOf(metric, kind);
        _text.Append("# HELP ").Append(name).Append(' ').Append(metric.Description.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal)).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (kind == "histogram") Histogram(name, point);
            else Line(name, point, null, Value(metric.MetricType, point));
        }
    }

    private void Histogram(string name, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            Line($"{name}_bucket", point, double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Text(bucket.ExplicitBound), below);
        }

        Line($"{name}_sum", point, null, point.GetHistogramSum());
        Line($"{name}_count", point, null, point.GetHistogramCount());
    }

    private void Line(string name, in MetricPoint point, string? bound, double value)
    {
        _text.Append(name);
        var first = true;
        foreach (var (tag, content) in point.Tags) Label(ref first, Safe(tag), Convert.ToString(content, CultureInfo.InvariantCulture) ?? string.Empty);
        if (bound is not null) Label(ref first, "le", bound);
        if (!first) _text.Append('}');
        _text.Append(' ').Append(Text(value)).Append('\n');
    }

    private void Label(ref bool first, string name, string value)
    {
        _text.Append(first ? '{' : ',').Append(name).Append("=\"").Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        first = false;
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    /// <summary>Names end in the unit, and counters in total.</summary>
    private static string NameOf(Metric metric, string kind)
    {
        var name = Safe(metric.Name);
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => string.Empty };
        if (!name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        return kind == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? $"{name}_total" : name;
    }

    private static string Safe(string name) => string.Create(name.Length, name, static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = char.IsAsciiLetterOrDigit(from[i]) ? from[i] : '_';
    });

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
