using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.World.Sources;
using Entente.World.Sources.States;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Refresh;

/// <summary>Reads endpoints.yaml.</summary>
internal static class EndpointTableFile
{
    private const long Megabyte = 1_000_000;

    public static EndpointTable Parse(string text, string name)
    {
        var root = YamlFile.Parse(text, name);
        root.Allow("endpoints", "rhythms");
        var endpoints = Groups(root, "endpoints").Select(entry => ReadEndpoint(entry.Key, entry.Group)).ToImmutableArray();
        var rhythms = Groups(root, "rhythms").ToImmutableDictionary(entry => entry.Key, entry => ReadRhythm(entry.Key, entry.Group));
        return new EndpointTable(endpoints, rhythms);
    }

    private static IEnumerable<(string Key, YamlGroup Group)> Groups(YamlGroup root, string key) => root.Find(key) switch
    {
        null => [],
        YamlGroup group => group.Entries.Select(entry => (entry.Key.Value, entry.Value as YamlGroup ?? throw entry.Value.Bad($"{entry.Key.Value} must be a group of keys, not {entry.Value.Kind}"))),
        var other => throw other.Bad($"{key} must be a group of keys, not {other.Kind}"),
    };

    private static Endpoint ReadEndpoint(string key, YamlGroup group)
    {
        group.Allow("title", "source", "importer", "fetch_only", "on_request", "mode", "key", "wait", "max_mb", "max_unpacked_mb", "max_minutes", "files");
        var importer = group.Value("importer");
        if (importer is not null && Importers.Formats.All(format => format.Kind != importer.Value)) throw importer.Bad($"there is no importer {importer.Kind}");
        if ((importer is null) != (group.Value("fetch_only") is not null)) throw group.Bad($"{key} needs either an importer or a sentence under fetch_only");
        var bytes = group.Needed("max_mb").Integer("max_mb") * Megabyte;
        return new Endpoint
        {
            Key = key,
            Title = group.Needed("title").Text("title"),
            Source = importer is null ? null : group.Needed("source").Text("source"),
            Importer = importer?.Value,
            FetchOnly = group.Value("fetch_only")?.Text("fetch_only"),
            OnRequest = group.Value("on_request")?.Text("on_request"),
            Mode = Word(group.Value("mode"), "mode", ImportMode.Merge),
            ApiKey = group.Find("key") is YamlGroup apiKey ? ReadKey(apiKey) : null,
            Wait = TimeSpan.FromSeconds(group.Needed("wait").Integer("wait")),
            MaximumBytes = bytes,
            MaximumUnpackedBytes = group.Value("max_unpacked_mb")?.Integer("max_unpacked_mb") * Megabyte ?? bytes,
            MaximumTime = TimeSpan.FromMinutes(group.Needed("max_minutes").Integer("max_minutes")),
            Files = [.. group.Groups("files").Select(ReadFile)],
        };
    }

    private static ApiKey ReadKey(YamlGroup group)
    {
        group.Allow("variable", "header", "parameter", "required", "where");
        var (header, parameter) = (group.Value("header")?.Value, group.Value("parameter")?.Value);
        if ((header is null) == (parameter is null)) throw group.Bad("a key is sent in a header or in a parameter: name one of the two");
        return new ApiKey(group.Needed("variable").Value, header, parameter, group.Needed("required").Flag("required"), group.Needed("where").Value);
    }

    private static EndpointFile ReadFile(YamlGroup group)
    {
        group.Allow("address", "shape", "content", "as", "link", "optional", "rows", "paging", "page_size", "total", "columns");
        var address = group.Needed("address");
        var filled = address.Value.Replace("{year}", "2000", StringComparison.Ordinal).Replace("{last_year}", "1999", StringComparison.Ordinal);
        if (!Uri.TryCreate(filled, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https")) throw address.Bad($"{address.Kind} is no address");
        var shape = Word(group.Needed("shape"), "shape", ResponseShape.File);
        var name = group.Needed("as");
        if (name.Value != Path.GetFileName(name.Value) || name.Value.StartsWith('.')) throw name.Bad($"{name.Kind} is no plain file name");
        var link = group.Value("link");
        if ((link is not null) != (shape is ResponseShape.Linked or ResponseShape.Dataverse)) throw group.Bad("a link is needed for the shapes linked and dataverse, and for these alone");
        if (link is not null && !IsPattern(link.Value)) throw link.Bad($"{link.Kind} is no regular expression");
        return new EndpointFile(
            address.Value, shape, Word(group.Needed("content"), "content", ContentKind.Csv), name.Value, link?.Value,
            shape == ResponseShape.Pages ? ReadTable(group) : null, group.Value("optional")?.Flag("optional") ?? false);
    }

    private static JsonTable ReadTable(YamlGroup group)
    {
        var columns = group.Find("columns") as YamlGroup ?? throw group.Bad("columns must be a group of CSV columns with the fields they come from");
        return new JsonTable(
            group.Needed("rows").Value, Word(group.Needed("paging"), "paging", Paging.Page), group.Needed("page_size").Integer("page_size"), group.Needed("total").Value,
            [.. columns.Entries.Select(entry => (entry.Key.Value, (entry.Value as YamlText ?? throw entry.Value.Bad("a field must be a single value")).Value))]);
    }

    private static Rhythm ReadRhythm(string key, YamlGroup group)
    {
        group.Allow("held", "only", "window", "every", "lag", "ended", "undated");
        var remark = group.Value("ended")?.Value ?? group.Value("undated")?.Value;
        var every = group.Value("every")?.Integer("every") ?? 0;
        if ((remark is null) == (every == 0)) throw group.Bad($"{key} needs either a rhythm (every, lag) or a reason (ended, undated)");
        if (group.Value("held") is not { } held) return new Rhythm(key, null, null, null, 1, 0, 0, remark);
        if (held.Value.Split('.') is not [var table, var column]
            || StoreSchema.All.FirstOrDefault(schema => schema.Name == table) is not { } known || known.Columns.All(found => found.Name != column))
        {
            throw held.Bad($"{held.Kind} is no column of a table of the store");
        }

        (string, string)? only = group.Find("only") is YamlGroup { Entries: [var (name, value)] } ? (name.Value, ((YamlText)value).Value) : null;
        if (only is var (narrowed, _) && known.Columns.All(found => found.Name != narrowed)) throw group.Bad($"{table} has no column {narrowed}");
        return new Rhythm(key, table, column, only, group.Value("window")?.Integer("window") ?? 1, every, group.Value("lag")?.Integer("lag") ?? 0, remark);
    }

    private static T Word<T>(YamlText? text, string key, T otherwise)
        where T : struct, Enum
    {
        if (text is null) return otherwise;
        return Enum.TryParse<T>(text.Value, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(text.Value[0])
            ? word
            : throw text.Bad($"{key} is {text.Kind}; it must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
