namespace Entente.Web.Tests.Safety;

/// <summary>A name of another site that points to this machine (DNS rebinding) gets nothing.</summary>
public sealed class HostTests
{
    [Theory]
    [InlineData("attacker.example")]
    [InlineData("attacker.example:8750")]
    [InlineData("localhost.attacker.example")]
    [InlineData("127.0.0.1.attacker.example")]
    [InlineData("169.254.169.254")]
    [InlineData("desk.example.attacker.example")]
    public async Task Another_name_is_refused(string host)
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), options => options with { Hosts = ["desk.example"] });
        var answer = await RawExchange.Whole(server.Address, $"GET /api/v1/echo?word=a HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 421 ");
        answer.ShouldContain("is not a name of this server");
        answer.ShouldNotContain("entente.echo");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("127.0.0.1:8750")]
    [InlineData("[::1]:8750")]
    [InlineData("desk.example")]
    public async Task Its_own_names_are_served(string host)
    {
        await using var server = await StandInDesk.Serve(new StandInDesk(), options => options with { Hosts = ["desk.example"] });
        (await RawExchange.Whole(server.Address, $"GET /api/v1/echo?word=a HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).ShouldContain("entente.echo");
    }

    [Fact]
    public async Task No_name_is_refused()
    {
        await using var server = await StandInDesk.Serve(new StandInDesk());
        (await RawExchange.Whole(server.Address, "GET /api/v1/echo?word=a HTTP/1.1\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 400 ");
        (await RawExchange.Whole(server.Address, "GET /api/v1/echo?word=a HTTP/1.0\r\n\r\n")).ShouldStartWith("HTTP/1.1 421 ");
    }
}
