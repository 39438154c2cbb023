using System.Net;
using System.Security.Cryptography;
using System.Text;
using Entente.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Safety;

/// <summary>Who may call the server, and from where.</summary>
/// <param name="options">How it is served.</param>
/// <param name="token">The token.</param>
internal sealed class GateRules(WebOptions options, string token)
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];
    private readonly byte[] _token = Encoding.UTF8.GetBytes(token);

    /// <summary>Whether every reader needs the token, because others than this machine can call.</summary>
    public bool TokenForAll { get; } = !IPAddress.IsLoopback(IPAddress.Parse(options.Address));

    /// <summary>
    /// Whether the header Host names this server. A page of another site that has its own name point to 127.0.0.1 (DNS rebinding) calls under that name, and is refused.
    /// </summary>
    public bool IsOwnHost(HostString host) =>
        host.HasValue && (LoopbackNames.Contains(host.Host, StringComparer.OrdinalIgnoreCase) || string.Equals(host.Host, options.Address, StringComparison.OrdinalIgnoreCase) || options.Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the header Origin, which browsers send with posts and with calls from other sites, is this server's own.</summary>
    public bool IsOwnOrigin(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) && IsOwnHost(request.Host);

    /// <summary>
    /// Whether a browser says that a page of another site makes the call (Sec-Fetch-Site). A link to a page may stand anywhere: it is followed by a person, and nothing of what it shows goes back.
    /// </summary>
    public static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is not [("cross-site" or "same-site")]) return false;
        var isLink = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] is ["navigate"] && request.Headers["Sec-Fetch-Dest"] is ["document"];
        return !isLink || (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments(Description.ReferencePage.Path, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The name of the cookie with the token; ports share cookies, so it carries the port.</summary>
    public static string CookieOf(HttpRequest request) => $"entente-{request.Host.Port ?? 80}";

    /// <summary>Whether a request carries the token, in its cookie or as a bearer.</summary>
    public bool HasToken(HttpRequest request)
    {
        if (request.Cookies[CookieOf(request)] is { } cookie && IsToken(cookie)) return true;
        const string scheme = "Bearer ";
        return request.Headers.Authorization is [{ } header] && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && IsToken(header[scheme.Length..].Trim());
    }

    /// <summary>Whether a text is the token; takes as long for every text.</summary>
    public bool IsToken(string text) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), _token);
}
