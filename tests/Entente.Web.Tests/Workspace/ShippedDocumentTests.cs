using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Entente.Web.Tests.Workspace;

/// <summary>The shipped documents over HTTP, and what is refused as one.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class ShippedDocumentTests(ServedDesk desk)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("strategies", "reverse-kissinger", "Reverse Kissinger, the United States alone")]
    [InlineData("claims", "world-in-figures", null)]
    [InlineData("what-if", "sanctions-relief", null)]
    [InlineData("gas-what-if", "russia-returns", null)]
    [InlineData("landscapes", "europe-1936", null)]
    [InlineData("cases", "us-china-1969", null)]
    [InlineData("hypotheses", "threat-and-power", null)]
    public async Task Every_kind_is_listed_and_read(string folder, string name, string? title)
    {
        var list = await desk.Reader.GetFromJsonAsync<JsonElement>($"api/v1/documents/{folder}", Stop);
        var one = list.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("name").GetString() == name);
        one.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        one.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        if (title is not null) one.GetProperty("title").GetString().ShouldBe(title);
        var text = await desk.Reader.GetStringAsync($"api/v1/documents/{folder}/{name}", Stop);

        // A copy under another name is taken by the reader of its kind; a wrong one is not, with its place.
        using var copy = new StringContent(text, Encoding.UTF8, "application/yaml");
        using var saved = await desk.Owner.PutAsync($"api/v1/documents/{folder}/copy-of-{name}", copy, Stop);
        saved.StatusCode.ShouldBe(HttpStatusCode.Created, await saved.Content.ReadAsStringAsync(Stop));
        using var wrong = new StringContent(text + "\nnonsense: 1\n", Encoding.UTF8, "application/yaml");
        using var refused = await desk.Owner.PutAsync($"api/v1/documents/{folder}/wrong", wrong, Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldMatch("wrong.yaml, line [0-9]+, column 1: unknown key 'nonsense'");
        using var deleted = await desk.Owner.DeleteAsync($"api/v1/documents/{folder}/copy-of-{name}", Stop);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_is_shipped_is_not_deleted()
    {
        using var answer = await desk.Owner.DeleteAsync("api/v1/documents/strategies/reverse-kissinger", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_strategy_is_had_as_a_form_changed_and_saved()
    {
        var form = await desk.Reader.GetFromJsonAsync<JsonElement>("api/v1/strategy?strategy=reverse-kissinger", Stop);
        form.GetProperty("assumptions").EnumerateArray().Count().ShouldBe(Models.Strategy.AssumptionCatalog.All.Length);
        using var answer = await desk.Reader.PostAsJsonAsync("api/v1/strategy", new { strategy = "reverse-kissinger", changes_text = "{\"horizon\":15,\"moves\":[{\"index\":0,\"key\":\"share\",\"value\":0.5}]}" }, Stop);
        var changed = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        changed.GetProperty("horizon").GetInt32().ShouldBe(15, changed.ToString());
        using var body = new StringContent(changed.GetProperty("text").GetString()!, Encoding.UTF8, "application/yaml");
        using var saved = await desk.Owner.PutAsync("api/v1/documents/strategies/variant", body, Stop);
        saved.StatusCode.ShouldBe(HttpStatusCode.Created);
        var own = await desk.Reader.GetFromJsonAsync<JsonElement>("api/v1/strategy?strategy=variant", Stop);
        own.GetProperty("key").GetString().ShouldBe("variant");
        own.GetProperty("moves")[0].GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("name").GetString() == "share").GetProperty("value").GetDouble().ShouldBe(.5);
        using var refused = await desk.Reader.PostAsJsonAsync("api/v1/strategy", new { strategy = "reverse-kissinger", changes_text = "{\"moves\":[{\"index\":0,\"key\":\"share\",\"value\":1.5}]}" }, Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString().ShouldBe("the text given, line 1, column 44: lift-sanctions.share is 1.5, but it must lie between 0 and 1.");
        using var deleted = await desk.Owner.DeleteAsync("api/v1/documents/strategies/variant", Stop);
    }
}
