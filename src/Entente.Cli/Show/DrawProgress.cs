using System.Diagnostics;
using System.Globalization;
using Entente.Briefing;

namespace Entente.Cli.Show;

/// <summary>Shows how many draws are done, how quickly, and how long the rest takes. Called from several threads.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="draws">Draws that are to be done; 0 where that is not known.</param>
internal sealed class DrawProgress(Terminal terminal, int draws) : IProgress<int>
{
    private readonly Lock _gate = new();
    private readonly PacedLine _line = new(terminal);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private (int Done, TimeSpan At)? _first;
    private int _most;

    /// <inheritdoc />
    public void Report(int value)
    {
        lock (_gate)
        {
            _most = Math.Max(_most, value);

            // The pace is taken from the first report on: what is solved once, before the draws, says nothing about them.
            _first ??= (_most, _clock.Elapsed);
            var (done, at) = _first.Value;
            var seconds = (_clock.Elapsed - at).TotalSeconds;
            _line.Show(() => new ProgressNote(Words(_most, draws, seconds > 0 ? (_most - done) / seconds : 0), _most, draws > 0 ? draws : double.NaN));
        }
    }

    /// <summary>The line.</summary>
    /// <param name="done">Draws done.</param>
    /// <param name="draws">Draws to be done; 0 where that is not known.</param>
    /// <param name="pace">Draws a second; 0 where that is not known yet.</param>
    public static string Words(int done, int draws, double pace)
    {
        var line = draws > 0 ? $"{Numbers.Whole(done)} of {Numbers.Whole(draws)} draws" : $"{Numbers.Whole(done)} draws";
        if (!(pace >= 1)) return line;
        line += $", {Numbers.Whole((long)pace)} a second";
        return draws > done ? $"{line}, {Time(TimeSpan.FromSeconds(Math.Ceiling((draws - done) / pace)))} left" : line;
    }

    private static string Time(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min")
        : left.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s") : string.Create(CultureInfo.InvariantCulture, $"{left.Seconds} s");
}
