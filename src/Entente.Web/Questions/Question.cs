using System.Collections.Immutable;

namespace Entente.Web.Questions;

/// <summary>A question that can be asked: what the program's verb of that name answers.</summary>
/// <param name="Name">Its words, joined by slashes: <c>align</c>, <c>trade/what-if</c>.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Parameters">What may be given, arguments first.</param>
public sealed record Question(string Name, string Summary, ImmutableArray<QuestionParameter> Parameters)
{
    /// <summary>Shapes of the answer, without number: the field <c>schema</c> of the JSON names the one at hand.</summary>
    public ImmutableArray<string> Shapes { get; init; } = [];

    /// <summary>Endings of files that the answer can also be had as: <c>html</c>, <c>svg</c>.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>Whether it has an answer as JSON at all, or only as a file.</summary>
    public bool HasJson { get; init; } = true;

    /// <summary>Whether an answer may take so long that it is better asked as a job.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether work that was cut off goes on where it stood: a job then keeps its draws in a folder.</summary>
    public bool IsResumable { get; init; }

    /// <summary>Whether it changes what is held, so that it needs the token and runs as a job only.</summary>
    public bool Changes { get; init; }

    /// <summary>Calls that work as they stand.</summary>
    public ImmutableArray<QuestionExample> Examples { get; init; } = [];

    /// <summary>The parameter of a name.</summary>
    public QuestionParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}

/// <summary>What may stand for a parameter.</summary>
public enum ParameterKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>The name of a document that is shipped or lies in the workspace, or the text of one.</summary>
    Document,

    /// <summary>The id of a job that is done and kept its draws.</summary>
    Job,
}

/// <summary>A parameter of a question.</summary>
/// <param name="Name">Its name, in snake_case.</param>
/// <param name="Kind">What may stand for it.</param>
/// <param name="Description">What it is.</param>
public sealed record QuestionParameter(string Name, ParameterKind Kind, string Description)
{
    /// <summary>The option that it is on the command line; <see langword="null"/> for an argument without a name.</summary>
    public string? Option { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it may be given more than once.</summary>
    public bool IsList { get; init; }

    /// <summary>How much a call over the web may ask for; <see langword="null"/> where the verb's own limit is enough.</summary>
    public ParameterLimit? Limit { get; init; }

    /// <summary>Of a document: the folder of its kind (<c>strategies</c>, <c>claims</c>).</summary>
    public string? Folder { get; init; }

    /// <summary>Of a job: whether its answer is read, not its draws.</summary>
    public bool TakesAnswer { get; init; }

    /// <summary>The parameter in whose place it may stand; <see langword="null"/> where it stands for itself.</summary>
    public string? InsteadOf { get; init; }
}
