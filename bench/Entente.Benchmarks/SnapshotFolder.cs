namespace Entente.Benchmarks;

/// <summary>Finds the shipped snapshot above the running program.</summary>
internal static class SnapshotFolder
{
    public static string Path { get; } = Locate();

    private static string Locate()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            var candidate = System.IO.Path.Combine(folder, "data", "snapshot");
            if (Directory.Exists(candidate)) return candidate;
        }

        throw new InvalidOperationException("The snapshot is not above the benchmark program: run it inside the repository.");
    }
}
