using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Entente.Web.Tests.Jobs;

/// <summary>Questions about jobs that are done: what the command line asks of the folder of a run.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class JobParameterTests(ServedDesk desk)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_jobs_are_compared_and_no_place_is_told()
    {
        var (first, second) = (await DeskJobs.Assessed(desk, "status-quo"), await DeskJobs.Assessed(desk, "reverse-kissinger"));
        var (status, diff) = await DeskJobs.Get(desk, $"api/v1/diff?first={first}&second={second}&draws=100");
        status.ShouldBe(HttpStatusCode.OK, diff.ToString());
        diff.GetProperty("schema").GetString().ShouldBe("entente.run-diff/1");
        diff.GetProperty("first").GetString().ShouldBe(first);
        diff.GetProperty("second").GetString().ShouldBe(second);
        diff.GetProperty("first_draws").GetInt32().ShouldBe(DeskJobs.Draws);
        diff.GetProperty("inputs").GetArrayLength().ShouldBeGreaterThan(0);
        diff.GetProperty("traced").GetProperty("draws").GetInt32().ShouldBe(100);
        var sources = diff.GetProperty("provenance").GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("key").GetString()).ToList();
        sources.ShouldContain("baci");
        diff.ToString().ShouldNotContain(desk.Workspace);
    }

    [Fact]
    public async Task A_job_is_explained_and_asked_for_its_questions_as_its_strategy_would_be()
    {
        var job = await DeskJobs.Assessed(desk, "status-quo");
        var (_, list) = await DeskJobs.Get(desk, $"api/v1/explain?job={job}");
        var (_, drawn) = await DeskJobs.Get(desk, $"api/v1/explain?strategy=status-quo&draws={DeskJobs.Draws}");
        list.ToString().ShouldBe(drawn.ToString());
        var (status, questions) = await DeskJobs.Get(desk, $"api/v1/questions?job={job}");
        status.ShouldBe(HttpStatusCode.OK, questions.ToString());
        questions.GetProperty("strategy").GetString().ShouldBe("status-quo");
    }

    [Fact]
    public async Task A_brief_says_what_changed_since_a_job()
    {
        var job = await DeskJobs.Assessed(desk, "status-quo");
        using var answer = await desk.Reader.GetAsync(new Uri($"api/v1/files/brief?subject=status-quo&draws=200&earlier={job}&format=html", UriKind.Relative), Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        page.ShouldContain("What changed");
        page.ShouldNotContain(desk.Workspace);
    }

    [Theory]
    [MemberData(nameof(Safety.TraversalTests.Names), MemberType = typeof(Safety.TraversalTests))]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcdef0")]
    [InlineData("0123456789abcdef/../../secret")]
    [InlineData("jobs")]
    public async Task What_is_no_id_of_a_job_is_refused(string name)
    {
        foreach (var address in new[] { $"diff?second=0123456789abcdef&first={Uri.EscapeDataString(name)}", $"explain?job={Uri.EscapeDataString(name)}", $"questions?job={Uri.EscapeDataString(name)}", $"files/brief?subject=status-quo&format=html&earlier={Uri.EscapeDataString(name)}" })
        {
            using var answer = await desk.Reader.GetAsync(new Uri($"api/v1/{address}", UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain(name.Contains('\0', StringComparison.Ordinal) ? "holds a character that no text has" : "takes the id of a job", customMessage: address);
        }
    }

    [Fact]
    public async Task A_folder_of_jobs_that_leads_out_of_the_workspace_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "makes a link");
        using var outside = new WebFolder();
        using var folder = new WebFolder();
        var stub = new StubDesk();
        await using var server = await StubServer.Start(stub, folder.Path);
        var id = (await server.Ask("kept", "a")).GetProperty("id").GetString()!;
        stub.Let(1);
        await server.Until(id, "done");
        (await server.Reader.GetAsync(new Uri($"api/v1/about?job={id}", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Directory.Delete(folder.In($"jobs/{id}/run"), recursive: true);
        Directory.CreateSymbolicLink(folder.In($"jobs/{id}/run"), outside.Path);
        using var answer = await server.Reader.GetAsync(new Uri($"api/v1/about?job={id}&x=again", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("leads out of the workspace");
    }

    [Fact]
    public async Task A_job_that_is_not_there_not_done_or_without_draws_is_refused_in_a_sentence()
    {
        using var folder = new WebFolder();
        var stub = new StubDesk();
        await using var server = await StubServer.Start(stub, folder.Path);
        (await Refused(server, "0123456789abcdef")).ShouldContain("There is no job '0123456789abcdef'");
        var kept = (await server.Ask("kept", "a")).GetProperty("id").GetString()!;
        await server.Until(kept, "running");
        (await Refused(server, kept)).ShouldContain("can be read when it is done");
        using (var job = await server.Owner.PostAsJsonAsync(new Uri("api/v1/jobs", UriKind.Relative), new { question = "about", parameters = new { job = kept } }, Stop)) job.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        stub.Let(2);
        await server.Until(kept, "done");
        var slow = (await server.Ask("slow", "a")).GetProperty("id").GetString()!;
        await server.Until(slow, "done");
        (await Refused(server, slow)).ShouldContain("keeps no draws");
    }

    [Fact]
    public async Task One_of_a_document_and_a_job_must_be_named()
    {
        (await DeskJobs.Get(desk, "api/v1/explain")).Json.GetProperty("detail").GetString()!.ShouldContain("or job");
        var both = await DeskJobs.Get(desk, "api/v1/explain?strategy=status-quo&job=0123456789abcdef");
        both.Status.ShouldBe(HttpStatusCode.BadRequest);
        both.Json.GetProperty("detail").GetString()!.ShouldContain("not both");
    }

    [Fact]
    public async Task A_comparison_can_be_a_job_itself()
    {
        var (first, second) = (await DeskJobs.Assessed(desk, "status-quo"), await DeskJobs.Assessed(desk, "reverse-kissinger"));
        using var asked = await desk.Owner.PostAsJsonAsync(new Uri("api/v1/jobs", UriKind.Relative), new { question = "diff", parameters = new { first, second, draws = 100 } }, Stop);
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString();
        while (true)
        {
            var (status, answer) = await DeskJobs.Get(desk, $"api/v1/jobs/{id}/answer");
            if (status == HttpStatusCode.OK)
            {
                answer.GetProperty("first").GetString().ShouldBe(first);
                return;
            }

            status.ShouldBe(HttpStatusCode.Conflict);
            (await DeskJobs.Get(desk, $"api/v1/jobs/{id}")).Json.GetProperty("state").GetString().ShouldBeOneOf("waiting", "running", "done");
            await Task.Delay(20, Stop);
        }
    }

    private static async Task<string> Refused(StubServer server, string id)
    {
        using var answer = await server.Reader.GetAsync(new Uri($"api/v1/about?job={id}", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await answer.Content.ReadAsStringAsync(Stop)).Replace("\\u0027", "'", StringComparison.Ordinal);
    }
}
