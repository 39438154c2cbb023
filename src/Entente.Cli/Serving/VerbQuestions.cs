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
        foreach (var argument in verb.Arguments.Where(argument => !served.Leaves.Contains(argument.Name)))
        {
            Add(served, parameters, argument.Name, argument.Description, ParameterKind.Text, one => one with
            {
                // A document may stay unnamed where the verb takes something else instead, as a run that is there; here there is nothing else.
                IsRequired = argument.Arity.MinimumNumberOfValues > 0,
                IsList = argument.Arity.MaximumNumberOfValues > 1,
            });
        }

        foreach (var option in verb.Options.Where(option => !globals.Contains(option) && !served.Leaves.Contains(option.Name) && option.Name != "--threads"))
        {
            if (!served.IsKept(option.Name) && FileWords.Any(word => option.HelpName?.Contains(word, StringComparison.Ordinal) == true)) continue;
            Add(served, parameters, option.Name, option.Description, KindOf(option), one => one with
            {
                Option = option.Name,
                Limit = served.Limits.GetValueOrDefault(option.Name),
                IsRequired = option.Required || served.Needs.Contains(option.Name),
                IsList = option.Arity.MaximumNumberOfValues > 1,
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

    /// <summary>Adds what stands for an argument or option: the value itself, a document or a job; where a document or a job will do, both.</summary>
    private static void Add(ServedVerb served, ImmutableArray<QuestionParameter>.Builder parameters, string name, string? description, ParameterKind kind, Func<QuestionParameter, QuestionParameter> more)
    {
        var folder = served.Documents.GetValueOrDefault(name);
        var job = served.Runs.GetValueOrDefault(name) ?? served.Answers.GetValueOrDefault(name);
        var known = NameOf(served, name);
        if (folder is not null) parameters.Add(more(new QuestionParameter(known, ParameterKind.Document, Description(description, folder)) { Folder = folder }));
        else if (job is null) parameters.Add(more(new QuestionParameter(known, kind, Description(description, folder))));
        if (job is null) return;
        var read = more(new QuestionParameter(job, ParameterKind.Job, "the id of a job of assess that is done") { TakesAnswer = served.Answers.ContainsKey(name) });
        parameters.Add(folder is null ? read : read with { IsRequired = false, InsteadOf = known });
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
