using System.Globalization;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing;

/// <summary>Figures as people read them: per cent, dollars, ranges and intervals, the same in the terminal, in briefs and in charts.</summary>
/// <remarks>
/// Invariant culture. Minus is U+2212. Fractions are shown as per cent. A value that is not a finite number is "missing", never a symbol for it and never zero.
/// A value that would round to zero is shown as "&lt; 0.1 %" and the like, so that zero always means zero.
/// </remarks>
public static class Numbers
{
    /// <summary>What stands in the place of a value that is not there.</summary>
    public const string Missing = "missing";

    /// <summary>The minus sign, U+2212.</summary>
    public const char Minus = '\u2212';

    /// <summary>A value with its unit: "51.4 %", "7 %", "−$0.4 bn", "+0.35 %", "45.2 bcm", "rank 3", "13.4×".</summary>
    /// <param name="value">The value in the unit's own scale: fractions for shares, probabilities and relative changes.</param>
    /// <param name="unit">The unit; a relative change always carries its sign.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string Format(double value, Unit unit) => Parts(value, unit, unit == Unit.RelativeChange).Text;

    /// <summary>The same with the sign always written, also for a gain: "+$1.2 bn". Zero has none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string Signed(double value, Unit unit) => Parts(value, unit, true).Text;

    /// <summary>A range: "0 to 31 %", "−$1.2 to −$0.4 bn". One value where both ends read the same.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="signed">Whether a gain carries its sign; always so for relative changes.</param>
    /// <returns>The text, or <see cref="Missing"/> where an end is not a finite number.</returns>
    public static string Range(double low, double high, Unit unit, bool signed = false)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high)) return Missing;
        var (from, to) = (Parts(low, unit, signed || unit == Unit.RelativeChange), Parts(high, unit, signed || unit == Unit.RelativeChange));
        if (from.Text == to.Text) return to.Text;
        return from.Suffix == to.Suffix ? $"{from.Body} to {to.Text}" : $"{from.Text} to {to.Text}";
    }

    /// <summary>Mean, 90 % interval over draws and Monte Carlo error: "7 % (90 % interval 0 to 31 %; Monte Carlo error 0.2)".</summary>
    /// <param name="spread">The spread; the error of fractions is in percentage points.</param>
    /// <param name="unit">The unit of all five numbers.</param>
    /// <returns>The text; parts that are not finite are left out, <see cref="Missing"/> where there is no mean.</returns>
    public static string Format(Spread spread, Unit unit)
    {
        if (!double.IsFinite(spread.Mean)) return Missing;
        var range = Range(spread.Low, spread.High, unit);
        var error = Error(spread.MonteCarloError, unit);
        var inside = (range == Missing ? "" : $"90 % interval {range}") + (error == Missing ? "" : $"{(range == Missing ? "" : "; ")}Monte Carlo error {error}");
        return inside.Length == 0 ? Format(spread.Mean, unit) : $"{Format(spread.Mean, unit)} ({inside})";
    }

    /// <summary>Mean and 90 % interval in the shortest form: "7 % (0 to 31 %)".</summary>
    /// <param name="spread">The spread.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="signed">Whether a gain carries its sign.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string Short(Spread spread, Unit unit, bool signed = false)
    {
        if (!double.IsFinite(spread.Mean)) return Missing;
        var mean = signed ? Signed(spread.Mean, unit) : Format(spread.Mean, unit);
        var range = Range(spread.Low, spread.High, unit, signed);
        return range == Missing ? mean : $"{mean} ({range})";
    }

    /// <summary>A figure with its interval where it has one: "51.4 %", "0.86 (90 % interval 0.82 to 0.9)".</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string Format(Figure figure)
    {
        var value = Format(figure.Value, figure.Unit);
        return figure.IsMissing || Interval(figure) is not { } interval ? value : $"{value} ({interval})";
    }

    /// <summary>The interval of a figure in words: "90 % interval 0 to 31 %"; <see langword="null"/> where it has none.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The text or <see langword="null"/>.</returns>
    public static string? Interval(Figure figure)
    {
        if (figure.Interval is not { } interval || Range(interval.Low, interval.High, figure.Unit) is Missing) return null;
        var level = double.IsFinite(interval.Level) ? $"{(interval.Level * 100).ToString("0.#", CultureInfo.InvariantCulture)} % " : "";
        return $"{level}interval {Range(interval.Low, interval.High, figure.Unit)}";
    }

    /// <summary>A difference of two fractions in percentage points: "+2.1 points", "−0.3 points", "0 points".</summary>
    /// <param name="difference">Difference as a fraction: .021 is 2.1 points.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string Points(double difference) => double.IsFinite(difference) ? $"{PointsBody(difference)} points" : Missing;

    /// <summary>A range of differences in percentage points: "−0.3 to +2.1 points".</summary>
    /// <param name="low">Lower end as a fraction.</param>
    /// <param name="high">Upper end as a fraction.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string PointsRange(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high)) return Missing;
        return PointsBody(low) == PointsBody(high) ? $"{PointsBody(high)} points" : $"{PointsBody(low)} to {PointsBody(high)} points";
    }

    /// <summary>A Monte Carlo error in the scale of its figure, without the sign: percentage points for fractions ("0.2"), else with the unit.</summary>
    /// <param name="error">Standard error in the unit's own scale.</param>
    /// <param name="unit">The unit of the figure.</param>
    /// <returns>The text, or <see cref="Missing"/>.</returns>
    public static string Error(double error, Unit unit)
    {
        if (!double.IsFinite(error)) return Missing;
        if (unit is not (Unit.Share or Unit.Probability or Unit.RelativeChange)) return Format(error, unit);
        var (points, decimals) = (Math.Abs(error) * 100, unit == Unit.RelativeChange ? 2 : 1);
        var least = Math.Pow(10, -decimals);
        return points == 0 ? "0" : points < least / 2 ? $"< {Fixed(least, decimals)}" : Fixed(points, decimals);
    }

    /// <summary>The unit in words, for an axis or a column: "per cent", "billion US$".</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The words; empty for a plain number, which has no unit.</returns>
    public static string Words(Unit unit) => unit switch
    {
        Unit.Share or Unit.Probability => "per cent",
        Unit.RelativeChange => "change, per cent",
        Unit.BillionUsd => "billion US$",
        Unit.BillionCubicMetres => "billion cubic metres",
        Unit.UsdPerMmbtu => "US$ per million Btu",
        Unit.Rank => "rank",
        Unit.Ratio => "ratio",
        Unit.Count => "count",
        _ => "",
    };

    /// <summary>A number with a fixed count of decimals and a true minus, for columns; −0.00 is written 0.00.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Decimals, 0 or more.</param>
    public static string Decimals(double value, int decimals)
    {
        if (!double.IsFinite(value)) return Missing;
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded < 0 ? Minus.ToString() : string.Empty) + Math.Abs(rounded).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number with thousands set off by commas: "10,000".</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Whole(long value) => (value < 0 ? Minus.ToString() : "") + Math.Abs((decimal)value).ToString("N0", CultureInfo.InvariantCulture);

    private static NumberParts Parts(double value, Unit unit, bool signed)
    {
        if (!double.IsFinite(value)) return new(Missing, "");
        var magnitude = Math.Abs(value);
        var (prefix, body, suffix) = unit switch
        {
            Unit.Share => Percent(magnitude, 1, 1, capped: true),
            Unit.Probability => Percent(magnitude, 0, 1, capped: true),
            Unit.RelativeChange => Percent(magnitude, 1, 2, capped: false),
            Unit.BillionUsd => Dollars(magnitude),
            Unit.BillionCubicMetres => ("", Least(magnitude, magnitude < 99.95 ? 1 : 0), " bcm"),
            Unit.UsdPerMmbtu => ("$", Least(magnitude, 2), " per MMBtu"),
            Unit.Rank => ("", Least(magnitude, 0), ""),
            Unit.Ratio => ("", Least(magnitude, magnitude < 99.95 ? magnitude < 0.95 ? 2 : 1 : 0), "×"),
            Unit.Count => ("", Least(magnitude, magnitude < 99.95 && magnitude != Math.Floor(magnitude) ? 1 : 0), ""),
            _ => ("", Significant(magnitude), ""),
        };

        // "< 0.1" below zero is "> −0.1"; the sign of a bound stands at its number.
        var bound = body.StartsWith("< ", StringComparison.Ordinal) || body.StartsWith("> ", StringComparison.Ordinal);
        var (relation, number) = bound ? (value < 0 ? body[0] == '<' ? "> " : "< " : body[..2], body[2..]) : ("", body);
        var sign = value < 0 ? Minus.ToString() : signed && value > 0 && !bound ? "+" : "";
        return new((unit == Unit.Rank ? "rank " : "") + relation + sign + prefix + number, suffix);
    }

    private static (string Prefix, string Body, string Suffix) Percent(double fraction, int decimals, int small, bool capped)
    {
        var percent = fraction * 100;
        var least = Math.Pow(10, -small);
        var body = percent switch
        {
            0 => "0",
            100 when capped => "100",
            _ when percent < least / 2 => $"< {Fixed(least, small)}",
            _ when capped && percent is > 99.95 and < 100 => "> 99.9",
            _ when capped && percent is > 99 and < 100 => Fixed(percent, 1),
            _ when percent < .95 => Fixed(percent, small),
            _ when !capped && percent >= 99.95 => Fixed(percent, 0),
            _ => Fixed(percent, decimals),
        };
        return ("", body, " %");
    }

    private static (string Prefix, string Body, string Suffix) Dollars(double billion) => billion switch
    {
        0 => ("$", "0", ""),
        < .0005 => ("$", "< 1", " m"),
        < .0995 => ("$", Fixed(billion * 1000, 0), " m"),
        < 99.95 => ("$", Fixed(billion, 1), " bn"),
        < 999.5 => ("$", Fixed(billion, 0), " bn"),
        < 99_950 => ("$", Fixed(billion / 1000, 1), " tn"),
        _ => ("$", Fixed(billion / 1000, 0), " tn"),
    };

    private static string Least(double magnitude, int decimals)
    {
        var least = Math.Pow(10, -decimals);
        return magnitude == 0 ? "0" : magnitude < least / 2 ? $"< {Fixed(least, decimals)}" : Fixed(magnitude, decimals);
    }

    // Three significant digits, without trailing zeros.
    private static string Significant(double magnitude)
    {
        if (magnitude == 0) return "0";
        if (magnitude < .0005) return "< 0.001";
        if (magnitude >= 99.95) return Fixed(magnitude, 0);
        var decimals = magnitude >= 9.995 ? 1 : magnitude >= .9995 ? 2 : 3;
        return magnitude.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    private static string PointsBody(double difference)
    {
        var points = Math.Abs(difference) * 100;
        var sign = difference < 0 ? Minus.ToString() : "+";
        return points == 0 ? "0" : points < .05 ? difference < 0 ? $"> {Minus}0.1" : "< 0.1" : sign + Fixed(points, 1);
    }

    private static string Fixed(double magnitude, int decimals) => magnitude >= 1e15
        ? magnitude.ToString("0.##e0", CultureInfo.InvariantCulture)
        : magnitude.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    private readonly record struct NumberParts(string Body, string Suffix)
    {
        public string Text => Body + Suffix;
    }
}
