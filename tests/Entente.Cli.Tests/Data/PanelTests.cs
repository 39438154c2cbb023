namespace Entente.Cli.Tests.Data;

public sealed class PanelTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_panel_is_written_with_its_codebook_and_coverage()
    {
        var path = _folder.In("some.csv");
        var call = Call.Of("panel", "dyad-year", "--vars", "vote_agreement,defence_pact", "--since", "2016", "--until", "2019", "--out", path);
        call.Code.ShouldBe(0, call.Error);
        var lines = File.ReadAllLines(path);
        lines[0].ShouldBe("year,a,b,a_code,b_code,vote_agreement,defence_pact");
        lines.Single(line => line.StartsWith("2019,2,70,USA,MEX,", StringComparison.Ordinal)).ShouldMatch(@"^2019,2,70,USA,MEX,0\.\d+,$");
        File.ReadAllText(_folder.In("some.codebook.md")).ShouldContain("| defence_pact | Security |");
        File.ReadAllLines(_folder.In("some.coverage.csv"))[0].ShouldBe("variable,year,held,rows");
    }

    [Fact]
    public void Without_a_file_the_variables_are_listed()
    {
        var call = Call.Of("panel", "state-year", "--vars", "politics", "--since", "2000", "--until", "2001");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("liberal_democracy");
        call.Out.ShouldContain("nothing is lagged, carried forward or imputed");
    }

    [Theory]
    [InlineData("There is no dyad-year variable 'trade'", "panel", "dyad-year", "--vars", "trade")]
    [InlineData("swap --since and --until", "panel", "dyad-year", "--since", "2000", "--until", "1990")]
    [InlineData("names no variable", "panel", "state-year", "--vars", ",")]
    [InlineData("ends in .parquet, .arrow or .csv", "panel", "state-year", "--out", "x.xlsx")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }

    [Fact]
    public void The_numbers_as_json()
    {
        var call = Call.Of("panel", "dyad-year", "--vars", "rivalry", "--since", "2009", "--until", "2012", "--json");
        call.Code.ShouldBe(0, call.Error);
        var variable = call.Json().GetProperty("variables")[0];
        variable.GetProperty("name").GetString().ShouldBe("rivalry");
        variable.GetProperty("last_year").GetInt32().ShouldBe(2010);
    }
}
