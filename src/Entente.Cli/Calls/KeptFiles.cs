using Entente.World.Store;

namespace Entente.Cli.Calls;

/// <summary>Texts that a caller gave and that its verb reads as files; gone when the call is over.</summary>
internal sealed class KeptFiles : IDisposable
{
    private readonly List<string> _paths = [];
    private DirectoryInfo? _folder;

    /// <summary>Keeps a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Name of its file; the ending may tell the verb what it is.</param>
    /// <returns>The path of its file.</returns>
    public string Keep(string text, string name = "given.yaml")
    {
        var path = Place(name);
        WholeFile.Write(path, text);
        return path;
    }

    /// <summary>A place for a file that the verb writes.</summary>
    /// <param name="name">Its name.</param>
    public string Place(string name)
    {
        _folder ??= Directory.CreateTempSubdirectory("entente-call-");

        // Each in a folder of its own: two texts may have one name.
        var path = Path.Combine(_folder.CreateSubdirectory(_paths.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)).FullName, name);
        _paths.Add(path);
        return path;
    }

    /// <summary>A text without the places where the texts were kept, which mean nothing to whoever gave them.</summary>
    public string Forget(string text)
    {
        foreach (var path in _paths) text = text.Replace(path, "the text given", StringComparison.Ordinal);
        return text;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_folder is null) return;
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Left to the system, which empties its folder of temporary files.
        }
    }
}
