using System.Net.Sockets;
using System.Text;

namespace Entente.Web.Tests.Safety;

/// <summary>An exchange byte by byte, for what a proper client would never send.</summary>
internal sealed class RawExchange : IDisposable
{
    private readonly TcpClient _client = new();

    /// <summary>Opens a connection to a server.</summary>
    public static async Task<RawExchange> Open(Uri server)
    {
        var exchange = new RawExchange();
        await exchange._client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        return exchange;
    }

    /// <summary>Sends a text, asks for nothing more, and reads all that comes until the server closes.</summary>
    public static async Task<string> Whole(Uri server, string text)
    {
        using var exchange = await Open(server);
        await exchange.Send(text);
        return await exchange.ReadToEnd();
    }

    /// <summary>Sends a text.</summary>
    public Task Send(string text) => _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken).AsTask();

    /// <summary>Reads until the server closes; a connection that is cut is closed too.</summary>
    public async Task<string> ReadToEnd()
    {
        var bytes = new MemoryStream();
        var part = new byte[4096];
        try
        {
            while (await _client.GetStream().ReadAsync(part, TestContext.Current.CancellationToken) is var count and > 0) bytes.Write(part, 0, count);
        }
        catch (IOException)
        {
            // Cut.
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
