using System.Globalization;
using Entente.World.Sources.Csv;

namespace Entente.World.Sources.Codes;

/// <summary>Years and months in cells.</summary>
internal static class RowYears
{
    /// <summary>A calendar year of the common era with four digits.</summary>
    public static int Year(this CsvRow row, string field)
    {
        var year = row.Integer(field);
        return year is >= 1000 and <= 2200 ? year : throw row.Bad(field, $"'{row.Raw(field)}' is not a year; write four digits.");
    }

    /// <summary>A month, written yyyy-mm or as one of its days.</summary>
    public static DateOnly Month(this CsvRow row, string field)
    {
        var text = row.Text(field);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new DateOnly(day.Year, day.Month, 1);
        throw row.Bad(field, $"'{text}' is not a month; write it as yyyy-mm.");
    }

    /// <summary>A month as the store writes it.</summary>
    public static string ToStoreMonth(this DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The last day of the month that a day lies in.</summary>
    public static DateOnly EndOfMonth(this DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>A number that cannot be negative, or <see langword="null"/> where it is missing; -9 and -8 are the missing values of COW.</summary>
    public static double? AmountOrNull(this CsvRow row, string field)
    {
        var value = row.RealOrNull(field);
        if (value is -9 or -8) return null;
        return value is null or >= 0 ? value : throw row.Bad(field, $"'{row.Raw(field)}' is negative; the quantity cannot be.");
    }

    /// <summary>A number that must be there and cannot be negative.</summary>
    public static double Amount(this CsvRow row, string field) => row.AmountOrNull(field) ?? throw row.Bad(field, "is missing; a number is needed.");
}
