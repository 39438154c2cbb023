using System.Security.Cryptography;
using System.Text;
using Entente.World;

namespace Entente.Cli;

/// <summary>
/// Editions of the store that a process keeps open between calls, with all that was read and measured on them; for programs that answer many calls. Each call has its edition for itself, because an
/// edition is not safe for several threads while its tables are being read.
/// </summary>
internal sealed class EditionPool : IDisposable
{
    private const int MostIdle = 3;
    private readonly Lock _gate = new();
    private readonly List<(string Key, WorldEdition World)> _idle = [];

    // Under which files each edition was opened: what they are when it comes back does not matter.
    private readonly Dictionary<WorldEdition, string> _taken = [];

    /// <summary>An edition for one call: one that was returned, where its files are still the same, else a fresh one.</summary>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="blocFiles">The user's bloc files.</param>
    /// <exception cref="InvalidInputException">The folder holds no store, a file is missing or damaged, or a bloc file is wrong.</exception>
    public WorldEdition Take(string folder, IReadOnlyList<string> blocFiles)
    {
        var key = KeyOf(folder, blocFiles);
        var world = Idle(key) ?? WorldEdition.Open(folder, blocFiles);
        if (key is not null)
        {
            lock (_gate) _taken.Add(world, key);
        }

        return world;
    }

    /// <summary>Takes an edition back; the one that has waited longest makes room.</summary>
    /// <param name="world">The edition.</param>
    public void Return(WorldEdition world)
    {
        WorldEdition? leaves = null;
        lock (_gate)
        {
            if (_taken.Remove(world, out var key)) _idle.Add((key, world));
            else leaves = world;
            if (_idle.Count > MostIdle)
            {
                leaves = _idle[0].World;
                _idle.RemoveAt(0);
            }
        }

        leaves?.Dispose();
    }

    /// <summary>Opens editions and does what their first calls would wait for; for the start of a server, on a thread of its own.</summary>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="blocFiles">The user's bloc files.</param>
    /// <param name="editions">How many: as many as calls are answered at once, at most those that may wait. The first is the slowest, because the program's own code is cold too.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The folder holds no store, a file is missing or damaged, or a bloc file is wrong.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public void Warm(string folder, IReadOnlyList<string> blocFiles, int editions, CancellationToken cancellation)
    {
        var taken = new List<WorldEdition>();
        try
        {
            for (var i = 0; i < Math.Min(editions, MostIdle); i++)
            {
                taken.Add(Take(folder, blocFiles));
                WarmUp.Warm(taken[^1], cancellation);
            }
        }
        finally
        {
            foreach (var world in taken) Return(world);
        }
    }

    private WorldEdition? Idle(string? key)
    {
        lock (_gate)
        {
            var place = _idle.FindLastIndex(one => one.Key == key);
            if (place < 0) return null;
            var world = _idle[place].World;
            _idle.RemoveAt(place);
            return world;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var (_, world) in _idle) world.Dispose();
            _idle.Clear();
        }
    }

    /// <summary>Folder and contents: the manifest holds a hash of every table. <see langword="null"/> where a file cannot be read, of which opening tells.</summary>
    public static string? KeyOf(string folder, IReadOnlyList<string> blocFiles)
    {
        try
        {
            var key = new StringBuilder();
            foreach (var file in blocFiles.Prepend(Path.Combine(folder, "manifest.json")))
            {
                var full = Path.GetFullPath(file);
                key.Append(full).Append('\n').Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(full)))).Append('\n');
            }

            return key.ToString();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
