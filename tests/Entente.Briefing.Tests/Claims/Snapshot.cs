using Entente.Tests;
using Entente.World;

namespace Entente.Briefing.Tests.Claims;

/// <summary>The shipped snapshot, opened once for the tests of claims, which share it one after the other.</summary>
public sealed class Snapshot : IDisposable
{
    public WorldEdition World { get; } = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));

    public void Dispose() => World.Dispose();
}

[CollectionDefinition(Name)]
public sealed class SnapshotTests : ICollectionFixture<Snapshot>
{
    public const string Name = "snapshot";
}
