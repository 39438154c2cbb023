using System.Diagnostics;

namespace Entente.Cli.Show;

/// <summary>A line of progress at a bearable pace: often where it can be overwritten, else only every few seconds. Not safe for several threads at once.</summary>
internal sealed class PacedLine(Terminal terminal)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = terminal.ProgressInPlace ? TimeSpan.Zero : Seldom;

    /// <summary>Shows the line if it is time for one.</summary>
    public void Show(Func<ProgressNote> line)
    {
        if (_clock.Elapsed < _next) return;
        _next = _clock.Elapsed + (terminal.ProgressInPlace ? Often : Seldom);
        terminal.Progress(line());
    }
}
