using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Trade;

/// <summary>A baseline that a user brings: a CSV or Parquet file with the columns exporter, importer and value, domestic sales included.</summary>
public static class UserBaseline
{
    /// <summary>Reads the file. A pair without a row is no trade; a row without a value is refused, because missing is not zero.</summary>
    /// <param name="world">The world: names that are states in the year become those states, other names stay economies of their own.</param>
    /// <param name="path">The file, ending in .csv or .parquet; values in one currency, any unit.</param>
    /// <param name="year">The year that states are named in.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, a pair stands twice, a value is missing or negative, domestic sales are missing, or an economy does not trade.</exception>
    public static TradeBaseline Read(WorldEdition world, string path, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(path);
        var rows = FlowTable.Read(path);
        if (rows.Length == 0) throw new InvalidInputException($"{path} has no rows; give one row for each pair, with exporter, importer and value.");
        var names = new EconomyNames(world, year);
        foreach (var row in rows)
        {
            names.Add(row.Exporter);
            names.Add(row.Importer);
        }

        var n = names.All.Count;
        var (flows, lines) = (new double[n * n], new long[n * n]);
        foreach (var row in rows)
        {
            var cell = (names.PlaceOf(row.Exporter) * n) + names.PlaceOf(row.Importer);
            var pair = $"{row.Exporter} to {row.Importer}";
            if (lines[cell] > 0) throw At(path, row.Row, $"the pair {pair} was given before, in row {lines[cell]}; keep one of the two");
            if (row.Value is not { } value) throw At(path, row.Row, $"the value of {pair} is missing; write 0 where there is no trade, or leave the row out");
            if (!double.IsFinite(value) || value < 0) throw At(path, row.Row, string.Create(CultureInfo.InvariantCulture, $"trade from {pair} is {value}; it must be a finite number and not negative"));
            (flows[cell], lines[cell]) = (value, row.Row);
        }

        ImmutableArray<BaselineEconomy> all = [.. names.All];
        BaselineChecks.Check(path, [.. all.Select(economy => economy.Name)], flows);
        return new TradeBaseline(year, all, flows, false, $"your own file {Path.GetFileName(path)}, taken as it is", []);
    }

    private static InvalidInputException At(string path, long row, string text) => new(string.Create(CultureInfo.InvariantCulture, $"{path}, row {row}: {text}."));
}
