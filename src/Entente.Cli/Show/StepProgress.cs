namespace Entente.Cli.Show;

/// <summary>Shows each step of long work as it begins.</summary>
internal sealed class StepProgress(Terminal terminal) : IProgress<string>
{
    /// <inheritdoc />
    public void Report(string value) => terminal.Progress(value);
}
