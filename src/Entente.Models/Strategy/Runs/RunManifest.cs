using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Strategy.Runs;

/// <summary>Data that a run rests on: a table of the store, or a bloc file of the user.</summary>
/// <param name="Name">Name of the table, or of the file without its folder.</param>
/// <param name="Sha256">SHA-256: of the file, or of the hashes of a table in several files, one a line.</param>
/// <param name="Sources">Keys of the sources that gave rows to the table; empty for a file of the user.</param>
public sealed record RunData(string Name, string Sha256, ImmutableArray<string> Sources)
{
    /// <inheritdoc />
    public bool Equals(RunData? other) => other is not null && Name == other.Name && Sha256 == other.Sha256 && Sources.SequenceEqual(other.Sources);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Sha256);
}

/// <summary>A column of the draws.</summary>
/// <param name="Name">Name in the files.</param>
/// <param name="Type">"integer", "double" or "float".</param>
/// <param name="Unit">Unit of the cells.</param>
/// <param name="Description">What it holds.</param>
public sealed record RunColumn(string Name, string Type, string Unit, string Description);

/// <summary>Everything that decides the draws of a run, and nothing else: no machine, path, time or number of threads. Two runs of the same manifest have the same draws to the last bit.</summary>
/// <param name="Program">Version of the program, with the commit where the build knows it.</param>
/// <param name="Plan">Strategy, draws, seed and sampling.</param>
/// <param name="Divider">Name of the state that divides.</param>
/// <param name="Target">Name of the state that is to be pulled away.</param>
/// <param name="Partner">Name of the state it is to be pulled away from.</param>
/// <param name="Chunk">Draws of a whole file.</param>
/// <param name="Tables">Tables of the store.</param>
/// <param name="Blocs">Bloc files of the user.</param>
/// <param name="Columns">Columns of the files.</param>
public sealed record RunManifest(
    string Program, RunPlan Plan, string Divider, string Target, string Partner, int Chunk, ImmutableArray<RunData> Tables, ImmutableArray<RunData> Blocs,
    ImmutableArray<RunColumn> Columns)
{
    /// <summary>The version of the folder's layout that this program writes and reads.</summary>
    public const int Format = 1;

    /// <summary>Name of the manifest in the folder of a run.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Draws of a whole file of a run: 4,096.</summary>
    public const int ChunkDraws = 4096;

    /// <summary>All draws of the run.</summary>
    public DrawRange All => new(0, Plan.Draws - 1);

    /// <summary>The version of this program.</summary>
    public static string ThisProgram { get; } =
        typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Whether a folder holds the manifest of a run.</summary>
    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder ?? throw new ArgumentNullException(nameof(folder)), FileName));

    /// <summary>Reads the manifest of a run.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <exception cref="InvalidInputException">The folder is no run, its manifest is damaged, or its layout is that of another version.</exception>
    public static RunManifest Read(string folder) => RunManifestFile.Read(folder ?? throw new ArgumentNullException(nameof(folder)));

    internal static RunManifest Of(WorldEdition world, RunPlan plan, WedgeStrategy strategy, ImmutableArray<EnsembleColumn> columns) => new(
        ThisProgram, plan, world.States[strategy.Divider].Name, world.States[strategy.Target].Name, world.States[strategy.Partner].Name, ChunkDraws,
        DataOf(world).Tables, DataOf(world).Blocs,
        [
            new RunColumn(EnsembleColumns.Draw, "integer", "index", "number of the draw, the first is 0"),
            .. columns.Select(column => new RunColumn(column.Name, column.Type, column.Unit, column.Description)),
        ]);

    /// <summary>The first thing in which two manifests differ, as the end of "differs in …"; <see langword="null"/> where they are the same.</summary>
    internal string? DifferenceTo(RunManifest other)
    {
        if (Program != other.Program) return $"the version of the program ({other.Program} there, {Program} here)";
        if (Plan.Key != other.Plan.Key) return $"the strategy ({other.Plan.Key} there, {Plan.Key} here)";
        if (Plan.StrategyText != other.Plan.StrategyText) return $"the text of the strategy {Plan.Key}";
        if (Plan.Seed != other.Plan.Seed) return string.Create(CultureInfo.InvariantCulture, $"the seed ({other.Plan.Seed} there, {Plan.Seed} here)");
        if (Plan.Draws != other.Plan.Draws) return string.Create(CultureInfo.InvariantCulture, $"the number of draws ({other.Plan.Draws:N0} there, {Plan.Draws:N0} here)");
        if (Plan.Sampling != other.Plan.Sampling) return $"the sampling ({other.Plan.Sampling} there, {Plan.Sampling} here)";
        if (DifferingData(other) is [var first, .. var more]) return $"the data ({first.Name}{(more.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {more.Length} more"))})";
        return Chunk != other.Chunk || !Columns.SequenceEqual(other.Columns) || (Divider, Target, Partner) != (other.Divider, other.Target, other.Partner) ? "the columns of its draws" : null;
    }

    /// <summary>Tables and files of either that the other lacks or has otherwise, by name.</summary>
    internal ImmutableArray<RunData> DifferingData(RunManifest other)
    {
        IEnumerable<RunData> Only(RunManifest one, RunManifest two) => one.Tables.Except(two.Tables).Concat(one.Blocs.Except(two.Blocs));
        return [.. Only(this, other).Concat(Only(other, this)).DistinctBy(data => data.Name, StringComparer.Ordinal).OrderBy(data => data.Name, StringComparer.Ordinal)];
    }

    /// <summary>The data of a world.</summary>
    internal static (ImmutableArray<RunData> Tables, ImmutableArray<RunData> Blocs) DataOf(WorldEdition world) => (TablesOf(world.Manifest), [.. world.BlocFiles.Select(OfFile)]);

    private static ImmutableArray<RunData> TablesOf(StoreManifest store)
    {
        static string Sha(StoredTable table) => table.Files is [var only]
            ? only.Sha256
            : Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(string.Concat(table.Files.Select(file => file.Sha256 + "\n")))));
        return
        [
            .. store.Tables.Select(table => new RunData(
                table.Name, Sha(table), [.. store.Sources.Where(source => source.Tables.Any(share => share.Table == table.Name)).Select(source => source.Key)])),
        ];
    }

    private static RunData OfFile(string path)
    {
        try
        {
            return new RunData(Path.GetFileName(path), BlockFile.Hash(path), []);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The bloc file {path} cannot be read ({cause.Message.TrimEnd('.')}); check the path.", cause);
        }
    }
}
