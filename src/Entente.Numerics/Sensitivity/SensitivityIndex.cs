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
