using System.Net.Http.Json;
using System.Text.Json;

namespace Entente.Web.Tests.Jobs;

/// <summary>The program as a process that is killed while it computes a job.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class KilledServerTests(ServedDesk desk)
{
    private const int Draws = 4200; // a whole file of 4,096 and a rest

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_killed_loses_nothing_and_its_job_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kills with a signal");
        using var folder = new WebFolder();
        string id;

        // The desk of the other tests has measured the strategy already, which takes longer than the draws.
        var undivided = DeskJobs.Assessed(desk, "reverse-kissinger", Draws);
        using (var server = await ServedProcess.Start(folder.Path))
        {
            using var asked = await server.Client.PostAsJsonAsync("api/v1/jobs", new { question = "assess", parameters = new { strategy = "reverse-kissinger", draws = Draws } }, Stop);
            id = (await asked.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString()!;
            while (Files(folder, id) == 0) await Task.Delay(5, Stop);
            await server.Kill();
        }

        Files(folder, id).ShouldBe(1);
        using (var server = await ServedProcess.Start(folder.Path))
        {
            JsonElement job;
            do
            {
                await Task.Delay(50, Stop);
                job = await server.Client.GetFromJsonAsync<JsonElement>($"api/v1/jobs/{id}", Stop);
                job.GetProperty("state").GetString().ShouldBeOneOf("waiting", "running", "done");
            }
            while (job.GetProperty("state").GetString() != "done");

            // Nothing was asked again: the job went on by itself, and its answer is that of an undivided call.
            var answer = await server.Client.GetStringAsync($"api/v1/jobs/{id}/answer", Stop);
            var brief = await server.Client.GetStringAsync($"api/v1/jobs/{id}/file?format=html", Stop);
            brief.ShouldStartWith("<!doctype html>", Case.Insensitive);
            brief.ShouldContain("4,200 draws");
            answer.ShouldBe(await desk.Reader.GetStringAsync($"api/v1/jobs/{await undivided}/answer", Stop));
        }
    }

    [Fact]
    public async Task Ctrl_C_ends_the_server_and_leaves_the_job_to_go_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a signal");
        using var folder = new WebFolder();
        using var server = await ServedProcess.Start(folder.Path);
        using var asked = await server.Client.PostAsJsonAsync("api/v1/jobs", new { question = "assess", parameters = new { strategy = "status-quo", draws = 100000 } }, Stop);
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString()!;
        while (!Directory.Exists(folder.In($"jobs/{id}/run"))) await Task.Delay(20, Stop);
        (await server.Terminate()).ShouldBe(0);
        using var kept = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.In($"jobs/{id}/job.json"), Stop));
        kept.RootElement.GetProperty("state").GetString().ShouldBe("running");
        Directory.GetFiles(folder.Path, "*.partial", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static int Files(WebFolder folder, string id) => Directory.Exists(folder.In($"jobs/{id}/run/draws")) ? Directory.GetFiles(folder.In($"jobs/{id}/run/draws"), "*.parquet").Length : 0;
}
