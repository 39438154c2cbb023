using System.Globalization;
using System.Text;

namespace Entente.Cli.Show;

/// <summary>How far long work is.</summary>
/// <param name="Line">In words.</param>
/// <param name="Done">How much is done; not a number where that is not counted.</param>
/// <param name="Total">Of how much; not a number where that is not known.</param>
internal readonly record struct ProgressNote(string Line, double Done = double.NaN, double Total = double.NaN);

/// <summary>Where a run writes to: two writers, and what they can show.</summary>
internal sealed class Surface : IDisposable
{
    private const int PlainWidth = 100;
    private bool _progressShown;

    /// <summary>Takes the answer.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Takes progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Columns that an answer may fill.</summary>
    public int Width { get; init; } = PlainWidth;

    /// <summary>Whether the answer may be coloured.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether progress may overwrite its own line.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Takes the progress of a caller that is no terminal, such as an assistant; <see langword="null"/> where it goes to <see cref="Error"/>.</summary>
    public Action<ProgressNote>? Listener { get; init; }

    /// <summary>Whether the writers belong to this surface and are closed with it.</summary>
    public bool OwnsWriters { get; init; }

    /// <summary>Two plain writers, 100 columns.</summary>
    public static Surface Plain(TextWriter output, TextWriter error) => new() { Output = output, Error = error };

    /// <summary>The standard streams of the process.</summary>
    public static Surface OfProcess()
    {
        var redirected = Console.IsOutputRedirected;
        var dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        if (OperatingSystem.IsWindows() && !redirected) Console.OutputEncoding = Encoding.UTF8;
        return new Surface
        {
            Output = Writer(Console.OpenStandardOutput()),
            Error = Writer(Console.OpenStandardError()),
            Width = redirected ? AskedWidth() ?? PlainWidth : Math.Clamp(AskedWidth() ?? TerminalWidth(), 60, 140),
            Colour = !redirected && !dumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            ErrorIsTerminal = !Console.IsErrorRedirected && !dumb,
            OwnsWriters = true,
        };
    }

    /// <summary>Writes what is still held back.</summary>
    public void Flush()
    {
        Output.Flush();
        Error.Flush();
    }

    /// <summary>Shows a line of progress, in place of the one before where standard error is a terminal.</summary>
    public void ShowProgress(ProgressNote note)
    {
        if (Listener is { } listener)
        {
            listener(note);
            return;
        }

        if (ErrorIsTerminal)
        {
            Error.Write($"\r\u001b[2K{note.Line}");
            _progressShown = true;
        }
        else
        {
            Error.WriteLine(note.Line);
        }

        Error.Flush();
    }

    /// <summary>Takes the line of progress away.</summary>
    public void ClearProgress()
    {
        if (!_progressShown) return;
        Error.Write("\r\u001b[2K");
        Error.Flush();
        _progressShown = false;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!OwnsWriters) return;
        Output.Dispose();
        Error.Dispose();
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false), 1 << 14) { NewLine = Environment.NewLine };

    private static int? AskedWidth() =>
        int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_WIDTH"), NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is >= 60 and <= 400 ? width : null;

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
