using System.Net;
using System.Text.Json;

namespace Entente.Web.Tests.Jobs;

/// <summary>News of a job as server-sent events.</summary>
public sealed class JobEventsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The next event of a stream: its id, its name and its job.</summary>
    private static async Task<(string Id, string Kind, JsonElement Job)?> Next(StreamReader stream)
    {
        var (id, kind) = (string.Empty, string.Empty);
        while (await stream.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) return (id, kind, JsonDocument.Parse(line[6..]).RootElement);
        }

        return null;
    }

    private static Task<HttpResponseMessage> Follow(StubServer server, string id, string? seen = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/jobs/{id}/events");
        if (seen is not null) request.Headers.Add("Last-Event-ID", seen);
        return server.Reader.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    [Fact]
    public async Task The_present_state_comes_first_and_the_last_event_ends_the_stream()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        var id = (await server.Ask("slow", "a")).GetProperty("id").GetString()!;
        await server.Until(id, "running");
        using var answer = await Follow(server, id);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        var first = (await Next(stream)).ShouldNotBeNull();
        first.Kind.ShouldBe("progress");
        first.Job.GetProperty("state").GetString().ShouldBe("running");
        desk.Let(1);
        var last = first;
        while (await Next(stream) is { } next) last = next;
        last.Kind.ShouldBe("done");
        last.Job.GetProperty("answer").GetString().ShouldBe($"/api/v1/jobs/{id}/answer");

        using var again = await Follow(server, id, last.Id);
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var other = await Follow(server, id, first.Id);
        using var rest = new StreamReader(await other.Content.ReadAsStreamAsync(Stop));
        (await Next(rest)).ShouldNotBeNull().Kind.ShouldBe("done");
    }

    [Fact]
    public async Task A_job_that_is_stopped_says_so_and_a_server_that_ends_lets_its_readers_go()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        StreamReader waits;
        await using (var server = await StubServer.Start(desk, folder.Path))
        {
            var (id, next) = ((await server.Ask("slow", "a")).GetProperty("id").GetString()!, (await server.Ask("slow", "b")).GetProperty("id").GetString()!);
            await server.Until(id, "running");
            using var answer = await Follow(server, id);
            using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
            (await Next(stream)).ShouldNotBeNull().Kind.ShouldBe("progress");
            using var stopped = await server.Owner.DeleteAsync($"api/v1/jobs/{id}", Stop);
            var last = (await Next(stream)).ShouldNotBeNull();
            while (await Next(stream) is { } later) last = later;
            last.Kind.ShouldBe("stopped");
            var held = await Follow(server, next);
            waits = new StreamReader(await held.Content.ReadAsStreamAsync(Stop));
            (await Next(waits)).ShouldNotBeNull().Kind.ShouldBe("progress");
        }

        // The end of the stream, clean or cut, and no wait without end.
        try
        {
            while (await Next(waits) is not null)
            {
            }
        }
        catch (IOException)
        {
        }

        waits.Dispose();
    }
}
