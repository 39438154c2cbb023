using Entente.Briefing.Charts;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Store;

namespace Entente.Cli;

/// <summary>A chart as a picture, or its numbers as a table: the ending of the file says which.</summary>
internal static class ChartOutput
{
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
        var whole = chart with { SourceLine = $"Source: {string.Join("; ", sources.Select(SourceNotes.Short))}" };
        if (Ending(path) == ".png") WholeFile.Write(path, whole.ToPng(width, look));
        else WholeFile.Write(path, whole.ToSvg(width, look));
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
