using System.Collections.Immutable;
using System.CommandLine;
using Entente.Web.Description;
using Entente.Web.Questions;

namespace Entente.Cli.Serving;

/// <summary>Reads off the verbs what the pages can ask: one list of arguments and options, for the command line and for the pages.</summary>
internal static class VerbQuestions
{
    /// <summary>Options that name files carry one of these words in the help; what they would read or write lies on the machine of the server.</summary>
    private static readonly string[] FileWords = ["FILE", "FOLDER", "DIR"];

    /// <summary>The questions, each with the verb behind it.</summary>
    /// <param name="root">The command line with all verbs.</param>
    public static ImmutableArray<(Question Question, ServedVerb Verb)> Of(RootCommand root)
    {
        var globals = root.Options.ToHashSet();
        return [.. ServedVerbs.All.Select(served => (Of(served, Find(root, served.Words), root, globals), served))];
    }

    private static Verb Find(Command root, IEnumerable<string> words) =>
        (Verb)words.Aggregate(root, (command, word) => command.Subcommands.FirstOrDefault(sub => sub.Name == word) ?? throw new InvalidOperationException($"There is no verb '{word}' under {command.Name}."));

    private static Question Of(ServedVerb served, Verb verb, RootCommand root, HashSet<Option> globals)
    {
        var parameters = ImmutableArray.CreateBuilder<QuestionParameter>();
        foreach (var argument in verb.Arguments)
        {
            var folder = served.Documents.GetValueOrDefault(argument.Name);
            parameters.Add(new QuestionParameter(NameOf(served, argument.Name), folder is null ? ParameterKind.Text : ParameterKind.Document, Description(argument.Description, folder))
            {
                // A document may stay unnamed where the verb takes something else instead, as a run that is there; here there is nothing else.
                IsRequired = argument.Arity.MinimumNumberOfValues > 0,
                IsList = argument.Arity.MaximumNumberOfValues > 1,
                Folder = folder,
            });
        }

        foreach (var option in verb.Options.Where(option => !globals.Contains(option) && !served.Leaves.Contains(option.Name) && option.Name != "--threads"))
        {
            var folder = served.Documents.GetValueOrDefault(option.Name);
            if (folder is null && FileWords.Any(word => option.HelpName?.Contains(word, StringComparison.Ordinal) == true)) continue;
            parameters.Add(new QuestionParameter(NameOf(served, option.Name), folder is null ? KindOf(option) : ParameterKind.Document, Description(option.Description, folder))
            {
                Option = option.Name,
                Limit = served.Limits.GetValueOrDefault(option.Name),
                IsRequired = option.Required,
                IsList = option.Arity.MaximumNumberOfValues > 1,
                Folder = folder,
            });
        }

        var question = new Question(string.Join('/', served.Words), verb.Description ?? string.Empty, parameters.ToImmutable())
        {
            Formats = served.Formats,
            HasJson = served.HasJson,
            IsLong = served.IsLong,
            IsResumable = served.IsResumable,
            Changes = served.Changes,
            Shapes = AnswerShapes.Of(string.Join('/', served.Words)),
        };
        return question with { Examples = ExampleCalls.Of(root, verb, question) };
    }

    private static ParameterKind KindOf(Option option) => option.ValueType switch
    {
        var type when type == typeof(bool) => ParameterKind.Flag,
        var type when type == typeof(int?) || type == typeof(int) || type == typeof(ulong?) || type == typeof(long?) => ParameterKind.Whole,
        _ => ParameterKind.Text,
    };

    private static string NameOf(ServedVerb served, string name) => served.Names.TryGetValue(name, out var given) ? given : name.TrimStart('-').Replace('-', '_').ToLowerInvariant();

    private static string Description(string? description, string? folder) => folder is null ? description ?? string.Empty : $"the name of a document (shipped, or in the folder {folder} of the workspace), or its text";
}
