using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Cli.Tests;

namespace Entente.Web.Tests.Jobs;

/// <summary>The program as a process that is killed while it computes a job.</summary>
public sealed partial class KilledServerTests
{
    private const string Token = "token-of-the-test";
    private const int Draws = 5000; // a whole file of 4,096 and a rest

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_killed_loses_nothing_and_its_job_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kills with a signal");
        using var folder = new WebFolder();
        string id;
        var undivided = Task.Run(Undivided, Stop);
        using (var server = Start(folder.Path))
        {
            using var client = await Client(server);
            using var asked = await client.PostAsJsonAsync("api/v1/jobs", new { question = "assess", parameters = new { strategy = "reverse-kissinger", draws = Draws } }, Stop);
            id = (await asked.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString()!;
            while (Files(folder, id) == 0) await Task.Delay(20, Stop);
            server.Kill();
            await server.WaitForExitAsync(Stop);
        }

        Files(folder, id).ShouldBe(1);
        using (var server = Start(folder.Path))
        {
            using var client = await Client(server);
            JsonElement job;
            do
            {
                await Task.Delay(50, Stop);
                job = await client.GetFromJsonAsync<JsonElement>($"api/v1/jobs/{id}", Stop);
                job.GetProperty("state").GetString().ShouldBeOneOf("waiting", "running", "done");
            }
            while (job.GetProperty("state").GetString() != "done");

            // Nothing was asked again: the job went on by itself, and its answer is that of an undivided call.
            var answer = await client.GetStringAsync($"api/v1/jobs/{id}/answer", Stop);
            var brief = await client.GetStringAsync($"api/v1/jobs/{id}/file?format=html", Stop);
            brief.ShouldStartWith("<!doctype html>", Case.Insensitive);
            brief.ShouldContain("5,000 draws");
            server.Kill();
            await server.WaitForExitAsync(Stop);
            answer.ShouldBe(await undivided);
        }
    }

    [Fact]
    public async Task Ctrl_C_ends_the_server_and_leaves_the_job_to_go_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a signal");
        using var folder = new WebFolder();
        using var server = Start(folder.Path);
        using var client = await Client(server);
        using var asked = await client.PostAsJsonAsync("api/v1/jobs", new { question = "assess", parameters = new { strategy = "status-quo", draws = 100000 } }, Stop);
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString()!;
        while (!Directory.Exists(folder.In($"jobs/{id}/run"))) await Task.Delay(20, Stop);
        using (var kill = Process.Start("kill", ["-TERM", $"{server.Id}"])) await kill.WaitForExitAsync(Stop);
        await server.WaitForExitAsync(Stop);
        server.ExitCode.ShouldBe(0);
        using var kept = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.In($"jobs/{id}/job.json"), Stop));
        kept.RootElement.GetProperty("state").GetString().ShouldBe("running");
        Directory.GetFiles(folder.Path, "*.partial", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static string Undivided()
    {
        using var output = new StringWriter();
        Cli.Program.Run(["assess", "reverse-kissinger", "--draws", $"{Draws}", "--json"], output, TextWriter.Null, Stop).ShouldBe(0);
        return output.ToString();
    }

    private static int Files(WebFolder folder, string id) => Directory.Exists(folder.In($"jobs/{id}/run/draws")) ? Directory.GetFiles(folder.In($"jobs/{id}/run/draws"), "*.parquet").Length : 0;

    private static Process Start(string workspace)
    {
        var start = BuiltProgram.With("serve", "--port", "0", "--workspace", workspace, "--cold");
        start.Environment["ENTENTE_TOKEN"] = Token;
        return Process.Start(start)!;
    }

    private static async Task<HttpClient> Client(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (Address().Match(line) is not { Success: true } found) continue;
            var client = new HttpClient { BaseAddress = new Uri(found.Value) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
            return client;
        }

        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(Stop));
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/")]
    private static partial Regex Address();
}
