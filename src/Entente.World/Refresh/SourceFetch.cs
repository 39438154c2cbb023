using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.World.Store;

namespace Entente.World.Refresh;

/// <summary>The files of one endpoint as they came.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Files">What came.</param>
/// <param name="Unchanged">Whether all of them are what the store was made from.</param>
internal sealed record FetchedSource(string Folder, ImmutableArray<FetchedFile> Files, bool Unchanged);

/// <summary>Fetches the files of one endpoint, whatever leads to them.</summary>
internal sealed class SourceFetch(Downloader downloader, FetchOptions options, Func<string, string?> environment, CancellationToken cancellation)
{
    private const long LargestPage = 50_000_000;

    /// <summary>Fetches and checks the files.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="held">SHA-256 of the files that the store was made from.</param>
    /// <exception cref="FetchException">One of them could not be had.</exception>
    public async Task<FetchedSource> RunAsync(Endpoint endpoint, string folder, IReadOnlySet<string> held)
    {
        var files = ImmutableArray.CreateBuilder<FetchedFile>();
        foreach (var file in endpoint.Files)
        {
            if (await FileAsync(endpoint, file, folder, held).ConfigureAwait(false) is { } fetched) files.Add(fetched);
        }

        return new FetchedSource(folder, files.ToImmutable(), files.All(file => held.Contains(file.Sha256)));
    }

    /// <summary>The address of a file with the year filled in.</summary>
    public static Uri AddressOf(EndpointFile file, TimeProvider clock)
    {
        var year = clock.GetUtcNow().Year;
        return new Uri(file.Address.Replace("{year}", Text(year), StringComparison.Ordinal).Replace("{last_year}", Text(year - 1), StringComparison.Ordinal));

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Where a publisher's address is found: at the publisher's, or on the reader's mirror by host and path.</summary>
    public static Uri Via(Endpoint endpoint, Uri address) =>
        endpoint.Mirror is { } mirror ? new Uri($"{mirror}/{address.AbsoluteUri[(address.AbsoluteUri.IndexOf("://", StringComparison.Ordinal) + 3)..]}") : address;

    private async Task<FetchedFile?> FileAsync(Endpoint endpoint, EndpointFile file, string folder, IReadOnlySet<string> held)
    {
        var address = AddressOf(file, options.Clock);
        var path = Path.Combine(folder, file.Name);
        switch (file.Shape)
        {
            case ResponseShape.File:
                return await WholeAsync(endpoint, file, address, path, null, held).ConfigureAwait(false);
            case ResponseShape.Linked:
                var page = await TextAsync(endpoint, address, ContentKind.Html, path + ".page").ConfigureAwait(false);
                return await WholeAsync(endpoint, file, FileLocator.Linked(page, address, file.Link!), path, null, held).ConfigureAwait(false);
            case ResponseShape.Dataverse:
                var listing = await TextAsync(endpoint, address, ContentKind.Json, path + ".listing").ConfigureAwait(false);
                if (FileLocator.Listed(listing, address, file.Link!) is { } found) return await WholeAsync(endpoint, file, found.Address, path, found.Md5, held).ConfigureAwait(false);
                if (file.Optional) return null;
                throw new FetchException(FetchProblem.WrongContent, $"{address.AbsoluteUri} lists no file like '{file.Link}'; the publisher has renamed it.");
            case ResponseShape.Pages:
                return await PagesAsync(endpoint, file, address, path).ConfigureAwait(false);
            default:
                throw new NotSupportedException($"The shape {file.Shape} is not known.");
        }
    }

    private async Task<FetchedFile> WholeAsync(Endpoint endpoint, EndpointFile file, Uri address, string path, string? md5, IReadOnlySet<string> held)
    {
        var note = RefreshCache.NoteOf(path);
        var request = Request(endpoint, address, file.Content, path, endpoint.MaximumBytes);
        var known = Validator.Read(note, request.Shown);
        if (known is not null && !held.Contains(known.Sha256) && !(File.Exists(path) && SnapshotWriter.Describe(path).Sha256 == known.Sha256)) known = null;
        request = request with { Held = known, Md5 = md5 };
        var download = await downloader.GetAsync(request, cancellation).ConfigureAwait(false);
        if (!download.Unchanged)
        {
            ArchiveCheck.Require(path, request.Shown, endpoint.MaximumUnpackedBytes, options, cancellation);
            if (download.Validator.CanCompare) download.Validator.Write(note);
            else File.Delete(note);
        }

        return new FetchedFile(file.Name, request.Shown, download.Bytes, download.Sha256, download.Attempts, download.ContinuedAt);
    }

    private async Task<FetchedFile> PagesAsync(Endpoint endpoint, EndpointFile file, Uri address, string path)
    {
        var rows = new JsonRows(file.Json!);
        long bytes = 0;
        for (var (page, more) = (0, true); more; page++)
        {
            if (page == options.Pages) throw new FetchException(FetchProblem.TooLarge, $"{address.AbsoluteUri} has more than {options.Pages} pages.");
            var at = rows.PageAddress(address, page);
            var json = await TextAsync(endpoint, at, ContentKind.Json, path + ".page").ConfigureAwait(false);
            more = rows.Add(json, page, at.AbsoluteUri);
            bytes += json.Length;
            if (bytes > endpoint.MaximumBytes) throw new FetchException(FetchProblem.TooLarge, $"{address.AbsoluteUri} is larger than {endpoint.MaximumBytes / 1_000_000} MB, the most that is taken from this publisher.");
        }

        var csv = Encoding.UTF8.GetBytes(rows.ToString());
        await File.WriteAllBytesAsync(path, csv, cancellation).ConfigureAwait(false);
        return new FetchedFile(file.Name, address.AbsoluteUri, csv.Length, Convert.ToHexStringLower(SHA256.HashData(csv)), 1, 0);
    }

    /// <summary>A page that leads to the file: small, read at once, and not kept.</summary>
    private async Task<string> TextAsync(Endpoint endpoint, Uri address, ContentKind content, string path)
    {
        try
        {
            await downloader.GetAsync(Request(endpoint, address, content, path, Math.Min(LargestPage, endpoint.MaximumBytes)), cancellation).ConfigureAwait(false);
            return await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var left in new[] { path, path + ".part", path + ".part.json" }) File.Delete(left);
        }
    }

    private DownloadRequest Request(Endpoint endpoint, Uri address, ContentKind content, string path, long most) => new()
    {
        Address = Via(endpoint, address),
        Secret = endpoint.ApiKey is { } key && environment(key.Variable) is { Length: > 0 } value ? (key, value.Trim()) : null,
        Content = content,
        Path = path,
        MaximumBytes = most,
        MaximumTime = endpoint.MaximumTime,
        Wait = endpoint.Wait,
    };
}
