namespace Entente.Models.Trade.Conduits;

/// <summary>The excess of every state of a panel in one year, and the same excess in years when there was nothing to find.</summary>
/// <param name="Actual">By state id.</param>
/// <param name="Common">Median change of all states against their own level: a factor.</param>
/// <param name="Placebo">Scores by state id and last base year, from forecasts of equal length that end before the base does.</param>
internal sealed record ExcessScores(Dictionary<int, FlowExcess> Actual, double Common, Dictionary<(int State, int Last), double> Placebo);

/// <summary>Excess of flows over their own trend, measured against all other states and against placebo years.</summary>
internal static class ExcessTest
{
    /// <summary>Weight, in years, of the scale of all states in the scale of one: a state with few or quiet placebo years is not taken for calm.</summary>
    private const double SharedWeight = 4;

    private sealed record Residual(double Level, double Trend, double Actual)
    {
        public double OverLevel => Math.Log(Actual) - Level;

        public double OverTrend => Math.Log(Actual) - Trend;
    }

    /// <summary>Runs the test.</summary>
    /// <param name="panel">The flow of every third state.</param>
    /// <param name="last">Last year of the base.</param>
    /// <param name="target">Year that is looked at.</param>
    public static ExcessScores Run(FlowPanel panel, int last, int target)
    {
        var errors = Placebos(panel, last, target - last);
        var shared = Robust.ScaleAroundZero(errors.Values);
        var scale = errors.GroupBy(error => error.Key.State).ToDictionary(
            group => group.Key, group => Math.Sqrt((group.Sum(error => error.Value * error.Value) + SharedWeight * shared * shared) / (group.Count() + SharedWeight)));

        var actual = new Dictionary<int, FlowExcess>();
        var (residuals, level, trend) = Residuals(panel, last, target);
        foreach (var (state, residual) in residuals)
        {
            var excess = Centred(residual, level, trend);
            var size = scale.TryGetValue(state, out var own) ? own : 2 * shared;
            var expected = Math.Exp(Math.Max(residual.Level + Math.Max(0, level), residual.Trend + Math.Max(0, trend)));
            actual.Add(state, new FlowExcess(target, residual.Actual, expected, excess, Score(excess, size)));
        }

        return new ExcessScores(actual, Math.Exp(level), errors.ToDictionary(error => error.Key, error => Score(error.Value, scale[error.Key.State])));
    }

    // Series without any noise (made-up ones) have no scale: whatever rises then rises without bound.
    private static double Score(double excess, double scale) => scale > 1e-9 ? excess / scale : excess > 1e-9 ? double.PositiveInfinity : excess < -1e-9 ? double.NegativeInfinity : 0;

    private static double Centred(Residual residual, double level, double trend) => Math.Min(residual.OverLevel - level, residual.OverTrend - trend);

    private static Dictionary<(int State, int Last), double> Placebos(FlowPanel panel, int last, int horizon)
    {
        var errors = new Dictionary<(int State, int Last), double>();
        foreach (var end in panel.Years)
        {
            if (end + horizon > last || !panel.Years.Contains(end + horizon)) continue;
            var (residuals, level, trend) = Residuals(panel, end, end + horizon);
            foreach (var (state, residual) in residuals) errors.Add((state, end), Centred(residual, level, trend));
        }

        return errors;
    }

    /// <summary>What each state has over its forecasts, and the medians over states: what moved all of them is no one's excess.</summary>
    private static (Dictionary<int, Residual> ByState, double Level, double Trend) Residuals(FlowPanel panel, int last, int target)
    {
        var column = panel.Years.IndexOf(target);
        var residuals = new Dictionary<int, Residual>();
        for (var s = 0; s < panel.States.Length; s++)
        {
            var actual = panel.Values[s, column];
            if (actual > 0 && TrendForecast.Of(panel, s, last, target) is var (level, trend)) residuals.Add(panel.States[s], new Residual(level, trend, actual));
        }

        return (residuals, Robust.Median([.. residuals.Values.Select(residual => residual.OverLevel)]), Robust.Median([.. residuals.Values.Select(residual => residual.OverTrend)]));
    }
}
