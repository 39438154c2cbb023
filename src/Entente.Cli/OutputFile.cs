using Entente.World;

namespace Entente.Cli;

/// <summary>A file that will be written, checked before the long work that fills it.</summary>
internal static class OutputFile
{
    /// <param name="path">The file.</param>
    /// <param name="what">What it is, to begin the sentence with: "The brief ".</param>
    /// <exception cref="InvalidInputException">It is a folder, its folder is missing or takes no files, or a file of the name may not be replaced.</exception>
    public static void Check(string path, string what = "")
    {
        if (Directory.Exists(path)) throw new InvalidInputException($"{what}'{path}' is a folder: name a file in it.");
        try
        {
            // Only a file that was really made tells that the folder takes files.
            using (File.Create(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".entente-{Environment.ProcessId}.tmp"), 1, FileOptions.DeleteOnClose))
            {
            }

            if (!File.Exists(path)) return;
            using var existing = new FileStream(path, FileMode.Open, FileAccess.Write);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{what}'{path}' cannot be written there ({problem.Message.TrimEnd('.')}): name a file in a folder that you may write to.", problem);
        }
    }
}
