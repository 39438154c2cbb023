using Entente.World;

namespace Entente.Cli;

/// <summary>Where the project's own folders are, seen from the program.</summary>
internal static class ProjectFolder
{
    /// <summary>The folder data of the project, with its catalog.</summary>
    /// <exception cref="InvalidInputException">The program runs outside a copy of the project.</exception>
    public static string Data()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = Path.TrimEndingDirectorySeparator(start); folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var data = Path.Combine(folder, "data");
                if (File.Exists(Path.Combine(data, "catalog.yaml"))) return data;
            }
        }

        throw new InvalidInputException("No folder data with catalog.yaml is found above the program or the current folder; run 'data build' in a copy of the project.");
    }
}
