using Entente.World.Store;

namespace Entente.Cli.Assistants;

/// <summary>Texts that a tool was given and that its verb reads as files; gone when the call is over.</summary>
internal sealed class KeptFiles : IDisposable
{
    private const string Name = "given.yaml";
    private DirectoryInfo? _folder;

    /// <summary>Keeps a text.</summary>
    /// <returns>The path of its file.</returns>
    public string Keep(string text)
    {
        _folder ??= Directory.CreateTempSubdirectory("entente-mcp-");
        var path = Path.Combine(_folder.FullName, Name);
        WholeFile.Write(path, text);
        return path;
    }

    /// <summary>A sentence without the place where the text was kept, which means nothing to whoever gave it.</summary>
    public string Forget(string sentence) => _folder is null ? sentence : sentence.Replace(Path.Combine(_folder.FullName, Name), "the text given", StringComparison.Ordinal);

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
