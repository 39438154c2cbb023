using Entente.Models.Tests;

[assembly: AssemblyFixture(typeof(Snapshot))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
