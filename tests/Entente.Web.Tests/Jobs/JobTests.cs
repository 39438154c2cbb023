using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Entente.Web.Jobs;
using Entente.World;

namespace Entente.Web.Tests.Jobs;

/// <summary>Long work that is asked, followed, stopped and taken up again.</summary>
public sealed class JobTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    [Fact]
    public async Task A_job_is_computed_and_its_answer_kept()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        var id = Text(await server.Ask("slow", "a"), "id");
        var running = await server.Until(id, "running");
        Text(running, "command_line").ShouldBe("entente slow a");
        using var early = await server.Reader.GetAsync($"api/v1/jobs/{id}/answer", Stop);
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        desk.Let(1);
        var done = await server.Until(id, "done");
        done.GetProperty("progress").GetProperty("total").GetDouble().ShouldBe(2);
        using var answer = await server.Reader.GetAsync(Text(done, "answer"), Stop);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("{\"x\":\"a\"}");
        using var again = new HttpRequestMessage(HttpMethod.Get, Text(done, "answer"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await server.Reader.SendAsync(again, Stop);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_same_call_is_the_same_job_until_the_data_change()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        var id = Text(await server.Ask("slow", "a"), "id");
        Text(await server.Ask("slow", "a"), "id").ShouldBe(id);
        var other = Text(await server.Ask("slow", "b"), "id");
        other.ShouldNotBe(id);
        await server.Until(id, "running");
        Text(await server.Job(other), "state").ShouldBe("waiting");
        desk.Asked.ShouldBe(1);
        desk.Let(2);
        await server.Until(other, "done");
        Text(await server.Ask("slow", "a"), "id").ShouldBe(id);
        desk.Now = "second";
        Text(await server.Ask("slow", "a"), "id").ShouldNotBe(id);
    }

    [Fact]
    public async Task A_stopped_job_frees_the_place_and_goes_on_when_asked()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        var (first, second) = (Text(await server.Ask("slow", "a"), "id"), Text(await server.Ask("slow", "b"), "id"));
        await server.Until(first, "running");
        using (var stopped = await server.Owner.DeleteAsync($"api/v1/jobs/{first}", Stop)) stopped.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await server.Until(first, "stopped");
        await server.Until(second, "running");
        using (var forgotten = await server.Owner.PostAsync($"api/v1/jobs/{second}/forget", null, Stop)) forgotten.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using (var resumed = await server.Owner.PostAsync($"api/v1/jobs/{first}/resume", null, Stop)) resumed.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        desk.Let(2);
        await server.Until(first, "done");
        using (var forgotten = await server.Owner.PostAsync($"api/v1/jobs/{first}/forget", null, Stop)) forgotten.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await server.Reader.GetAsync($"api/v1/jobs/{first}", Stop);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory.Exists(folder.In($"jobs/{first}")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_that_fails_says_why()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        var id = Text(await server.Ask("slow", "bad"), "id");
        desk.Let(1);
        var failed = await server.Until(id, "failed");
        Text(failed, "error").ShouldBe("That was wrong.");
        failed.GetProperty("exit_code").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task What_was_under_way_when_the_server_ended_goes_on_and_damage_is_told()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        string running, waiting, stopped;
        await using (var server = await StubServer.Start(desk, folder.Path))
        {
            stopped = Text(await server.Ask("slow", "c"), "id");
            running = Text(await server.Ask("slow", "a"), "id");
            waiting = Text(await server.Ask("slow", "b"), "id");
            using var stop = await server.Owner.DeleteAsync($"api/v1/jobs/{stopped}", Stop);
            await server.Until(running, "running");
        }

        Directory.CreateDirectory(folder.In("jobs/0123456789abcdef"));
        await File.WriteAllTextAsync(folder.In("jobs/0123456789abcdef/job.json"), "{\"schema\":\"enten", Stop);
        desk.Let(2);
        await using var next = await StubServer.Start(desk, folder.Path);
        await next.Until(running, "done");
        await next.Until(waiting, "done");
        Text(await next.Job(stopped), "state").ShouldBe("stopped");
        var list = await next.Reader.GetFromJsonAsync<JsonElement>("api/v1/jobs", Stop);
        list.GetProperty("jobs").EnumerateArray().Select(job => Text(job, "id")).ShouldBe([waiting, running, stopped]);
        Text(list.GetProperty("damaged")[0], "error").ShouldContain("0123456789abcdef is damaged");
        using (var forgotten = await next.Owner.PostAsync("api/v1/jobs/0123456789abcdef/forget", null, Stop)) forgotten.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Directory.Exists(folder.In("jobs/0123456789abcdef")).ShouldBeFalse();
    }

    [Fact]
    public async Task Work_that_was_kept_is_not_continued_on_other_data()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        string kept, fresh;
        await using (var server = await StubServer.Start(desk, folder.Path))
        {
            (kept, fresh) = (Text(await server.Ask("kept", "a"), "id"), Text(await server.Ask("kept", "b"), "id"));
            await server.Until(kept, "running");
            while (desk.Asked == 0) await Task.Delay(5, Stop);
        }

        desk.Now = "second";
        desk.Let(1);
        await using var next = await StubServer.Start(desk, folder.Path);
        Text(await next.Until(kept, "failed"), "error").ShouldContain("ask again");
        Text(await next.Until(fresh, "done"), "edition").ShouldBe("second");
    }

    [Fact]
    public async Task The_file_of_a_job_is_made_of_the_work_that_it_kept()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        var id = Text(await server.Ask("kept", "a"), "id");
        using (var early = await server.Reader.GetAsync($"api/v1/jobs/{id}/file?format=html", Stop)) early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        desk.Let(1);
        await server.Until(id, "done");
        using (var other = await server.Reader.GetAsync($"api/v1/jobs/{id}/file?format=exe", Stop)) other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var file = await server.Reader.GetAsync($"api/v1/jobs/{id}/file?format=html", Stop);
        (await file.Content.ReadAsStringAsync(Stop)).ShouldBe("<p>True</p>");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("kept.html");
        Directory.GetFiles(folder.In($"jobs/{id}")).Select(Path.GetFileName).ShouldBe(["answer.html", "answer.json", "job.json"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{\"question\": \"slow\", \"parameters\": {\"draws\": 100001}}", "at most 100,000")]
    [InlineData("{\"question\": \"slow\", \"parameters\": {\"draws\": \"0..99\"}}", "whole number")]
    [InlineData("{\"question\": \"slow\", \"parameters\": {\"colour\": \"red\"}}", "takes no parameter 'colour'")]
    [InlineData("{\"question\": \"nothing\"}", "There is no question 'nothing'")]
    [InlineData("{\"question\": \"file\"}", "no answer to keep")]
    [InlineData("{\"query\": \"slow\"}", "'question', the name of a question")]
    [InlineData("{\"question\": \"slow\", \"x\": 1}", "not 'x'")]
    [InlineData("{\"question\": ", "no JSON")]
    public async Task What_is_no_job_is_refused_with_a_sentence(string body, string says)
    {
        using var folder = new WebFolder();
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Owner.PostAsync("api/v1/jobs", content, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Stop), "detail").ShouldContain(says);
    }

    [Theory]
    [InlineData("POST", "api/v1/jobs")]
    [InlineData("DELETE", "api/v1/jobs/0123456789abcdef")]
    [InlineData("POST", "api/v1/jobs/0123456789abcdef/resume")]
    [InlineData("POST", "api/v1/jobs/0123456789abcdef/forget")]
    [InlineData("PUT", "api/v1/documents/strategies/mine")]
    [InlineData("DELETE", "api/v1/documents/strategies/mine")]
    public async Task Nothing_changes_without_the_token(string method, string address)
    {
        using var folder = new WebFolder();
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = JsonContent.Create(new { question = "slow" }) };
        using var answer = await server.Reader.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void The_oldest_that_is_over_makes_room_and_a_full_book_takes_no_more()
    {
        using var folder = new WebFolder();
        using var workspace = Entente.Web.Workspace.WorkspaceFolder.Take(folder.Path);
        var desk = new StubDesk();
        var book = new JobBook(workspace, desk.Questions, new JobLimits(MostKept: 2), TimeProvider.System);
        Job Ask(string x) => book.Ask(Entente.Web.Questions.CallReader.Read(desk.Questions[0], [KeyValuePair.Create("x", x)]), "e").Job;
        var (a, b) = (Ask("a"), Ask("b"));
        Should.Throw<TooManyJobsException>(() => Ask("c")).Message.ShouldContain("2 jobs wait");
        book.Change(b, record => record with { State = JobState.Failed, Error = "no", Finished = record.Created });
        var c = Ask("c");
        book.All().ShouldBe([c, a], ignoreOrder: true);
        Directory.Exists(book.Place(b.Id, ".")).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_servers_do_not_share_a_workspace()
    {
        using var folder = new WebFolder();
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        (await Should.ThrowAsync<InvalidInputException>(() => StubServer.Start(new StubDesk(), folder.Path))).Message.ShouldContain("Another 'entente serve' has the workspace");
    }
}
