using System.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Entente.Web.Telemetry;

/// <summary>Metrics and traces: to be read here as text, and sent to a collector only where one is named.</summary>
internal static class TelemetrySetup
{
    /// <summary>Where metrics are read.</summary>
    public const string Path = "/api/metrics";

    /// <summary>The variable that names a collector; without it nothing leaves the program.</summary>
    public const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Prefix = "OTEL_";

    public static void Add(IServiceCollection services, IConfigurationBuilder configuration, string version)
    {
        // The exporters read their settings (address, protocol, headers, intervals) from the configuration of the host, which is empty here.
        configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value)).Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal)));
        var text = new TextMetrics();
        services.AddSingleton(_ => text);
        var sends = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(CollectorVariable));
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("entente", serviceVersion: version))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(QuestionMeter.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();

                // The reader owns the exporter, and is disposed with the provider.
                metrics.AddReader(new BaseExportingMetricReader(text) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative });
                if (sends) metrics.AddOtlpExporter();
            });
        if (!sends) return;

        // Traces are made only where they go somewhere; the text of a query or an article is no part of them.
        telemetry.WithTracing(traces => traces.AddSource(QuestionMeter.Name).AddAspNetCoreInstrumentation().AddOtlpExporter());
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var text = routes.ServiceProvider.GetRequiredService<TextMetrics>();
        routes.MapGet(Path, context =>
        {
            context.Response.ContentType = TextMetrics.MediaType;
            context.Response.Headers.CacheControl = "no-store";
            return context.Response.WriteAsync(text.Read(), context.RequestAborted);
        }).WithDisplayName("metrics");
    }
}
