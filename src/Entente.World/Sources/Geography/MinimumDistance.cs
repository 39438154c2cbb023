using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Geography;

/// <summary>Minimum distance between the borders of states (Weidmann, Kuse and Gleditsch 2010; Schvitz et al. 2022): dyad-years folded into spells of the same whole number of kilometres.</summary>
/// <remarks>Only the rounded spells are handed on, because the yearly distances belong to the publisher.</remarks>
internal static class MinimumDistance
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "mindist";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["ccode1", "ccode2", "year", "mindist"];

    /// <summary>Reads dyad-years (<c>ccode1, ccode2, year, mindist</c> in kilometres).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or two rows of a pair and year contradict each other.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new MirrorGuard<(int A, int B, int Year), double>(notes, "mindist", key => $"distance of {key.A} and {key.B} in {key.Year}");
        var spells = new YearSpells<(int A, int B), double>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCowDyad(row, "ccode1", "ccode2", out var first, out var second)) continue;
            var year = row.Year("year");
            var km = Math.Round(row.Amount("mindist"));
            if (km > 20_038) throw row.Bad("mindist", $"{km:0} km is more than half the way around the Earth; the distance must be in kilometres.");
            var (a, b) = first < second ? (first, second) : (second, first);
            if (guard.IsNew(row, (a, b, year), first < second, km)) spells.Add((a, b), year, km);
        }

        var data = new TableData(StoreSchema.Distance);
        foreach (var (dyad, from, to, km) in spells.All()) data.Add(dyad.A, dyad.B, from, to, km);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
