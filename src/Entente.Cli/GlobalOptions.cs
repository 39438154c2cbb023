using System.CommandLine;

namespace Entente.Cli;

/// <summary>Options that every verb takes; made anew for every call, so that a program that answers many keeps nothing of them.</summary>
internal sealed class GlobalOptions
{
    /// <summary>The answer as JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "the answer as JSON, in the shape that docs/cli.md describes", Recursive = true };

    /// <summary>The folder of the store.</summary>
    public Option<string?> Store { get; } = new("--store") { Description = "folder of the store (default: the snapshot that is shipped)", HelpName = "DIR", Recursive = true };

    /// <summary>The caller's own blocs.</summary>
    public Option<string[]?> Blocs { get; } = new("--blocs") { Description = "a YAML file with your own blocs; may be given more than once", HelpName = "FILE", Recursive = true, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    /// <summary>No colours.</summary>
    public Option<bool> NoColour { get; } = new("--no-color") { Description = "no colours (also: the variable NO_COLOR, or output that is redirected)", Recursive = true };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Json, Store, Blocs, NoColour];
}
