using System.Collections.Immutable;
using System.Globalization;

namespace Entente.World.Store;

/// <summary>A row of a user's table of flows.</summary>
/// <param name="Row">Number of the row, 1 is the first below the header.</param>
/// <param name="Exporter">Exporter as typed.</param>
/// <param name="Importer">Importer as typed.</param>
/// <param name="Value">The value; <see langword="null"/> where the cell is empty.</param>
public readonly record struct FlowRow(long Row, string Exporter, string Importer, double? Value);

/// <summary>Reads a user's table of flows, CSV or Parquet, with the columns exporter, importer and value; other columns are left alone.</summary>
public static class FlowTable
{
    private const long MostBytes = 1L << 30;
    private static readonly string[] Columns = ["exporter", "importer", "value"];

    /// <summary>Reads the rows in the order of the file.</summary>
    /// <param name="path">A file that ends in .csv, .csv.gz or .parquet.</param>
    /// <exception cref="InvalidInputException">The file is not there or cannot be read, a column is missing, a name is empty, or a value is no number.</exception>
    public static ImmutableArray<FlowRow> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var source = UserFile.Source(path, "all_varchar = true");
        if (new FileInfo(path).Length > MostBytes) throw new InvalidInputException($"{path} is larger than 1 GB, more than a table of flows can need.");
        try
        {
            using var database = DuckDatabase.Open(threads: 1);
            var held = database.Query($"SELECT column_name FROM (DESCRIBE SELECT * FROM {source})").Texts(0).Select(name => name ?? "").ToArray();
            var missing = Columns.Where(column => !held.Contains(column, StringComparer.OrdinalIgnoreCase)).ToArray();
            if (missing.Length > 0) throw new InvalidInputException($"{path} has no column {string.Join(" and no column ", missing)}; it has {string.Join(", ", held.Take(12))}. A table of flows has exporter, importer and value.");
            return Rows(path, database.Query($"SELECT CAST(exporter AS VARCHAR), CAST(importer AS VARCHAR), CAST(\"value\" AS VARCHAR) FROM {source}"));
        }
        catch (DuckQueryException cause)
        {
            throw UserFile.Unreadable(path, cause);
        }
    }

    private static ImmutableArray<FlowRow> Rows(string path, QueryColumns table)
    {
        var (exporters, importers, values) = (table.Texts(0), table.Texts(1), table.Texts(2));
        var rows = ImmutableArray.CreateBuilder<FlowRow>(table.Rows);
        for (var i = 0; i < table.Rows; i++)
        {
            var (exporter, importer, text) = (exporters[i]?.Trim() ?? "", importers[i]?.Trim() ?? "", values[i]?.Trim() ?? "");
            if (exporter.Length == 0 || importer.Length == 0) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{path}, row {i + 1}: the {(exporter.Length == 0 ? "exporter" : "importer")} is empty; name it."));
            double? value = null;
            if (text.Length > 0 && !text.Equals("NA", StringComparison.OrdinalIgnoreCase))
            {
                value = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
                    : throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{path}, row {i + 1}: the value of {exporter} to {importer} is '{text}', which is no number; decimals are written with a point."));
            }

            rows.Add(new FlowRow(i + 1, exporter, importer, value));
        }

        return rows.DrainToImmutable();
    }
}
