using Entente.Briefing;
using System.Diagnostics;

namespace Entente.Cli.Show;

/// <summary>Shows how many draws are done: often where the line can be overwritten, else only every few seconds. Called from several threads.</summary>
internal sealed class DrawProgress(Terminal terminal, int draws) : IProgress<int>
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = terminal.ProgressInPlace ? TimeSpan.Zero : Seldom;
    private int _most;

    /// <inheritdoc />
    public void Report(int value)
    {
        lock (_gate)
        {
            _most = Math.Max(_most, value);
            if (_clock.Elapsed < _next) return;
            _next = _clock.Elapsed + (terminal.ProgressInPlace ? Often : Seldom);
            terminal.Progress($"{Numbers.Whole(_most)} of {Numbers.Whole(draws)} draws");
        }
    }
}
