namespace Entente.Web.Hosting;

/// <summary>How the pages are served.</summary>
public sealed record WebOptions
{
    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; } = 8750;

    /// <summary>Address to listen on. Anything but loopback asks every reader for the token.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Further names under which readers may call this server (the header Host), for use behind another server.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The token: with it strategies are saved, jobs started and the store refreshed. Made at random where none is given.</summary>
    public string? Token { get; init; }

    /// <summary>Folder of the user's own strategies, claims and jobs; nothing outside it is written.</summary>
    public required string Workspace { get; init; }

    /// <summary>Bytes of memory that kept answers may take.</summary>
    public long MostAnswerBytes { get; init; } = 128L << 20;

    /// <summary>Questions that are computed, or wait for it, at the same time; more are told to come again.</summary>
    public int MostAtWork { get; init; } = 64;

    /// <summary>Connections at the same time.</summary>
    public int MostConnections { get; init; } = 512;

    /// <summary>Requests a second from one address, over some seconds; twice as many at once.</summary>
    public int MostRequestsASecond { get; init; } = 1000;

    /// <summary>How long whoever sends or takes slowly is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that the body of a request may have: an article of 10 MB fits, written as JSON.</summary>
    public long MostBodyBytes { get; init; } = 16L << 20;
}
