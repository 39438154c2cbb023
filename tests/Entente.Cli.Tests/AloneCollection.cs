namespace Entente.Cli.Tests;

/// <summary>Tests that wait for messages of another process: with models running beside them the messages would wait for a thread.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
