using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests;

/// <summary>The shipped snapshot, opened once for all tests of the assembly; its tables are immutable.</summary>
public sealed class Snapshot : IDisposable
{
    public WorldEdition World { get; } = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));

    public void Dispose() => World.Dispose();
}
