using Entente.Briefing.Charts;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli;

/// <summary>A chart as a file beside the answer of another verb: SVG, or PNG where the ending says so.</summary>
internal static class SvgFile
{
    private const int Width = 900;

    /// <exception cref="InvalidInputException">Another ending than .svg or .png, or a folder that takes no files.</exception>
    public static void Check(string path)
    {
        if (!ChartOutput.IsPicture(path)) throw new InvalidInputException($"--out {path}: the chart is written as SVG or PNG; end the name in .svg or .png.");
        OutputFile.Check(path);
    }

    /// <summary>Writes the chart with its sources, whole or not at all.</summary>
    public static void Write(string path, Chart chart, SourceCatalog catalog, Provenance provenance)
    {
        ChartOutput.Write(path, chart, provenance.Sources.Select(key => catalog[key]), Width, ChartLook.Reader);
    }
}
