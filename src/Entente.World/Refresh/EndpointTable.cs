using System.Collections.Immutable;
using System.Text;
using Entente.World.States;

namespace Entente.World.Refresh;

/// <summary>The table of endpoints and rhythms, data/endpoints.yaml, which is part of the program.</summary>
/// <param name="Endpoints">In the order of the file.</param>
/// <param name="Rhythms">By key of the catalog.</param>
public sealed record EndpointTable(ImmutableArray<Endpoint> Endpoints, ImmutableDictionary<string, Rhythm> Rhythms)
{
    private const string Resource = "endpoints.yaml";

    /// <summary>The table that the program carries.</summary>
    public static EndpointTable OfProgram()
    {
        using var stream = typeof(EndpointTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), Resource);
    }

    /// <summary>Reads a table (YAML).</summary>
    /// <exception cref="InvalidInputException">The text is malformed; the sentence names line, column and key.</exception>
    public static EndpointTable Parse(string text, string name) => EndpointTableFile.Parse(text, name);

    /// <summary>The endpoint with a key.</summary>
    /// <exception cref="InvalidInputException">There is none; the sentence has the nearest.</exception>
    public Endpoint Find(string key)
    {
        if (Endpoints.FirstOrDefault(endpoint => string.Equals(endpoint.Key, key, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        var near = NearMisses.Of(NameFolding.Key(key), Endpoints.Select(endpoint => (NameFolding.Key(endpoint.Key), endpoint.Key)), 1);
        throw new InvalidInputException(
            $"'{key}' is no source that can be refreshed; the sources are {string.Join(", ", Endpoints.Select(endpoint => endpoint.Key))}.{(near.Count > 0 ? $" Did you mean {near[0]}?" : " Others come by 'entente data import FILE'.")}");
    }

    /// <summary>The same table with an address replaced; the file behind it must be the file itself, whatever led to it at the publisher's.</summary>
    /// <param name="key">Key of an endpoint.</param>
    /// <param name="address">An absolute address, http or https.</param>
    /// <exception cref="InvalidInputException">The endpoint is unknown, has several files, or the address is none.</exception>
    public EndpointTable WithAddress(string key, string address)
    {
        var endpoint = Find(key);
        RequireAddress(address, $"--endpoint {key}=");
        var needed = endpoint.Files.Where(file => !file.Optional).ToArray();
        if (needed.Length != 1) throw new InvalidInputException($"{key} asks for {needed.Length} files, so one address cannot replace them; use --from URL.");
        var file = needed[0] with { Address = address };
        if (file.Shape is ResponseShape.Linked or ResponseShape.Dataverse) file = file with { Shape = ResponseShape.File, Link = null };
        return this with { Endpoints = Endpoints.Replace(endpoint, endpoint with { Files = [file], ApiKey = null, Mirror = null }) };
    }

    /// <summary>The same table with every address taken from a mirror, which lays out what it holds by host and path: URL/HOST/PATH.</summary>
    /// <remarks>The reader's keys are meant for the publishers, and so are the waits between requests: a mirror gets neither.</remarks>
    /// <param name="mirror">An absolute address, http or https.</param>
    /// <exception cref="InvalidInputException">The address is none.</exception>
    public EndpointTable OnMirror(string mirror)
    {
        var root = RequireAddress(mirror, "--from ").AbsoluteUri.TrimEnd('/');
        return this with { Endpoints = [.. Endpoints.Select(endpoint => endpoint with { Mirror = root, ApiKey = null, Wait = TimeSpan.Zero })] };
    }

    private static Uri RequireAddress(string text, string what) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new InvalidInputException($"{what}{text}: this is no address; it must begin with https:// or http://.");
}
