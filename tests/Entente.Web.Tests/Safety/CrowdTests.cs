using System.Net;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Safety;

/// <summary>More requests, more work and more connections than the server takes are told to come again; held answers are served meanwhile.</summary>
public sealed class CrowdTests
{
    [Fact]
    public async Task More_work_than_is_done_at_once_is_told_to_come_again()
    {
        var release = new TaskCompletionSource();
        var desk = new StandInDesk();
        await using var server = await StandInDesk.Serve(desk, options => options with { MostAtWork = 2 });
        using var client = new HttpClient { BaseAddress = server.Address };
        (await client.GetStringAsync(Echo("held"), TestContext.Current.CancellationToken)).ShouldContain("held");
        desk.Answers = async (_, stop) =>
        {
            await release.Task.WaitAsync(stop);
            return new QuestionAnswer(0, """{"schema":"entente.echo/1"}""", string.Empty);
        };
        var (one, two) = (client.GetAsync(Echo("one"), TestContext.Current.CancellationToken), client.GetAsync(Echo("two"), TestContext.Current.CancellationToken));
        while (desk.Asked < 3) await Task.Delay(10, TestContext.Current.CancellationToken);

        using var third = await client.GetAsync(Echo("three"), TestContext.Current.CancellationToken);
        third.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        third.Headers.RetryAfter.ShouldNotBeNull();
        (await third.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("ask again");
        using var file = await client.GetAsync(new Uri("/api/v1/files/echo?format=csv&word=three", UriKind.Relative), TestContext.Current.CancellationToken);
        file.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var held = await client.GetAsync(Echo("held"), TestContext.Current.CancellationToken);
        held.StatusCode.ShouldBe(HttpStatusCode.OK);

        release.SetResult();
        (await one).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await two).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await client.GetAsync(Echo("three"), TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_come_again()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), options => options with { MostRequestsASecond = 2 });
        using var client = new HttpClient { BaseAddress = server.Address };
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(4);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("More requests come from here");
    }

    [Fact]
    public async Task A_connection_too_many_is_closed_and_the_others_go_on()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), options => options with { MostConnections = 2 });
        const string request = "GET /api/v1/echo?word=a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        using (var one = await RawExchange.Open(server.Address))
        using (var two = await RawExchange.Open(server.Address))
        {
            (await RawExchange.Whole(server.Address, request)).ShouldBeEmpty();
            await one.Send(request);
            (await one.ReadToEnd()).ShouldContain("entente.echo");
            await two.Send(request);
            (await two.ReadToEnd()).ShouldContain("entente.echo");
        }

        (await RawExchange.Whole(server.Address, request)).ShouldContain("entente.echo");
    }

    private static Uri Echo(string word) => new($"/api/v1/echo?word={word}", UriKind.Relative);
}
