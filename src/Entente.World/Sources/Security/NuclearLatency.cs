using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Enrichment and reprocessing plants (Fuhrmann and Tkach 2015), counted: how many of a state worked in a year, by kind, those above laboratory size apart. Names, places and histories of
/// plants stay with the publisher.
/// </summary>
/// <remarks>
/// A plant counts from its first to its last year of work, an open end to the end of the source (2012). The publisher's −99 (not known) as a first year leaves the plant out, as a last year
/// leaves it in its first year alone; both are noted. The publisher writes 260 for Germany throughout; from 1990 it is 255.
/// </remarks>
internal static class NuclearLatency
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "nuclear-latency";

    /// <summary>Last year that the source observes.</summary>
    public const int LastYear = 2012;

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["ccode", "enr_type", "size", "operation_start", "operation_end"];

    private const int NotKnown = -99;
    private const int Germany = 255;
    private const int WestGermany = 260;
    private static readonly string[] Sizes = ["laboratory", "pilot", "commercial"];

    /// <summary>Reads plants and counts them.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong: an unknown size, an end before the start.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var counts = new SortedDictionary<(int Id, int Year), PlantCounts>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCow(row, "ccode", out var id)) continue;
            var size = row.Text("size");
            if (!Sizes.Contains(size, StringComparer.Ordinal)) throw row.Bad("size", $"'{size}' is not a size; {string.Join(", ", Sizes)} are.");
            var plant = new PlantCounts(0, 0, 0) + (row.Text("enr_type"), size);
            Count(row, id, plant, "operation_start", "operation_end", notes, counts);
            if (row.OptionalInteger("operation2_start") is not null) Count(row, id, plant, "operation2_start", "operation2_end", notes, counts);
        }

        var spells = new YearSpells<int, PlantCounts>();
        foreach (var ((id, year), value) in counts) spells.Add(id, year, value);
        var data = new TableData(StoreSchema.NuclearLatency);
        foreach (var (id, from, to, value) in spells.All()) data.Add(id, from, to, value.Enrichment, value.Reprocessing, value.Laboratories);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static void Count(CsvRow row, int id, PlantCounts plant, string startField, string endField, ImportNotes notes, SortedDictionary<(int Id, int Year), PlantCounts> counts)
    {
        if (row.IntegerOrNull(startField) is not { } start || start == NotKnown)
        {
            notes.Add(row, "plant without a known first year of work", row.Raw(startField));
            return;
        }

        var end = row.OptionalInteger(endField) ?? LastYear;
        if (end == NotKnown)
        {
            notes.Add(row, "plant without a known last year of work, counted in its first year alone", row.Raw(startField));
            end = start;
        }

        if (start is < 1938 or > 2100) throw row.Bad(startField, $"'{start}' is not a year in which plants worked.");
        if (end < start) throw row.Bad(endField, $"the plant ends ({end}) before it starts ({start}).");
        for (var year = start; year <= end; year++)
        {
            var key = (id == WestGermany && year >= 1990 ? Germany : id, year);
            counts[key] = counts.GetValueOrDefault(key) + plant;
        }
    }

    private readonly record struct PlantCounts(int Enrichment, int Reprocessing, int Laboratories)
    {
        public static PlantCounts operator +(PlantCounts a, PlantCounts b) => new(a.Enrichment + b.Enrichment, a.Reprocessing + b.Reprocessing, a.Laboratories + b.Laboratories);

        public static PlantCounts operator +(PlantCounts a, (string Kind, string Size) plant) =>
            plant.Size == "laboratory" ? a with { Laboratories = a.Laboratories + 1 }
            : plant.Kind == "reprocessing" ? a with { Reprocessing = a.Reprocessing + 1 }
            : a with { Enrichment = a.Enrichment + 1 };
    }
}
