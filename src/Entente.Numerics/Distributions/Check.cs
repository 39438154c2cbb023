using System.Globalization;
using System.Runtime.CompilerServices;

namespace Entente.Numerics.Distributions;

/// <summary>The checks of constructors and the way parameters are written.</summary>
internal static class Check
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(parameter, value, $"The parameter {parameter} must be a finite number.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, $"The parameter {parameter} must be a finite number above 0; a number known exactly is a point mass.");

    public static double Above(double value, double bound, string boundName, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value > bound && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, $"The parameter {parameter} must be a finite number above {boundName} ({Short(bound)}).");

    public static double Within(double value, double low, double high, string range, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value >= low && value <= high && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, $"The parameter {parameter} must lie between {range} ({Short(low)} and {Short(high)}).");

    /// <summary>At most six digits, invariant, without the zero before the point: .05, -.2, 12.5.</summary>
    public static string Short(double value)
    {
        var text = value.ToString("G6", CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0.", StringComparison.Ordinal) ? string.Concat("-", text.AsSpan(2))
            : text;
    }

    /// <summary>The words for a truncation, empty where there is none.</summary>
    public static string Cut(double low, double high, double naturalLow) =>
        (low > naturalLow, double.IsFinite(high)) switch
        {
            (true, true) => $", within {Short(low)} to {Short(high)}",
            (true, false) => $", at least {Short(low)}",
            (false, true) => $", at most {Short(high)}",
            _ => "",
        };
}
