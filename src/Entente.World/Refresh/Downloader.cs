using System.Net;

namespace Entente.World.Refresh;

/// <summary>Downloads files: with retries, continued where they were cut, within limits of size and time, and checked before they are handed on.</summary>
/// <remarks>This folder is the only room that opens the network.</remarks>
internal sealed class Downloader(HttpMessageInvoker http, FetchOptions options, Action<string>? progress = null)
{
    private readonly HostPace _pace = new(options.Clock);
    private readonly Requester _requester = new(http, options);

    /// <summary>A client for the whole refresh: no cookies, no automatic redirections (keys must not follow them), no automatic unpacking (it breaks ranges).</summary>
    public static HttpMessageInvoker Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    /// <summary>Downloads a file to its path; the path has the whole, checked file or what it had before.</summary>
    /// <exception cref="FetchException">It could not be had.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped it.</exception>
    public async Task<Download> GetAsync(DownloadRequest request, CancellationToken cancellation)
    {
        using var total = new CancellationTokenSource(request.MaximumTime, options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellation);
        var part = new PartFile(request.Path, request.Shown);
        var retries = RetryRule.Build(options, (wait, problem) => progress?.Invoke($"{problem} Trying again in {Math.Ceiling(wait.TotalSeconds)} s."));
        var attempts = 0;
        try
        {
            return await retries.ExecuteAsync(
                async token =>
                {
                    await _pace.WaitAsync(request.Address.Host, request.Wait, token).ConfigureAwait(false);
                    attempts++;
                    try
                    {
                        return await AttemptAsync(request, part, attempts, token).ConfigureAwait(false);
                    }
                    catch (FetchException useless) when (useless.PartIsUseless)
                    {
                        part.Drop();
                        throw;
                    }
                },
                both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cause) when (total.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new FetchException(FetchProblem.TooSlow, $"{request.Address.Host} took longer than {request.MaximumTime.TotalMinutes} minutes for {request.Shown}; what came is continued next time where the publisher allows it.", cause);
        }
        finally
        {
            part.DropUnlessContinuable();
        }
    }

    private async Task<Download> AttemptAsync(DownloadRequest request, PartFile part, int attempt, CancellationToken cancellation)
    {
        var from = part.Length;
        using var response = await _requester.SendAsync(request, from > 0 ? part.Validator : null, from, cancellation).ConfigureAwait(false);
        var validator = Validator.Of(response, request.Shown);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            var held = request.Held ?? throw new FetchException(FetchProblem.Refused, $"{request.Shown} answers 304 (not modified) to a request without conditions; this is a fault of the host.");
            return new Download(request.Path, 0, held.Sha256, true, attempt, 0, held);
        }

        var continues = response.StatusCode == HttpStatusCode.PartialContent;
        if (continues && response.Content.Headers.ContentRange?.From != from)
        {
            part.Drop();
            throw new FetchException(FetchProblem.Damaged, $"{request.Address.Host} continued {request.Shown} at another byte than it was asked for.") { IsPassing = true };
        }

        if (!continues)
        {
            from = 0;
            part.Begin(validator);
            if (ContentCheck.TypeProblem(request.Content, response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant()) is { } wrong) throw Wrong(request, wrong);
        }

        RequireSize(request, from + (response.Content.Headers.ContentLength ?? 0));
        await CopyAsync(request, response, part, from, cancellation).ConfigureAwait(false);
        return Finish(request, part, continues ? part.Validator! : validator, attempt, continues ? from : 0, cancellation);
    }

    private async Task CopyAsync(DownloadRequest request, HttpResponseMessage response, PartFile part, long from, CancellationToken cancellation)
    {
        var expected = response.Content.Headers.ContentLength;
        var length = from;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using var file = part.Append();
            var buffer = new byte[1 << 16];
            for (var ended = false; !ended;)
            {
                // Each window of time has to bring so many bytes; a host that drips is as good as one that stands still.
                using var window = new StallWindow(options, cancellation);
                for (var inWindow = 0; inWindow < options.SlowestBytes && !ended;)
                {
                    var count = await window.RunAsync(token => body.ReadAsync(buffer, token).AsTask(), request).ConfigureAwait(false);
                    ended = count == 0;
                    inWindow += count;
                    if (length == 0 && ContentCheck.HeadProblem(request.Content, buffer.AsSpan(0, Math.Min(count, ContentCheck.Head))) is { } wrong) throw Wrong(request, wrong);
                    length += count;
                    RequireSize(request, length);
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
                }

                if (length > 1_000_000) progress?.Invoke($"{Path.GetFileName(request.Path)}: {length / 1_000_000} MB{(expected is { } all ? $" of {(from + all) / 1_000_000} MB" : "")}");
            }
        }
        catch (Exception cause) when (cause is HttpIOException or HttpRequestException || (cause is IOException && cause.InnerException is System.Net.Sockets.SocketException))
        {
            throw new FetchException(FetchProblem.Damaged, $"{request.Address.Host} broke off {request.Shown} after {length} bytes.", cause) { IsPassing = true };
        }

        if (expected is { } announced && length - from != announced)
        {
            throw new FetchException(FetchProblem.Damaged, $"{request.Address.Host} sent {length - from} bytes of {request.Shown} where it announced {announced}.") { IsPassing = true };
        }
    }

    private static Download Finish(DownloadRequest request, PartFile part, Validator validator, int attempt, long continuedAt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (bytes, sha256, md5) = part.Sums();
        if (request.Md5 is { } stated && !string.Equals(stated, md5, StringComparison.OrdinalIgnoreCase))
        {
            part.Drop();
            throw new FetchException(FetchProblem.Damaged, $"{request.Shown} has the MD5 sum {md5} where the publisher states {stated}.") { IsPassing = true };
        }

        part.Keep();
        return new Download(request.Path, bytes, sha256, false, attempt, continuedAt, validator with { Sha256 = sha256 });
    }

    private static void RequireSize(DownloadRequest request, long bytes)
    {
        if (bytes > request.MaximumBytes)
        {
            throw new FetchException(FetchProblem.TooLarge, $"{request.Shown} is larger than {request.MaximumBytes / 1_000_000} MB, the most that is taken from this publisher.");
        }
    }

    private static FetchException Wrong(DownloadRequest request, string problem) =>
        new(FetchProblem.WrongContent, $"{request.Shown}: {problem}; open the address in a browser, and name a new one with --endpoint KEY=URL where it has moved.");
}
