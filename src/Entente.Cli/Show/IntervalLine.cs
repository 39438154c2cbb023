namespace Entente.Cli.Show;

/// <summary>A value with its interval on one line of characters.</summary>
internal static class IntervalLine
{
    /// <summary>Draws on a scale from low to high: a line for the interval, a dot for the value, an upright at zero.</summary>
    public static string Of(double value, double from, double to, double low, double high, int width, bool hollow)
    {
        int Column(double x) => Math.Clamp((int)Math.Round((x - low) / (high - low) * (width - 1), MidpointRounding.AwayFromZero), 0, width - 1);
        var line = new string(' ', width).ToCharArray();
        if (low < 0 && high > 0) line[Column(0)] = '┊';
        for (var i = Column(from); i <= Column(to); i++) line[i] = '─';
        line[Column(value)] = hollow ? '○' : '●';
        return new string(line);
    }
}
