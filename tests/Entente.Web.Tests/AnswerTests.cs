using System.Net;
using System.Text.Json;

namespace Entente.Web.Tests;

/// <summary>Questions over HTTP: the JSON of the verbs, once for all readers.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class AnswerTests(ServedDesk desk)
{
    [Fact]
    public async Task An_answer_is_the_JSON_of_the_verb()
    {
        var served = await desk.Reader.GetStringAsync(new Uri("api/v1/align?a=RUS&b=CHN&since=2015", UriKind.Relative), TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        Cli.Program.Run(["align", "RUS", "CHN", "--since", "2015", "--json"], output, TextWriter.Null, TestContext.Current.CancellationToken).ShouldBe(0);
        served.ShouldBe(output.ToString());
    }

    [Fact]
    public async Task An_answer_has_a_tag_and_is_not_sent_twice()
    {
        using var first = await desk.Reader.GetAsync(new Uri("api/v1/state?state=Russia", UriKind.Relative), TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag.ShouldNotBeNull();
        using var again = new HttpRequestMessage(HttpMethod.Get, "api/v1/state?state=Russia");
        again.Headers.IfNoneMatch.Add(tag);
        using var second = await desk.Reader.SendAsync(again, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("api/v1/align?a=RUS&b=Atlantis", "There is no state 'Atlantis'")]
    [InlineData("api/v1/align?a=RUS", "align needs B")]
    [InlineData("api/v1/align?a=RUS&b=CHN&colour=red", "takes no parameter 'colour'")]
    [InlineData("api/v1/align?a=RUS&b=CHN&since=soon", "--since needs a calendar year")]
    [InlineData("api/v1/assess?strategy=../secret", "paths cannot be named here")]
    public async Task A_wrong_call_is_answered_with_the_sentence_of_the_command_line(string address, string says)
    {
        using var answer = await desk.Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(says);
        problem.RootElement.GetProperty("exit_code").GetInt32().ShouldBe(2);
    }
}
