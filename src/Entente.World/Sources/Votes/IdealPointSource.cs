using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Votes;

/// <summary>The project's own ideal points of all states and years (<c>data/reference/ideal_points.csv</c>, written by <c>entente points --table</c>), kept so that they need not be estimated on each call.</summary>
internal static class IdealPointSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "entente-points";

    private static readonly IReadOnlyList<string> Columns = ["state", "code", "year", "ideal_point", "low", "high", "votes"];

    /// <summary>Reads the points.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a point lies outside its interval.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var data = new TableData(StoreSchema.IdealPoints);
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCow(row, "state", out var state)) continue;
            var (value, low, high) = (row.Real("ideal_point"), row.Real("low"), row.Real("high"));
            if (low > high) throw row.Bad("low", "the interval ends before it begins.");
            data.Add(state, row.Integer("year"), value, low, high, row.Integer("votes"));
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
