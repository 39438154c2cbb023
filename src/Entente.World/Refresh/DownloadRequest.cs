using System.Globalization;
using System.Text.Json;

namespace Entente.World.Refresh;

/// <summary>What tells two editions of a file apart without reading them.</summary>
/// <param name="Address">Address without any key.</param>
/// <param name="EntityTag">The ETag, or <see langword="null"/>.</param>
/// <param name="LastModified">The Last-Modified date in its HTTP form, or <see langword="null"/>.</param>
/// <param name="Sha256">SHA-256 of the whole file; empty while it is not whole.</param>
internal sealed record Validator(string Address, string? EntityTag, string? LastModified, string Sha256)
{
    /// <summary>Whether a part of the file can be continued: weak tags do not promise the same bytes (RFC 9110, 13.1.5).</summary>
    public bool CanContinue => EntityTag is { } tag ? !tag.StartsWith("W/", StringComparison.Ordinal) : LastModified is not null;

    /// <summary>Whether the file can be asked for only if it changed.</summary>
    public bool CanCompare => EntityTag is not null || LastModified is not null;

    public static Validator? Read(string path, string address)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var root = json.RootElement;
            var found = new Validator(root.GetProperty("address").GetString()!, root.GetProperty("etag").GetString(), root.GetProperty("last_modified").GetString(), root.GetProperty("sha256").GetString()!);
            return found.Address == address ? found : null;
        }
        catch (Exception cause) when (cause is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A note about an earlier download that cannot be read is worth as much as none.
            return null;
        }
    }

    public void Write(string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("address", Address);
        json.WriteString("etag", EntityTag);
        json.WriteString("last_modified", LastModified);
        json.WriteString("sha256", Sha256);
        json.WriteEndObject();
    }

    public static Validator Of(HttpResponseMessage response, string address) => new(
        address, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("r", CultureInfo.InvariantCulture), string.Empty);
}

/// <summary>A file to be downloaded.</summary>
internal sealed record DownloadRequest
{
    /// <summary>Where it is, without a key.</summary>
    public required Uri Address { get; init; }

    /// <summary>The key as it is sent, or <see langword="null"/>. It appears in no message and in no file.</summary>
    public (ApiKey Key, string Value)? Secret { get; init; }

    /// <summary>What the bytes have to be.</summary>
    public required ContentKind Content { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Path { get; init; }

    /// <summary>Most bytes.</summary>
    public required long MaximumBytes { get; init; }

    /// <summary>Longest time over all attempts.</summary>
    public required TimeSpan MaximumTime { get; init; }

    /// <summary>Time between two requests to the host.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>The edition that is held already, so that an unchanged one need not come again.</summary>
    public Validator? Held { get; init; }

    /// <summary>MD5 as the publisher states it, or <see langword="null"/>.</summary>
    public string? Md5 { get; init; }

    /// <summary>The address as it may be shown.</summary>
    public string Shown => Address.AbsoluteUri;
}

/// <summary>A download that came to its end.</summary>
/// <param name="Path">The file; where it is unchanged this is the path it would have.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Unchanged">Whether the publisher said that the edition held is its newest.</param>
/// <param name="Attempts">Requests it took.</param>
/// <param name="ContinuedAt">Byte at which an earlier download was continued; 0 for none.</param>
/// <param name="Validator">What tells this edition from the next.</param>
internal sealed record Download(string Path, long Bytes, string Sha256, bool Unchanged, int Attempts, long ContinuedAt, Validator Validator);
