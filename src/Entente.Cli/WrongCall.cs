using System.CommandLine;
using System.CommandLine.Parsing;

namespace Entente.Cli;

/// <summary>Says in one sentence what is wrong with a call.</summary>
internal static class WrongCall
{
    /// <summary>The sentence, or <see langword="null"/> where the call is right.</summary>
    public static string? Describe(ParseResult call, string[] args)
    {
        var command = call.CommandResult.Command;
        if (UnknownOption(call, command) is { } option) return option;
        if (call.UnmatchedTokens.Count > 0 && Unmatched(call.UnmatchedTokens[0], command) is { } unmatched) return unmatched;
        if (command.Subcommands.Count > 0 && command.Action is null)
            return $"{Path(command)} needs one of {Listed(command.Subcommands.Select(sub => sub.Name))}; see '{Help.Path(command)} --help'";
        return call.Errors.Count == 0 ? null : Sentence(call.Errors[0], command);
    }

    private static string? UnknownOption(ParseResult call, Command command)
    {
        // The parser takes an option that it does not know for an argument; a user who mistyped one must hear of it.
        foreach (var token in call.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) return null;
            if (token.Type != TokenType.Argument || !token.Value.StartsWith('-') || token.Value.Length < 2 || char.IsAsciiDigit(token.Value[1])) continue;
            var known = Options(command).Select(option => option.Name);
            var name = token.Value.Split('=', ':')[0];
            return $"{Path(command)} knows no option '{name}'{Suggestion(name, known)}; see '{Help.Path(command)} --help'";
        }

        return null;
    }

    private static string? Unmatched(string token, Command command)
    {
        if (command.Subcommands.Count > 0)
        {
            var verbs = command.Subcommands.Select(sub => sub.Name).ToList();
            return $"{Path(command)} knows no verb '{token}'{Suggestion(token, verbs)}; the verbs are {Listed(verbs, "and")}";
        }

        var taken = command.Arguments.Count;
        return $"'{token}' is one too many: {Path(command)} takes {(taken == 0 ? "no names" : string.Join(' ', command.Arguments.Select(argument => argument.Name)))}{Example(command)}";
    }

    private static string Sentence(ParseError error, Command command)
    {
        var holder = error.SymbolResult is ArgumentResult { Parent: OptionResult parent } ? parent : error.SymbolResult;
        if (holder is OptionResult option && option.Tokens.Count == 0 && !option.Implicit)
            return $"{option.Option.Name} needs a value ({option.Option.HelpName ?? "text"}): {option.Option.Description}";
        if (holder is ArgumentResult { Tokens.Count: 0 } argument)
            return $"{Path(command)} needs {argument.Argument.Name} ({argument.Argument.Description}){Example(command)}";
        if (command.Options.FirstOrDefault(candidate => candidate.Required && error.Message.Contains($"'{candidate.Name}'", StringComparison.Ordinal)) is { } required)
            return $"{Path(command)} needs {required.Name} {required.HelpName} ({required.Description}){Example(command)}";
        return error.Message.TrimEnd('.');
    }

    private static IEnumerable<Option> Options(Command command) => command.Options.Concat(command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive));

    private static string Example(Command command) => command is Verb { Examples: [var first, ..] } ? $"; for example '{first.Call}'" : string.Empty;

    private static string Path(Command command) =>
        command is RootCommand ? "entente" : command.Parents.OfType<Command>().First() is var parent and not RootCommand ? $"{Path(parent)} {command.Name}" : command.Name;

    private static string Listed(IEnumerable<string> words, string last = "or")
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    private static string Suggestion(string typed, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (Name: name, Distance: Distance(typed, name))).OrderBy(candidate => candidate.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, Math.Min(typed.Length, nearest.Name.Length) / 3) ? $"; did you mean '{nearest.Name}'?" : string.Empty;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) from one word to another.</summary>
    private static int Distance(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) table[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
