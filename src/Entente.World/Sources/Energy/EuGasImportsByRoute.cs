using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Energy;

/// <summary>What to do with rows whose route is <c>ignore</c>.</summary>
internal enum UnroutedImports
{
    /// <summary>Leave them out and count them.</summary>
    LeaveOut,

    /// <summary>Keep them under the route "not distinguished".</summary>
    Keep,
}

/// <summary>Gas imports of the EU27 by origin, route and month (ENTSOG), million cubic metres.</summary>
/// <remarks>
/// The route <c>ignore</c> is declared to be transit, but in the data it is the only route of Norway, the United Kingdom, Azerbaijan and Libya and carries most of Algeria:
/// without it the table has no imports from Norway at all, so its rows must not be summed to a total over origins.
/// </remarks>
internal static class EuGasImportsByRoute
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "entsog";

    /// <summary>Name under which rows without a route are kept.</summary>
    public const string NotDistinguished = "not distinguished";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["month", "source", "route", "mcm"];

    /// <summary>Reads months (<c>month, source, route, mcm</c>).</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">The state system.</param>
    /// <param name="unrouted">What to do with rows whose route is <c>ignore</c>.</param>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a month, origin and route stand twice with different volumes.</exception>
    public static ImportResult Read(string path, StateSystem states, UnroutedImports unrouted = UnroutedImports.LeaveOut)
    {
        var notes = new ImportNotes();
        var guard = new DuplicateGuard<(string Month, string Origin, string Route), double>(notes, "mcm", key => $"imports from {key.Origin} by {key.Route} in {key.Month}");
        var kept = new List<(string Month, string Origin, string Route, double Volume)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (month, origin, route, volume) = (row.Month("month").ToStoreMonth(), row.Text("source"), row.Text("route"), row.Amount("mcm"));
            if (route == "ignore")
            {
                notes.Add(row, unrouted == UnroutedImports.Keep ? "route not distinguished" : "route 'ignore', left out", origin);
                if (unrouted == UnroutedImports.LeaveOut) continue;
                route = NotDistinguished;
            }

            if (guard.IsNew(row, (month, origin, route), volume)) kept.Add((month, origin, route, volume));
        }

        var data = new TableData(StoreSchema.EuGasImports);
        foreach (var row in kept.OrderBy(row => row.Month, StringComparer.Ordinal).ThenBy(row => row.Origin, StringComparer.Ordinal).ThenBy(row => row.Route, StringComparer.Ordinal))
        {
            data.Add(row.Month, row.Origin, row.Route, row.Volume);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
