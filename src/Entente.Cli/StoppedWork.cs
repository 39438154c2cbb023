namespace Entente.Cli;

/// <summary>Work that was stopped on the user's word and left something that it can go on from.</summary>
/// <param name="message">What stays, and how to go on.</param>
/// <param name="cause">The cancellation.</param>
internal sealed class StoppedWork(string message, OperationCanceledException cause) : OperationCanceledException(message, cause, cause.CancellationToken);
