using System.Reflection;
using System.Text;

namespace Entente.Web.Tests.Safety;

/// <summary>Every response keeps its page to itself, and no page fetches anything from another server.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class PolicyTests(ServedDesk desk)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dyad")]
    [InlineData("/nothing.js")]
    [InlineData("/api/health")]
    [InlineData("/api/nothing")]
    [InlineData("/api/v1/state?state=RUS")]
    [InlineData("/api/v1/state")]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/reference")]
    [InlineData("/api/v1/files/chart/align?format=svg&party=RUS&party=CHN")]
    public async Task Every_response_says_what_may_be_done_with_it(string address)
    {
        using var answer = await desk.Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldContain("frame-ancestors");
        policy.ShouldNotContain("unsafe-eval");
        policy.Split(';').Single(part => part.Trim().StartsWith("script-src", StringComparison.Ordinal) || part.Trim().StartsWith("sandbox", StringComparison.Ordinal)).ShouldNotContain("unsafe-inline");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public void No_page_fetches_from_another_server()
    {
        var assembly = typeof(Hosting.WebServer).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("pages/", StringComparison.Ordinal) && Path.GetExtension(name) is ".html" or ".css" or ".js" or ".svg" or ".webmanifest"))
        {
            FetchedAddresses.In(Text(assembly, name)).ShouldBeEmpty(name);
        }
    }

    [Theory]
    [InlineData("<script src=\"https://cdn.example/a.js\">", "https://cdn.example/a.js")]
    [InlineData("<link rel=stylesheet href='//fonts.example/css'>", "//fonts.example/css")]
    [InlineData("a{background:url(http://images.example/a.png)}", "http://images.example/a.png")]
    [InlineData("fetch(`https://api.example/v1`)", "https://api.example/v1")]
    [InlineData("import(\"https://cdn.example/a.js\")", "https://cdn.example/a.js")]
    public void What_would_be_fetched_is_found(string text, string address) => FetchedAddresses.In(text).ShouldBe([address]);

    [Fact]
    public void A_link_to_be_followed_is_no_fetch() => FetchedAddresses.In("<a href=\"https://digitallibrary.un.org\">source</a> <svg xmlns=\"http://www.w3.org/2000/svg\">").ShouldBeEmpty();

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
