using System.Net;
using Microsoft.OpenApi;

namespace Entente.Web.Tests.Description;

/// <summary>The description of the API: whole, true to the questions, and the same as the one that the pages take their types from.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class DocumentTests(ServedDesk desk)
{
    private static readonly string Kept = Path.Combine(Entente.Tests.Shared.Repository, "pages", "openapi.json");

    /// <summary>Write it anew with ENTENTE_WRITE=1 in the environment, after the shapes; the test then still compares.</summary>
    [Fact]
    public async Task The_kept_description_is_the_one_that_is_served()
    {
        var served = (await Served()).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("ENTENTE_WRITE") == "1") await File.WriteAllTextAsync(Kept, served, TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken)).ShouldBe(served);
    }

    [Fact]
    public async Task The_description_is_OpenAPI_without_a_fault()
    {
        var read = OpenApiDocument.Parse(await Served(), "json");
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        var ids = read.Document!.Paths.Values.SelectMany(path => path.Operations!.Values).Select(operation => operation.OperationId).ToList();
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_question_is_described_with_all_its_parameters_and_a_shape()
    {
        var document = OpenApiDocument.Parse(await Served(), "json").Document!;
        foreach (var question in desk.Questions.Where(question => question.HasJson && !question.Changes))
        {
            var operation = document.Paths[$"/api/v1/{question.Name}"].Operations![HttpMethod.Get];
            (operation.Parameters ?? []).Select(parameter => parameter.Name).ShouldBe(question.Parameters.Select(parameter => parameter.Name), question.Name);
            question.Shapes.ShouldNotBeEmpty(question.Name);
            document.Components!.Schemas!.Keys.ShouldContain(Web.Description.ApiComponents.NameOf(question.Shapes[0]));
        }
    }

    [Fact]
    public async Task The_description_is_not_sent_twice()
    {
        using var first = await desk.Reader.GetAsync(new Uri("api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "api/openapi.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        using var second = await desk.Reader.SendAsync(again, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_reference_page_and_its_script_come_from_here_alone()
    {
        using var answer = await desk.Reader.GetAsync(new Uri("api/reference", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldNotContain("unsafe-eval");
        policy.ShouldNotContain("http");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Safety.FetchedAddresses.In(page).ShouldBeEmpty();
        page.ShouldContain("/api/openapi.json".TrimStart('/'));
    }

    private Task<string> Served() => desk.Reader.GetStringAsync(new Uri("api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
}
