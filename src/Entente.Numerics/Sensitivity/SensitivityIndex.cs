namespace Entente.Numerics.Sensitivity;

/// <summary>A sensitivity index with its sampling error.</summary>
/// <param name="Value">The estimate; NaN when the sample cannot tell (a constant output, too few draws). Unbiased, so slightly negative values occur around 0.</param>
/// <param name="StandardError">The standard deviation over bootstrap resamples of the draws.</param>
/// <param name="Draws">The number of draws used: those with neither input nor output missing.</param>
public readonly record struct SensitivityIndex(double Value, double StandardError, int Draws);

/// <summary>The moment-independent index PAWN: how far fixing an input to a slice moves the distribution of the output.</summary>
/// <param name="Median">The median over slices of the Kolmogorov-Smirnov distance.</param>
/// <param name="Maximum">The largest of these distances.</param>
/// <param name="Draws">The number of draws used.</param>
public readonly record struct PawnIndex(double Median, double Maximum, int Draws);

/// <summary>A measure of sensitivity with its sampling error from resampling.</summary>
/// <param name="Value">The estimate; NaN when the sample cannot tell (a constant output, too few rows).</param>
/// <param name="StandardError">The standard deviation over resamples; NaN where fewer than two resamples are defined.</param>
/// <param name="Low">The lower end of the percentile interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Rows">What the estimate rests on: base rows of a Sobol' design, trajectories of a screening, draws of a sample.</param>
/// <param name="Failed">How many more there were that a failed run (NaN) kept out.</param>
public readonly record struct SensitivityEstimate(double Value, double StandardError, double Low, double High, int Rows, int Failed)
{
    /// <summary>Error and interval from the resamples, which are sorted in place; undefined ones (NaN) are left out.</summary>
    internal static SensitivityEstimate From(double value, Span<double> resamples, double level, int rows, int failed)
    {
        ReadOnlySpan<double> defined = resamples[Statistics.Summary.SortAndCountNaN(resamples)..];
        return new SensitivityEstimate(
            value,
            Math.Sqrt(Statistics.Summary.Variance(defined)),
            Statistics.Summary.Quantile(defined, (1 - level) / 2),
            Statistics.Summary.Quantile(defined, (1 + level) / 2),
            rows,
            failed);
    }
}
