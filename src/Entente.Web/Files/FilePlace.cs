namespace Entente.Web.Files;

/// <summary>A folder for one file on its way out; gone when it has been sent, or has not.</summary>
internal sealed class FilePlace : IDisposable
{
    /// <summary>How such folders begin.</summary>
    public const string Prefix = "entente-file-";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    /// <summary>The path of a file in it.</summary>
    public string Of(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A sentence without this place, which means nothing to whoever asked.</summary>
    public string Forget(string sentence) => sentence.Replace(_folder.FullName + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);

    /// <inheritdoc />
    public void Dispose()
    {
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
