using System.Globalization;

namespace Entente.Cli.Show;

/// <summary>Shows how much of a work is done.</summary>
internal sealed class ShareProgress(Terminal terminal, string what) : IProgress<double>
{
    private readonly PacedLine _line = new(terminal);

    /// <inheritdoc />
    public void Report(double value) => _line.Show(() => new ProgressNote(string.Create(CultureInfo.InvariantCulture, $"{what}: {value * 100:0} %"), value, 1));
}
