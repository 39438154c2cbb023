using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Entente.Web.Tests;

/// <summary>Jobs of assess on the served desk, for tests of what can be asked about them.</summary>
internal static class DeskJobs
{
    /// <summary>Fewest draws that can be compared.</summary>
    public const int Draws = 100;

    /// <summary>The id of an assessment that is done; asked twice it is the same.</summary>
    public static async Task<string> Assessed(ServedDesk desk, string strategy, int draws = Draws)
    {
        var stop = TestContext.Current.CancellationToken;
        using var asked = await desk.Owner.PostAsJsonAsync(new Uri("api/v1/jobs", UriKind.Relative), new { question = "assess", parameters = new { strategy, draws } }, stop);
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted, await asked.Content.ReadAsStringAsync(stop));
        var job = await asked.Content.ReadFromJsonAsync<JsonElement>(stop);
        while (job.GetProperty("state").GetString() is "waiting" or "running")
        {
            await Task.Delay(20, stop);
            job = await desk.Reader.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/jobs/{job.GetProperty("id").GetString()}", UriKind.Relative), stop);
        }

        job.GetProperty("state").GetString().ShouldBe("done", job.GetProperty("error").GetString());
        return job.GetProperty("id").GetString()!;
    }

    /// <summary>The answer at an address, or the problem that it is refused with.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> Get(ServedDesk desk, string address)
    {
        using var answer = await desk.Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}
