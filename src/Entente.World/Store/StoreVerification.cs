using System.Collections.Immutable;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>How a check came out.</summary>
public enum CheckOutcome
{
    /// <summary>As it must be.</summary>
    Passed,

    /// <summary>Worth knowing, not a defect of the store.</summary>
    Noted,

    /// <summary>The store is damaged or contradicts itself.</summary>
    Failed,
}

/// <summary>One check of a store.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Detail">One clause with the figures.</param>
public sealed record StoreCheck(string Subject, CheckOutcome Outcome, string Detail);

/// <summary>The result of verifying a store.</summary>
/// <param name="Directory">Its folder.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Checks">All checks in order.</param>
public sealed record StoreVerification(string Directory, StoreManifest Manifest, ImmutableArray<StoreCheck> Checks)
{
    /// <summary>The sources of what was checked; the manifest alone where the catalog of the store cannot be read.</summary>
    public (Provenance Provenance, SourceCatalog Catalog) Grounds()
    {
        var (checks, failed) = (Checks.Length, Checks.Count(check => check.Outcome == CheckOutcome.Failed));
        var coverage = new Coverage(
            FormattableString.Invariant($"{checks - failed} of {checks} checks passed or noted, of {Manifest.Tables.Length} tables"), checks - failed, failed, [.. Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Subject)]);
        const string Query = "hashes, rows, keys, references and known facts of the store";
        try
        {
            var catalog = SourceCatalog.Read(Path.Combine(Directory, Manifest.Catalog?.Name ?? "catalog.yaml"));
            return (WorldEdition.Grounds(Manifest, catalog, Query) with { Coverage = coverage }, catalog);
        }
        catch (InvalidInputException)
        {
            return (new Provenance([], Query, coverage) { Documents = [DocumentSource.OfFile("store", Path.Combine(Directory, StoreManifest.FileName))] }, new SourceCatalog([]));
        }
    }

    /// <summary>Whether no check failed.</summary>
    public bool Passed => Checks.All(check => check.Outcome != CheckOutcome.Failed);

    /// <summary>Checks every file's hash, the number of rows, keys, references between tables, shares, and named facts.</summary>
    /// <remarks>A damaged file is a failed check, not an exception, so that one look shows all that is wrong.</remarks>
    /// <exception cref="InvalidInputException">The folder holds no store.</exception>
    public static StoreVerification Verify(string directory)
    {
        using var reader = StoreReader.Open(directory);
        var checks = ImmutableArray.CreateBuilder<StoreCheck>();
        var readable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in reader.Manifest.Tables)
        {
            var problems = table.Files.Select(file => Problem(() => reader.RequireIntact(file))).OfType<string>().ToArray();
            var schema = StoreSchema.All.FirstOrDefault(known => known.Name == table.Name);
            if (schema is null) problems = [.. problems, "this version of Entente does not know the table"];
            else if (problems.Length == 0 && Problem(() => reader.From(schema)) is { } wrongColumns) problems = [wrongColumns];
            if (problems.Length == 0) readable.Add(table.Name);
            checks.Add(problems.Length == 0
                ? new StoreCheck($"files of {table.Name}", CheckOutcome.Passed, $"{table.Files.Length} file(s), {table.Files.Sum(file => file.Bytes)} bytes, SHA-256 as in the manifest")
                : new StoreCheck($"files of {table.Name}", CheckOutcome.Failed, string.Join(" ", problems)));
        }

        checks.AddRange(CatalogChecks(reader));
        checks.AddRange(new ContentChecks(reader, readable).All());
        return new StoreVerification(reader.Directory, reader.Manifest, checks.ToImmutable());
    }

    private static IEnumerable<StoreCheck> CatalogChecks(StoreReader reader)
    {
        const string Subject = "catalog";
        if (reader.Manifest.Catalog is not { } file)
        {
            yield return new StoreCheck(Subject, CheckOutcome.Noted, "the edition has no catalog of sources");
            yield break;
        }

        SourceCatalog? catalog = null;
        var problem = Problem(() =>
        {
            reader.RequireIntact(file);
            catalog = SourceCatalog.Read(Path.Combine(reader.Directory, file.Name));
        });
        if (catalog is null)
        {
            yield return new StoreCheck(Subject, CheckOutcome.Failed, problem!);
            yield break;
        }

        var unknown = reader.Manifest.Sources.Select(source => source.Key).Except(catalog.Sources.Select(source => source.Key)).ToArray();
        yield return unknown.Length == 0
            ? new StoreCheck(Subject, CheckOutcome.Passed, $"{catalog.Sources.Length} sources, all {reader.Manifest.Sources.Length} that gave rows among them")
            : new StoreCheck(Subject, CheckOutcome.Failed, $"rows come from {string.Join(", ", unknown)}, which the catalog does not list");
    }

    private static string? Problem(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (InvalidInputException found)
        {
            return found.Message;
        }
    }
}
