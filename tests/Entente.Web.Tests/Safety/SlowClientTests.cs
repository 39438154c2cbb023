namespace Entente.Web.Tests.Safety;

/// <summary>Whoever sends by drops is let go, and keeps nobody else from being served.</summary>
public sealed class SlowClientTests : IAsyncLifetime
{
    private readonly StandInDesk _desk = new();
    private Hosting.WebServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await StandInDesk.Serve(_desk, options => options with { Patience = TimeSpan.FromSeconds(1.5) });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("GET /api/v1/echo?word=a HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{")]
    public async Task A_request_that_does_not_end_is_cut_off(string beginning)
    {
        using var slow = await RawExchange.Open(_server.Address);
        await slow.Send(beginning);
        var rest = slow.ReadToEnd();

        using var client = new HttpClient { BaseAddress = _server.Address };
        (await client.GetStringAsync(new Uri("/api/v1/echo?word=others", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("others");

        var said = await rest;
        if (said.Length > 0) said.ShouldStartWith("HTTP/1.1 408 ");
        _desk.Asked.ShouldBe(1);
    }
}
