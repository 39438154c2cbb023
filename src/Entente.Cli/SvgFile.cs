using Entente.Briefing.Charts;
using Entente.Cli.Show;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.Cli;

/// <summary>A chart as a file.</summary>
internal static class SvgFile
{
    private const int Width = 900;

    /// <exception cref="InvalidInputException">Another ending than .svg, or a folder that takes no files.</exception>
    public static void Check(string path)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"--out {path}: the chart is written as SVG; end the name in .svg.");
        OutputFile.Check(path);
    }

    /// <summary>Writes the chart with its sources, whole or not at all.</summary>
    public static void Write(string path, Chart chart, SourceCatalog catalog, Provenance provenance)
    {
        var sources = string.Join("; ", provenance.Sources.Select(key => SourceNotes.Short(catalog[key])));
        WholeFile.Write(path, (chart with { SourceLine = $"Source: {sources}" }).ToSvg(Width));
    }
}
