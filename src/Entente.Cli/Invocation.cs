using Entente.Cli.Show;

namespace Entente.Cli;

/// <summary>What one run was given besides its arguments.</summary>
/// <param name="Surface">Where it writes to.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record Invocation(Surface Surface, CancellationToken Cancellation)
{
    /// <summary>The options that every verb takes.</summary>
    public GlobalOptions Globals { get; } = new();
}
