using System.Net;
using System.Text.Json;

namespace Entente.Web.Tests.Questions;

/// <summary>What one's own store changed: asked without naming a folder.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class OwnStoreTests(ServedDesk desk)
{
    [Fact]
    public async Task The_store_of_the_desk_is_compared_with_the_shipped_one()
    {
        using var own = new OwnStore();
        var answer = await own.Desk.Ask(own.Compared, null, TestContext.Current.CancellationToken);
        answer.Code.ShouldBe(0, answer.Sentence);
        var diff = JsonElement.Parse(answer.Json);
        diff.GetProperty("same").GetBoolean().ShouldBeFalse();
        diff.GetProperty("tables").EnumerateArray().Sum(table => table.GetProperty("added").GetInt32()).ShouldBe(1);
        diff.GetProperty("figures").EnumerateArray().ShouldContain(figure => figure.GetProperty("request").GetString() == "gdp state=POL year=2020");
        diff.GetProperty("provenance").GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Where_there_is_no_store_of_ones_own_it_says_so()
    {
        var (status, problem) = await DeskJobs.Get(desk, "api/v1/data/diff");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("detail").GetString()!.ShouldContain("no store of your own");
    }

    [Fact]
    public void No_folder_can_be_named() =>
        desk.Questions.Single(question => question.Name == "data/diff").Parameters.Select(parameter => parameter.Name).ShouldBe(["last", "figure", "tables"]);
}
