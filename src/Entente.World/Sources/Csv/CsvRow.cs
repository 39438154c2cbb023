using System.Globalization;
using System.Text;

namespace Entente.World.Sources.Csv;

/// <summary>The row that a <see cref="CsvTable"/> stands on. A cell that does not hold what is asked for throws an <see cref="ImportException"/> with file, line, column and field.</summary>
/// <remarks>Missing are: nothing, NA, N/A, two points (World Bank), one point (Stata), NULL and nan.</remarks>
internal sealed class CsvRow(CsvTable table)
{
    private static readonly string[] UsualDays = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fffZ"];

    /// <summary>Name of the file.</summary>
    public string File => table.File;

    /// <summary>The line of the file on which the row starts, 1 is the first; line breaks inside quotes are counted.</summary>
    public int Line => table.Line;

    /// <summary>The cell as it stands, without blanks around it; empty where it is empty.</summary>
    public string Raw(string field) => Raw(table.Column(field));

    /// <summary>The cell of a column counted from 0 as it stands, without blanks around it.</summary>
    public string Raw(int column) => table.Reader.GetString(column).Trim();

    /// <summary>A cell that must hold text. "NA" is text here: it is also the code of Namibia.</summary>
    public string Text(string field)
    {
        var text = Raw(field);
        return text.Length > 0 ? text : throw Bad(field, "is empty; a value is needed.");
    }

    /// <summary>The text, or <see langword="null"/> where it is missing.</summary>
    public string? TextOrNull(string field)
    {
        var text = Raw(field);
        return Missing.Is(text) ? null : text;
    }

    /// <summary>The text of a column that the file may lack.</summary>
    public string? OptionalText(string field) => table.Has(field) ? TextOrNull(field) : null;

    /// <summary>The whole number of a column that the file may lack.</summary>
    public int? OptionalInteger(string field) => table.Has(field) ? IntegerOrNull(field) : null;

    /// <summary>The flag of a column that the file may lack.</summary>
    public bool? OptionalFlag(string field) => table.Has(field) ? FlagOrNull(field) : null;

    /// <summary>The row as it stands in the file.</summary>
    public string Whole => Encoding.UTF8.GetString(table.Reader.RawRecord);

    /// <summary>A whole number; "12.0" is one.</summary>
    public int Integer(string field) => IntegerOrNull(field) ?? throw Bad(field, "is missing; a whole number is needed.");

    /// <summary>A whole number, or <see langword="null"/> where it is missing.</summary>
    public int? IntegerOrNull(string field)
    {
        var bytes = Span(table.Column(field));
        if (int.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        if (Missing.Is(bytes)) return null;

        var value = ParsedReal(field);
        return value == Math.Floor(value) && value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Bad(field, $"'{Raw(field)}' is not a whole number.");
    }

    /// <summary>A finite number.</summary>
    public double Real(string field) => RealOrNull(field) ?? throw Bad(field, "is missing; a number is needed.");

    /// <summary>A finite number, or <see langword="null"/> where it is missing.</summary>
    public double? RealOrNull(string field) => Missing.Is(Span(table.Column(field))) ? null : ParsedReal(field);

    /// <summary>A calendar day: yyyy-MM-dd, with or without a time of day, or a format declared for the file.</summary>
    public DateOnly Day(string field) => DayOrNull(field) ?? throw Bad(field, "is missing; a day (yyyy-mm-dd) is needed.");

    /// <summary>A calendar day, or <see langword="null"/> where it is missing.</summary>
    public DateOnly? DayOrNull(string field)
    {
        var text = Raw(field);
        if (Missing.Is(text)) return null;
        foreach (var formats in new[] { UsualDays, table.Options.DayFormats })
        {
            foreach (var format in formats)
            {
                if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)) return DateOnly.FromDateTime(moment);
            }
        }

        throw Bad(field, $"'{text}' is not a day; write it as yyyy-mm-dd.");
    }

    /// <summary>0 or 1, TRUE or FALSE.</summary>
    public bool Flag(string field) => FlagOrNull(field) ?? throw Bad(field, "is missing; 0 or 1 is needed.");

    /// <summary>0 or 1, TRUE or FALSE, or <see langword="null"/> where it is missing.</summary>
    public bool? FlagOrNull(string field)
    {
        var text = Raw(field);
        if (text is "1" or "1.0" || text.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        if (text is "0" or "0.0" || text.Equals("false", StringComparison.OrdinalIgnoreCase)) return false;
        return Missing.Is(text) ? null : throw Bad(field, $"'{text}' is neither 0 nor 1.");
    }

    /// <summary>The exception for a cell of this row.</summary>
    /// <param name="field">Name of the column.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    public ImportException Bad(string field, string problem)
    {
        var column = table.Column(field);
        return new ImportException(File, Line, column + 1, table.Headers[column], problem);
    }

    private ReadOnlySpan<byte> Span(int column) => Missing.Trim(table.Reader.GetSpan(column));

    private double ParsedReal(string field)
    {
        var bytes = Span(table.Column(field));
        if (table.Options.Numbers != NumberStyle.Plain && GroupedNumber.TryParse(Raw(field), table.Options.Numbers, out var grouped, out var mended))
        {
            if (mended) table.Notes.Add(this, "number with thousands separators or a decimal comma", field);
            return grouped;
        }

        if (table.Options.Numbers is NumberStyle.Plain or NumberStyle.CommaThousands
            && double.TryParse(bytes, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value))
        {
            return value;
        }

        var text = Raw(field);
        throw Bad(field, GroupedNumber.LooksGrouped(text) ? $"'{text}' has separators between its digits; write it without them, with a decimal point." : $"'{text}' is not a number.");
    }
}
