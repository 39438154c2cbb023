namespace Entente.Cli.Tests.Alignment;

public sealed class HypothesesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_list_says_who_argues_what()
    {
        var call = Call.Of("hypotheses", "--list");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Shared hostility");
        call.Out.ShouldContain("Argued by");
    }

    [Fact]
    public void A_hypothesis_of_ones_own_is_scored_beside_the_shipped_ones()
    {
        var path = _folder.File("mine.yaml", "name: Mine\nstatement: S\ncovariates: [common_language]\n");
        var call = Call.Of("hypotheses", "--only", "regime-similarity", "--with", path, "--ahead", "1", "--since", "1990", "--until", "2006", "--json");
        call.Code.ShouldBe(0, call.Error);
        var scores = call.Json().GetProperty("horizons")[0].GetProperty("scores");
        scores.EnumerateArray().Select(score => score.GetProperty("key").GetString()).ShouldBe(["persistence", "autoregression", "regime-similarity", "mine"]);
    }

    [Fact]
    public void Weights_go_to_a_file_that_adds_up_to_one()
    {
        var path = _folder.File("weights.csv", "");
        var call = Call.Of("hypotheses", "--only", "regime-similarity", "--ahead", "1", "--since", "1990", "--until", "2006", "--weights", path);
        call.Code.ShouldBe(0, call.Error);
        var rows = File.ReadAllLines(path);
        rows[0].ShouldBe("horizon,hypothesis,weight,low,high,log_gain,first_origin,last_origin");
        rows.Length.ShouldBe(4);
        rows.Skip(1).Sum(row => double.Parse(row.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(1, .001);
    }

    [Theory]
    [InlineData("is not a number of years", "hypotheses", "--ahead", "soon")]
    [InlineData("There is no hypothesis 'trad'", "hypotheses", "--only", "trad")]
    [InlineData("takes no state or two", "hypotheses", "RUS")]
    [InlineData("goes with two states", "hypotheses", "--from", "2000")]
    [InlineData("--weights goes without states", "hypotheses", "RUS", "CHN", "--weights", "w.csv")]
    [InlineData("ends in .parquet, .arrow or .csv", "hypotheses", "--weights", "w.txt")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }

    [Fact]
    public void An_unknown_covariate_is_told_with_its_place()
    {
        var path = _folder.File("bad.yaml", "name: N\nstatement: S\ncovariates:\n  - trade\n");
        var call = Call.Of("hypotheses", "--with", path);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain("line 4, column 5: unknown covariate");
    }
}
