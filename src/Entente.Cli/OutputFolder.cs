using Entente.World;

namespace Entente.Cli;

/// <summary>Checks before long work that its result can be written.</summary>
internal static class OutputFolder
{
    /// <exception cref="InvalidInputException">The folder is missing or takes no files.</exception>
    public static void Check(string path)
    {
        try
        {
            // Only a file that was really made tells that the folder takes files.
            using var probe = File.Create(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".entente-{Environment.ProcessId}.tmp"), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"'{path}' cannot be written there ({problem.Message.TrimEnd('.')}): name a file in a folder that you may write to.", problem);
        }
    }
}
