using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Energy;

/// <summary>Exports of US liquefied gas by destination and month (US Department of Energy), million cubic feet.</summary>
/// <remarks>Two stretches of twelve months are held, April 2017 - March 2018 and April 2023 - March 2024; what lies between is missing, not zero.</remarks>
internal static class UsLngExportsByMonth
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "doe-lng";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["month", "country", "volume_mmcf", "cargo_parts"];

    /// <summary>Reads destinations by month (<c>month, country, volume_mmcf, cargo_parts</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a month and destination stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new StateNames(states);
        var guard = new DuplicateGuard<(DateOnly Month, int Id), (double, int)>(notes, "volume_mmcf", key => $"exports to {key.Id} in {key.Month.ToStoreMonth()}");
        var kept = new SortedDictionary<(DateOnly Month, int Id), (double Volume, int Parts)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (month, name) = (row.Month("month"), row.Text("country"));
            var value = (row.Amount("volume_mmcf"), row.Integer("cargo_parts"));
            if (names.Nearest(name, month.Year) is not { } state) notes.Add(row, "destination that is no state, left out", name);
            else if (guard.IsNew(row, (month, state.Id), value)) kept.Add((month, state.Id), value);
        }

        var data = new TableData(StoreSchema.UsLngExports);
        foreach (var ((month, id), value) in kept) data.Add(month.ToStoreMonth(), id, value.Volume, value.Parts);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
