using ModelContextProtocol.Client;

namespace Entente.Cli.Tests.Assistants;

/// <summary>The built program serving a client of the protocol's own library, shared by the tests of a class.</summary>
public sealed class AssistantProcess : IAsyncLifetime
{
    private readonly List<string> _errors = [];

    /// <summary>The client.</summary>
    public McpClient Client { get; private set; } = null!;

    /// <summary>What the program wrote to standard error.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors) return [.. _errors];
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Name = "entente",
        Command = BuiltProgram.Host,
        Arguments = [BuiltProgram.File, "mcp"],
        WorkingDirectory = Path.GetTempPath(),
        StandardErrorLines = line =>
        {
            lock (_errors) _errors.Add(line);
        },
    }));

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Client.DisposeAsync();
}
