using System.Collections.Immutable;
using System.Text;

namespace Entente.Web.Questions;

/// <summary>A value of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The text; of a document its name, or what it says where <paramref name="IsContent"/> is set.</param>
/// <param name="IsContent">Whether <paramref name="Value"/> is the text of a document, not its name.</param>
public sealed record GivenValue(QuestionParameter Parameter, string Value, bool IsContent = false)
{
    /// <summary>Of a text: the name of the document that it is the text of; <see langword="null"/> where it was given without one.</summary>
    public string? Name { get; init; }

    /// <summary>Of a job: where what is read of it lies; <see langword="null"/> until the server has looked it up. No caller names it.</summary>
    public string? Place { get; init; }
}

/// <summary>A question with its parameters.</summary>
/// <param name="Question">The question.</param>
/// <param name="Values">What was given, in the order of the parameters.</param>
public sealed record QuestionCall(Question Question, ImmutableArray<GivenValue> Values)
{
    /// <summary>The same text for the same call: parameters in their order, each value with its length before it, so that no two calls share one.</summary>
    public string Key { get; } = KeyOf(Question, Values);

    /// <summary>The call as the command line takes it, for people to repeat it; texts of documents stand as a word.</summary>
    public string CommandLine { get; } = Typed(Question, Values);

    /// <summary>Reads a call from pairs of name and value, as an address has them.</summary>
    /// <exception cref="World.InvalidInputException">A parameter is unknown, missing, given twice, or of another kind.</exception>
    public static QuestionCall Of(Question question, IEnumerable<KeyValuePair<string, string>> values) => CallReader.Read(question, values);

    /// <summary>The parameters as an address has them; a document must have a name there.</summary>
    public string Query => string.Join('&', Values.Select(value => $"{value.Parameter.Name}={Uri.EscapeDataString(value.Value)}"));

    private static string KeyOf(Question question, ImmutableArray<GivenValue> values)
    {
        var key = new StringBuilder(question.Name);
        foreach (var value in values) key.Append('\n').Append(value.Parameter.Name).Append(value.IsContent ? '<' : '=').Append(value.Value.Length).Append(':').Append(value.Value).Append(value.Name is null ? string.Empty : $"<{value.Name}");
        return key.ToString();
    }

    private static string Typed(Question question, ImmutableArray<GivenValue> values)
    {
        var line = new StringBuilder("entente ").Append(question.Name.Replace('/', ' '));
        foreach (var value in values.OrderBy(value => value.Parameter.Option is not null))
        {
            if (value.Parameter.Kind == ParameterKind.Flag)
            {
                line.Append(' ').Append(value.Parameter.Option);
                continue;
            }

            line.Append(' ');
            if (value.Parameter.Option is { } option) line.Append(option).Append(' ');
            line.Append(value.IsContent ? $"{value.Name ?? "FILE"}.yaml" : value.Value.Any(char.IsWhiteSpace) ? $"\"{value.Value}\"" : value.Value);
        }

        return line.ToString();
    }
}

/// <summary>A call that works as it stands.</summary>
/// <param name="Call">The call.</param>
/// <param name="Format">Ending of the file that is asked for; <see langword="null"/> for the answer as JSON.</param>
/// <param name="Answers">What it answers.</param>
public sealed record QuestionExample(QuestionCall Call, string? Format, string Answers);

/// <summary>What a question came to.</summary>
/// <param name="Code">Exit code of the verb: 0 answered, 1 not answered, 2 the call was wrong.</param>
/// <param name="Json">The answer; empty where there is none.</param>
/// <param name="Sentence">What is said where it was not answered.</param>
public sealed record QuestionAnswer(int Code, string Json, string Sentence)
{
    /// <summary>Whether there is an answer to show; what is missing is one too.</summary>
    public bool HasAnswer => Code is 0 or 1 && Json.Length > 0;
}

/// <summary>How far long work is.</summary>
/// <param name="Line">In words.</param>
/// <param name="Done">How much is done; not a number where that is not counted.</param>
/// <param name="Total">Of how much; not a number where that is not known.</param>
public readonly record struct AskProgress(string Line, double Done, double Total);
