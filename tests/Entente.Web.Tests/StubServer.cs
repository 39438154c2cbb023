using System.Net.Http.Json;
using System.Text.Json;
using Entente.Web.Hosting;
using Entente.Web.Questions;

namespace Entente.Web.Tests;

/// <summary>A server on a desk of the tests, with a workspace that may outlive it.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebServer _server;

    private StubServer(WebServer server)
    {
        _server = server;
        Owner = new HttpClient { BaseAddress = server.Address };
        Owner.DefaultRequestHeaders.Authorization = new("Bearer", server.Token);
        Reader = new HttpClient { BaseAddress = server.Address };
    }

    /// <summary>Calls with the token.</summary>
    public HttpClient Owner { get; }

    /// <summary>Calls without it.</summary>
    public HttpClient Reader { get; }

    public static async Task<StubServer> Start(IQuestionDesk desk, string workspace) => new(await WebServer.Start(desk, new WebOptions { Port = 0, Workspace = workspace }, TestContext.Current.CancellationToken));

    /// <summary>Asks for a job.</summary>
    public async Task<JsonElement> Ask(string question, string x)
    {
        using var answer = await Owner.PostAsJsonAsync("api/v1/jobs", new { question, parameters = new { x } }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>A job now.</summary>
    public Task<JsonElement> Job(string id) => Reader.GetFromJsonAsync<JsonElement>($"api/v1/jobs/{id}", TestContext.Current.CancellationToken);

    /// <summary>Waits until a job is in a state.</summary>
    public async Task<JsonElement> Until(string id, string state)
    {
        while (true)
        {
            var job = await Job(id);
            if (job.GetProperty("state").GetString() == state) return job;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        Reader.Dispose();
        await _server.DisposeAsync();
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class WebFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-web-");

    public string Path => _folder.FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
