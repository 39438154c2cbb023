using Entente.Briefing;
using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Cli;

/// <summary>The file of a brief: checked before the work starts, and put in place only when it is whole.</summary>
internal sealed class BriefFile
{
    private BriefFile(string path, string draft) => (Path, Draft) = (path, draft);

    /// <summary>The file as the caller named it.</summary>
    public string Path { get; }

    private string Draft { get; }

    /// <summary>Checks that the file can be written.</summary>
    /// <exception cref="InvalidInputException">The ending is neither .html nor .md, or the folder is missing or cannot be written to.</exception>
    public static BriefFile Prepare(string path)
    {
        var ending = System.IO.Path.GetExtension(path);
        if (ending is not (".html" or ".md"))
            throw new InvalidInputException($"--out {path}: a brief is written as .html or .md; end the file name in one of them.");
        if (Directory.Exists(path)) throw new InvalidInputException($"--out {path} is a folder; name a file in it, for example {System.IO.Path.Combine(path, "brief.html")}.");
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new InvalidInputException($"--out {path}: the folder {folder} does not exist; make it first, or name another.");
        var draft = System.IO.Path.Combine(folder, $".entente-{Environment.ProcessId}-{System.IO.Path.GetFileName(path)}");
        try
        {
            using (File.Create(draft, 1, FileOptions.DeleteOnClose))
            {
                // Only to see that the folder takes files.
            }

            if (File.Exists(path))
            {
                using var existing = new FileStream(path, FileMode.Open, FileAccess.Write);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"--out {path} cannot be written ({problem.Message.TrimEnd('.')}); name a file in a folder that you may write to.", problem);
        }

        return new BriefFile(path, draft);
    }

    /// <summary>Writes the brief beside its place and then moves it there, so that no half-written file is ever seen.</summary>
    public void Write(Assessment assessment)
    {
        try
        {
            BriefWriter.Write(assessment, Draft, new BriefOptions());
            File.Move(Draft, Path, overwrite: true);
        }
        finally
        {
            File.Delete(Draft);
        }
    }
}
