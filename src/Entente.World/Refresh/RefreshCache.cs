namespace Entente.World.Refresh;

/// <summary>The folder of downloads under way. Everything in it can be deleted; the next refresh then only asks for more.</summary>
internal sealed class RefreshCache : IDisposable
{
    private readonly string _root;
    private readonly FileStream _lock;

    private RefreshCache(string root, FileStream @lock) => (_root, _lock) = (root, @lock);

    /// <summary>Opens the folder for one refresh at a time.</summary>
    /// <exception cref="InvalidInputException">Another refresh is at work, or the folder cannot be written.</exception>
    public static RefreshCache Open(string folder)
    {
        var root = Path.GetFullPath(folder);
        var path = Path.Combine(root, ".lock");
        try
        {
            Directory.CreateDirectory(root);
            return new RefreshCache(root, new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new InvalidInputException($"Another refresh is at work in {root}; wait for it to end, or name another folder with --cache.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The folder {root} for downloads cannot be written ({cause.Message.TrimEnd('.')}); name another with --cache.", cause);
        }
    }

    /// <summary>The usual folder: XDG_CACHE_HOME/entente/downloads, else ~/.cache/entente/downloads, on Windows in the local application data.</summary>
    public static string Usual(Func<string, string?> environment)
    {
        var home = environment("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(home) || !Path.IsPathFullyQualified(home))
        {
            home = OperatingSystem.IsWindows()
                ? System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData, System.Environment.SpecialFolderOption.DoNotVerify)
                : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile, System.Environment.SpecialFolderOption.DoNotVerify), ".cache");
        }

        return Path.Combine(home, "entente", "downloads");
    }

    /// <summary>The folder of an endpoint's files.</summary>
    public string Folder(Endpoint endpoint) => Directory.CreateDirectory(Path.Combine(_root, endpoint.Key)).FullName;

    /// <summary>The note on what the publisher last sent for a file.</summary>
    public static string NoteOf(string file) => file + ".json";

    /// <summary>Removes the whole files of an endpoint, and its folder where nothing is left; notes and parts that can be continued stay.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="forget">Whether the notes go too, because what came was no good.</param>
    public void Clear(Endpoint endpoint, bool forget)
    {
        var folder = Path.Combine(_root, endpoint.Key);
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.GetFiles(folder))
        {
            var name = Path.GetFileName(file);
            var part = name.EndsWith(".part", StringComparison.Ordinal) || name.EndsWith(".part.json", StringComparison.Ordinal);
            if (!part && (forget || !name.EndsWith(".json", StringComparison.Ordinal) || endpoint.Files.Any(wanted => wanted.Name == name))) File.Delete(file);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    public void Dispose() => _lock.Dispose();
}
