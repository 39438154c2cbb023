using System.Diagnostics;
using Entente.Tests;

namespace Entente.Cli.Tests;

/// <summary>The program as it was built with the tests, in the same configuration.</summary>
internal static class BuiltProgram
{
    /// <summary>The program that runs it.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Its file.</summary>
    public static string File => Path.Combine(Shared.Repository, "artifacts", "bin", "Entente.Cli", Configuration, "entente.dll");

    /// <summary>Debug or release, as the folder of the tests is called.</summary>
    public static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>A process that is ready to start, outside the repository.</summary>
    public static ProcessStartInfo With(params string[] args) => new(Host, [File, .. args])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        StandardErrorEncoding = System.Text.Encoding.UTF8,
        WorkingDirectory = Path.GetTempPath(),
    };
}
