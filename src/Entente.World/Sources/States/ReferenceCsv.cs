using System.Globalization;
using CsvHelper;

namespace Entente.World.Sources.States;

/// <summary>A row of a <see cref="ReferenceCsv"/>.</summary>
internal sealed class ReferenceRow(ReferenceCsv table, int line, string[] cells)
{
    /// <summary>Line of the file, 1 is the first.</summary>
    public int Line => line;

    /// <summary>The cell without blanks around it; empty where it is empty.</summary>
    public string Raw(string field) => cells[table.Column(field)].Trim();

    /// <summary>A cell that must hold text.</summary>
    public string Text(string field) => Raw(field) is { Length: > 0 } text ? text : throw Bad(field, "is empty; a value is needed.");

    /// <summary>A whole number.</summary>
    public int Integer(string field) =>
        int.TryParse(Raw(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(field, $"'{Raw(field)}' is not a whole number.");

    /// <summary>A calendar day, yyyy-MM-dd.</summary>
    public DateOnly Day(string field) =>
        DateOnly.TryParseExact(Raw(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Bad(field, $"'{Raw(field)}' is not a day; write it as yyyy-mm-dd.");

    /// <summary>A calendar day in three columns.</summary>
    public DateOnly Day(string year, string month, string day)
    {
        var (y, m, d) = (Integer(year), Integer(month), Integer(day));
        return y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : throw Bad(day, FormattableString.Invariant($"{y}-{m}-{d} is not a day."));
    }

    /// <summary>The exception for a cell of this row.</summary>
    public ImportException Bad(string field, string problem) => new(table.File, line, table.Column(field) + 1, field, problem);
}

/// <summary>A small CSV file of reference data, read whole.</summary>
internal sealed class ReferenceCsv
{
    private readonly string[] _headers;

    private ReferenceCsv(string file, string[] headers) => (File, _headers) = (file, headers);

    /// <summary>Name of the file in messages.</summary>
    public string File { get; }

    /// <summary>The rows in the order of the file.</summary>
    public List<ReferenceRow> Rows { get; } = [];

    /// <summary>Reads a file of a folder.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, lacks a column, or is malformed.</exception>
    public static ReferenceCsv Read(string folder, string file, params string[] required)
    {
        var path = Path.Combine(folder, file);
        try
        {
            using var reader = CsvReader.FromFile(path, CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw }, FileOptions.None);
            return Read(reader, file, required);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException($"{file} is missing in {folder}; it is one of the files of the state system.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{file} cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
        catch (CsvFormatException error)
        {
            throw new ImportException(file, (int)Math.Max(1, error.LineNumber), 0, "whole row", "the quotes of this row do not match; close or double the quote.", error);
        }
    }

    /// <summary>Position of a column, 0 is the first.</summary>
    public int Column(string field) => Array.IndexOf(_headers, field);

    private static ReferenceCsv Read(CsvReader reader, string file, string[] required)
    {
        if (!reader.Read()) throw new InvalidInputException($"{file} is empty.");
        var table = new ReferenceCsv(file, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).Select(header => header.Trim('\uFEFF', ' '))]);
        foreach (var field in required)
        {
            if (table.Column(field) < 0) throw new InvalidInputException($"{file} lacks the column {field}.");
        }

        while (reader.Read())
        {
            var line = checked((int)reader.LineNumber);
            if (reader.FieldCount != table._headers.Length) throw new ImportException(file, line, 0, "whole row", $"the row has {reader.FieldCount} fields, the header has {table._headers.Length}; mend the row.");
            table.Rows.Add(new ReferenceRow(table, line, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        }

        return table;
    }
}
