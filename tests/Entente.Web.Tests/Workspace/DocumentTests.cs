using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Net.Http.Json;

namespace Entente.Web.Tests.Workspace;

/// <summary>Documents of one's own beside those that are shipped.</summary>
public sealed class DocumentTests
{
    private const string Mine = "api/v1/documents/strategies/mine";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> Put(HttpClient client, string address, string text, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(text, Encoding.UTF8, "application/yaml") };
        if (ifMatch is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        return await client.SendAsync(request, Stop);
    }

    private static async Task<string> Sentence(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString()!;

    [Fact]
    public async Task A_document_is_made_read_replaced_and_deleted_and_never_overwritten_unseen()
    {
        using var folder = new WebFolder();
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        using var made = await Put(server.Owner, Mine, "title: one");
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var first = made.Headers.ETag!.Tag;
        (await File.ReadAllTextAsync(folder.In("strategies/mine.yaml"), Stop)).ShouldBe("title: one");

        using var unseen = await Put(server.Owner, Mine, "title: two");
        unseen.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Sentence(unseen)).ShouldContain("read it again");
        using var replaced = await Put(server.Owner, Mine, "title: two", first);
        replaced.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var late = await Put(server.Owner, Mine, "title: three", first);
        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        using var read = await server.Reader.GetAsync(Mine, Stop);
        (await read.Content.ReadAsStringAsync(Stop)).ShouldBe("title: two");
        read.Headers.GetValues("Entente-From").ShouldBe(["own"]);
        read.Headers.ETag.ShouldBe(replaced.Headers.ETag);
        var list = await server.Reader.GetFromJsonAsync<JsonElement>("api/v1/documents/strategies", Stop);
        list.GetProperty("documents").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("from")}").ShouldBe(["mine own", "shipped shipped"]);

        using (var deleted = await server.Owner.DeleteAsync(Mine, Stop)) deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await server.Reader.GetAsync(Mine, Stop);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nowhere = await Put(server.Owner, Mine, "title: four", first);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        Directory.GetFiles(folder.In("strategies")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("api/v1/documents/strategies/mine", "this is wrong", HttpStatusCode.BadRequest, "line 1, column 1")]
    [InlineData("api/v1/documents/strategies/shipped", "title: x", HttpStatusCode.BadRequest, "is shipped with the program")]
    [InlineData("api/v1/documents/strategies/..%2fmine", "title: x", HttpStatusCode.BadRequest, "is named by letters")]
    [InlineData("api/v1/documents/strategies/.lock", "title: x", HttpStatusCode.BadRequest, "is named by letters")]
    [InlineData("api/v1/documents/jobs/mine", "title: x", HttpStatusCode.BadRequest, "no documents of the kind 'jobs'")]
    [InlineData("api/v1/documents/strategies/mine", "", HttpStatusCode.BadRequest, "empty")]
    public async Task What_may_not_be_saved_is_refused_and_nothing_is_written(string address, string text, HttpStatusCode status, string says)
    {
        using var folder = new WebFolder();
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        using var answer = await Put(server.Owner, address, text);
        answer.StatusCode.ShouldBe(status);
        (await Sentence(answer)).ShouldContain(says);
        Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).ShouldBe([".lock"]);
    }

    [Fact]
    public async Task A_text_of_more_than_a_megabyte_is_refused()
    {
        using var folder = new WebFolder();
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        using var answer = await Put(server.Owner, Mine, new string('x', (1 << 20) + 1));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Directory.Exists(folder.In("strategies")).ShouldBeFalse();
    }

    [Fact]
    public async Task Links_that_lead_out_are_neither_read_nor_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "makes links");
        using var folder = new WebFolder();
        using var outside = new WebFolder();
        await File.WriteAllTextAsync(outside.In("secret.yaml"), "title: secret", Stop);
        Directory.CreateDirectory(folder.In("strategies"));
        File.CreateSymbolicLink(folder.In("strategies/mine.yaml"), outside.In("secret.yaml"));
        await using var server = await StubServer.Start(new StubDesk(), folder.Path);
        using (var read = await server.Reader.GetAsync(Mine, Stop)) (await Sentence(read)).ShouldContain("leads out of the workspace");
        using (var written = await Put(server.Owner, Mine, "title: x", "\"any\"")) (await Sentence(written)).ShouldContain("leads out of the workspace");
        using (var deleted = await server.Owner.DeleteAsync(Mine, Stop)) (await Sentence(deleted)).ShouldContain("leads out of the workspace");
        Directory.Delete(folder.In("strategies"), recursive: true);
        Directory.CreateSymbolicLink(folder.In("strategies"), outside.Path);
        using (var read = await server.Reader.GetAsync("api/v1/documents/strategies/secret", Stop)) (await Sentence(read)).ShouldContain("leads out of the workspace");
        using (var asked = await server.Reader.GetAsync("api/v1/slow?strategy=secret", Stop)) (await Sentence(asked)).ShouldContain("leads out of the workspace");
        (await File.ReadAllTextAsync(outside.In("secret.yaml"), Stop)).ShouldBe("title: secret");
    }

    [Fact]
    public async Task An_answer_about_a_document_of_ones_own_goes_by_what_it_says_now()
    {
        using var folder = new WebFolder();
        var desk = new StubDesk();
        await using var server = await StubServer.Start(desk, folder.Path);
        using var made = await Put(server.Owner, Mine, "title: one");
        desk.Let(2);
        var one = await server.Reader.GetStringAsync("api/v1/slow?strategy=mine", Stop);
        one.ShouldContain("title: one");
        using var replaced = await Put(server.Owner, Mine, "title: two", made.Headers.ETag!.Tag);
        (await server.Reader.GetStringAsync("api/v1/slow?strategy=mine", Stop)).ShouldContain("title: two");
        desk.Asked.ShouldBe(2);
    }
}
