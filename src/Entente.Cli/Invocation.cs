using Entente.Cli.Show;

namespace Entente.Cli;

/// <summary>What one run was given besides its arguments.</summary>
/// <param name="Surface">Where it writes to.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record Invocation(Surface Surface, CancellationToken Cancellation)
{
    /// <summary>The options that every verb takes.</summary>
    public GlobalOptions Globals { get; } = new();

    /// <summary>Editions that outlive the run; <see langword="null"/> where the process answers one call.</summary>
    public EditionPool? Editions { get; init; }
}
