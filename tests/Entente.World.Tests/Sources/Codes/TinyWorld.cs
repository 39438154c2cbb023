using Entente.World.Sources;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Tests.Sources.Codes;

/// <summary>A handful of states with their real codes and dates, enough for inputs of a few rows.</summary>
internal static class TinyWorld
{
    public static StateSystem States { get; } = new(
    [
        Make(2, "United States", "USA", "1816-01-01", null, null, "USA"),
        Make(20, "Canada", "CAN", "1920-01-10", null, null),
        Make(200, "United Kingdom", "GBR", "1816-01-01", null, null, "UK"),
        Make(255, "Germany", "DEU", "1990-10-03", null, 260),
        Make(260, "West Germany", null, "1955-05-05", "1990-10-02", 260, "Germany"),
        Make(365, "Russia", "RUS", "1816-01-01", null, null, "Soviet Union", "USSR"),
        Make(375, "Finland", "FIN", "1917-12-06", null, null),
        Make(615, "Algeria", "DZA", "1962-07-05", null, null),
        Make(678, "North Yemen", null, "1926-09-02", "1990-05-21", 678, "Yemen"),
        Make(679, "Yemen", "YEM", "1990-05-22", null, 678),
        Make(710, "China", "CHN", "1860-10-25", null, null),
        Make(731, "North Korea", "PRK", "1948-09-09", null, null),
        new State { Id = -97, Name = "European Union", Kind = StateKind.NonMember },
    ], []);

    /// <summary>The cells of a row of the first table of a result.</summary>
    public static object?[] Row(this ImportResult result, int index) => result.Tables[0].Rows[index];

    /// <summary>How many rows were noted for a reason.</summary>
    public static int Noted(this ImportResult result, string reason) => result.Notes.Count(note => note.Reason.Contains(reason, StringComparison.Ordinal));

    /// <summary>The single row whose leading cells are these.</summary>
    public static object?[] Only(this TableData table, params object[] key) =>
        table.Rows.Where(row => key.Select((cell, i) => cell.Equals(row[i])).All(same => same)).ShouldHaveSingleItem();

    private static State Make(int id, string name, string? iso3, string from, string? to, int? gleditschWard, params string[] aliases) => new()
    {
        Id = id,
        Name = name,
        Iso3 = iso3,
        GleditschWard = gleditschWard ?? id,
        Kind = StateKind.Member,
        Existence = [new Period(Day(from), to is null ? null : Day(to))],
        Aliases = [.. aliases],
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
