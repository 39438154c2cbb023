using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Strategy.Files;

/// <summary>Finds strategy files by their short name.</summary>
public static class StrategyLibrary
{
    private const string FolderName = "strategies";
    private const string Ending = ".yaml";

    /// <summary>Every folder called strategies beside or above the current folder and the program, the nearest first.</summary>
    public static ImmutableArray<string> Folders() => Folders([Environment.CurrentDirectory, AppContext.BaseDirectory]);

    /// <summary>Every folder called strategies beside or above the starting points, the nearest of the first first.</summary>
    /// <param name="startingPoints">Folders to climb from.</param>
    public static ImmutableArray<string> Folders(IReadOnlyList<string> startingPoints)
    {
        ArgumentNullException.ThrowIfNull(startingPoints);
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var start in startingPoints)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, FolderName);

                // The sources of this program have a folder of the same name in other case, which some file systems do not tell apart.
                if (Directory.Exists(candidate) && !found.Contains(candidate) && Directory.EnumerateFiles(candidate, "*" + Ending).Any()) found.Add(candidate);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Names of the strategies in the folders, in the order of the alphabet.</summary>
    /// <param name="folders">Folders to look in; without it, those of <see cref="Folders()"/>.</param>
    public static ImmutableArray<string> List(IReadOnlyList<string>? folders = null) =>
    [
        .. (folders ?? Folders()).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Ending))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The path of a strategy file.</summary>
    /// <param name="nameOrPath">A bare name such as "status-quo", or the path of a file.</param>
    /// <param name="folders">Folders to look in; without it, those of <see cref="Folders()"/>.</param>
    /// <exception cref="InvalidInputException">There is no such file; the sentence lists what there is and suggests the nearest.</exception>
    public static string Locate(string nameOrPath, IReadOnlyList<string>? folders = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (string.IsNullOrWhiteSpace(nameOrPath)) throw new InvalidInputException($"No strategy is named. {Choices(List(folders))}");
        if (IsPath(nameOrPath))
        {
            return File.Exists(nameOrPath) ? nameOrPath
                : Directory.Exists(nameOrPath) ? throw new InvalidInputException($"{nameOrPath} is a folder. Name a strategy file in it.")
                : throw new InvalidInputException($"There is no file {nameOrPath}. {Choices(List(folders))}");
        }

        foreach (var folder in folders ?? Folders())
        {
            var path = Path.Combine(folder, nameOrPath + Ending);
            if (File.Exists(path)) return path;
        }

        var names = List(folders);
        var near = NearestWord.Find(nameOrPath, names);
        throw new InvalidInputException($"There is no strategy '{YamlScalar.Shorten(nameOrPath)}'.{(near is null ? "" : $" Did you mean '{near}'?")} {Choices(names)}");
    }

    private static bool IsPath(string text) =>
        text.Contains('/', StringComparison.Ordinal) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || text.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static string Choices(ImmutableArray<string> names) => names.IsEmpty
        ? "No strategies were found: give the path of a file."
        : $"There are: {string.Join(", ", names)}. A file of your own is named by its path.";
}
