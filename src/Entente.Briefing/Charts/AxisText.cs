using System.Globalization;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Labels of ticks: as many decimals as the step needs, the unit where it is short.</summary>
internal static class AxisText
{
    public static string Tick(double value, double step, Unit unit)
    {
        var scale = unit is Unit.Share or Unit.Probability or Unit.RelativeChange ? 100 : 1;
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step * scale) - 1e-6), 0, 8);
        var magnitude = Math.Abs(value * scale);
        var number = magnitude >= 1e12 ? magnitude.ToString("0.#e0", CultureInfo.InvariantCulture) : magnitude.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        var sign = value < 0 ? Numbers.Minus.ToString() : unit == Unit.RelativeChange && value > 0 ? "+" : "";
        return unit switch
        {
            Unit.Share or Unit.Probability or Unit.RelativeChange => $"{sign}{number} %",
            Unit.BillionUsd or Unit.UsdPerMmbtu => $"{sign}${number}",
            Unit.Ratio => $"{sign}{number}×",
            _ => sign + number,
        };
    }
}
