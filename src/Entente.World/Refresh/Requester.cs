using System.Net;
using System.Net.Http.Headers;

namespace Entente.World.Refresh;

/// <summary>Sends one request, follows its redirections and turns what is no answer into a sentence.</summary>
internal sealed class Requester(HttpMessageInvoker http, FetchOptions options)
{
    private static readonly string UserAgent =
        $"Entente/{typeof(Requester).Assembly.GetName().Version?.ToString(3) ?? "0"} (workbench on alignment among states; data refresh started by a reader)";

    /// <summary>The answer of the publisher: 200, 206 or 304.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="part">The edition of which a part is there, or <see langword="null"/>.</param>
    /// <param name="from">The first byte that is wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FetchException">There is no such answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(DownloadRequest request, Validator? part, long from, CancellationToken cancellation)
    {
        var address = request.Address;
        for (var hop = 0; ; hop++)
        {
            using var message = Message(request, address, part, from);
            var response = await SendAsync(message, request, cancellation).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.NotModified) return response;
            using (response)
            {
                if (Redirection(response, address) is not { } next) throw Refused(request, response);
                if (hop == options.Redirections)
                {
                    throw new FetchException(FetchProblem.Refused, $"{request.Shown} redirects more than {options.Redirections} times; the publisher has moved it, so name the new address with --endpoint KEY=URL.");
                }

                if (address.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps)
                {
                    throw new FetchException(FetchProblem.Refused, $"{request.Shown} redirects to {next.Host} without encryption, which is not followed.");
                }

                address = next;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, DownloadRequest request, CancellationToken cancellation)
    {
        using var window = new StallWindow(options, cancellation);
        try
        {
            return await window.RunAsync(token => http.SendAsync(message, token), request).ConfigureAwait(false);
        }
        catch (HttpRequestException cause)
        {
            var noName = cause.HttpRequestError == HttpRequestError.NameResolutionError;
            var noHost = noName || cause.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            var why = cause.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "its name is not known here, as when there is no network",
                HttpRequestError.ConnectionError => "it takes no connection",
                HttpRequestError.SecureConnectionError => "no secure connection comes about",
                HttpRequestError.ProxyTunnelError => "the proxy does not lead there",
                _ => "it broke off before it answered",
            };
            throw new FetchException(noHost ? FetchProblem.Unreachable : FetchProblem.Damaged, $"{request.Address.Host} could not be reached ({why}).", cause) { IsPassing = !noName, OnceMore = noHost };
        }
    }

    private static HttpRequestMessage Message(DownloadRequest request, Uri address, Validator? part, long from)
    {
        // A key is the publisher's: another host that a redirection names does not get it.
        var atHome = string.Equals(address.Authority, request.Address.Authority, StringComparison.OrdinalIgnoreCase);
        var secret = atHome ? request.Secret : null;
        if (secret is ({ Parameter: { } parameter }, { } sent) && ReferenceEquals(address, request.Address))
        {
            address = new Uri($"{address.AbsoluteUri}{(address.Query.Length > 0 ? "&" : "?")}{parameter}={Uri.EscapeDataString(sent)}");
        }

        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Content == ContentKind.Json ? "application/json" : "*/*");
        if (secret is ({ Header: { } header }, { } value)) message.Headers.TryAddWithoutValidation(header, value);
        if (part is { CanContinue: true })
        {
            message.Headers.Range = new RangeHeaderValue(from, null);
            message.Headers.TryAddWithoutValidation("If-Range", part.EntityTag ?? part.LastModified);
        }
        else if (request.Held is { CanCompare: true } held)
        {
            if (held.EntityTag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
            else message.Headers.TryAddWithoutValidation("If-Modified-Since", held.LastModified);
        }

        return message;
    }

    private static Uri? Redirection(HttpResponseMessage response, Uri from)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)) return null;
        return response.Headers.Location is { } location && new Uri(from, location) is { Scheme: "http" or "https" } next ? next : null;
    }

    private FetchException Refused(DownloadRequest request, HttpResponseMessage response)
    {
        var (status, host) = ((int)response.StatusCode, request.Address.Host);
        var asked = RetryAfter(response);
        if (asked > options.LongestWait)
        {
            return new FetchException(FetchProblem.Refused, $"{host} asks to be left alone for {Math.Ceiling(asked.Value.TotalMinutes)} minutes (status {status}); try again after that.");
        }

        return status switch
        {
            429 => new FetchException(FetchProblem.Refused, $"{host} says that it is asked too often (status 429).") { IsPassing = true, RetryAfter = asked },
            408 or >= 500 => new FetchException(FetchProblem.Refused, $"{host} cannot answer for {request.Shown} now (status {status}); try again later.") { IsPassing = status is not (501 or 505), RetryAfter = asked },
            416 => new FetchException(FetchProblem.Damaged, $"{host} has no such part of {request.Shown}.") { IsPassing = true, PartIsUseless = true },
            401 or 403 when request.Secret is { Key: var key } => new FetchException(FetchProblem.Refused, $"{host} does not take the key in {key.Variable} (status {status}); see {key.Where}."),
            401 or 403 => new FetchException(FetchProblem.Refused, $"{host} does not give {request.Shown} to a program (status {status}); download it in a browser and use 'entente data import FILE'."),
            404 or 410 => new FetchException(FetchProblem.Refused, $"{host} has nothing at {request.Shown} (status {status}); it may have moved: name the new address with --endpoint KEY=URL."),
            _ => new FetchException(FetchProblem.Refused, $"{host} refuses {request.Shown} (status {status})."),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - options.Clock.GetUtcNow(),
        _ => null,
    };
}
