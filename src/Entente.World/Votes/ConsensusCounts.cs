using System.Collections.Frozen;
using Entente.World.Sources.Csv;

namespace Entente.World.Votes;

/// <summary>How many resolutions were adopted without a vote, by year or session. The store holds no such counts: the user brings them.</summary>
public sealed class ConsensusCounts
{
    private readonly FrozenDictionary<string, int> _counts;

    private ConsensusCounts(string file, FrozenDictionary<string, int> counts) => (File, _counts) = (file, counts);

    /// <summary>Name of the file they come from.</summary>
    public string File { get; }

    /// <summary>The count of a year ("1985") or session ("40"); <see langword="null"/> where none is given, which is not zero.</summary>
    public int? Of(string period) => _counts.TryGetValue(period, out var count) ? count : null;

    /// <summary>Reads a CSV file with the columns <c>year</c> (or <c>session</c>) and <c>count</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bySession">Whether periods are sessions instead of calendar years.</param>
    /// <exception cref="InvalidInputException">The file is missing, damaged, lacks a column or has a wrong cell; the sentence names file, line and column.</exception>
    public static ConsensusCounts Read(string path, bool bySession = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        var period = bySession ? "session" : "year";
        using var table = CsvTable.Open(path, new() { Required = [period, "count"] });
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            var label = bySession ? row.Text("session") : FormattableString.Invariant($"{row.Integer("year")}");
            if (!bySession && row.Integer("year") is < 1945 or > 2100) throw row.Bad("year", $"{label} is no year of the General Assembly.");
            var count = row.Integer("count");
            if (count < 0) throw row.Bad("count", $"{count} is less than zero; write the number of resolutions adopted without a vote, or leave the row out where it is not known.");
            if (!counts.TryAdd(label, count)) throw row.Bad(period, $"{label} stands in the file twice; keep one row.");
        }

        if (counts.Count == 0) throw new InvalidInputException($"{table.File} has no rows; write one for each {period} with the number of resolutions adopted without a vote.");
        return new ConsensusCounts(table.File, counts.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
