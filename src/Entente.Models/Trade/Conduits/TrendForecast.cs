namespace Entente.Models.Trade.Conduits;

/// <summary>Where a flow would stand: on its own recent level, and on its own trend.</summary>
/// <remarks>
/// Logs. The level is the median of the last three years with trade, the trend a Theil-Sen line (Theil 1950, Sen 1968) through the base years. In placebo forecasts over the years before any sanctions the level is the
/// better forecast by far (docs/dependence.md), but a flow that grows steadily is no conduit: an excess has to stand above both.
/// </remarks>
internal static class TrendForecast
{
    /// <summary>Years of the base, counted back from its last.</summary>
    public const int BaseYears = 11;

    /// <summary>Fewest years with trade in the base.</summary>
    public const int LeastYears = 8;

    private const int LevelYears = 3;

    /// <summary>Log of the level and of the trend at the target year; <see langword="null"/> where too few years hold trade.</summary>
    /// <param name="panel">The flows.</param>
    /// <param name="state">Row of the state.</param>
    /// <param name="last">Last year that may be used.</param>
    /// <param name="target">Year that is forecast.</param>
    public static (double Level, double Trend)? Of(FlowPanel panel, int state, int last, int target)
    {
        Span<double> years = stackalloc double[BaseYears];
        Span<double> logs = stackalloc double[BaseYears];
        var n = 0;
        for (var y = 0; y < panel.Years.Length; y++)
        {
            if (panel.Years[y] > last || panel.Years[y] <= last - BaseYears || !(panel.Values[state, y] > 0)) continue;
            (years[n], logs[n]) = (panel.Years[y], Math.Log(panel.Values[state, y]));
            n++;
        }

        if (n < LeastYears) return null;
        Span<double> slopes = stackalloc double[BaseYears * (BaseYears - 1) / 2];
        var pairs = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++) slopes[pairs++] = (logs[j] - logs[i]) / (years[j] - years[i]);
        }

        var slope = Robust.Median(slopes[..pairs]);
        Span<double> rests = stackalloc double[BaseYears];
        for (var i = 0; i < n; i++) rests[i] = logs[i] - slope * years[i];
        var trend = Robust.Median(rests[..n]) + slope * target;
        Span<double> recent = stackalloc double[LevelYears];
        logs[(n - LevelYears)..n].CopyTo(recent);
        return (Robust.Median(recent), trend);
    }
}
