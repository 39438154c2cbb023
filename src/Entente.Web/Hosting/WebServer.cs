using System.Net;
using System.Security.Cryptography;
using Entente.Web.Answers;
using Entente.Web.Description;
using Entente.Web.Files;
using Entente.Web.Pages;
using Entente.Web.Questions;
using Entente.Web.Safety;
using Entente.Web.Telemetry;
using Entente.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Entente.Web.Hosting;

/// <summary>The pages and their API, served by Kestrel until they are stopped.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebServer(WebApplication application, string token) => (_application, Token) = (application, token);

    /// <summary>The token of this server.</summary>
    public string Token { get; }

    /// <summary>Where it listens: <c>http://127.0.0.1:8750</c>.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts to listen.</summary>
    /// <param name="desk">Who answers.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="InvalidInputException">The address is none, or the port is taken.</exception>
    public static async Task<WebServer> Start(IQuestionDesk desk, WebOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(options);
        if (!IPAddress.TryParse(options.Address, out var address)) throw new InvalidInputException($"'{options.Address}' is no address to listen on; give one like 127.0.0.1 or ::1.");
        var token = options.Token ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            RequestLimits.Set(kestrel.Limits, options);
            kestrel.Listen(address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        DescriptionEndpoints.Add(builder.Services, desk);
        RequestLimits.Add(builder.Services, options);
        TelemetrySetup.Add(builder.Services, desk.Version);
        builder.Services.AddSingleton<QuestionMeter>();
        builder.Services.AddSingleton(_ => new WorkPlaces(options.MostAtWork));
        var application = builder.Build();
        var (meter, places) = (application.Services.GetRequiredService<QuestionMeter>(), application.Services.GetRequiredService<WorkPlaces>());
        desk = new MeasuredDesk(desk, meter);
        var answers = new AnswerStore(desk, options.MostAnswerBytes);
        meter.Watch(answers);
        application.UseMiddleware<ErrorSentences>();
        application.UseMiddleware<RequestGate>(new GateRules(options, token));
        application.UseRateLimiter();
        application.UseRouting();
        QuestionEndpoints.Map(application, desk, answers, places, meter);
        FileEndpoints.Map(application, desk, places);
        DescriptionEndpoints.Map(application);
        ReferencePage.Map(application);
        TelemetrySetup.Map(application);
        var pages = new PageFiles(typeof(WebServer).Assembly);
        HealthEndpoint.Map(application, desk, answers, pages);
        PageEndpoints.Map(application, pages, desk);
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException taken)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw new InvalidInputException($"{options.Address}:{options.Port} cannot be listened on ({taken.Message.TrimEnd('.')}); choose another port with --port N, or 0 for a free one.");
        }

        return new WebServer(application, token);
    }

    /// <summary>Waits until it is stopped.</summary>
    public Task Wait(CancellationToken cancellation) => HostingAbstractionsHostExtensions.WaitForShutdownAsync(_application, cancellation);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
