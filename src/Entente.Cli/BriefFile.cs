using Entente.Briefing;
using Entente.World;

namespace Entente.Cli;

/// <summary>The file of a brief, checked before the long work that fills it.</summary>
internal static class BriefFile
{
    /// <summary>Checks that a brief can be written to the path.</summary>
    /// <exception cref="InvalidInputException">The ending is not that of a brief, or the folder is missing or cannot be written to.</exception>
    public static void Check(string path)
    {
        BriefWriter.Check(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            // Only a file that was really made tells that the folder takes files.
            using (File.Create(Path.Combine(folder, $".entente-{Environment.ProcessId}.tmp"), 1, FileOptions.DeleteOnClose))
            {
            }

            if (!File.Exists(path)) return;
            using var existing = new FileStream(path, FileMode.Open, FileAccess.Write);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The brief '{path}' cannot be written there ({problem.Message.TrimEnd('.')}): name a file in a folder that you may write to.", problem);
        }
    }
}
