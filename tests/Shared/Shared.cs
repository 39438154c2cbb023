using System.Runtime.CompilerServices;

namespace Entente.Tests;

/// <summary>Finds the repository and the shared inputs beside it; a test without its inputs is skipped in sight, never passed.</summary>
internal static class Shared
{
    public static string Repository { get; } = Locate();

    /// <summary>The path of a file or folder of the shared inputs; skips the test where they are absent.</summary>
    public static string Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository, "..", "shared", relative));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"needs the shared input {relative}, which is not beside this repository");
        return path;
    }

    private static string Locate([CallerFilePath] string here = "")
    {
        // A deterministic build maps source paths, so the test binary's own place is the first thing to climb from.
        foreach (var start in new[] { AppContext.BaseDirectory, here, Environment.CurrentDirectory })
        {
            for (var folder = System.IO.Path.GetDirectoryName(start); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
            {
                if (File.Exists(System.IO.Path.Combine(folder, "Entente.slnx"))) return folder;
            }
        }

        throw new InvalidOperationException("The tests cannot find the folder with Entente.slnx above them.");
    }
}
