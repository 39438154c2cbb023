using System.Diagnostics;
using Entente.Tests;

namespace Entente.Cli.Tests.Packaging;

/// <summary>What <c>./pack</c> makes, made once for the tests of a class, in a folder outside the repository.</summary>
public sealed class PackedProgram : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>Why there is nothing to test, where that is so.</summary>
    public string? Absent { get; private set; }

    /// <summary>Folder of the packages.</summary>
    public string Packages => In("packed/packages");

    /// <summary>The program as one file.</summary>
    public string Program => In("packed/program/entente");

    /// <summary>A path in the folder of the tests.</summary>
    public string In(string name) => _folder.In(name);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            Absent = "a shell script";
            return;
        }

        var sdks = await Run(new ProcessStartInfo(BuiltProgram.Host, ["--list-sdks"]));
        if (!sdks.Out.Split('\n').Any(line => line.StartsWith("10.", StringComparison.Ordinal)))
        {
            Absent = "packing needs the .NET 10 SDK, and only a runtime is here";
            return;
        }

        // What the tests were built with is packed as it is; a build for debugging is not what is shipped.
        string[] build = BuiltProgram.Configuration == "release" ? ["--no-build"] : [];
        var call = await Run(new ProcessStartInfo(Path.Combine(Shared.Repository, "pack"), ["--into", In("packed"), .. build]));
        if (call.Code == 0) return;
        var unreachable = new[] { "NU1101", "NU1102", "NU1301" }.Any(code => call.Error.Contains(code, StringComparison.Ordinal) || call.Out.Contains(code, StringComparison.Ordinal));
        Absent = unreachable ? "packing needs the runtime of this platform as a package, and no source of packages has it" : null;
        if (!unreachable) throw new InvalidOperationException($"./pack failed with {call.Code}:\n{call.Out}\n{call.Error}");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a process to its end, as in a new account: an empty home, and nothing of this account's settings or packages.</summary>
    internal async Task<Call> RunAsNewcomer(string home, string folder, string program, params string[] args)
    {
        Directory.CreateDirectory(In(home));
        Directory.CreateDirectory(In(folder));
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = In(folder) };
        start.Environment["HOME"] = start.Environment["DOTNET_CLI_HOME"] = In(home);
        foreach (var name in new[] { "XDG_DATA_HOME", "ENTENTE_STORE", "NUGET_PACKAGES" }) start.Environment.Remove(name);
        foreach (var name in new[] { "DOTNET_NOLOGO", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_SKIP_FIRST_TIME_EXPERIENCE" }) start.Environment[name] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        if (Path.GetDirectoryName(Environment.ProcessPath) is { } root && File.Exists(Path.Combine(root, "dotnet"))) start.Environment["DOTNET_ROOT"] = root;
        return await Run(start);
    }

    private static async Task<Call> Run(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Call(process.ExitCode, await output, await error);
    }
}
