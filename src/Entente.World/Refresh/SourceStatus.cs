using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Refresh;

/// <summary>How old a source is.</summary>
/// <param name="Source">The source in the catalog.</param>
/// <param name="Rhythm">How often it is published.</param>
/// <param name="Reaches">The last year, month or day that its rows reach, as it is held; <see langword="null"/> for a source without dates or without rows.</param>
/// <param name="ReachesDay">The last day of that period.</param>
/// <param name="Months">Whole months from there to today; <see langword="null"/> where there is no such day.</param>
/// <param name="NextDue">Day by which the next edition should be out by the publisher's rhythm; <see langword="null"/> where none is to come.</param>
/// <param name="IsStale">Whether that day has passed.</param>
/// <param name="Endpoints">Keys of the endpoints that refresh it.</param>
/// <param name="Imported">Files that the user imported or a refresh brought on top of the shipped edition.</param>
public sealed record SourceStatus(
    Source Source, Rhythm Rhythm, string? Reaches, DateOnly? ReachesDay, int? Months, DateOnly? NextDue, bool IsStale, ImmutableArray<string> Endpoints, ImmutableArray<SourceInput> Imported)
{
    /// <summary>What is held, in one sentence.</summary>
    public string Sentence => Reaches is null
        ? $"What is held is the edition '{Source.Edition}'."
        : string.Create(CultureInfo.InvariantCulture, $"What is held reaches {Reaches}{(Months is > 0 ? $", {Months} months ago" : "")}{(IsStale ? ", and a newer edition should be out" : "")}.");

    /// <summary>What the status of sources rests on: every one that was looked at, and those whose rows bear no date.</summary>
    /// <param name="all">All sources, stale or not.</param>
    /// <param name="today">The day.</param>
    public static Provenance Together(ImmutableArray<SourceStatus> all, DateOnly today)
    {
        ImmutableArray<string> undated = [.. all.Where(status => status.Reaches is null).Select(status => status.Source.Key)];
        return new Provenance(
            [.. all.Select(status => status.Source.Key)], FormattableString.Invariant($"newest rows of each source beside the publishers' rhythms, on {today:yyyy-MM-dd}"),
            new Coverage(FormattableString.Invariant($"{all.Length - undated.Length} of {all.Length} sources with dated rows"), all.Length - undated.Length, undated.Length, undated));
    }

    /// <summary>The status of every source of an edition.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="table">Endpoints and rhythms.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="InvalidInputException">The edition is damaged.</exception>
    public static ImmutableArray<SourceStatus> Of(WorldEdition world, EndpointTable table, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(table);
        using var reader = StoreReader.Open(world.Directory);
        return [.. world.Catalog.Sources.Select(source => Of(source, reader, world.Manifest, table, today))];
    }

    private static SourceStatus Of(Source source, StoreReader reader, StoreManifest manifest, EndpointTable table, DateOnly today)
    {
        var rhythm = table.Rhythms.GetValueOrDefault(source.Key) ?? new Rhythm(source.Key, null, null, null, 1, 0, 0, "no rhythm is known");
        var reaches = rhythm.Table is null ? null : LastOf(rhythm, reader);
        var day = reaches is null ? null : EndOf(reaches, rhythm.Window);
        var due = day is { } known ? rhythm.NextDue(known) : null;
        var inputs = manifest.Sources.FirstOrDefault(held => held.Key == source.Key)?.Inputs ?? [];
        var shipped = source.Files.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        return new SourceStatus(
            source, rhythm, Words(reaches, day, rhythm), day, day is { } from ? Math.Max(0, ((today.Year - from.Year) * 12) + today.Month - from.Month) : null, due, due < today,
            [.. table.Endpoints.Where(endpoint => endpoint.Source == source.Key).Select(endpoint => endpoint.Key)], [.. inputs.Where(input => !shipped.Contains(input.Sha256))]);
    }

    private static string? LastOf(Rhythm rhythm, StoreReader reader)
    {
        var schema = StoreSchema.All.First(known => known.Name == rhythm.Table);
        var where = rhythm.Only is var (column, value) ? $" WHERE \"{column}\"::VARCHAR = {DuckDatabase.Literal(value)}" : string.Empty;
        var found = reader.Query($"SELECT max(\"{rhythm.Column}\")::VARCHAR FROM {reader.From(schema)}{where}", schema);
        return found.IsMissing(0, 0) ? null : found.Texts(0)[0];
    }

    private static DateOnly? EndOf(string reaches, int window)
    {
        var parts = reaches.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts switch
        {
            [var year] => new DateOnly(year + window - 1, 12, 31),
            [var year, var month] => new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            [var year, var month, var day] => new DateOnly(year, month, day),
            _ => null,
        };
    }

    private static string? Words(string? reaches, DateOnly? day, Rhythm rhythm) => rhythm.Window > 1 ? day?.Year.ToString(CultureInfo.InvariantCulture) : reaches;
}
