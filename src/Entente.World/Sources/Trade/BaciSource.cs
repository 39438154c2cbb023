using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade;

/// <summary>
/// CEPII's BACI as published: a zip archive of BACI_HSxx_Yyyyy_Vvvvvvv.csv with t (year), i (exporter), j (importer), k (product), v (thousand US$), q (tons),
/// and country_codes_Vvvvvvv.csv. Products are summed while the file streams by.
/// </summary>
public static class BaciSource
{
    /// <summary>Columns by which a file is known.</summary>
    internal static readonly string[] Columns = ["t", "i", "j", "k", "v"];

    /// <summary>Reads the table trade.</summary>
    /// <param name="path">The archive, a folder with its files, or one of its files of flows with the file of country codes beside it (M49 numbers are assumed without).</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong: no number, a negative value.</exception>
    /// <exception cref="InvalidInputException">A file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var files = InputFile.Behind(path);
        var flows = files.Where(file => file.HasColumns(Columns)).ToList();
        if (flows.Count == 0) throw new InvalidInputException($"{Path.GetFileName(path)} holds no file of BACI flows (columns t, i, j, k, v).");
        var beside = flows.Count == files.Count && !Directory.Exists(path) && flows[0].Entry is null ? InputFile.Behind(Path.GetDirectoryName(Path.GetFullPath(path))!) : files;
        var codes = new BaciCodes(states, beside.FirstOrDefault(IsCodes), notes);

        var totals = new Dictionary<(int Year, int Exporter, int Importer), Total>();
        foreach (var file in flows) Sum(file, totals, notes);
        var trade = MakeTable(totals, codes, notes);
        return new ImportResult(BaciTotalsSource.Key, [trade], notes.ToImmutable());
    }

    /// <summary>Whether the file lists the country codes.</summary>
    internal static bool IsCodes(InputFile file) => file.Name.StartsWith("country_code", StringComparison.OrdinalIgnoreCase) && file.HasColumns("country_code");

    private static void Sum(InputFile file, Dictionary<(int Year, int Exporter, int Importer), Total> totals, ImportNotes notes)
    {
        using var table = file.Open(new() { Required = Columns }, notes);
        foreach (var row in table.Rows())
        {
            var value = row.Real("v");
            if (value < 0) throw row.Bad("v", $"{row.Raw("v")} is negative; trade is zero or more.");
            var key = (row.Integer("t"), row.Integer("i"), row.Integer("j"));
            if (totals.TryGetValue(key, out var total))
            {
                // The years of an edition lie in files of their own: the same year in two files would be counted twice.
                if (total.File != table.File) throw row.Bad("t", $"the year {key.Item1} is also in {total.File}; import one of the two.");
                total.Value += value;
            }
            else
            {
                totals.Add(key, new Total(table.File, row.Line) { Value = value });
            }
        }
    }

    private static TableData MakeTable(Dictionary<(int Year, int Exporter, int Importer), Total> totals, BaciCodes codes, ImportNotes notes)
    {
        var trade = new TableData(StoreSchema.Trade);
        var boxes = new Boxes();
        var seen = new Dictionary<(int Year, int Exporter, int Importer), (int Exporter, int Importer)>();
        foreach (var ((year, from, to), total) in totals.OrderBy(pair => pair.Key))
        {
            var (exporter, importer) = (codes.StateOf(from, year), codes.StateOf(to, year));
            if (exporter is null || importer is null)
            {
                notes.Add(total.File, total.Line, StateLookup.UnknownCode, codes.Describe(exporter is null ? from : to));
                continue;
            }

            if (exporter == importer)
            {
                notes.Add(total.File, total.Line, PairGuard.WithItself, codes.Describe(from));
                continue;
            }

            if (BaciCodes.IsOtherAsia(from) || BaciCodes.IsOtherAsia(to)) notes.Add(total.File, total.Line, BaciCodes.OtherAsia, $"{codes.Describe(from)} to {codes.Describe(to)}");
            if (!seen.TryAdd((year, exporter.Value, importer.Value), (from, to)))
            {
                var other = seen[(year, exporter.Value, importer.Value)];
                throw new ImportException(total.File, total.Line, 0, "i, j", $"the codes {from} and {to} mean the same pair of states as {other.Exporter} and {other.Importer}; remove one of them.");
            }

            trade.Add(boxes[year], boxes[exporter.Value], boxes[importer.Value], total.Value);
        }

        return trade;
    }

    /// <summary>Sum of the products of a pair, with the place of the first of them.</summary>
    private sealed class Total(string file, int line)
    {
        public string File { get; } = file;

        public int Line { get; } = line;

        public double Value { get; set; }
    }
}
