using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Cli.Serving;

namespace Entente.Web.Tests.Questions;

/// <summary>Regressions on a table that is sent: they see the table and nothing else.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class OwnTableTests(ServedDesk desk)
{
    private const string Table = "exporter,importer,year,trade,rta\nA,B,1,5,0\nA,C,1,2,0\nB,A,1,4,0\nB,C,1,3,1\nC,A,1,6,0\nC,B,1,1,0\nA,B,2,7,1\nA,C,2,2,0\nB,A,2,5,1\nB,C,2,4,1\nC,A,2,5,0\nC,B,2,2,0\n";
    private const string Regression = "title: Agreements\noutcome: trade\nregressors: [rta]\neffects: [exporter, importer, year]\nerrors: [cluster(exporter^importer), hc1]\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_that_is_sent_is_estimated()
    {
        var (status, answer) = await Ask(new { regression_text = Regression, table_text = Table });
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        answer.GetProperty("schema").GetString().ShouldBe("entente.regression/1");
        answer.GetProperty("models")[0].GetProperty("sample").GetProperty("observations").GetInt32().ShouldBe(12);
        answer.GetProperty("provenance").GetProperty("coverage").GetProperty("held").GetInt32().ShouldBe(12);

        // The table is its own source, told by its hash and not by where it was kept meanwhile.
        var source = answer.GetProperty("provenance").GetProperty("sources").EnumerateArray().ShouldHaveSingleItem();
        source.GetProperty("key").GetString()!.ShouldStartWith("table:");
        source.GetProperty("edition").GetString().ShouldBe($"sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Table)))[..12]}");
        answer.ToString().ShouldNotContain(Path.GetTempPath());
    }

    [Fact]
    public async Task The_coefficients_can_be_had_as_a_table()
    {
        using var sent = await desk.Reader.PostAsJsonAsync(new Uri("api/v1/files/trade/estimate", UriKind.Relative), new { regression_text = Regression, table_text = Table, format = "csv" }, Stop);
        (await sent.Content.ReadAsStringAsync(Stop)).ShouldStartWith("model,outcome,term,estimate");
    }

    [Fact]
    public async Task A_table_that_the_specification_names_is_not_looked_at()
    {
        using var folder = new WebFolder();
        await File.WriteAllTextAsync(folder.In("secret.csv"), "trade,rta\n1,1\n", Stop);
        var (refused, problem) = await Ask(new { regression_text = $"data: {folder.In("secret.csv")}\n{Regression}" });
        refused.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString()!.ShouldContain("needs table");
        var (status, answer) = await Ask(new { regression_text = $"data: {folder.In("secret.csv")}\n{Regression}", table_text = Table });
        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("models")[0].GetProperty("sample").GetProperty("rows_in_file").GetInt32().ShouldBe(12);
    }

    [Theory]
    [InlineData("outcome: \"(SELECT count(*) FROM read_text('/etc/passwd'))\"\nregressors: [rta]\n")]
    [InlineData("outcome: trade\nregressors: [\"x = (SELECT count(*) FROM read_csv('/etc/passwd'))\"]\n")]
    [InlineData("outcome: trade\nregressors: [rta]\nwhere: \"1 = (SELECT count(*) FROM glob('/etc/*'))\"\n")]
    [InlineData("outcome: trade\nregressors: [rta]\nwhere: \"1 = 1; COPY given TO '/tmp/entente-copied.csv'\"\n")]
    [InlineData("outcome: trade\nregressors: [rta]\nwhere: \"1 = 1; SET memory_limit = '100GB'\"\n")]
    public async Task Expressions_reach_no_file_and_no_setting(string regression)
    {
        var (status, problem) = await Ask(new { regression_text = regression, table_text = Table });
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToString());
        problem.ToString().ShouldNotContain("root:");
        File.Exists("/tmp/entente-copied.csv").ShouldBeFalse();
    }

    [Fact]
    public async Task What_would_go_on_for_ever_is_stopped()
    {
        var (status, problem) = await Ask(new { regression_text = "outcome: trade\nregressors: [rta]\nwhere: \"(SELECT count(*) FROM range(100000) a, range(100000) b, range(100000) c WHERE a.range * b.range % 7 = c.range) > rta\"\n", table_text = Table, seconds = 1 });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity, problem.ToString());
        problem.GetProperty("detail").GetString()!.ShouldContain("stopped after 1 seconds");
    }

    [Fact]
    public async Task More_columns_than_fit_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, 3000).Select(row => $"{row % 7},{row % 300}\n"));
        var (status, problem) = await Ask(new { regression_text = "outcome: trade\nregressors: [\"i(level)\"]\n", table_text = $"trade,level\n{rows}", megabytes = 1 });
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToString());
        problem.GetProperty("detail").GetString()!.ShouldContain("has more rows and columns than fit into 1 MB");
    }

    [Fact]
    public async Task An_expression_that_takes_more_memory_than_it_may_is_refused()
    {
        var (status, problem) = await Ask(new { regression_text = "outcome: trade\nregressors: [rta]\nwhere: \"(SELECT sum(a.range % 7 * b.range) FROM range(1000000000) a, range(1000000000) b) > rta\"\n", table_text = Table, megabytes = 64 });
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToString());
        problem.GetProperty("detail").GetString()!.ShouldContain("more memory than it may");
    }

    [Fact]
    public async Task Names_of_files_are_refused()
    {
        foreach (var name in new[] { "t.csv", "../t", "/etc/passwd", "table" })
        {
            var (status, _) = await Ask(new { regression_text = Regression, table = name });
            status.ShouldBe(HttpStatusCode.BadRequest, name);
        }
    }

    [Fact]
    public void As_a_job_it_is_bounded_too()
    {
        using var verbs = new VerbDesk([], () => "none");
        var question = verbs.Questions.Single(one => one.Name == "trade/estimate");
        var call = Web.Questions.CallLimits.InJob(Web.Questions.CallReader.Read(question, JsonElement.Parse("""{"regression_text":"outcome: trade","table_text":"a\n1\n"}""")));
        call.Values.Single(value => value.Parameter.Name == "seconds").Value.ShouldBe("600");
        call.Values.Single(value => value.Parameter.Name == "megabytes").Value.ShouldBe("500");
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)> Ask(object body)
    {
        using var sent = await desk.Reader.PostAsJsonAsync(new Uri("api/v1/trade/estimate", UriKind.Relative), body, Stop);
        return (sent.StatusCode, await sent.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }
}
