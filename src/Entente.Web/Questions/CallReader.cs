using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.World;

namespace Entente.Web.Questions;

/// <summary>Reads the parameters of a call from an address or from a JSON body. What is wrong with a value is left to the verb to say; here is refused what must not reach it.</summary>
internal static partial class CallReader
{
    /// <summary>Characters that a text may have; a document may be as long as the body.</summary>
    public const int LongestText = 4000;

    /// <summary>Values that a call may have.</summary>
    public const int MostValues = 500;

    // The text of a document is given under the name of its parameter with this ending; in an address it would be logged and cut.
    public const string ContentEnding = "_text";

    /// <summary>Reads a call from pairs of name and value, as an address has them.</summary>
    /// <exception cref="InvalidInputException">A parameter is unknown, missing, given twice, or of another kind.</exception>
    public static QuestionCall Read(Question question, IEnumerable<KeyValuePair<string, string>> pairs) => Read(question, pairs.Select(pair => (pair.Key, pair.Value, false)));

    /// <summary>Reads a call from a JSON object: a value for each name, lists where several may be given, the text of a document under its name with <c>_text</c>.</summary>
    /// <exception cref="InvalidInputException">It is no object, or a parameter is wrong.</exception>
    /// <param name="question">The question.</param>
    /// <param name="body">The object.</param>
    /// <param name="leaves">A field that is none of the question's, and is left to the caller.</param>
    public static QuestionCall Read(Question question, JsonElement body, string? leaves = null)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new InvalidInputException($"{question.Name} takes a JSON object with a value for each parameter, not {body.ValueKind.ToString().ToLowerInvariant()}.");
        return Read(question, Flat(question, body).Where(field => field.Name != leaves));
    }

    private static IEnumerable<(string Name, string Value, bool MayBeContent)> Flat(Question question, JsonElement body)
    {
        foreach (var field in body.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in field.Value.EnumerateArray()) yield return (field.Name, Scalar(question, field.Name, item), true);
            }
            else if (field.Value.ValueKind != JsonValueKind.Null)
            {
                yield return (field.Name, Scalar(question, field.Name, field.Value), true);
            }
        }
    }

    private static string Scalar(Question question, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new InvalidInputException($"{question.Name}: {Short(name)} is a text, a number, true, false or a list of them."),
    };

    private static QuestionCall Read(Question question, IEnumerable<(string Name, string Value, bool MayBeContent)> pairs)
    {
        var given = new Dictionary<QuestionParameter, List<GivenValue>>();
        var count = 0;
        foreach (var (name, text, mayBeContent) in pairs)
        {
            if (++count > MostValues) throw new InvalidInputException($"{question.Name} takes at most {MostValues} values in one call.");
            var (parameter, isContent) = Find(question, name, mayBeContent);
            if (Value(question, parameter, text, isContent) is not { } value) continue;
            if (!given.TryGetValue(parameter, out var values)) given.Add(parameter, values = []);
            else if (!parameter.IsList) throw new InvalidInputException($"{question.Name} takes {parameter.Name} once, not {values.Count + 1} times.");
            values.Add(value);
        }

        RequireAll(question, given);
        return CallLimits.AsJob(new QuestionCall(question, [.. question.Parameters.Where(given.ContainsKey).SelectMany(parameter => given[parameter])]));
    }

    private static void RequireAll(Question question, Dictionary<QuestionParameter, List<GivenValue>> given)
    {
        foreach (var parameter in question.Parameters)
        {
            var instead = question.Parameters.FirstOrDefault(other => other.InsteadOf == parameter.Name);
            if (given.ContainsKey(parameter))
            {
                if (instead is not null && given.ContainsKey(instead)) throw new InvalidInputException($"{question.Name} takes {parameter.Name} or {instead.Name}, not both.");
            }
            else if (parameter.IsRequired && (instead is null || !given.ContainsKey(instead)))
            {
                throw new InvalidInputException($"{question.Name} needs {parameter.Name}: {parameter.Description}{(instead is null ? string.Empty : $"; or {instead.Name}: {instead.Description}")}.");
            }
        }
    }

    private static (QuestionParameter Parameter, bool IsContent) Find(Question question, string name, bool mayBeContent)
    {
        if (question.Parameter(name) is { } parameter) return (parameter, false);
        if (mayBeContent && name.EndsWith(ContentEnding, StringComparison.Ordinal) && question.Parameter(name[..^ContentEnding.Length]) is { Kind: ParameterKind.Document } document) return (document, true);
        var known = question.Parameters.Select(one => one.Name).ToList();
        throw new InvalidInputException($"{question.Name} takes no parameter '{Short(name)}'; it takes {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
    }

    private static GivenValue? Value(Question question, QuestionParameter parameter, string text, bool isContent)
    {
        if (isContent) return text.Length > 0 ? new GivenValue(parameter, text, IsContent: true) : throw new InvalidInputException($"{question.Name}: the text of {parameter.Name} is empty.");
        if (string.IsNullOrWhiteSpace(text) && parameter.Kind != ParameterKind.Flag) throw new InvalidInputException($"{question.Name}: {parameter.Name} is empty; leave it out or give a value.");
        if (text.Length > LongestText) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{question.Name}: {parameter.Name} takes at most {LongestText:N0} characters, not {text.Length:N0}."));
        if (text.Contains('\0', StringComparison.Ordinal)) throw new InvalidInputException($"{question.Name}: {parameter.Name} holds a character that no text has (U+0000).");
        switch (parameter.Kind)
        {
            case ParameterKind.Flag:
                return text.ToLowerInvariant() switch
                {
                    "true" or "1" or "yes" or "" => new GivenValue(parameter, "true"),
                    "false" or "0" or "no" => null,
                    _ => throw new InvalidInputException($"{question.Name}: {parameter.Name} is true or false, not '{Short(text)}'."),
                };
            case ParameterKind.Document when !NameShape().IsMatch(text):
                throw new InvalidInputException($"{question.Name}: {parameter.Name} takes the name of a document, of letters, digits, dashes and underscores, not '{Short(text)}'; paths cannot be named here.");
            case ParameterKind.Job when !JobShape().IsMatch(text):
                throw new InvalidInputException($"{question.Name}: {parameter.Name} takes the id of a job, 16 hexadecimal digits, not '{Short(text)}'; paths cannot be named here, and /api/v1/jobs lists the jobs.");
            default:
                return new GivenValue(parameter, text);
        }
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..59]}…";

    /// <summary>How ids of jobs look.</summary>
    public const string JobPattern = "^[0-9a-f]{16}$";

    /// <summary>How names of documents look.</summary>
    public const string NamePattern = "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$";

    /// <summary>No option, no path, and no way up: what begins with a letter or digit and holds no separator.</summary>
    [GeneratedRegex(NamePattern, RegexOptions.CultureInvariant)]
    internal static partial Regex NameShape();

    [GeneratedRegex(JobPattern, RegexOptions.CultureInvariant)]
    internal static partial Regex JobShape();
}
