using Entente.Models.Tests;

[assembly: AssemblyFixture(typeof(Snapshot))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)] // the snapshot reads its tables on first use, one test at a time
