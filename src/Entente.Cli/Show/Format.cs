using System.Globalization;
using Entente.World.Figures;

namespace Entente.Cli.Show;

/// <summary>Numbers as people read them in a terminal. What is missing is shown as a dash, never as zero.</summary>
internal static class Format
{
    /// <summary>What stands where a number is missing.</summary>
    public const string Missing = "–";

    /// <summary>A share in per cent: "54.4 %".</summary>
    public static string Percent(double share, int digits = 1) => double.IsFinite(share) ? $"{Fixed(share * 100, digits)} %" : Missing;

    /// <summary>A change in per cent with its sign: "+1.2 %".</summary>
    public static string SignedPercent(double change, int digits = 1) => double.IsFinite(change) ? $"{Signed(change * 100, digits)} %" : Missing;

    /// <summary>A span of shares in per cent: "50.1–62.3 %".</summary>
    public static string PercentSpan(double low, double high, int digits = 1) =>
        double.IsFinite(low) && double.IsFinite(high) ? $"{Fixed(low * 100, digits)}{Between(low * 100, high * 100)}{Fixed(high * 100, digits)} %" : Missing;

    /// <summary>An amount in billion US$: "$203.9 bn", "−$4.1 bn".</summary>
    public static string Billions(double amount, int digits = 1) =>
        double.IsFinite(amount) ? $"{(Rounded(amount, digits) < 0 ? "−" : string.Empty)}${Fixed(Math.Abs(amount), digits, group: true)} bn" : Missing;

    /// <summary>A whole number with thousands: "2,816".</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value in its unit.</summary>
    public static string Value(double value, Unit unit) => !double.IsFinite(value) ? Missing : unit switch
    {
        Unit.Share or Unit.Probability => Percent(value),
        Unit.RelativeChange => SignedPercent(value),
        Unit.BillionUsd => Billions(value),
        Unit.BillionCubicMetres => $"{Fixed(value, 1)} bcm",
        Unit.UsdPerMmbtu => $"${Fixed(value, 2)}/MMBtu",
        Unit.Count or Unit.Rank => value.ToString("N0", CultureInfo.InvariantCulture),
        Unit.Ratio => $"{Fixed(value, 1)}×",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−'),
    };

    /// <summary>A span of values in their unit.</summary>
    public static string Span(double low, double high, Unit unit) => unit switch
    {
        Unit.Share or Unit.Probability => PercentSpan(low, high),
        Unit.RelativeChange when double.IsFinite(low) && double.IsFinite(high) => $"{Signed(low * 100, 1)} to {Signed(high * 100, 1)} %",
        _ => $"{Value(low, unit)} to {Value(high, unit)}",
    };

    /// <summary>A number with a fixed count of digits, a real minus, and no minus zero.</summary>
    public static string Fixed(double value, int digits, bool group = false) =>
        Rounded(value, digits).ToString((group ? "N" : "F") + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Signed(double value, int digits) => (Rounded(value, digits) > 0 ? "+" : string.Empty) + Fixed(value, digits);

    private static string Between(double low, double high) => low < 0 || high < 0 ? " to " : "–";

    private static double Rounded(double value, int digits)
    {
        var rounded = Math.Round(value, digits, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}
