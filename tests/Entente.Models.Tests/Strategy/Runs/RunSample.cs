using Entente.Models.Strategy.Runs;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Runs;

/// <summary>A small run of a shipped strategy, with chunks so small that a few hundred draws make several.</summary>
internal static class RunSample
{
    public const int Draws = 600;
    public const int Chunk = 128;

    public static string Text { get; } = File.ReadAllText(Path.Combine(Shared.Repository, "strategies", "reverse-kissinger.yaml"));

    public static RunPlan Plan { get; } = new("reverse-kissinger", Text, Draws, 7);

    public static AssessmentRun Open(WorldEdition world, string folder, RunPlan? plan = null) => AssessmentRun.Open(world, folder, plan ?? Plan, Chunk);

    /// <summary>A finished run.</summary>
    public static AssessmentRun Whole(WorldEdition world, string folder, RunPlan? plan = null, int threads = 2)
    {
        var run = Open(world, folder, plan);
        run.Execute(threads: threads);
        return run;
    }

    /// <summary>Names and hashes of all files of a run but the lock, which is empty.</summary>
    public static string Bytes(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != ".lock")
        .Select(path => $"{Path.GetRelativePath(folder, path)} {World.Store.BlockFile.Hash(path)}").Order(StringComparer.Ordinal));
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class RunFolders : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("entente runs ").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
