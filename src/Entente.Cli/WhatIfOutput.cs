using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Briefing;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli;

/// <summary>The file of a what-if: a brief, its maps, or its table, as the ending says.</summary>
internal static class WhatIfOutput
{
    private const int MapWidth = 1000;

    /// <exception cref="InvalidInputException">The ending is not known, or the folder takes no files.</exception>
    public static void Check(string path)
    {
        if (Ending(path) is not (".html" or ".htm" or ".md" or ".pdf" or ".svg" or ".csv")) throw new InvalidInputException($"--out {path}: a what-if is written as a brief (.html, .md, .pdf), as maps (.svg) or as a table (.csv).");
        if (Ending(path) is ".pdf") BriefFile.Check(path);
        else OutputFile.Check(path);
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(WhatIfAnswer answer, string path, BriefOptions making)
    {
        switch (Ending(path))
        {
            case ".svg":
                // One map for each variant: the first takes the name, the others a number behind it.
                for (var i = 0; i < answer.Variants.Length; i++)
                {
                    var file = i == 0 ? path : Path.ChangeExtension(path, null) + FormattableString.Invariant($"-{i + 1}.svg");
                    var sources = string.Join("; ", answer.Sources.Select(Show.SourceNotes.Short));
                    WholeFile.Write(file, (WhatIfCharts.Map(answer, answer.Variants[i]) with { SourceLine = $"Source: {sources}" }).ToSvg(MapWidth));
                }

                break;
            case ".csv":
                WholeFile.Write(path, Table(answer));
                break;
            default:
                BriefWriter.Write(answer, path, making);
                break;
        }
    }

    private static string Table(WhatIfAnswer answer)
    {
        var text = new StringBuilder("variant,economy,iso3,measure,median,low,high,mean,monte_carlo_error\n");
        foreach (var variant in answer.Variants) Rows(text, variant.Name, variant.Economies, "");
        foreach (var variant in answer.Sectoral?.Variants ?? []) Rows(text, variant.Name, variant.Economies, "_many_sectors");
        return text.ToString();
    }

    private static void Rows(StringBuilder text, string variant, ImmutableArray<EconomyEffect> economies, string ending)
    {
        foreach (var economy in economies)
        {
            Row("real_income", economy.RealIncome);
            Row("real_wage", economy.RealWage);
            Row("price_index", economy.PriceIndex);
            Row("exports", economy.Exports);
            Row("imports", economy.Imports);
            Row("billion_usd", economy.BillionUsd);

            void Row(string measure, Spread spread) => text.Append(CultureInfo.InvariantCulture,
                $"{CsvCell.Text(variant)},{CsvCell.Text(economy.Name)},{economy.Iso3},{measure}{ending},{Number(spread.Median)},{Number(spread.Low)},{Number(spread.High)},{Number(spread.Mean)},{Number(spread.MonteCarloError)}\n");
        }
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
