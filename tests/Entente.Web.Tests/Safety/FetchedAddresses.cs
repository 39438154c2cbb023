using System.Text.RegularExpressions;

namespace Entente.Web.Tests.Safety;

/// <summary>Finds in a page or a style what a browser would fetch from another server; a link to be followed by hand is none.</summary>
internal static partial class FetchedAddresses
{
    public static IReadOnlyList<string> In(string text) => [.. Fetched().Matches(text).Select(match => match.Groups["address"].Value)];

    /// <summary>In attributes that load (a link element loads, an anchor does not), in styles, in calls of fetch, import and workers.</summary>
    [GeneratedRegex("""(?:<(?:script|img|iframe|source|video|audio|embed|object|track|input|image|use)\b[^>]*?\s(?:src|srcset|data|href|poster|xlink:href)\s*=\s*["']?|<link\b[^>]*?\shref\s*=\s*["']?|url\(\s*["']?|@import\s+["']|\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket)\(\s*["'`])(?<address>(?:https?:|wss?:)?//[^"'`\s)>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fetched();
}
