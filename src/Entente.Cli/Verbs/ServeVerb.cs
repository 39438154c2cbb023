using Entente.Cli.Serving;
using Entente.Web.Hosting;
using Entente.World.Store;

namespace Entente.Cli.Verbs;

/// <summary>The same questions on pages in a browser.</summary>
internal static class ServeVerb
{
    public static Verb Build(Invocation invocation)
    {
        var usual = new WebOptions { Workspace = string.Empty };
        var port = Arguments.Count("--port", $"port (default: {usual.Port}; 0 takes a free one)", 0, 65535);
        var address = Arguments.Text("--bind", "ADDRESS", $"address to listen on (default: {usual.Address}, this machine alone; with any other, every reader needs the token)");
        var host = new System.CommandLine.Option<string[]?>("--host") { Description = "a further name under which readers may call the server; may be given more than once", HelpName = "NAME", Arity = System.CommandLine.ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var workspace = Arguments.Text("--workspace", "FOLDER", "folder of your strategies, claims and runs (default: entente-workspace in the current folder)");
        var cold = new System.CommandLine.Option<bool>("--cold") { Description = "do not prepare the models at the start: less work for a short visit, but the first assessment takes longer" };
        var verb = new Verb("serve", "the desk in a browser: map, dyads, camps, strategies, trade and gas, claims, data; and the API behind it")
        {
            Examples =
            [
                ("entente serve", "prints the address to open; Ctrl-C stops"),
                ("entente serve --port 0 --workspace mine", "on a free port, with a workspace of your own"),
            ],
        };
        foreach (var option in new System.CommandLine.Option[] { port, address, host, workspace, cold }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            // A store or bloc file that is wrong is told now, and not at every question.
            _ = session.World.Blocs;
            var (store, blocs) = (StoreLocator.Locate(session.StoreAsked), session.BlocFiles.Select(Path.GetFullPath).ToArray());
            string[] words = [.. session.StoreAsked is not null ? [$"--store={Path.GetFullPath(session.StoreAsked)}"] : Array.Empty<string>(), .. blocs.Select(file => $"--blocs={file}")];
            var folder = Path.GetFullPath(session.Get(workspace) ?? "entente-workspace");
            var options = new WebOptions
            {
                Port = session.Get(port) ?? usual.Port,
                Address = session.Get(address) ?? usual.Address,
                Hosts = session.Get(host) ?? [],
                Token = Environment.GetEnvironmentVariable("ENTENTE_TOKEN") is { Length: > 0 } given ? given : null,
                Workspace = folder,
            };

            // Models fill the pool of threads; readers must not wait for them.
            ThreadPool.GetMinThreads(out var workers, out var ports);
            ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + 16), ports);
            using var desk = new VerbDesk(words, new EditionName(ProgramName.Text, store, blocs).Get);
            Serve(session, desk, options, warms: !session.Get(cold)).GetAwaiter().GetResult();
            return Program.Answered;
        });
    }

    private static async Task Serve(Session session, VerbDesk desk, WebOptions options, bool warms)
    {
        await using var server = await WebServer.Start(desk, options, session.Cancellation).ConfigureAwait(false);
        session.Terminal.Markup($"The desk is open at [bold]{Show.Terminal.Escape($"{server.Address.AbsoluteUri}?token={server.Token}")}[/]");
        session.Terminal.Markup($"[dim]Strategies, claims and runs are kept in {Show.Terminal.Escape(options.Workspace)}. The API is described at {Show.Terminal.Escape(new Uri(server.Address, "api/reference").AbsoluteUri)}. Ctrl-C stops.[/]");
        session.Terminal.Raw.Flush();
        var warming = warms ? desk.Warm(session.Cancellation) : Task.CompletedTask;
        try
        {
            await Task.Delay(Timeout.Infinite, session.Cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopping is how this ends.
        }

        // Its editions are the desk's, which is closed next.
        await warming.ConfigureAwait(false);
    }
}
