using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Cli.Serving;

/// <summary>Turns the examples in the help of a verb into calls of its question; those that read or write a file of whoever sits at the terminal have no such call.</summary>
internal static class ExampleCalls
{
    /// <summary>The calls that can be asked as they stand.</summary>
    /// <param name="root">The command line with all verbs.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="question">Its question.</param>
    public static ImmutableArray<QuestionExample> Of(RootCommand root, Verb verb, Question question) =>
        [.. verb.Examples.Select(example => Of(root, verb, question, example)).OfType<QuestionExample>()];

    private static QuestionExample? Of(RootCommand root, Verb verb, Question question, (string Call, string Answers) example)
    {
        var parsed = root.Parse(CommandLineParser.SplitCommandLine(example.Call).Skip(1).ToArray());
        if (parsed.CommandResult.Command != verb || parsed.Errors.Count > 0) return null;
        string? format = null;
        List<KeyValuePair<string, string>> values = [];
        foreach (var result in parsed.CommandResult.Children)
        {
            var option = (result as OptionResult)?.Option.Name;
            if (result is OptionResult { Implicit: true } || result.Tokens.Count == 0 && option is null || option is "--json") continue;
            if (option is "--out" or "--html")
            {
                format = Path.GetExtension(result.Tokens[0].Value).TrimStart('.');
                continue;
            }

            var place = result is ArgumentResult argument ? PlaceOf(verb, argument.Argument) : -1;
            var parameter = option is null ? question.Parameters.Where(one => one.Option is null).ElementAtOrDefault(place) : question.Parameters.FirstOrDefault(one => one.Option == option);
            if (parameter is null) return null;
            if (parameter.Kind == ParameterKind.Flag) values.Add(KeyValuePair.Create(parameter.Name, "true"));
            else values.AddRange(result.Tokens.Select(token => KeyValuePair.Create(parameter.Name, token.Value)));
        }

        if (format is null ? !question.HasJson : !question.Formats.Contains(format)) return null;
        try
        {
            return new QuestionExample(QuestionCall.Of(question, values), format, example.Answers);
        }
        catch (InvalidInputException)
        {
            // It names a file of the terminal's.
            return null;
        }
    }

    private static int PlaceOf(Verb verb, Argument argument) => verb.Arguments.IndexOf(argument);
}
