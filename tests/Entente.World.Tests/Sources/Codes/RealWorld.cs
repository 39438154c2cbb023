using Entente.Tests;
using Entente.World.Sources;
using Entente.World.Sources.States;
using Entente.World.States;

namespace Entente.World.Tests.Sources.Codes;

/// <summary>The real state system, and real files read once.</summary>
internal static class RealWorld
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string File, System.Reflection.MethodInfo Reader), ImportResult> Read = [];
    private static StateSystem? _states;

    public static StateSystem States
    {
        get
        {
            var folder = Shared.Path("data/states");
            lock (Gate) return _states ??= StateSystemSource.Read(folder, Path.Combine(Shared.Repository, "data", "reference"));
        }
    }

    public static string Supplement => Path.Combine(Shared.Repository, "data", "reference", "alliance_supplement.csv");

    /// <summary>Reads a file of the shared data; skips the test where it is absent.</summary>
    public static ImportResult Import(string file, Func<string, StateSystem, ImportResult> read)
    {
        var (path, states) = (Shared.Path("data/" + file), States);
        lock (Gate) return Read.TryGetValue((file, read.Method), out var known) ? known : Read[(file, read.Method)] = read(path, states);
    }
}
