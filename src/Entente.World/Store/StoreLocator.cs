namespace Entente.World.Store;

/// <summary>Finds the store to use.</summary>
public static class StoreLocator
{
    /// <summary>The environment variable that names a store.</summary>
    public const string Variable = "ENTENTE_STORE";

    /// <summary>The file in a user's store that names the edition in use.</summary>
    internal const string CurrentFileName = "CURRENT";

    /// <summary>The folder in a user's store that holds its editions.</summary>
    internal const string EditionsFolder = "editions";

    /// <summary>
    /// The edition to open: the explicit folder; else the one named by ENTENTE_STORE; else the current edition of the user's store; else data/snapshot
    /// in or above the program's folder; else data/snapshot in or above the current folder.
    /// </summary>
    /// <param name="explicitPath">A folder given by the user: an edition, or a user's store with its CURRENT file.</param>
    /// <exception cref="InvalidInputException">A named folder is no store, or nothing is found.</exception>
    public static string Locate(string? explicitPath = null) =>
        Locate(explicitPath, Environment.GetEnvironmentVariable, AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>The folder of the user's store, which need not exist: XDG_DATA_HOME/entente, or entente in the local application data.</summary>
    public static string UserStore() => UserStore(Environment.GetEnvironmentVariable);

    internal static string UserStore(Func<string, string?> environment)
    {
        var home = environment("XDG_DATA_HOME");

        // The XDG rules have a relative path ignored.
        if (string.IsNullOrEmpty(home) || !Path.IsPathFullyQualified(home)) home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(home, "entente");
    }

    internal static string Locate(string? explicitPath, Func<string, string?> environment, string programFolder, string currentFolder)
    {
        if (!string.IsNullOrWhiteSpace(explicitPath)) return Resolve(explicitPath, "the folder given");
        if (environment(Variable) is { } named && !string.IsNullOrWhiteSpace(named)) return Resolve(named, Variable);
        var user = UserStore(environment);
        if (File.Exists(Path.Combine(user, CurrentFileName))) return Resolve(user, "the user's store");
        return Above(programFolder) ?? Above(currentFolder) ?? throw new InvalidInputException(
            $"No store is found in {user}, nor a folder data/snapshot in or above {programFolder} or {currentFolder}; name one in {Variable} or run 'entente data build --from DIR'.");
    }

    /// <summary>The edition that a user's store had before its current one, or <see langword="null"/> where it keeps none.</summary>
    /// <exception cref="InvalidInputException">CURRENT names an edition that is not there.</exception>
    public static string? Previous(string userStore)
    {
        ArgumentNullException.ThrowIfNull(userStore);
        if (Current(userStore) is not { } current) return null;
        var editions = Path.GetDirectoryName(current)!;
        return File.ReadLines(Path.Combine(userStore, CurrentFileName)).Skip(1).Select(line => line.Trim()).Where(name => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit))
            .Select(name => Path.Combine(editions, name)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, StoreManifest.FileName)));
    }

    /// <summary>The snapshot that is shipped with the program, or <see langword="null"/> where there is none.</summary>
    public static string? Shipped() => Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory);

    /// <summary>The edition that a folder is or points at.</summary>
    /// <exception cref="InvalidInputException">It is neither an edition nor a user's store.</exception>
    public static string EditionOf(string folder) => Resolve(folder, "the folder given");

    /// <summary>The edition that a folder is or points at.</summary>
    private static string Resolve(string folder, string origin)
    {
        var full = Path.GetFullPath(folder);
        if (File.Exists(Path.Combine(full, StoreManifest.FileName))) return full;
        if (Current(full) is { } edition) return edition;
        throw new InvalidInputException($"The folder {full} ({origin}) is not a store (it has no {StoreManifest.FileName}); run 'entente data build --from DIR' or name another.");
    }

    /// <summary>The current edition of a user's store, or <see langword="null"/> where it has none.</summary>
    /// <exception cref="InvalidInputException">CURRENT names an edition that is not there.</exception>
    internal static string? Current(string userStore)
    {
        var pointer = Path.Combine(userStore, CurrentFileName);
        if (!File.Exists(pointer)) return null;
        string name;
        try
        {
            name = File.ReadLines(pointer).FirstOrDefault("").Trim(); // those before it follow
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The file {pointer} cannot be read ({cause.Message.TrimEnd('.')}); mend its permissions.", cause);
        }

        var edition = Path.Combine(userStore, EditionsFolder, name);
        var sound = name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) && File.Exists(Path.Combine(edition, StoreManifest.FileName));
        return sound ? edition : throw new InvalidInputException($"The file {pointer} names an edition '{name}' that is not in {EditionsFolder}; write the name of one that is, or delete {CurrentFileName} to use the shipped store.");
    }

    private static string? Above(string start)
    {
        for (var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(start)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var shipped = Path.Combine(folder, "data", "snapshot");
            if (File.Exists(Path.Combine(shipped, StoreManifest.FileName))) return shipped;
        }

        return null;
    }
}
