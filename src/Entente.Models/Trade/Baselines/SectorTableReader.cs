using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Equilibrium;
using Entente.World;

namespace Entente.Models.Trade;

/// <summary>Reads a <see cref="SectorTable"/> from a user's files and refuses what no equilibrium can start from, in one sentence that names economy, sector and row.</summary>
public static class SectorTableReader
{
    /// <summary>How far uses may differ from purchases, as a share of them: published tables are rounded. What differs less is scaled to the purchases.</summary>
    public const double Tolerance = .001;

    private const long MostCells = 20_000_000;

    /// <summary>Reads the files.</summary>
    /// <param name="world">The world, for the names of states.</param>
    /// <param name="files">The files.</param>
    /// <param name="year">The year that states are named in.</param>
    /// <exception cref="InvalidInputException">A file cannot be read, a row stands twice, a value is missing or negative, sales at home are missing, something is used that nobody sells, or uses and purchases do not add up.</exception>
    public static SectorTable Read(WorldEdition world, SectorFiles files, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(files);
        var rows = SectorRows.Read(files.Trade, "A table of trade by sector", ["sector", "exporter", "importer"]);
        var names = new EconomyNames(world, year);
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var r = 0; r < rows.Count; r++)
        {
            seen.Add(rows.Name(0, r));
            names.Add(rows.Name(1, r));
            names.Add(rows.Name(2, r));
        }

        ImmutableArray<string> sectors = [.. seen];
        ImmutableArray<BaselineEconomy> economies = [.. names.All];
        long n = economies.Length, count = sectors.Length;
        if (count * n * n > MostCells || count * count * n > MostCells)
        {
            throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{files.Trade} has {count} sectors and {n} economies, more than can be solved in useful time; put sectors or economies together."));
        }

        var book = new SectorBook(files, sectors, economies, names);
        book.AddTrade(rows);
        book.AddUses();
        var aggregate = book.Aggregate();
        BaselineChecks.Check(files.Trade, [.. economies.Select(economy => economy.Name)], aggregate);
        book.Balance();
        var method = string.Create(CultureInfo.InvariantCulture, $"your own table of {count} sectors in {Path.GetFileName(files.Trade)}, {(files.Use is null ? "without" : "with")} input-output links");
        return new SectorTable(new TradeBaseline(year, economies, aggregate, false, method, []), sectors, new SectoralFlows((int)n, (int)count, book.Trade, book.Use, book.Final));
    }
}
