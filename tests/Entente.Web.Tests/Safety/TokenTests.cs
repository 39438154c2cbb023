using System.Net;
using Entente.Web.Safety;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Tests.Safety;

/// <summary>Where others than this machine can call, everyone needs the token; it travels in a cookie that scripts and other sites cannot use.</summary>
public sealed class TokenTests
{
    private const string Token = "a token for the tests";

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/index.js")]
    [InlineData("/api/v1/echo?word=a")]
    [InlineData("/api/v1/files/echo?format=csv&word=a")]
    [InlineData("/api/health")]
    [InlineData("/api/metrics")]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/reference")]
    [InlineData("/nowhere")]
    public async Task Elsewhere_than_on_loopback_nothing_is_served_without_it(string address)
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), Elsewhere);
        using var client = Client(server);
        (await Status(client, address)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer a token for the test")]
    [InlineData("Bearer a token for the tests and more")]
    [InlineData("Basic YSB0b2tlbiBmb3IgdGhlIHRlc3Rz")]
    [InlineData("a token for the tests")]
    public async Task A_wrong_token_is_none(string header)
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), Elsewhere);
        using var client = Client(server);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        (await Status(client, "/api/health")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_token_as_a_bearer_is_let_in()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), Elsewhere);
        using var client = Client(server);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        (await Status(client, "/api/v1/echo?word=a")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_address_that_is_printed_sets_a_cookie_and_loses_the_token()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), Elsewhere);
        using var client = Client(server);
        using var answer = await client.GetAsync(new Uri($"/dyad?a=RUS&token={Uri.EscapeDataString(Token)}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/dyad?a=RUS");
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("path=/");
        cookie.ShouldNotContain("domain=");
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        (await Status(client, "/api/v1/echo?word=a")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_token_in_an_address_sets_none_and_is_never_taken_by_the_API()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), Elsewhere);
        using var client = Client(server);
        (await Status(client, "/?token=guess")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(client, $"/api/v1/echo?word=a&token={Uri.EscapeDataString(Token)}")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_is_made_at_random_where_none_is_given()
    {
        await using var one = await StandInDesk.Serve(new StandInDesk());
        await using var other = await StandInDesk.Serve(new StandInDesk());
        one.Token.Length.ShouldBe(32);
        one.Token.ShouldNotBe(other.Token);
    }

    [Fact]
    public void A_cookie_of_another_port_is_not_this_servers()
    {
        var rules = new GateRules(new Hosting.WebOptions { Workspace = string.Empty }, Token);
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("127.0.0.1", 8750);
        context.Request.Headers.Cookie = $"entente-8751={Uri.EscapeDataString(Token)}";
        rules.HasToken(context.Request).ShouldBeFalse();
        context.Request.Headers.Cookie = $"entente-8750={Uri.EscapeDataString(Token)}";
        rules.HasToken(context.Request).ShouldBeTrue();
    }

    private static Hosting.WebOptions Elsewhere(Hosting.WebOptions options) => options with { Address = "0.0.0.0", Token = Token };

    private static HttpClient Client(Hosting.WebServer server) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{server.Address.Port}") };

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
