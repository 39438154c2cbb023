using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.World.Refresh;

/// <summary>Finds the file behind a publisher's page or listing.</summary>
internal static partial class FileLocator
{
    /// <summary>The link on a page whose address fits a pattern; of several the one with the latest date or the highest version in its name.</summary>
    /// <exception cref="FetchException">The page has none.</exception>
    public static Uri Linked(string html, Uri page, string pattern)
    {
        var wanted = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var found = Href().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["link"].Value)).Where(link => wanted.IsMatch(link))
            .Select(link => Uri.TryCreate(page, link, out var address) && address.Scheme is ("http" or "https") ? address : null).OfType<Uri>()
            .OrderBy(address => NumbersOf(address.Segments[^1]), StringComparer.Ordinal).LastOrDefault();
        return found ?? throw new FetchException(
            FetchProblem.WrongContent, $"{page.AbsoluteUri} has no link to a file like '{pattern}'; the publisher has changed the page, so name the file with --endpoint KEY=URL.");
    }

    /// <summary>The newest file of a Dataverse listing whose name fits a pattern, with its MD5 sum.</summary>
    /// <returns>Its address and sum, or <see langword="null"/> where the listing has none.</returns>
    /// <exception cref="FetchException">The listing is none.</exception>
    public static (Uri Address, string? Md5)? Listed(string json, Uri listing, string pattern)
    {
        var wanted = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        try
        {
            using var document = JsonDocument.Parse(json);
            var files = document.RootElement.GetProperty("data").GetProperty("latestVersion").GetProperty("files").EnumerateArray().Select(file => file.GetProperty("dataFile"))
                .Select(file => (Name: Text(file, "originalFileName") ?? Text(file, "filename") ?? "", Id: file.GetProperty("id").GetInt64(), Md5: Text(file, "md5"), Ingested: Text(file, "originalFileFormat") is not null))
                .Where(file => wanted.IsMatch(file.Name)).OrderBy(file => NumbersOf(file.Name), StringComparer.Ordinal).ToArray();
            if (files is not [.., var last]) return null;

            // A table that Dataverse has taken in is handed out in its own form unless the original is asked for; the sum is that of the original.
            var path = listing.AbsoluteUri[..listing.AbsoluteUri.IndexOf("/api/", StringComparison.Ordinal)];
            return (new Uri(string.Create(CultureInfo.InvariantCulture, $"{path}/api/access/datafile/{last.Id}{(last.Ingested ? "?format=original" : "")}")), last.Md5);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw new FetchException(FetchProblem.WrongContent, $"{listing.AbsoluteUri} does not list the files of a data set as Dataverse does.", cause);
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The numbers in a name, padded, so that 2025_9_19 comes before 2025_10_1.</summary>
    private static string NumbersOf(string name) => string.Join(' ', Digits().Matches(name).Select(match => match.Value.PadLeft(12, '0')));

    [GeneratedRegex("""href\s*=\s*["'](?<link>[^"']+)["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Href();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
