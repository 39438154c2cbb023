using System.CommandLine;

namespace Entente.Cli;

/// <summary>One question that the program answers, with calls that show how to ask it.</summary>
internal sealed class Verb(string name, string summary) : Command(name, summary)
{
    /// <summary>Calls that work as written, each with what it answers.</summary>
    public IReadOnlyList<(string Call, string Answers)> Examples { get; init; } = [];

    /// <summary>Sets what the verb does; the work gets a session with its terminal and its store.</summary>
    public Verb Does(Invocation invocation, Func<Session, int> work)
    {
        SetAction(parse =>
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            using var session = new Session(parse, invocation);
            return work(session);
        });
        return this;
    }
}
