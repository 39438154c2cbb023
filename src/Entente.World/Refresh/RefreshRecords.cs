using System.Collections.Immutable;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Store;

namespace Entente.World.Refresh;

/// <summary>What became of a source in a refresh.</summary>
public enum SourceOutcome
{
    /// <summary>A newer edition is in the store.</summary>
    Refreshed,

    /// <summary>The publisher's edition is the one held.</summary>
    Unchanged,

    /// <summary>Its files were fetched and kept; nothing is imported from it.</summary>
    Fetched,

    /// <summary>It came whole and was read, but the store stays as it was because another source did not.</summary>
    HeldBack,

    /// <summary>It was not asked.</summary>
    Skipped,

    /// <summary>It could not be had or read.</summary>
    Failed,
}

/// <summary>A file that came.</summary>
/// <param name="Name">Name on the disk.</param>
/// <param name="Address">Address without a key.</param>
/// <param name="Bytes">Size; 0 where it was unchanged and did not come.</param>
/// <param name="Sha256">SHA-256.</param>
/// <param name="Attempts">Requests it took.</param>
/// <param name="ContinuedAt">Byte at which an earlier download was continued; 0 for none.</param>
public sealed record FetchedFile(string Name, string Address, long Bytes, string Sha256, int Attempts, long ContinuedAt);

/// <summary>What a refresh did for one source.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Sentence">The outcome in one sentence: what happened, and what is held.</param>
/// <param name="Files">Files that came.</param>
/// <param name="Tables">What the import did to each table.</param>
/// <param name="Notes">Rows that the importer passed over or mended.</param>
public sealed record SourceResult(Endpoint Endpoint, SourceOutcome Outcome, string Sentence, ImmutableArray<FetchedFile> Files, ImmutableArray<TableChange> Tables, int Notes)
{
    /// <summary>Why a download did not come to an end, where that is why the source failed.</summary>
    public FetchProblem? Problem { get; init; }
}

/// <summary>What a refresh did.</summary>
/// <param name="Sources">By source, in the order they were asked.</param>
/// <param name="Edition">Folder of the new edition; <see langword="null"/> where the store is as it was.</param>
/// <param name="Before">Folder of the edition that the refresh started from.</param>
public sealed record RefreshResult(ImmutableArray<SourceResult> Sources, string? Edition, string Before)
{
    /// <summary>Whether every source that was asked is now as its publisher has it.</summary>
    public bool IsWhole => Missing.IsEmpty;

    /// <summary>The sources that were asked for, and those that did not come.</summary>
    /// <param name="catalog">The catalog of the edition that the refresh started from.</param>
    public Provenance Grounds(SourceCatalog catalog)
    {
        var missing = Missing;
        var came = Sources.Length - missing.Length;
        return Endpoint.Together(
            [.. Sources.Select(source => source.Endpoint)], catalog, "refresh from the publishers",
            new Coverage(FormattableString.Invariant($"{came} of {Sources.Length} endpoints as their publishers have them"), came, missing.Length, missing));
    }

    private ImmutableArray<string> Missing => [.. Sources.Where(source => source.Outcome is SourceOutcome.Failed or SourceOutcome.HeldBack).Select(source => source.Endpoint.Key)];
}

/// <summary>What is to be refreshed, from where and into what.</summary>
public sealed record RefreshRequest
{
    /// <summary>The endpoints.</summary>
    public required ImmutableArray<Endpoint> Endpoints { get; init; }

    /// <summary>The sources that would be asked for.</summary>
    /// <param name="catalog">The catalog of the edition to start from.</param>
    public Provenance Grounds(SourceCatalog catalog) => Endpoint.Together(Endpoints, catalog, "what a refresh would ask", Coverage.Of(FormattableString.Invariant($"{Endpoints.Length} endpoints; nothing was asked")));

    /// <summary>Whether the reader named them: then what cannot be refreshed is a failure, else it is skipped with a sentence.</summary>
    public bool Named { get; init; }

    /// <summary>Folder of the edition to start from; it is only read.</summary>
    public required string BaseEdition { get; init; }

    /// <summary>All states.</summary>
    public required StateSystem States { get; init; }

    /// <summary>Folder of the user's store.</summary>
    public required string UserStore { get; init; }

    /// <summary>Folder for downloads under way and for notes on what the publishers last sent.</summary>
    public required string Cache { get; init; }

    /// <summary>Folder to keep the files in, by source; <see langword="null"/> for none.</summary>
    public string? Keep { get; init; }

    /// <summary>Whether sources that came whole are taken although another failed.</summary>
    public bool AllowPartial { get; init; }

    /// <summary>Patience and suspicion.</summary>
    public FetchOptions Options { get; init; } = new();

    /// <summary>Environment variables, which hold the reader's keys.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>How each source ages, for the sentences about what is held.</summary>
    public ImmutableArray<SourceStatus> Held { get; init; } = [];
}
