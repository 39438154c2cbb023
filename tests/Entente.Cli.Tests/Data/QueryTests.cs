using Entente.Cli.Reports.Data;
using Entente.World.Store.Queries;

namespace Entente.Cli.Tests.Data;

public sealed class QueryTests
{
    private const string Sql = "SELECT year, state, value FROM indicators WHERE indicator = 'population' AND state IN ('RUS', 'CHN') AND year = 2020 ORDER BY value DESC";

    [Fact]
    public void Rows_are_shown_written_and_given_as_json()
    {
        var call = Call.Of("query", Sql);
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("145245148");
        call.Out.ShouldContain("2 rows.");
        call.Out.ShouldContain("worldbank-population");
        using var folder = new TempFolder();
        Call.Of("query", Sql, "--out", folder.In("t.csv")).Out.ShouldContain("2 rows in");
        File.ReadAllLines(folder.In("t.csv"))[0].ShouldBe("year,state,value");
        File.ReadAllLines(folder.In("t.csv"))[2].ShouldBe("2020,RUS,145245148");
        var json = Call.Of("query", Sql, "--json").Json();
        json.GetProperty("rows")[1][2].GetDouble().ShouldBe(145245148);
        json.GetProperty("is_cut").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Views_are_listed_with_their_columns()
    {
        Call.Of("query", "--views").Out.ShouldContain("exporter_name");
        Call.Of("query", "--views", "--json").Json().GetProperty("views").GetArrayLength().ShouldBe(QueryViews.All.Length);
    }

    [Fact]
    public void A_cut_answer_says_so() => Call.Of("query", "SELECT * FROM states", "--rows", "3").Out.ShouldContain("There are more rows than 3");

    [Theory]
    [InlineData("needs one SELECT", "query")]
    [InlineData("begins with DROP", "query", "DROP TABLE votes")]
    [InlineData("no files", "query", "SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("stopped after 1 seconds", "query", "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000) c", "--seconds", "1")]
    [InlineData("does not end in .csv", "query", "SELECT 1", "--out", "x.txt")]
    public void What_is_refused_gets_one_sentence(string expected, params string[] args) => Call.Of(args).Refused(2).ShouldContain(expected);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    [InlineData("a\nb", "\"a\nb\"")]
    public void Text_that_a_spreadsheet_would_compute_is_marked(string cell, string expected) => QueryCsv.Cell(cell).ShouldBe(expected);

    [Fact]
    public void Numbers_and_holes_are_left_alone()
    {
        QueryCsv.Cell(-5L).ShouldBe("-5");
        QueryCsv.Cell(-.5).ShouldBe("-0.5");
        QueryCsv.Cell(null).ShouldBe("");
        QueryCsv.Cell(double.NaN).ShouldBe("");
        QueryCsv.Cell(true).ShouldBe("true");
    }
}
