using System.Collections.Immutable;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Models.Strategy.Files;

/// <summary>Finds strategy files by their short name.</summary>
public static class StrategyLibrary
{
    private static readonly FileLibrary Library = new("strategies", "strategy", "strategies");

    /// <summary>Every folder called strategies beside or above the current folder and the program, the nearest first.</summary>
    public static ImmutableArray<string> Folders() => Library.Folders();

    /// <summary>Every folder called strategies beside or above the starting points, the nearest of the first first.</summary>
    /// <param name="startingPoints">Folders to climb from.</param>
    public static ImmutableArray<string> Folders(IReadOnlyList<string> startingPoints)
    {
        ArgumentNullException.ThrowIfNull(startingPoints);
        return Library.Folders(startingPoints);
    }

    /// <summary>Names of the strategies in the folders, in the order of the alphabet.</summary>
    /// <param name="folders">Folders to look in; without it, those of <see cref="Folders()"/>.</param>
    public static ImmutableArray<string> List(IReadOnlyList<string>? folders = null) => Library.List(folders);

    /// <summary>The path of a strategy file.</summary>
    /// <param name="nameOrPath">A bare name such as "status-quo", or the path of a file.</param>
    /// <param name="folders">Folders to look in; without it, those of <see cref="Folders()"/>.</param>
    /// <exception cref="InvalidInputException">There is no such file; the sentence lists what there is and suggests the nearest.</exception>
    public static string Locate(string nameOrPath, IReadOnlyList<string>? folders = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, folders);
    }

    /// <summary>A strategy file as a source.</summary>
    internal static Source Document(string key, string title, string text) => Library.Document(key, title, text);
}
