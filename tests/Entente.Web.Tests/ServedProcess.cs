using System.Diagnostics;
using System.Text.RegularExpressions;
using Entente.Cli.Tests;

namespace Entente.Web.Tests;

/// <summary>The program that serves, as a process of its own; however a test ends, the process ends with it.</summary>
internal sealed partial class ServedProcess : IDisposable
{
    private const string Token = "token-of-the-test";
    private readonly Process _process;

    private ServedProcess(Process process, HttpClient client) => (_process, Client) = (process, client);

    /// <summary>Calls it with the token.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="workspace">Folder of the workspace.</param>
    /// <param name="environment">Variables that it gets.</param>
    public static async Task<ServedProcess> Start(string workspace, params (string Name, string Value)[] environment)
    {
        var start = BuiltProgram.With("serve", "--port", "0", "--workspace", workspace, "--cold");
        start.Environment["ENTENTE_TOKEN"] = Token;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        try
        {
            return new ServedProcess(process, await Listening(process));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>Kills it, as a failing machine would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to end, as Ctrl-C does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Terminate()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Client.Dispose();
        End(_process);
    }

    private static void End(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static async Task<HttpClient> Listening(Process process)
    {
        var stop = TestContext.Current.CancellationToken;
        while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            if (Address().Match(line) is not { Success: true } found) continue;
            var client = new HttpClient { BaseAddress = new Uri(found.Value), Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
            return client;
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(stop));
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/")]
    private static partial Regex Address();
}
