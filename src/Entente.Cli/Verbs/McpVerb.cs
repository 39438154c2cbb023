using Entente.Cli.Assistants;

namespace Entente.Cli.Verbs;

/// <summary>The same questions, asked by an AI assistant.</summary>
internal static class McpVerb
{
    public static Verb Build(Invocation invocation) =>
        new Verb("mcp", "serve the questions to an AI assistant over the Model Context Protocol, on standard input and output")
        {
            Examples = [("entente mcp", "started by an assistant, which docs/mcp.md shows how to set up")],
        }.Does(invocation, session =>
        {
            // A store or bloc file that is wrong is told now, to the person who set this up, and not at every call.
            _ = session.World.Blocs;
            string[] options = [.. session.StoreAsked is { } store ? [$"--store={Path.GetFullPath(store)}"] : Array.Empty<string>(), .. session.BlocFiles.Select(file => $"--blocs={Path.GetFullPath(file)}")];
            if (!Console.IsInputRedirected) session.Terminal.Progress("entente: waiting for an assistant on standard input; people use the other verbs (entente --help). Ctrl-C stops.");

            // Models fill the pool of threads; messages must not wait for them.
            ThreadPool.GetMinThreads(out var workers, out var ports);
            ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + 8), ports);

            // Whatever in this process writes to the console by itself must not get between the messages.
            Console.SetOut(Console.Error);
            AssistantServer.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput(), options, session.Cancellation).GetAwaiter().GetResult();
            return Program.Answered;
        });
}
