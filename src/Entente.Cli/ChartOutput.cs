using Entente.Briefing.Charts;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Store;

namespace Entente.Cli;

/// <summary>A chart as a picture, or its numbers as a table: the ending of the file says which.</summary>
internal static class ChartOutput
{
    private const int MostTitles = 5;

    /// <summary>Whether the ending is that of a picture.</summary>
    public static bool IsPicture(string path) => Ending(path) is ".svg" or ".png";

    /// <exception cref="InvalidInputException">The ending is neither that of a picture nor of a table, or the folder takes no files.</exception>
    public static void Check(string path)
    {
        if (!IsPicture(path) && Ending(path) is not (".csv" or ".parquet" or ".arrow" or ".feather")) throw new InvalidInputException($"--out {path}: a chart is written as a picture (.svg, .png), or its numbers as a table (.csv, .parquet, .arrow).");
        OutputFile.Check(path, "The chart ");
    }

    /// <summary>Writes the picture with its sources, whole or not at all.</summary>
    public static void Write(string path, Chart chart, IEnumerable<Source> sources, int width, ChartLook look)
    {
        var all = sources.ToList();

        // A picture of many sources names publisher and vintage; titles in full are on the screen and in the JSON.
        var named = all.Count <= MostTitles ? all.Select(SourceNotes.Short) : all.Select(source => $"{source.Publisher} ({source.Edition})").Distinct();
        var whole = chart with { SourceLine = $"Source: {string.Join("; ", named)}" };
        if (Ending(path) == ".png") WholeFile.Write(path, whole.ToPng(width, look));
        else WholeFile.Write(path, whole.ToSvg(width, look));
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
