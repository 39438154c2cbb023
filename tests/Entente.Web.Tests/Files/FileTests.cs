using System.Net;
using System.Net.Http.Json;
using System.Text;
using Entente.Web.Files;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Files;

/// <summary>Answers as files: the bytes of the command line, with a name and a tag.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class FileTests(ServedDesk desk)
{
    [Theory]
    [InlineData("chart/align?format=svg&party=RUS&party=CHN&since=2015", "image/svg+xml", "chart-align-RUS-CHN.svg", "<svg")]
    [InlineData("chart/align?format=svg&party=RUS&party=CHN&since=2015&dark=true&width=400", "image/svg+xml", "chart-align-RUS-CHN.svg", "<svg")]
    [InlineData("chart/align?format=csv&party=RUS&party=CHN&since=2015", "text/csv", "chart-align-RUS-CHN.csv", "")]
    [InlineData("chart/align?format=png&party=RUS&party=CHN&since=2015", "image/png", "chart-align-RUS-CHN.png", "\u0089PNG")]
    [InlineData("chart/align?format=parquet&party=RUS&party=CHN&since=2015", "application/vnd.apache.parquet", "chart-align-RUS-CHN.parquet", "PAR1")]
    [InlineData("chart/align?format=arrow&party=RUS&party=CHN&since=2015", "application/vnd.apache.arrow.file", "chart-align-RUS-CHN.arrow", "ARROW1")]
    [InlineData("query?format=csv&sql=SELECT 1 AS one", "text/csv", "query-SELECT-1-AS-one.csv", "one")]
    [InlineData("check?format=html&claims=reverse-kissinger", "text/html", "check-reverse-kissinger.html", "<!doctype html>")]
    public async Task An_answer_can_be_had_as_a_file(string address, string media, string name, string begins)
    {
        using var answer = await desk.Reader.GetAsync(At(address), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 300)]));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe(name);
        bytes.Length.ShouldBeGreaterThan(0);
        Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 100)]).ShouldStartWith(begins, Case.Insensitive);

        using var again = new HttpRequestMessage(HttpMethod.Get, At(address));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag.ShouldNotBeNull());
        using var second = await desk.Reader.SendAsync(again, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Another_look_is_another_file()
    {
        using var light = await desk.Reader.GetAsync(At("chart/align?format=svg&party=RUS&party=CHN&since=2015&light=true"), TestContext.Current.CancellationToken);
        using var dark = await desk.Reader.GetAsync(At("chart/align?format=svg&party=RUS&party=CHN&since=2015&dark=true"), TestContext.Current.CancellationToken);
        dark.Headers.ETag.ShouldNotBe(light.Headers.ETag);
        (await dark.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotBe(await light.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_call_gives_the_bytes_that_its_tag_promises()
    {
        var address = At("chart/align?format=svg&party=RUS&party=CHN&since=2015");
        (await desk.Reader.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).ShouldBe(await desk.Reader.GetByteArrayAsync(address, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("chart/align?format=gif&party=RUS&party=CHN", "is not written as 'gif'; it is written as svg, png, csv")]
    [InlineData("chart/align?party=RUS&party=CHN", "needs format")]
    [InlineData("chart/align?format=svg&format=png&party=RUS&party=CHN", "needs format")]
    [InlineData("chart/align?format=../svg&party=RUS&party=CHN", "is not written as")]
    [InlineData("state?format=csv&state=RUS", "has no answer as a file")]
    [InlineData("chart/align?format=svg&party=RUS&party=Atlantis", "Atlantis")]
    public async Task What_is_no_file_is_refused_in_a_sentence(string address, string says)
    {
        using var answer = await desk.Reader.GetAsync(At(address), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.ETag.ShouldBeNull();
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain(says);
        text.ShouldNotContain(Path.GetTempPath());
    }

    [Fact]
    public async Task A_text_can_be_sent_for_a_file()
    {
        using var answer = await desk.Reader.PostAsJsonAsync(At("claims/draft"), new { format = "yaml", article_text = "In 2023 China bought 16 % of Russia's exports, and trade between them was 240 billion dollars." }, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("claims-draft.yaml");
        text.ShouldContain("claims:");
    }

    [Fact]
    public async Task A_page_may_stand_in_a_frame_of_the_pages_and_runs_nothing_there()
    {
        using var answer = await desk.Reader.GetAsync(At("check?format=html&claims=reverse-kissinger"), TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("sandbox;");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldNotContain("script-src");
        answer.Headers.GetValues("X-Frame-Options").ShouldHaveSingleItem().ShouldBe("SAMEORIGIN");
        Safety.FetchedAddresses.In(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_left_in_the_folder_of_temporary_files()
    {
        string? place = null;
        var stand = new FilePlaceDesk(path => place = path);
        await using var server = await StandInDesk.Serve(stand);
        using var client = new HttpClient { BaseAddress = server.Address };
        (await client.GetStringAsync(new Uri("api/v1/files/echo?format=csv&word=a", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("rows");
        place.ShouldNotBeNull();
        await Gone(place);
        using var failed = await client.GetAsync(new Uri("api/v1/files/echo?format=csv&word=fail", UriKind.Relative), TestContext.Current.CancellationToken);
        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await Gone(place);
    }

    [Theory]
    [InlineData("Côte d'Ivoire", "echo-C-te-d-Ivoire.csv")]
    [InlineData("a\"; filename=\"evil.exe", "echo-a-filename-evil-exe.csv")]
    [InlineData("../../etc", "echo-etc.csv")]
    [InlineData("中国", "echo.csv")]
    public void A_name_is_one_that_every_system_keeps(string word, string name) => FileEndpoints.NameOf(StandInDesk.Call(word), "csv").ShouldBe(name);

    private static Uri At(string address) => new($"api/v1/files/{address}", UriKind.Relative);

    // The folder goes after the last byte is sent, which the reader may have before that.
    private static async Task Gone(string path)
    {
        while (Directory.Exists(Path.GetDirectoryName(path))) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    private sealed class FilePlaceDesk(Action<string> seen) : IQuestionDesk
    {
        private readonly StandInDesk _inner = new();

        public string Version => _inner.Version;

        public System.Collections.Immutable.ImmutableArray<Question> Questions => _inner.Questions;

        public IDocumentDesk Documents => _inner.Documents;

        public string Edition() => _inner.Edition();

        public Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation) => _inner.Ask(call, progress, cancellation);

        public Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation)
        {
            seen(path);
            File.WriteAllText(path, "rows");
            if (call.Values[0].Value == "fail") throw new InvalidOperationException("Half of it was written.");
            return Task.FromResult(new QuestionAnswer(0, string.Empty, string.Empty));
        }

        public Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation) => _inner.Resume(call, folder, progress, cancellation);

        public Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation) => Write(call, path, null, cancellation);
    }
}
