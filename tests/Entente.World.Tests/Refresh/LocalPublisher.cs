using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Entente.World.Tests.Refresh;

/// <summary>A request as a publisher sees it.</summary>
internal sealed record PublisherRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A publisher on this machine that answers as it is told, byte by byte, and so can misbehave in every way.</summary>
internal sealed class LocalPublisher : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<PublisherRequest, Connection, Task>> _answers = new();

    public LocalPublisher()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Requests so far, in order.</summary>
    public ConcurrentQueue<PublisherRequest> Requests { get; } = new();

    public string Root => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Answers a path, whatever its query.</summary>
    public void On(string path, Func<PublisherRequest, Connection, Task> answer) => _answers[path] = answer;

    /// <summary>Answers a path with a whole file, with ranges and tags as a good server does.</summary>
    public void Serves(string path, byte[] body, string type = "text/csv", string? tag = null) => On(path, (request, connection) => connection.FileAsync(request, body, type, tag));

    public void Serves(string path, string body, string type = "text/csv", string? tag = null) => Serves(path, Encoding.UTF8.GetBytes(body), type, tag);

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(client));
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, false, 1024, leaveOpen: true);
                var first = (await reader.ReadLineAsync(_stop.Token))?.Split(' ');
                if (first is not [_, var target, ..]) return;
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                for (string? line; !string.IsNullOrEmpty(line = await reader.ReadLineAsync(_stop.Token));)
                {
                    var parts = line.Split(':', 2);
                    headers[parts[0]] = parts[1].Trim();
                }

                var request = new PublisherRequest(target, headers);
                Requests.Enqueue(request);
                var connection = new Connection(client, stream, _stop.Token);
                if (_answers.TryGetValue(target.Split('?')[0], out var answer)) await answer(request, connection);
                else await connection.SendAsync(404, "text/plain", "nothing here"u8.ToArray());
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The reader left: that is what several of these tests are about.
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }
}

/// <summary>One connection of a publisher; each carries one answer.</summary>
internal sealed class Connection(TcpClient client, NetworkStream stream, CancellationToken stop)
{
    public CancellationToken Stop => stop;

    public async Task HeadAsync(int status, string? type, long? length, params (string Name, string Value)[] headers)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Status\r\nConnection: close\r\n"));
        if (type is not null) text.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
        if (length is { } bytes) text.Append(CultureInfo.InvariantCulture, $"Content-Length: {bytes}\r\n");
        foreach (var (name, value) in headers) text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        await WriteAsync(Encoding.ASCII.GetBytes(text.Append("\r\n").ToString()));
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    public async Task SendAsync(int status, string? type, byte[] body, params (string Name, string Value)[] headers)
    {
        await HeadAsync(status, type, body.Length, headers);
        await WriteAsync(body);
    }

    public async Task FileAsync(PublisherRequest request, byte[] body, string type, string? tag)
    {
        (string, string)[] tags = tag is null ? [] : [("ETag", tag)];
        if (tag is not null && request.Header("If-None-Match") == tag)
        {
            await HeadAsync(304, null, null, tags);
            return;
        }

        if (request.Header("Range") is { } range && tag is not null && request.Header("If-Range") == tag)
        {
            var from = int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            await SendAsync(206, type, body[from..], [.. tags, ("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{body.Length - 1}/{body.Length}"))]);
            return;
        }

        await SendAsync(200, type, body, tags);
    }

    /// <summary>Breaks the connection off, as a cut cable does.</summary>
    public void Break()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }
}
