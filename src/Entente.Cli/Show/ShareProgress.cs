using System.Diagnostics;
using System.Globalization;

namespace Entente.Cli.Show;

/// <summary>Shows how much of a work is done: often where the line can be overwritten, else only every few seconds.</summary>
internal sealed class ShareProgress(Terminal terminal, string what) : IProgress<double>
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = terminal.ProgressInPlace ? TimeSpan.Zero : Seldom;

    /// <inheritdoc />
    public void Report(double value)
    {
        if (_clock.Elapsed < _next) return;
        _next = _clock.Elapsed + (terminal.ProgressInPlace ? Often : Seldom);
        terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"{what}: {value * 100:0} %"));
    }
}
