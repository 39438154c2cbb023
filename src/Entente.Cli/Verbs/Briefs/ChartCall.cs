using System.CommandLine;
using Entente.Briefing.Charts;
using Entente.Cli.Reports.Briefs;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>What all charts have in common: the file, its look and width, and what is said of it.</summary>
internal sealed class ChartCall
{
    private const int UsualWidth = 900;

    public Option<string?> Out { get; } = new("--out") { Description = "picture (.svg, .png), or the numbers behind it (.csv, .parquet, .arrow) with their codebook", HelpName = "FILE", Required = true };

    public Option<bool> Dark { get; } = new("--dark") { Description = "light on dark" };

    public Option<bool> Light { get; } = new("--light") { Description = "dark on light; without either, an SVG follows its reader's system and a PNG is light" };

    public Option<int?> Width { get; } = Arguments.Count("--width", $"width in units, which are pixels of an SVG and two pixels of a PNG (default: {UsualWidth})", 240, 4000);

    /// <summary>Adds arguments and options to a verb and sets what it does.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="invocation">The run.</param>
    /// <param name="symbols">Arguments and options of its own.</param>
    /// <param name="draw">Draws the chart; gets the session when the file is known to be writable.</param>
    public Verb Make(Verb verb, Invocation invocation, Symbol[] symbols, Func<Session, DrawnChart> draw)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) verb.Add(argument);
            else verb.Add((Option)symbol);
        }

        foreach (var option in new Option[] { Out, Dark, Light, Width }) verb.Add(option);
        return verb.Does(invocation, session => Answer(session, draw));
    }

    private int Answer(Session session, Func<Session, DrawnChart> draw)
    {
        var path = session.Get(Out)!;
        if (session.Get(Dark) && session.Get(Light)) throw new InvalidInputException("--dark and --light are two looks of one chart; give one of them.");
        ChartOutput.Check(path);
        var drawn = draw(session);
        session.Terminal.ClearProgress();
        session.Cancellation.ThrowIfCancellationRequested();
        var (look, width) = (session.Get(Dark) ? ChartLook.Dark : session.Get(Light) ? ChartLook.Light : ChartLook.Reader, session.Get(Width) ?? UsualWidth);
        string? codebook = null;
        if (ChartOutput.IsPicture(path))
        {
            ChartOutput.Write(path, drawn.Chart, drawn.Sources, width, look);
        }
        else
        {
            var columns = ChartNumbers.Columns(drawn.Chart);
            if (columns.Count == 0) throw new InvalidInputException("This chart is no series and no map, so it has no table of numbers; write it as .svg or .png, and take the numbers from the --json of its own verb.");
            ColumnFile.Write(path, columns, session.Cancellation);
            codebook = ColumnCodebook.PathOf(path);
            WholeFile.Write(codebook, ColumnCodebook.Markdown(path, ChartNumbers.RowOf(drawn.Chart), columns[0].Rows, ChartNumbers.Meanings(drawn.Chart), drawn.Provenance, session.World.Catalog));
        }

        ChartReport.Write(session, new WrittenChart(path, new FileInfo(path).Length, codebook, width, look, drawn));
        return Program.Answered;
    }
}

/// <summary>A chart with what it rests on.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Sources">Sources of its source line.</param>
/// <param name="Provenance">Sources, query and coverage.</param>
internal sealed record DrawnChart(Chart Chart, IReadOnlyList<Source> Sources, Provenance Provenance)
{
    /// <summary>A chart whose sources are those of its provenance.</summary>
    public static DrawnChart Of(Chart chart, Provenance provenance, SourceCatalog catalog) => new(chart, [.. provenance.Sources.Select(key => catalog[key])], provenance);
}

/// <summary>A chart that was written.</summary>
internal sealed record WrittenChart(string Path, long Bytes, string? Codebook, int Width, ChartLook Look, DrawnChart Drawn);
