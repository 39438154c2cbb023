using Entente.Tests;
using Entente.World.Store.Queries;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

/// <summary>Queries read the views and nothing else.</summary>
public sealed class ReadOnlyQueryTests : IDisposable
{
    private readonly WorldEdition _world = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Rows_come_in_the_order_asked_for_with_states_as_codes()
    {
        var answer = _world.Query("SELECT year, state, state_name, value FROM indicators WHERE state = 'RUS' AND indicator = 'population' AND year >= 2000 ORDER BY year DESC");
        answer.Columns.Select(column => (column.Name, column.Cell)).ShouldBe([("year", QueryCell.Whole), ("state", QueryCell.Text), ("state_name", QueryCell.Text), ("value", QueryCell.Real)]);
        answer.Rows.Select(row => (long)row[0]!).ShouldBeInOrder(SortDirection.Descending);
        foreach (var row in answer.Rows) row[3].ShouldBe(_world.Indicator("population", 365, (int)(long)row[0]!));
        answer.Sources.ShouldContain("worldbank-population");
        answer.Views.ShouldBe(["indicators"]);
        answer.IsCut.ShouldBeFalse();
    }

    [Fact]
    public void Votes_carry_their_day_and_symbol_and_a_tally_agrees_with_the_record()
    {
        var answer = _world.Query("SELECT vote, count(*) AS n FROM votes WHERE symbol = 'A/RES/ES-11/7' GROUP BY vote ORDER BY vote");
        answer.Rows.Select(row => (long)row[1]!).ShouldBe([93, 65, 18]);
    }

    [Fact]
    public void Every_view_can_be_read_and_has_the_columns_that_are_listed()
    {
        foreach (var view in QueryViews.All)
        {
            var answer = _world.Query($"SELECT * FROM {view.Name}", new QueryLimits { Rows = 3 });
            answer.Columns.Select(column => column.Name).ShouldBe(view.Columns.Select(column => column.Name), view.Name);
        }

        QueryViews.All.Select(view => view.Name).ShouldBe(StoreSchema.All.Select(schema => schema.Name));
    }

    [Fact]
    public void Rows_beyond_the_limit_are_cut_and_that_is_said()
    {
        var answer = _world.Query("FROM states", new QueryLimits { Rows = 5 });
        answer.Rows.Length.ShouldBe(5);
        answer.IsCut.ShouldBeTrue();
        _world.Query("SELECT * FROM states LIMIT 5", new QueryLimits { Rows = 5 }).IsCut.ShouldBeFalse();
    }

    [Theory]
    [InlineData("SELECT 1 AS a, 2 AS a -- a comment at the end")]
    [InlineData("-- a comment first\nWITH x AS (SELECT 1 AS n) SELECT n FROM x;")]
    [InlineData("(SELECT 1) UNION ALL (SELECT 2)")]
    [InlineData("DESCRIBE votes")]
    [InlineData("SELECT DATE '2025-02-24', [1, 2], NULL, 1::HUGEINT, 1.5::DECIMAL(4, 1), TIMESTAMP '2025-01-01 00:00:00', true")]
    [InlineData("SELECT 'DROP TABLE votes; --' AS text")]
    public void Queries_of_many_shapes_are_answered(string sql) => _world.Query(sql).Columns.ShouldNotBeEmpty();

    [Theory]
    [InlineData("DROP TABLE votes", "begins with DROP")]
    [InlineData("INSERT INTO held.votes VALUES (1, 2, 3)", "begins with INSERT")]
    [InlineData("UPDATE held.votes SET vote = 1", "begins with UPDATE")]
    [InlineData("DELETE FROM held.votes", "begins with DELETE")]
    [InlineData("CREATE TABLE x AS SELECT 1", "begins with CREATE")]
    [InlineData("COPY (SELECT 1) TO '/tmp/entente-query.csv'", "begins with COPY")]
    [InlineData("EXPORT DATABASE '/tmp/entente-query'", "begins with EXPORT")]
    [InlineData("ATTACH '/tmp/x.db'", "begins with ATTACH")]
    [InlineData("INSTALL httpfs", "begins with INSTALL")]
    [InlineData("LOAD httpfs", "begins with LOAD")]
    [InlineData("SET enable_external_access = true", "begins with SET")]
    [InlineData("RESET memory_limit", "begins with RESET")]
    [InlineData("PRAGMA database_list", "begins with PRAGMA")]
    [InlineData("CALL pragma_version()", "begins with CALL")]
    [InlineData("BEGIN TRANSACTION", "begins with BEGIN")]
    [InlineData("/* SELECT */ DROP TABLE votes", "begins with DROP")]
    [InlineData("WITH x AS (SELECT 1) INSERT INTO held.votes SELECT 1, 2, 3 FROM x", "no single SELECT")]
    [InlineData("WITH x AS (SELECT 1) DELETE FROM held.votes", "no single SELECT")]
    [InlineData("SELECT 1; DROP TABLE held.votes", "several statements")]
    [InlineData("SELECT 1) AS q; DROP TABLE held.votes; SELECT * FROM (SELECT 1", "no single SELECT")]
    [InlineData("SELECT 1) UNION ALL SELECT * FROM (SELECT 2", "no single SELECT")]
    [InlineData("SELECT * FROM enable_logging(level := 'debug')", "enable_logging does more")]
    [InlineData("SELECT * FROM \"enable_logging\"()", "enable_logging does more")]
    [InlineData("SELECT * FROM query('SELECT * FROM enable_' || 'logging()')", "query does more")]
    [InlineData("SELECT * FROM query_table('votes')", "query_table does more")]
    [InlineData("", "empty")]
    [InlineData(" ; ", "empty")]
    [InlineData("§%&/", "begins with no word")]
    public void Whatever_writes_or_sets_is_refused(string sql, string expected) => Refused(sql).ShouldContain(expected);

    [Theory]
    [InlineData("SELECT * FROM read_csv('{0}')")]
    [InlineData("SELECT * FROM read_text('{0}')")]
    [InlineData("SELECT * FROM read_blob('{0}')")]
    [InlineData("SELECT * FROM read_parquet('{0}')")]
    [InlineData("SELECT * FROM read_json('{0}')")]
    [InlineData("SELECT * FROM glob('{0}*')")]
    [InlineData("SELECT * FROM '{0}'")]
    [InlineData("SELECT * FROM parquet_schema('{0}')")]
    [InlineData("SELECT getenv('HOME')")]
    [InlineData("SELECT * FROM sniff_csv('{0}')")]
    public void Files_and_the_machine_are_out_of_reach(string sql)
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "a,b\nsecret,1\n");
            Refused(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, secret)).ShouldNotContain("secret,1");
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void The_configuration_is_closed_and_cannot_be_opened()
    {
        var settings = _world.Query("SELECT name, value FROM duckdb_settings() WHERE name IN ('enable_external_access', 'lock_configuration', 'autoinstall_known_extensions', 'autoload_known_extensions') ORDER BY name");
        settings.Rows.Select(row => (string)row[1]!).ShouldBe(["false", "false", "false", "true"]);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b, range(1000) AS c")]
    [InlineData("WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t")]
    public void A_query_without_an_end_is_stopped(string sql)
    {
        Should.Throw<InvalidInputException>(() => _world.Query(sql, new QueryLimits { Time = TimeSpan.FromMilliseconds(300) })).Message.ShouldContain("stopped after 0.3 seconds");
        _world.Query("SELECT 1").Rows.Length.ShouldBe(1);
    }

    [Fact]
    public void A_query_that_takes_too_much_memory_is_stopped() =>
        Should.Throw<InvalidInputException>(() => _world.Query("SELECT length(string_agg(repeat('x', 100000), '')) FROM range(100000)", new QueryLimits { Megabytes = 64 })).Message.ShouldContain("64 MB of memory");

    [Fact]
    public void The_caller_can_stop_it()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Should.Throw<OperationCanceledException>(() => _world.Query("SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b", cancellation: stop.Token));
    }

    [Theory]
    [InlineData("SELECT * FROM votez", "did you mean votes?")]
    [InlineData("SELECT statee FROM votes", "statee")]
    [InlineData("SELECT FROM WHERE", "syntax error")]
    [InlineData("SELECT 'a", "unterminated")]
    public void What_is_not_understood_is_told_with_a_way_on(string sql, string expected) => Refused(sql).ShouldContain(expected);

    [Fact]
    public void No_query_changes_the_store()
    {
        var before = Directory.EnumerateFiles(_world.Directory).Select(file => (file, File.GetLastWriteTimeUtc(file), new FileInfo(file).Length)).ToArray();
        _world.Query("SELECT count(*) FROM trade");
        Directory.EnumerateFiles(_world.Directory).Select(file => (file, File.GetLastWriteTimeUtc(file), new FileInfo(file).Length)).ToArray().ShouldBe(before);
        Directory.Exists(".tmp").ShouldBeFalse();
    }

    private string Refused(string sql)
    {
        var problem = Should.Throw<InvalidInputException>(() => _world.Query(sql)).Message;
        problem.ShouldNotContain("\n");
        return problem;
    }
}
