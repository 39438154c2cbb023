using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Trade;

/// <summary>Reads the two economies of a row of trade; a row with an economy that no state has, or of an economy with itself, is noted and passed over.</summary>
internal sealed class PairGuard(StateSystem states, ImportNotes notes)
{
    /// <summary>Why a row was passed over.</summary>
    public const string WithItself = "trade of an economy with itself; row passed over";

    private readonly StateLookup _lookup = new(states, notes);

    private readonly DuplicateGuard<(int Year, int Exporter, int Importer), double> _duplicates =
        new(notes, "importer", key => $"the exports of state {key.Exporter} to state {key.Importer} in {key.Year}");

    /// <summary>Codes of the publisher's own, put into ISO3; as they are by default.</summary>
    public Func<string, string>? Renamed { get; init; }

    /// <summary>The ids of exporter and importer, or <see langword="null"/> where the row is to be passed over.</summary>
    /// <param name="row">A row with the columns exporter and importer (ISO3).</param>
    /// <param name="year">Year of the trade.</param>
    /// <param name="value">Value of the row, by which duplicates are told from contradictions.</param>
    public (int Exporter, int Importer)? Read(CsvRow row, int year, double value)
    {
        var exporter = Find(row, "exporter", year);
        var importer = Find(row, "importer", year);
        if (exporter is not { } from || importer is not { } to) return null;
        if (from == to)
        {
            notes.Add(row, WithItself, row.Text("exporter"));
            return null;
        }

        return _duplicates.IsNew(row, (year, from, to), value) ? (from, to) : null;
    }

    private int? Find(CsvRow row, string column, int year) =>
        Renamed is { } rename && row.Text(column) is var code && rename(code) is var known && known != code ? _lookup.Iso3(known, year) : _lookup.Iso3(row, column, year);
}
