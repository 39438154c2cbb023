namespace Entente.World.Sources.Csv;

/// <summary>How numbers are written in a file. Only one style is read at a time: "1,234" is a thousand in one country and one and a bit in another.</summary>
internal enum NumberStyle
{
    /// <summary>Digits with a decimal point; a thousands separator is refused.</summary>
    Plain,

    /// <summary>"3,586.5": commas between groups of three digits are taken out and noted.</summary>
    CommaThousands,

    /// <summary>"1 234,5": spaces (also no-break spaces) between groups, a decimal comma; noted.</summary>
    SpaceThousandsCommaDecimal,

    /// <summary>"1.234,5": points between groups, a decimal comma; noted.</summary>
    PointThousandsCommaDecimal,
}

/// <summary>What an importer knows about a file before it is opened.</summary>
internal sealed record CsvTableOptions
{
    /// <summary>Comma-separated, plain numbers, the header first.</summary>
    public static CsvTableOptions Default { get; } = new();

    /// <summary>Columns without which the file cannot be read.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>How numbers are written; <see cref="NumberStyle.Plain"/> unless said otherwise.</summary>
    public NumberStyle Numbers { get; init; } = NumberStyle.Plain;

    /// <summary>Formats of days beside yyyy-MM-dd and its forms with a time of day.</summary>
    public IReadOnlyList<string> DayFormats { get; init; } = [];

    /// <summary>Whether lines of text may stand above the header; the header is then the first record that has all <see cref="Required"/> columns.</summary>
    public bool HeaderMayFollowText { get; init; }
}
