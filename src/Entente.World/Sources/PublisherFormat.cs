using Entente.World.States;

namespace Entente.World.Sources;

/// <summary>A format in which a publisher hands out a data set, so that a user's own copy can be brought in as it was downloaded.</summary>
/// <param name="Kind">Short name of the format, for example "atop-directed-dyad-years".</param>
/// <param name="Recognises">Whether the file at a path has this format, judged by its columns; never throws for a file of another kind.</param>
/// <param name="Read">Reads the file at a path.</param>
public sealed record PublisherFormat(string Kind, Func<string, bool> Recognises, Func<string, StateSystem, ImportResult> Read);
