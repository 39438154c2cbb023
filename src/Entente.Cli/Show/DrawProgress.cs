using Entente.Briefing;

namespace Entente.Cli.Show;

/// <summary>Shows how many draws are done. Called from several threads.</summary>
internal sealed class DrawProgress(Terminal terminal, int draws) : IProgress<int>
{
    private readonly Lock _gate = new();
    private readonly PacedLine _line = new(terminal);
    private int _most;

    /// <inheritdoc />
    public void Report(int value)
    {
        lock (_gate)
        {
            _most = Math.Max(_most, value);
            _line.Show(() => $"{Numbers.Whole(_most)} of {Numbers.Whole(draws)} draws");
        }
    }
}
