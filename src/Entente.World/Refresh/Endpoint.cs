using System.Collections.Immutable;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.World.Refresh;

/// <summary>In what way an address leads to the file.</summary>
public enum ResponseShape
{
    /// <summary>The answer is the file.</summary>
    File,

    /// <summary>The answer is a page of HTML with a link to the file.</summary>
    Linked,

    /// <summary>The answer is a Dataverse listing of a data set, with an id and an MD5 sum for each file.</summary>
    Dataverse,

    /// <summary>The answer is JSON, a page of rows at a time, which become a CSV file.</summary>
    Pages,
}

/// <summary>What the bytes have to be.</summary>
public enum ContentKind
{
    /// <summary>Delimited text, plain or gzip.</summary>
    Csv,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A page of HTML.</summary>
    Html,
}

/// <summary>How pages of rows follow each other.</summary>
public enum Paging
{
    /// <summary>By the number of the page from 0 (page, pagesize); the answer says how many pages there are.</summary>
    Page,

    /// <summary>By the number of the first row from 0 (offset, length); the answer says how many rows there are.</summary>
    Offset,
}

/// <summary>A publisher's key that the reader has to bring.</summary>
/// <param name="Variable">Environment variable that holds it.</param>
/// <param name="Header">Header it is sent in, or <see langword="null"/>.</param>
/// <param name="Parameter">Parameter of the address it is sent in, or <see langword="null"/>.</param>
/// <param name="Required">Whether the publisher answers without it.</param>
/// <param name="Where">Where to get one.</param>
public sealed record ApiKey(string Variable, string? Header, string? Parameter, bool Required, string Where);

/// <summary>Rows of a JSON answer that become a CSV file.</summary>
/// <param name="Rows">Names that lead to the list of rows, with dots between.</param>
/// <param name="Paging">How pages follow each other.</param>
/// <param name="PageSize">Rows asked for at a time.</param>
/// <param name="Total">Names that lead to the number of pages or rows.</param>
/// <param name="Columns">Column of the CSV file and field of the row, in order.</param>
public sealed record JsonTable(string Rows, Paging Paging, int PageSize, string Total, ImmutableArray<(string Column, string Field)> Columns);

/// <summary>One file that is asked for.</summary>
/// <param name="Address">Address, where {year} and {last_year} stand for the year of the day and the one before.</param>
/// <param name="Shape">How the address leads to the file.</param>
/// <param name="Content">What the bytes have to be.</param>
/// <param name="Name">Name of the file on the disk.</param>
/// <param name="Link">Pattern of the link or of the name in the listing.</param>
/// <param name="Json">The rows, where the shape is <see cref="ResponseShape.Pages"/>.</param>
/// <param name="Optional">Whether the listing may lack it.</param>
public sealed record EndpointFile(string Address, ResponseShape Shape, ContentKind Content, string Name, string? Link, JsonTable? Json, bool Optional);

/// <summary>A publisher's endpoint: what to ask, how politely, within which limits, and which importer reads the answer.</summary>
public sealed record Endpoint
{
    /// <summary>Short name on the command line.</summary>
    public required string Key { get; init; }

    /// <summary>What it is, and whose.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the catalog that the rows belong to; <see langword="null"/> where nothing is imported.</summary>
    public string? Source { get; init; }

    /// <summary>The sources that endpoints belong to; an endpoint whose file is only fetched stands for itself.</summary>
    internal static Provenance Together(ImmutableArray<Endpoint> endpoints, SourceCatalog catalog, string query, Coverage coverage)
    {
        var known = catalog.Sources.Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        bool Belongs(Endpoint endpoint) => endpoint.Source is { } source && known.Contains(source);
        return new Provenance([.. endpoints.Where(Belongs).Select(endpoint => endpoint.Source!).Distinct(StringComparer.Ordinal)], query, coverage)
        {
            Documents = [.. endpoints.Where(endpoint => !Belongs(endpoint)).Select(endpoint => DocumentSource.Of("endpoint", endpoint.Key, endpoint.Title, string.Join('\n', endpoint.Files.Select(file => file.Name)), isShipped: true))],
        };
    }

    /// <summary>Kind of the importer; <see langword="null"/> where nothing is imported.</summary>
    public string? Importer { get; init; }

    /// <summary>Why nothing is imported; <see langword="null"/> where something is.</summary>
    public string? FetchOnly { get; init; }

    /// <summary>Why it is asked only when it is named; <see langword="null"/> where it is part of a refresh of everything.</summary>
    public string? OnRequest { get; init; }

    /// <summary>How new rows meet those held.</summary>
    public ImportMode Mode { get; init; }

    /// <summary>The reader's key, where one is needed.</summary>
    public ApiKey? ApiKey { get; init; }

    /// <summary>Time between two requests to the host.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most bytes of a download.</summary>
    public long MaximumBytes { get; init; }

    /// <summary>Most bytes after unpacking.</summary>
    public long MaximumUnpackedBytes { get; init; }

    /// <summary>Longest time for a file, over all attempts.</summary>
    public TimeSpan MaximumTime { get; init; }

    /// <summary>The root of a mirror that is asked instead, without a slash at its end; <see langword="null"/> for the publisher itself.</summary>
    public string? Mirror { get; init; }

    /// <summary>The files.</summary>
    public ImmutableArray<EndpointFile> Files { get; init; } = [];
}
