using System.Net;
using System.Text;

namespace Entente.Web.Tests.Safety;

/// <summary>Bodies and addresses that are too large, too deep or none of what they say.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private readonly StandInDesk _desk = new();
    private Hosting.WebServer _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await StandInDesk.Serve(_desk, options => options with { MostBodyBytes = 10_000 });
        _client = new HttpClient { BaseAddress = _server.Address };
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_in_a_sentence(bool saysItsLength)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"word":"{{new string('a', 20_000)}}"}"""));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/echo") { Content = content };
        request.Headers.TransferEncodingChunked = !saysItsLength;
        request.Headers.ExpectContinue = saysItsLength;
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("larger than this server takes");
        _desk.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"word\":{\"word\":{\"word\":{\"word\":{\"word\":{\"word\":{\"word\":{\"word\":{\"word\":1}}}}}}}}}")]
    [InlineData("{\"word\":")]
    [InlineData("")]
    [InlineData("\"word\"")]
    [InlineData("{\"word\":{\"a\":1}}")]
    [InlineData("{\"word\":[[\"a\"]]}")]
    [InlineData("{\"word\":\"a\",\"word\":\"b\"}")]
    [InlineData("{\"other\":\"a\"}")]
    [InlineData("{\"word\":\"\\u0000\"}")]
    public async Task What_is_no_call_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri("/api/v1/echo", UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        _desk.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_long_word_and_many_words_are_refused_in_a_sentence()
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/echo?word={new string('a', 5000)}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("at most 4,000 characters");
    }

    [Theory]
    [InlineData("GET /api/v1/echo?word=", 20_000, "", "HTTP/1.1 414 ")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=", 40_000, " HTTP/1.1", "HTTP/1.1 431 ")]
    public async Task A_very_long_address_or_head_is_refused(string start, int letters, string end, string status)
    {
        (await RawExchange.Whole(_server.Address, $"{start}{new string('a', letters)}{end}\r\nHost: localhost\r\nConnection: close\r\n\r\n")).ShouldStartWith(status);
        using var others = await _client.GetAsync(new Uri("/api/v1/echo?word=a", UriKind.Relative), TestContext.Current.CancellationToken);
        others.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
