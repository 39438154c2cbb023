using System.Collections.Immutable;
using Entente.Cli.Serving;
using Entente.Web.Hosting;
using Entente.Web.Questions;

namespace Entente.Web.Tests;

/// <summary>The shipped store behind the pages, on a free port, for tests to call; one for all tests that only read.</summary>
public sealed class ServedDesk : IAsyncLifetime
{
    private readonly DirectoryInfo _workspace = Directory.CreateTempSubdirectory("entente-web-");
    private VerbDesk? _desk;
    private WebServer? _server;

    /// <summary>Calls the server without the token.</summary>
    public HttpClient Reader { get; private set; } = null!;

    /// <summary>Calls the server with the token.</summary>
    public HttpClient Owner { get; private set; } = null!;

    /// <summary>The server.</summary>
    internal WebServer Server => _server!;

    /// <summary>What can be asked.</summary>
    internal ImmutableArray<Question> Questions => _desk!.Questions;

    /// <summary>Folder of the workspace.</summary>
    internal string Workspace => _workspace.FullName;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _desk = new VerbDesk([], () => "edition of the tests");
        _server = await WebServer.Start(_desk, new WebOptions { Port = 0, Workspace = Workspace }, TestContext.Current.CancellationToken);
        Reader = new HttpClient { BaseAddress = _server.Address, Timeout = Timeout.InfiniteTimeSpan };
        Owner = new HttpClient { BaseAddress = _server.Address, Timeout = Timeout.InfiniteTimeSpan };
        Owner.DefaultRequestHeaders.Authorization = new("Bearer", _server.Token);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        Owner.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        _desk?.Dispose();
        _workspace.Delete(recursive: true);
    }
}

/// <summary>Tests that share the server.</summary>
[CollectionDefinition(Name)]
public sealed class ServedDeskCollection : ICollectionFixture<ServedDesk>
{
    public const string Name = "one served desk";
}
