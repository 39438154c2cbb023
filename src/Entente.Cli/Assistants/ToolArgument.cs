using System.Collections.Immutable;

namespace Entente.Cli.Assistants;

/// <summary>What may stand for an argument of a tool.</summary>
internal enum ArgumentKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>The name of something that is shipped; never a path.</summary>
    Name,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of some words.</summary>
    Choice,

    /// <summary>Several texts.</summary>
    Texts,

    /// <summary>Several names.</summary>
    Names,

    /// <summary>Several of some words.</summary>
    Choices,

    /// <summary>Words under names, for the parameters of a figure.</summary>
    Assignments,

    /// <summary>The text of a file that the verb reads.</summary>
    File,
}

/// <summary>An argument of a tool, and where it goes in the call of the verb.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What may stand for it.</param>
/// <param name="Option">The option that it becomes; <see langword="null"/> for an argument without a name.</param>
/// <param name="Description">What it is, for the assistant.</param>
internal sealed record ToolArgument(string Name, ArgumentKind Kind, string? Option, string Description)
{
    /// <summary>Characters that a text may have; a file has a limit of its own.</summary>
    public const int LongestText = 200;

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The least whole number, or the fewest items of a list.</summary>
    public int Least { get; init; }

    /// <summary>The greatest whole number, the most items of a list, or the most characters of a file.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>The words of a choice.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What the call gets where the assistant says nothing.</summary>
    public int? Default { get; init; }

    /// <summary>A calendar year.</summary>
    public static ToolArgument Year(string name, string option, string description) => new(name, ArgumentKind.Whole, option, description) { Least = 1816, Most = 2100 };
}
