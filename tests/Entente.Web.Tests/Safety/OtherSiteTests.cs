using System.Net;
using System.Text;

namespace Entente.Web.Tests.Safety;

/// <summary>A page of another site cannot call the server from the browser of someone who has it open (cross-site request forgery).</summary>
public sealed class OtherSiteTests : IAsyncLifetime
{
    private readonly StandInDesk _desk = new();
    private Hosting.WebServer _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await StandInDesk.Serve(_desk);
        _client = new HttpClient { BaseAddress = _server.Address };
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [InlineData("https://attacker.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_post_with_another_origin_is_refused(string origin)
    {
        using var request = Post("application/json");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        await Refused(request);
    }

    [Theory]
    [InlineData("cross-site", "cors", "empty", "/api/v1/echo?word=a")]
    [InlineData("cross-site", "no-cors", "image", "/api/v1/echo?word=a")]
    [InlineData("same-site", "no-cors", "script", "/api/v1/echo?word=a")]
    [InlineData("cross-site", "navigate", "document", "/api/v1/echo?word=a")]
    [InlineData("cross-site", "navigate", "iframe", "/")]
    public async Task A_fetch_from_another_site_is_refused(string site, string mode, string destination, string address)
    {
        using var request = Get(address, site, mode, destination);
        await Refused(request);
    }

    [Fact]
    public async Task A_link_from_another_site_to_a_page_is_followed()
    {
        using var request = Get("/dyad?a=RUS&b=CHN", "cross-site", "navigate", "document");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("")]
    public async Task A_post_that_a_form_could_send_is_refused(string media)
    {
        using var request = Post(media);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        _desk.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Its_own_pages_may_post()
    {
        using var request = Post("application/json");
        request.Headers.Add("Origin", _server.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_other_site_is_told_that_it_may_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/echo");
        request.Headers.Add("Origin", "https://attacker.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Any(header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)).ShouldBeFalse();
    }

    private static HttpRequestMessage Get(string address, string site, string mode, string destination)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);
        return request;
    }

    private static HttpRequestMessage Post(string media)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"word":"a"}"""));
        if (media.Length > 0) content.Headers.ContentType = new(media);
        return new HttpRequestMessage(HttpMethod.Post, "/api/v1/echo") { Content = content };
    }

    private async Task Refused(HttpRequestMessage request)
    {
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("another site");
        _desk.Asked.ShouldBe(0);
    }
}
