using System.Collections.Immutable;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Militarised interstate disputes (Gibler, Miller and Little 2016), directed dyad-years folded into counts of disputes begun by dyad and decade.</summary>
/// <remarks>
/// An onset is a row with <c>gmlmidonset</c> = 1. Force was used when either side reached hostility level 4 in that year, and the dispute was fatal when either side had a death coded;
/// unknown deaths (-9) count as none and are noted. 2010 is the last year held, so the decade of 2010 has one year.
/// </remarks>
internal static class MilitarisedDisputes
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "gml-mid";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["dispnum", "ccode1", "ccode2", "year", "gmlmidonset", "fatality1", "fatality2", "hostlev1", "hostlev2"];

    // The table by year needs to know who was there on the first day; files cut to fewer columns give the table by decade alone.
    private static readonly IReadOnlyList<string> OriginatorColumns = ["orig1", "orig2"];

    /// <summary>Reads directed dyad-years of disputes.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or the two directions of a dyad contradict each other.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new MirrorGuard<(int Dispute, int A, int B, int Year), (bool, bool, bool)>(
            notes, "gmlmidonset", key => $"dispute {key.Dispute} of {key.A} and {key.B} in {key.Year}");
        var decades = new SortedDictionary<(int A, int B, int Decade), (int Onsets, int Force, int Fatal, int LastYear)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var dispute = row.Integer("dispnum");
            if (!codes.TryCowDyad(row, "ccode1", "ccode2", out var first, out var second)) continue;
            var year = row.Year("year");
            var onset = row.Flag("gmlmidonset");
            var force = Math.Max(Level(row, "hostlev1", 5), Level(row, "hostlev2", 5)) >= 4;
            var (deaths1, deaths2) = (Level(row, "fatality1", 6), Level(row, "fatality2", 6));
            var fatal = deaths1 > 0 || deaths2 > 0;
            var (a, b) = first < second ? (first, second) : (second, first);
            if (!guard.IsNew(row, (dispute, a, b, year), first < second, (onset, force, fatal)) || !onset) continue;

            if (!fatal && (deaths1 < 0 || deaths2 < 0)) notes.Add(row, "deaths not known, counted as not fatal", $"{a} and {b}");
            var key = (a, b, year / 10 * 10);
            var sum = decades.GetValueOrDefault(key);
            decades[key] = (sum.Onsets + 1, sum.Force + (force ? 1 : 0), sum.Fatal + (fatal ? 1 : 0), Math.Max(sum.LastYear, year));
        }

        var data = new TableData(StoreSchema.Disputes);
        foreach (var ((a, b, decade), sum) in decades) data.Add(a, b, decade, sum.Onsets, sum.Force, sum.Fatal, sum.LastYear);
        ImmutableArray<TableData> tables = PublisherFile.Holds(path, OriginatorColumns) ? [data, DisputeYearSource.ReadGml(path, states, notes)] : [data];
        return new ImportResult(Source, tables, notes.ToImmutable());
    }

    /// <summary>A level of a dispute, -9 where it is not known.</summary>
    internal static int Level(CsvRow row, string field, int highest)
    {
        var level = row.IntegerOrNull(field) ?? -9;
        return level == -9 || (level >= 0 && level <= highest) ? level : throw row.Bad(field, $"'{level}' is not a level from 0 to {highest}, nor -9 for not known.");
    }
}
