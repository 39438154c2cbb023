using Entente.World;

namespace Entente.Web.Workspace;

/// <summary>The folder of the user's own documents and jobs. One server at a time writes to it, and nothing outside it is read or written by way of it.</summary>
internal sealed class WorkspaceFolder : IDisposable
{
    private const string LockName = ".lock";
    private readonly FileStream _held;

    private WorkspaceFolder(string path, FileStream held) => (Path, _held) = (path, held);

    /// <summary>The folder, links resolved.</summary>
    public string Path { get; }

    /// <summary>Makes the folder where it is not there and keeps other servers out of it.</summary>
    /// <exception cref="InvalidInputException">It cannot be written to, or another server has it.</exception>
    public static WorkspaceFolder Take(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            if (File.Exists(full)) throw new InvalidInputException($"The workspace {full} is a file; name a folder with --workspace FOLDER.");
            var folder = Directory.CreateDirectory(full);
            if (folder.ResolveLinkTarget(returnFinalTarget: true) is { } target) full = target.FullName;
            return new WorkspaceFolder(full, Lock(full));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The workspace {full} cannot be written to ({problem.Message.TrimEnd('.')}); name a folder that you may write to with --workspace FOLDER.", problem);
        }
    }

    /// <summary>A place in the folder.</summary>
    /// <param name="parts">Names of folders and of the file, none of which may lead up.</param>
    /// <exception cref="InvalidInputException">A link on the way leads out of the workspace.</exception>
    public string Place(params ReadOnlySpan<string> parts)
    {
        var place = Path;
        foreach (var part in parts)
        {
            place = System.IO.Path.Combine(place, part);
            FileSystemInfo entry = Directory.Exists(place) ? new DirectoryInfo(place) : new FileInfo(place);
            if (entry.LinkTarget is not null && !IsInside(entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName)) throw new InvalidInputException($"'{string.Join('/', parts!)}' is a link that leads out of the workspace; nothing outside it is read or written here.");
        }

        return place;
    }

    /// <inheritdoc />
    public void Dispose() => _held.Dispose();

    private bool IsInside(string? target) => target is not null && target.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The lock is the operating system's hold on the file, not its existence: it ends with its holder, however that ended.
    private static FileStream Lock(string full)
    {
        var name = System.IO.Path.Combine(full, LockName);
        try
        {
            return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException cause) when (cause is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(name))
        {
            throw new InvalidInputException($"Another 'entente serve' has the workspace {full}; use that one, or name another folder with --workspace FOLDER.", cause);
        }
    }
}
