using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Models.Trade.WhatIf.Files;

/// <summary>Finds what-if files by their short name, in folders called what-if.</summary>
public static class WhatIfLibrary
{
    private static readonly FileLibrary Library = new("what-if", "what-if", "what-if files");

    /// <summary>Names of the shipped what-if files, in the order of the alphabet.</summary>
    public static ImmutableArray<string> List() => Library.List(null);

    /// <summary>The path of a what-if file.</summary>
    /// <param name="nameOrPath">A bare name such as "sanctions-relief", or the path of a file.</param>
    /// <exception cref="InvalidInputException">There is no such file; the sentence lists what there is and suggests the nearest.</exception>
    public static string Locate(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, null);
    }

    /// <summary>A what-if file as a source.</summary>
    internal static Source Document(string key, string title, string text) => Library.Document(key, title, text);
}
