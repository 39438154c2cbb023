using Entente.Cli.Calls;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Entente.Cli.Assistants;

/// <summary>Serves the tools over the Model Context Protocol until the assistant closes the input.</summary>
internal static class AssistantServer
{
    private const string Instructions =
        "Entente answers questions about alignment among states from held data, with provenance. Answers are JSON in documented shapes (field 'schema'); shares are fractions; null is missing, never zero. "
        + "When you state a figure, give its year, its interval where there is one, and its source with edition. Say which numbers are judgement where the answer says so (basis). "
        + "States and blocs go by any code or name; a name that fits nothing is answered with near misses. Nothing is written and nothing is fetched.";

    /// <summary>Serves on two streams.</summary>
    /// <param name="input">What the assistant says.</param>
    /// <param name="output">What it is told; nothing else may be written there.</param>
    /// <param name="options">Options that every call gets.</param>
    /// <param name="cancellation">Stops the server and all calls.</param>
    public static async Task Serve(Stream input, Stream output, IReadOnlyList<string> options, CancellationToken cancellation)
    {
        using var verbs = new VerbCall(options);
        var tools = new McpServerPrimitiveCollection<McpServerTool>();
        foreach (var tool in AssistantTools.All) tools.Add(new VerbTool(tool, verbs));
        var resources = new McpServerResourceCollection();
        foreach (var document in AssistantTools.Documents) resources.Add(new VerbDocument(document, verbs));
        var transport = new StreamServerTransport(input, output, "entente");
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, new McpServerOptions
            {
                ServerInfo = new Implementation { Name = "entente", Title = "Entente", Version = CommandLine.Version },
                ServerInstructions = Instructions,
                ToolCollection = tools,
                ResourceCollection = resources,
            });
            await using (server.ConfigureAwait(false)) await server.RunAsync(cancellation).ConfigureAwait(false);
        }
    }
}
