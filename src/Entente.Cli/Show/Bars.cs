namespace Entente.Cli.Show;

/// <summary>Horizontal bars from block characters.</summary>
internal static class Bars
{
    private const string Eighths = " ▏▎▍▌▋▊▉";

    /// <summary>A bar for a share of a width; a share above zero always shows a sliver.</summary>
    public static string Of(double share, int width)
    {
        if (!double.IsFinite(share)) return string.Empty;
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * width * 8, MidpointRounding.AwayFromZero);
        if (eighths == 0 && share > 0) eighths = 1;
        var bar = new string('█', eighths / 8);
        return eighths % 8 == 0 ? bar : bar + Eighths[eighths % 8];
    }
}
