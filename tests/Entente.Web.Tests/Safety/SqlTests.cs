using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Entente.Web.Tests.Safety;

/// <summary>A query over the web reads the tables that are held, a little at a time, and nothing else.</summary>
[Collection(ServedDeskCollection.Name)]
public sealed class SqlTests(ServedDesk desk)
{
    [Theory]
    [InlineData("DELETE FROM indicators")]
    [InlineData("INSERT INTO indicators SELECT * FROM indicators")]
    [InlineData("UPDATE indicators SET value = 0")]
    [InlineData("DROP VIEW indicators")]
    [InlineData("CREATE TABLE mine AS SELECT 1")]
    [InlineData("ATTACH '/tmp/other.db' AS other")]
    [InlineData("COPY (SELECT 1) TO '/tmp/entente-web-out.csv'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD json")]
    [InlineData("PRAGMA database_list")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM glob('/*')")]
    [InlineData("SELECT * FROM read_parquet('https://attacker.example/x.parquet')")]
    [InlineData("SELECT getenv('HOME')")]
    [InlineData("EXPLAIN SELECT 1")]
    public async Task What_is_no_reading_of_the_tables_is_refused(string sql)
    {
        using var answer = await desk.Reader.PostAsJsonAsync(new Uri("api/v1/query", UriKind.Relative), new { sql }, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
        JsonElement.Parse(text).GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        text.ShouldNotContain("root:");
        File.Exists("/tmp/entente-web-out.csv").ShouldBeFalse();
    }

    [Theory]
    [InlineData("SELECT name, value FROM duckdb_settings()")]
    [InlineData("SELECT current_setting('secret_directory') AS secrets, current_setting('extension_directory') AS extensions, current_setting('temp_directory') AS passing")]
    [InlineData("SELECT * FROM duckdb_databases()")]
    [InlineData("SELECT * FROM duckdb_extensions()")]
    [InlineData("SELECT * FROM duckdb_secrets()")]
    public async Task Nothing_is_told_of_the_machine(string sql)
    {
        using var answer = await desk.Reader.PostAsJsonAsync(new Uri("api/v1/query", UriKind.Relative), new { sql, rows = 1000 }, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        text.ShouldNotContain(".duckdb");
    }

    [Fact]
    public async Task A_query_without_end_is_stopped()
    {
        using var answer = await desk.Reader.PostAsJsonAsync(new Uri("api/v1/query", UriKind.Relative), new { sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", seconds = 1 }, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("second");
    }

    [Theory]
    [InlineData("rows", 10_001)]
    [InlineData("seconds", 11)]
    public async Task More_than_is_given_over_the_web_is_refused(string limit, int asked)
    {
        using var answer = await desk.Reader.GetAsync(new Uri($"api/v1/query?sql=SELECT+1&{limit}={asked}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("the command line takes more");
    }
}
