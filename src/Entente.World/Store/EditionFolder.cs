namespace Entente.World.Store;

/// <summary>Puts a folder in the place of another as one step: everything is written beside it, then swapped in by renaming.</summary>
/// <remarks>
/// A name that starts with a dot marks what is not a store: ".NAME.building" is unfinished work, ".NAME.previous" the edition
/// that is being replaced. Both are cleaned up when the next build takes the lock.
/// </remarks>
internal sealed class EditionFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _previous;

    private EditionFolder(string target, string building, string previous, FileStream @lock)
    {
        Target = target;
        Building = building;
        _previous = previous;
        _lock = @lock;
    }

    /// <summary>The folder that is to be replaced or made.</summary>
    public string Target { get; }

    /// <summary>The folder to write into.</summary>
    public string Building { get; }

    /// <summary>Takes the lock of a folder, cleans up after an interrupted build, and makes an empty folder to write into.</summary>
    /// <exception cref="InvalidInputException">The folder holds something that is no store, cannot be written, or another build is at work.</exception>
    public static EditionFolder Prepare(string directory)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var parent = Path.GetDirectoryName(target) ?? throw new InvalidInputException($"{target} is the root of a drive; name a folder for the store.");
        var name = Path.GetFileName(target);
        FileStream? taken = null;
        try
        {
            Directory.CreateDirectory(parent);
            taken = TakeLock(Path.Combine(parent, $".{name}.lock"), target);
            var building = Path.Combine(parent, $".{name}.building");
            var previous = Path.Combine(parent, $".{name}.previous");
            if (Directory.Exists(previous) && !Directory.Exists(target)) Directory.Move(previous, target);
            if (Directory.Exists(previous)) Directory.Delete(previous, recursive: true);
            if (Directory.Exists(building)) Directory.Delete(building, recursive: true);
            RequireReplaceable(target);
            Directory.CreateDirectory(building);
            return new EditionFolder(target, building, previous, taken);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            taken?.Dispose();
            throw new InvalidInputException($"The folder {parent} cannot be written ({cause.Message.TrimEnd('.')}); name another with --out or mend its permissions.", cause);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>Swaps the finished folder in. What stood there is gone only after the new one stands.</summary>
    /// <param name="name">The name to give it where it is only known now; by default that of <see cref="Target"/>.</param>
    /// <param name="finished">The finished folder, where it lies within <see cref="Building"/>; by default that folder itself.</param>
    /// <returns>The folder.</returns>
    public string Commit(string? name = null, string? finished = null)
    {
        var final = name is null ? Target : Path.Combine(Path.GetDirectoryName(Target)!, name);
        var replaces = Directory.Exists(final);
        try
        {
            if (replaces) Directory.Move(final, _previous);
            try
            {
                Directory.Move(finished ?? Building, final);
            }
            catch
            {
                if (replaces) Directory.Move(_previous, final);
                throw;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The folder {final} cannot be replaced ({cause.Message.TrimEnd('.')}); end other programs that use it and start again.", cause);
        }

        try
        {
            if (replaces) Directory.Delete(_previous, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The new edition stands; the next build clears the old one away.
        }

        return final;
    }

    /// <summary>Removes what was not committed and lets go of the lock.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(Building)) Directory.Delete(Building, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The next build clears it; the failure that brought us here matters more.
        }

        _lock.Dispose();
    }

    private static FileStream TakeLock(string path, string target)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new InvalidInputException($"Another build is writing {target}; wait for it to end.", cause);
        }
    }

    private static void RequireReplaceable(string target)
    {
        if (File.Exists(target)) throw new InvalidInputException($"{target} is a file; name a folder for the store.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, StoreManifest.FileName)))
        {
            throw new InvalidInputException($"The folder {target} holds files that are no store and would be lost; name an empty or new folder.");
        }
    }
}
