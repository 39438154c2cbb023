using System.Net;
using System.Net.Http.Json;
using Entente.Web.Questions;

namespace Entente.Web.Tests.Safety;

/// <summary>No name and no address leads to a file that is not offered.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class TraversalTests(ServedDesk desk)
{
    public static TheoryData<string> Names =>
    [
        "../secret", "..", "../../etc/passwd", "..\\secret", "/etc/passwd", "C:\\Windows\\win.ini", "a/../b", "a/b", "%2e%2e%2fsecret", "%2e%2e/secret", "..%5csecret", "~/secret", "-x", "--out=/tmp/x", "secret.yaml", "a\nb", "a\0b", "file:///etc/passwd", "．．／secret",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string name)
    {
        foreach (var question in new[] { "assess", "check", "landscape", "gas/what-if" })
        {
            var parameter = desk.Questions.First(one => one.Name == question).Parameters[0].Name;
            using var got = await desk.Reader.GetAsync(new Uri($"api/v1/{question}?{parameter}={Uri.EscapeDataString(name)}", UriKind.Relative), TestContext.Current.CancellationToken);
            got.StatusCode.ShouldBe(HttpStatusCode.BadRequest, question);
            using var posted = await desk.Reader.PostAsJsonAsync(new Uri($"api/v1/{question}", UriKind.Relative), new Dictionary<string, string> { [parameter] = name }, TestContext.Current.CancellationToken);
            posted.StatusCode.ShouldBe(HttpStatusCode.BadRequest, question);
        }
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/..%5c..%5cetc%5cpasswd")]
    [InlineData("/assets/../../../../etc/passwd")]
    [InlineData("/assets/%2e%2e%2f%2e%2e%2fetc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/api/v1/../../etc/passwd")]
    [InlineData("/api/v1/files/../../../etc/passwd")]
    public async Task An_address_leads_to_no_file_of_the_machine(string address)
    {
        var answer = await RawExchange.Whole(desk.Server.Address, $"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        answer.ShouldNotContain("root:");

        // The page of every address, or nothing: both are no file.
        (answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) ? answer.Contains("<!doctype html>", StringComparison.OrdinalIgnoreCase) : answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal)).ShouldBeTrue(answer);
    }

    [Fact]
    public void No_question_takes_a_place_to_write_to_or_an_address_to_call()
    {
        string[] words = ["file", "folder", "dir", "url", "path", "address"];
        foreach (var (question, parameter) in desk.Questions.SelectMany(question => question.Parameters.Select(parameter => (question, parameter))))
        {
            parameter.Name.ShouldNotBeOneOf("out", "html", "run", "store", "blocs", "save", "into", "cache", "keep", "from_url", "endpoint", "template", "write_template");
            if (parameter.Kind != ParameterKind.Document) parameter.Name.Split('_').ShouldNotContain(word => words.Contains(word), $"{question.Name} {parameter.Name}");
        }
    }
}
