using Entente.Briefing;

namespace Entente.Cli;

/// <summary>The file of a brief, checked before the long work that fills it.</summary>
internal static class BriefFile
{
    /// <summary>Checks that a brief can be written to the path.</summary>
    /// <exception cref="World.InvalidInputException">The ending is not that of a brief, or the folder is missing or cannot be written to.</exception>
    public static void Check(string path)
    {
        BriefWriter.Check(path);
        OutputFile.Check(path, "The brief ");
    }
}
