using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Militarised disputes by undirected dyad and year of onset, in two rival codings: Gibler, Miller and Little (to 2010) and Correlates of War (version 5, to 2014).</summary>
/// <remarks>
/// Derived: counts by dyad and year, without the numbers, sides and months of single disputes. The hostility of an onset is the highest level that either side reached in the year of
/// the onset's row (2 threat, 3 display, 4 force, 5 war); a death is any fatality coded above 0, and unknown deaths (-9) count as none, as in <see cref="MilitarisedDisputes"/>.
/// </remarks>
internal static class DisputeYearSource
{
    /// <summary>Columns by which a file of the Correlates of War is known.</summary>
    public static readonly IReadOnlyList<string> CowColumns = ["dispnum", "ccode1", "ccode2", "year", "cowmidonset", "fatality1", "fatality2", "hostlev1", "hostlev2", "orig1", "orig2"];

    /// <summary>Reads the coding of Gibler, Miller and Little, without its table by decade.</summary>
    public static TableData ReadGml(string path, StateSystem states, ImportNotes notes) => ReadRows(path, states, notes, "gml");

    /// <summary>Reads directed dyad-years of COW MID 5.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or the two directions of a dyad contradict each other.</exception>
    public static ImportResult ReadCow(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var data = ReadRows(path, states, notes, "cow");
        return new ImportResult("cow-mid", [data], notes.ToImmutable());
    }

    private static TableData ReadRows(string path, StateSystem states, ImportNotes notes, string coding)
    {
        var onsetField = coding + "midonset";
        var codes = new StateCodes(states, new ImportNotes());
        var guard = new MirrorGuard<(int Dispute, int A, int B, int Year), (bool, bool, int, bool)>(
            new ImportNotes(), onsetField, key => $"dispute {key.Dispute} of {key.A} and {key.B} in {key.Year}");
        var sums = new SortedDictionary<(int A, int B, int Year), Counts>();
        using var table = PublisherFile.Open(path, coding == "gml" ? [.. MilitarisedDisputes.Columns, "orig1", "orig2"] : CowColumns, notes);
        foreach (var row in table.Rows())
        {
            var dispute = row.Integer("dispnum");
            if (!codes.TryCowDyad(row, "ccode1", "ccode2", out var first, out var second)) continue;
            var year = row.Year("year");
            var onset = row.Flag(onsetField);
            var both = row.Flag("orig1") && row.Flag("orig2");
            var level = Math.Max(MilitarisedDisputes.Level(row, "hostlev1", 5), MilitarisedDisputes.Level(row, "hostlev2", 5));
            var fatal = MilitarisedDisputes.Level(row, "fatality1", 6) > 0 || MilitarisedDisputes.Level(row, "fatality2", 6) > 0;
            var (a, b) = first < second ? (first, second) : (second, first);
            if (!guard.IsNew(row, (dispute, a, b, year), first < second, (onset, both, level, fatal)) || !onset) continue;
            sums[(a, b, year)] = sums.GetValueOrDefault((a, b, year)).With(both, level, fatal);
        }

        var data = new TableData(StoreSchema.DisputeYears);
        foreach (var ((a, b, year), sum) in sums) data.Add(coding, a, b, year, sum.Onsets, sum.Originated, sum.Force, sum.Fatal, sum.Hostility);
        return data;
    }

    private readonly record struct Counts(int Onsets, int Originated, int Force, int Fatal, int Hostility)
    {
        public Counts With(bool both, int level, bool fatal) =>
            new(Onsets + 1, Originated + (both ? 1 : 0), Force + (both && level >= 4 ? 1 : 0), Fatal + (both && fatal ? 1 : 0), Math.Max(Hostility, level));
    }
}
