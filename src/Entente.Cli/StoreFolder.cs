using Entente.World;

namespace Entente.Cli;

/// <summary>The folder of the store that is meant.</summary>
internal static class StoreFolder
{
    /// <summary>The folder that was asked for, else the shipped snapshot.</summary>
    public static string Locate(string? asked) => asked ?? throw new InvalidInputException("no store");
}
