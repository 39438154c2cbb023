using Entente.World.Blocs;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Blocs;

/// <summary>Imports the shipped blocs, the authored blocs.yaml.</summary>
public static class BlocSource
{
    /// <summary>Key of the source in the catalog.</summary>
    public const string Key = "blocs";

    /// <summary>Reads the file and gives the tables <see cref="StoreSchema.Blocs"/> and <see cref="StoreSchema.BlocMemberships"/>.</summary>
    /// <param name="referenceFolder">Folder with blocs.yaml.</param>
    /// <param name="states">The states that members are found in.</param>
    /// <exception cref="InvalidInputException">The file is missing or wrong; the sentence names line and column.</exception>
    public static ImportResult Import(string referenceFolder, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(referenceFolder);
        return new ImportResult(Key, new BlocRegistry(BlocFile.Read(Path.Combine(referenceFolder, "blocs.yaml"), states)).ToTables(), []);
    }
}
