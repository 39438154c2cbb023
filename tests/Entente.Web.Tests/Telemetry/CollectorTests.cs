using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Entente.Web.Tests.Telemetry;

/// <summary>What goes to a collector by OTLP where one is named, and that nothing goes anywhere where none is.</summary>
public sealed class CollectorTests : IAsyncLifetime
{
    private static readonly (string, string) Protocol = ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    private readonly ConcurrentQueue<(string Path, string Type, string Text)> _sent = new();
    private WebApplication _collector = null!;

    private string Address => _collector.Urls.First();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);

            // Texts stand in protobuf as they are.
            _sent.Enqueue((context.Request.Path, context.Request.ContentType ?? string.Empty, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.ContentType = "application/x-protobuf";
        });
        await _collector.StartAsync(Stop);
    }

    public ValueTask DisposeAsync() => _collector.DisposeAsync();

    [Fact]
    public async Task A_collector_that_is_named_gets_traces_and_metrics_of_a_question()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ends the server by a signal");
        await Ask(("OTEL_EXPORTER_OTLP_ENDPOINT", Address), Protocol);
        _sent.ShouldAllBe(sent => sent.Type == "application/x-protobuf");
        var (traces, metrics) = (Of("/v1/traces"), Of("/v1/metrics"));
        foreach (var part in new[] { "service.name", "entente", "data/list", "/api/v1/data/list" }) traces.ShouldContain(part, Case.Sensitive);
        foreach (var part in new[] { "entente.questions", "entente.question.duration", "data/list", "answered", "http.server.request.duration" }) metrics.ShouldContain(part, Case.Sensitive);
    }

    [Fact]
    public async Task What_was_asked_is_no_part_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ends the server by a signal");
        await Ask(("OTEL_EXPORTER_OTLP_ENDPOINT", Address), Protocol);
        foreach (var (_, _, text) in _sent)
        {
            text.ShouldNotContain("SECRET");
            text.ShouldNotContain("token-of-the-test");
        }
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_sent_whatever_else_is_set()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ends the server by a signal");
        await Ask(("OTEL_EXPORTER_OTLP_ENDPOINT", string.Empty), ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{Address}/v1/traces"), ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", $"{Address}/v1/metrics"), Protocol);
        _sent.ShouldBeEmpty();
    }

    /// <summary>Asks a server with these settings, and lets it end: what it has to send is sent by then.</summary>
    private static async Task Ask(params (string Name, string Value)[] environment)
    {
        using var folder = new WebFolder();
        using var server = await ServedProcess.Start(folder.Path, environment);
        (await server.Client.GetStringAsync("api/v1/data/list", Stop)).ShouldNotBeEmpty();
        using (await server.Client.GetAsync("api/v1/query?sql=SELECT%20'SECRET'%20AS%20a", Stop)) { }
        (await server.Terminate()).ShouldBe(0);
    }

    private string Of(string path) => string.Concat(_sent.Where(sent => sent.Path == path).Select(sent => sent.Text));
}
