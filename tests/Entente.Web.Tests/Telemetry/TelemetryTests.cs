using System.Net;
using System.Text.Json;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Telemetry;

/// <summary>How the server is, and what it counts.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Health_says_what_is_served()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk());
        using var client = new HttpClient { BaseAddress = server.Address };
        var health = JsonElement.Parse(await client.GetStringAsync(new Uri("api/health", UriKind.Relative), TestContext.Current.CancellationToken));
        health.GetProperty("status").GetString().ShouldBe("ok");
        health.GetProperty("version").GetString().ShouldBe("0.0.0");
        health.GetProperty("edition").GetString().ShouldBe("first");
        health.GetProperty("questions").GetInt32().ShouldBe(1);
        health.GetProperty("memory_bytes").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_said()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk { Rests = null });
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync(new Uri("api/health", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("status").GetString().ShouldBe("unreadable");
    }

    [Fact]
    public async Task Questions_are_counted_by_how_they_ended()
    {
        var desk = new StandInDesk();
        await using var server = await StandInDesk.Serve(desk);
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var word in new[] { "a", "a", "b" }) (await client.GetStringAsync(Echo(word), TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
        desk.Answers = (_, _) => Task.FromResult(new QuestionAnswer(2, string.Empty, "No."));
        using (var refused = await client.GetAsync(Echo("c"), TestContext.Current.CancellationToken)) refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await client.GetStringAsync(new Uri("api/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Count(text, "answered").ShouldBe(2);
        Count(text, "kept").ShouldBe(1);
        Count(text, "refused").ShouldBe(1);
        text.ShouldContain("entente_answers_held_bytes");
        text.ShouldContain("entente_question_duration_seconds_bucket");
        text.ShouldContain("http_server_request_duration_seconds");
        text.ShouldContain("dotnet_gc_collections");
    }

    private static Uri Echo(string word) => new($"api/v1/echo?word={word}", UriKind.Relative);

    private static double Count(string metrics, string outcome)
    {
        var line = metrics.Split('\n').Single(line => line.StartsWith("entente_questions_total{", StringComparison.Ordinal) && line.Contains($"outcome=\"{outcome}\"", StringComparison.Ordinal));
        return double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
