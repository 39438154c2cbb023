using System.Globalization;
using Entente.Briefing.Html;

namespace Entente.Briefing.Tests;

/// <summary>Contrast of colours after WCAG 2.2, "relative luminance" and "contrast ratio".</summary>
internal static class ChartColours
{
    public const string Light = HtmlStyle.Light;
    public const string Dark = HtmlStyle.Dark;

    public static Dictionary<string, string> Parse(string set) => set.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':')).ToDictionary(pair => pair[0][2..], pair => pair[1]);

    public static double Contrast(string a, string b)
    {
        var (lighter, darker) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (lighter + .05) / (darker + .05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return .2126 * Channel(1) + .7152 * Channel(3) + .0722 * Channel(5);
    }
}
