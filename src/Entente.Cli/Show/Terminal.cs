using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Entente.Cli.Show;

/// <summary>Writes an answer: headings, paragraphs and tables, coloured on a terminal and plain elsewhere.</summary>
internal sealed class Terminal
{
    private readonly Surface _surface;
    private readonly IAnsiConsole _console;
    private readonly StringBuilder _page = new();

    public Terminal(Surface surface, bool colour)
    {
        _surface = surface;
        Colour = colour && surface.Colour;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new StringWriter(_page, System.Globalization.CultureInfo.InvariantCulture)),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        _console.Profile.Width = surface.Width;
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>Columns that may be filled.</summary>
    public int Width => _surface.Width;

    /// <summary>Whether colours are shown.</summary>
    public bool Colour { get; }

    /// <summary>Takes the answer as raw text, for JSON.</summary>
    public TextWriter Raw => _surface.Output;

    /// <summary>Shows progress of long work.</summary>
    public void Progress(string line) => _surface.ShowProgress(new ProgressNote(line));

    /// <summary>Shows progress that is counted.</summary>
    public void Progress(ProgressNote note) => _surface.ShowProgress(note);

    /// <summary>Takes the line of progress away.</summary>
    public void ClearProgress() => _surface.ClearProgress();

    /// <summary>Whether progress overwrites its own line, or is told to a listener that shows the last note alone.</summary>
    public bool ProgressInPlace => _surface.ErrorIsTerminal || _surface.Listener is not null;

    /// <summary>The title of an answer, with a line under it.</summary>
    public void Title(string title, string? beside = null)
    {
        Markup($"[bold]{Escape(title)}[/]{(beside is null ? string.Empty : $"  [dim]{Escape(beside)}[/]")}");
        Markup($"[dim]{new string('─', Width)}[/]");
    }

    /// <summary>A heading inside an answer, with a line before it.</summary>
    public void Heading(string text, string? beside = null)
    {
        Line();
        Markup($"[bold]{Escape(text)}[/]{(beside is null ? string.Empty : $"  [dim]{Escape(beside)}[/]")}");
    }

    /// <summary>An empty line.</summary>
    public void Line() => Write(new Text(string.Empty));

    /// <summary>A paragraph in Spectre's markup, wrapped at the width.</summary>
    public void Markup(string markup) => Write(new Markup(markup));

    /// <summary>A paragraph in Spectre's markup beside a label; labels of the same width stand under each other.</summary>
    public void Item(string label, string markup, int labelWidth = 10)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { NoWrap = true, Width = Math.Max(labelWidth, label.Length), Padding = new Padding(0, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Markup($"[dim]{Escape(label)}[/]"), new Markup(markup));
        Write(grid);
    }

    /// <summary>Anything that Spectre can render.</summary>
    public void Write(IRenderable renderable)
    {
        _console.Write(renderable);
        var page = _page.ToString();
        _page.Clear();
        foreach (var line in page.TrimEnd('\n').Split('\n')) _surface.Output.WriteLine(Colour ? line.TrimEnd('\r') : line.TrimEnd());
    }

    /// <summary>Makes text safe inside markup.</summary>
    public static string Escape(string text) => Spectre.Console.Markup.Escape(text);
}
