using System.CommandLine;
using System.CommandLine.Help;
using Entente.Cli.Show;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>The help pages: what a verb answers, how to ask it, and calls that work as written.</summary>
internal static class Help
{
    /// <summary>Writes the page of a command.</summary>
    public static void Write(Command command, Terminal terminal)
    {
        terminal.Title(Path(command), command is RootCommand ? $"version {CommandLine.Version}" : null);
        terminal.Markup(Terminal.Escape(Sentence(command.Description ?? string.Empty)));
        terminal.Heading("How to call it");
        terminal.Markup($"  {Terminal.Escape(Usage(command))}");
        Section(terminal, "Verbs", command.Subcommands.Select(sub => (Label(sub), sub.Description ?? string.Empty)));
        Section(terminal, "Names", command.Arguments.Select(argument => (argument.Name, argument.Description ?? string.Empty)));
        Section(terminal, "Options", command.Options.Where(option => !option.Hidden && !option.Recursive).Select(Described));
        Section(terminal, "Options of every verb", Inherited(command).Select(Described));
        Section(terminal, "Examples", Examples(command));
        if (command is RootCommand) terminal.Markup("\n[dim]Exit codes: 0 answered, 1 could not be answered, 2 the call was wrong, 130 stopped.[/]");
    }

    private static IEnumerable<(string, string)> Examples(Command command) =>
        command is Verb { Examples.Count: > 0 } verb ? verb.Examples : command.Subcommands.OfType<Verb>().Where(sub => sub.Examples.Count > 0).Select(sub => sub.Examples[0]);

    private static IEnumerable<Option> Inherited(Command command) =>
        command is RootCommand ? command.Options.Where(option => option.Recursive) : command.Parents.OfType<Command>().SelectMany(Inherited);

    private static void Section(Terminal terminal, string heading, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        terminal.Heading(heading);
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var (name, text) in all) grid.AddRow(new Markup($"[bold]{Terminal.Escape(name)}[/]"), new Text(text));
        terminal.Write(grid);
    }

    private static string Label(Command command) => string.Join(' ', command.Arguments.Select(argument => argument.Name).Prepend(command.Name));

    private static (string, string) Described(Option option) => option switch
    {
        HelpOption => ("--help", "this page"),
        VersionOption => ("--version", "the version of the program"),
        _ => (option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}", option.Description ?? string.Empty),
    };

    private static string Usage(Command command)
    {
        var words = new List<string> { Path(command) };
        if (command.Subcommands.Count > 0) words.Add("VERB");
        words.AddRange(command.Arguments.Select(argument => argument.Name));
        words.AddRange(command.Options.Where(option => option.Required).Select(option => $"{option.Name} {option.HelpName}"));
        if (command.Subcommands.Count > 0 || command.Options.Any(option => !option.Required)) words.Add("[options]");
        return string.Join(' ', words);
    }

    /// <summary>The words that call a command.</summary>
    public static string Path(Command command) => command is RootCommand ? "entente" : $"{Path(command.Parents.OfType<Command>().First())} {command.Name}";

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '?' ? string.Empty : ".");
}
