using System.Collections.Immutable;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Models.Strategy.Files;

/// <summary>Finds files of one kind, shipped in folders of one name, by their short name.</summary>
/// <param name="folderName">Name of the folders.</param>
/// <param name="noun">What such a file holds: "strategy".</param>
/// <param name="plural">Several of them: "strategies".</param>
internal sealed class FileLibrary(string folderName, string noun, string plural)
{
    private const string Ending = ".yaml";

    public ImmutableArray<string> Folders() => Folders([Environment.CurrentDirectory, AppContext.BaseDirectory]);

    public ImmutableArray<string> Folders(IReadOnlyList<string> startingPoints)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var start in startingPoints)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, folderName);

                // The sources of this program have a folder of the same name in other case, which some file systems do not tell apart.
                if (Directory.Exists(candidate) && !found.Contains(candidate) && Directory.EnumerateFiles(candidate, "*" + Ending).Any()) found.Add(candidate);
            }
        }

        return found.ToImmutable();
    }

    public ImmutableArray<string> List(IReadOnlyList<string>? folders) =>
    [
        .. (folders ?? Folders()).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Ending))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <exception cref="InvalidInputException">There is no such file; the sentence lists what there is and suggests the nearest.</exception>
    public string Locate(string nameOrPath, IReadOnlyList<string>? folders)
    {
        if (string.IsNullOrWhiteSpace(nameOrPath)) throw new InvalidInputException($"No {noun} is named. {Choices(List(folders))}");
        if (IsPath(nameOrPath))
        {
            return File.Exists(nameOrPath) ? nameOrPath
                : Directory.Exists(nameOrPath) ? throw new InvalidInputException($"{nameOrPath} is a folder. Name a {noun} file in it.")
                : throw new InvalidInputException($"There is no file {nameOrPath}. {Choices(List(folders))}");
        }

        foreach (var folder in folders ?? Folders())
        {
            var path = Path.Combine(folder, nameOrPath + Ending);
            if (File.Exists(path)) return path;
        }

        var names = List(folders);
        var near = NearestWord.Find(nameOrPath, names);
        throw new InvalidInputException($"There is no {noun} '{YamlScalar.Shorten(nameOrPath)}'.{(near is null ? "" : $" Did you mean '{near}'?")} {Choices(names)}");
    }

    /// <summary>A file as a source; it is the project's where the program ships the same text under the same name.</summary>
    /// <param name="key">Name without ending.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its text.</param>
    public Source Document(string key, string title, string text) => DocumentSource.Of(noun, key, title, text, IsShipped(key, text));

    private bool IsShipped(string key, string text)
    {
        try
        {
            return Folders([AppContext.BaseDirectory]).Select(folder => Path.Combine(folder, key + Ending)).FirstOrDefault(File.Exists) is { } path && File.ReadAllText(path) == text;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever cannot read the shipped one cannot say that this is it.
            return false;
        }
    }

    private static bool IsPath(string text) =>
        text.Contains('/', StringComparison.Ordinal) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || text.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private string Choices(ImmutableArray<string> names) => names.IsEmpty
        ? $"No {plural} were found: give the path of a file."
        : $"There are: {string.Join(", ", names)}. A file of your own is named by its path.";
}
