using System.Collections.Immutable;
using System.Text.Json;

namespace Entente.Cli.Assistants;

/// <summary>A verb as a tool for an assistant: the arguments that it takes, and how its answer reads in a line.</summary>
/// <param name="Name">Name of the tool.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">When to use it and what its answer holds.</param>
/// <param name="Verb">The words that call the verb.</param>
/// <param name="Arguments">What may be given.</param>
/// <param name="Shapes">The shapes of its answer, without number.</param>
/// <param name="Summary">The answer in a line or two.</param>
internal sealed record AssistantTool(
    string Name, string Title, string Description, ImmutableArray<string> Verb, ImmutableArray<ToolArgument> Arguments, ImmutableArray<string> Shapes, Func<JsonElement, string> Summary)
{
    /// <summary>The argument that asks for the parts that are left out.</summary>
    public const string Full = "full";

    /// <summary>Long parts of the answer that an assistant gets only when it asks for the full answer.</summary>
    public ImmutableArray<string> LongParts { get; init; } = [];

    /// <summary>Lists of which an assistant gets the first items only, unless it asks for the full answer: shape, part, most.</summary>
    public ImmutableArray<(string Shape, string Part, int Most)> LongLists { get; init; } = [];

    /// <summary>Whether anything is left out unless it is asked for.</summary>
    public bool Shortens => !LongParts.IsEmpty || !LongLists.IsEmpty;
}

/// <summary>A document that an assistant may read: the JSON of a call.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What is in it.</param>
/// <param name="Call">The words of the call.</param>
internal sealed record AssistantDocument(string Uri, string Name, string Title, string Description, ImmutableArray<string> Call);
