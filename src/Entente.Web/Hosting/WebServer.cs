using System.Net;
using System.Security.Cryptography;
using Entente.Web.Answers;
using Entente.Web.Description;
using Entente.Web.Files;
using Entente.Web.Jobs;
using Entente.Web.Pages;
using Entente.Web.Questions;
using Entente.Web.Safety;
using Entente.Web.Telemetry;
using Entente.Web.Workspace;
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

    private readonly JobRunner _jobs;
    private readonly WorkspaceFolder _workspace;
    private readonly CancellationTokenSource _ends;

    private WebServer(WebApplication application, string token, JobRunner jobs, WorkspaceFolder workspace, CancellationTokenSource ends) =>
        (_application, Token, _jobs, _workspace, _ends) = (application, token, jobs, workspace, ends);

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
        TelemetrySetup.Add(builder.Services, builder.Configuration, desk.Version);
        builder.Services.AddSingleton<QuestionMeter>();
        builder.Services.AddSingleton(_ => new WorkPlaces(options.MostAtWork));
        var workspace = WorkspaceFolder.Take(options.Workspace);
        var documents = new OwnDocuments(workspace, desk.Documents);
        builder.Services.AddSingleton(documents);
        var application = builder.Build();
        var rules = new GateRules(options, token);
        var (meter, places) = (application.Services.GetRequiredService<QuestionMeter>(), application.Services.GetRequiredService<WorkPlaces>());
        var book = new JobBook(workspace, desk.Questions, new JobLimits(), TimeProvider.System);
        desk = new MeasuredDesk(new JobReadingDesk(desk, book), meter);
        var answers = new AnswerStore(desk, options.MostAnswerBytes);
        meter.Watch(answers);
        application.UseMiddleware<ErrorSentences>();
        application.UseMiddleware<RequestGate>(rules);
        application.UseRateLimiter();
        application.UseRouting();
        var ends = new CancellationTokenSource();
        var jobs = new JobRunner(book, desk, TimeProvider.System);
        QuestionEndpoints.Map(application, desk, answers, places, meter);
        FileEndpoints.Map(application, desk, places);
        DocumentEndpoints.Map(application, documents, rules);
        new JobEndpoints(book, jobs, desk, documents, ends.Token).Map(application, rules);
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
            await jobs.DisposeAsync().ConfigureAwait(false);
            workspace.Dispose();
            ends.Dispose();
            throw new InvalidInputException($"{options.Address}:{options.Port} cannot be listened on ({taken.Message.TrimEnd('.')}); choose another port with --port N, or 0 for a free one.");
        }

        return new WebServer(application, token, jobs, workspace, ends);
    }

    /// <summary>Waits until it is stopped.</summary>
    public Task Wait(CancellationToken cancellation) => HostingAbstractionsHostExtensions.WaitForShutdownAsync(_application, cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Readers who follow a job are let go first, else the server would wait for them.
        await _ends.CancelAsync().ConfigureAwait(false);
        await _jobs.DisposeAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _workspace.Dispose();
        _ends.Dispose();
    }
}
