using Entente.Models.Strategy.Runs;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Runs;

/// <summary>A small run with chunks so small that a few hundred draws make several.</summary>
internal static class RunSample
{
    public const int Draws = 600;
    public const int Chunk = 128;

    /// <summary>A strategy that stays as it is, whatever becomes of those that are shipped.</summary>
    public const string Text =
        """
        title: Sample
        summary: The United States courts Russia.
        divider: USA
        target: RUS
        partner: CHN
        start: 2025
        horizon: 10
        allies: [Poland, Estonia, Japan]
        moves:
          - lift-sanctions: { from: RUS, coalition: [USA], share: 0.8 }
          - recognise: { of: territory, weight: 0.5 }
          - guarantee: { to: [NATO], change: -0.3 }
        assumptions:
          reversal_hazard: { triangular: [0.03, 0.12, 0.30], source: judgement }
          threat_relief: { triangular: [0.05, 0.25, 0.60], source: judgement }

        """;

    public static RunPlan Plan { get; } = new("sample", Text, Draws, 7);

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
