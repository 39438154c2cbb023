using System.Text.RegularExpressions;

namespace Entente.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    public void The_overview_names_every_verb_and_shows_examples(params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(0);
        call.Error.ShouldBeEmpty();
        foreach (var verb in new[] { "assess", "brief", "strategy", "compare", "sensitivity", "explain", "questions", "merge", "diff", "align", "points", "vote", "drift", "depend", "trade", "gas", "ties", "allies", "risk", "drivers", "hypotheses", "cases", "promise", "triangle", "landscape", "balance", "camps", "map", "chart", "backtest", "panel", "check", "claims", "figures", "figure", "query", "state", "data", "serve", "mcp" }) call.Out.ShouldContain($"  {verb}");
        call.Out.ShouldContain("entente assess reverse-kissinger");
        call.Out.ShouldContain("--store DIR");
    }

    [Theory]
    [InlineData("assess", "--draws N")]
    [InlineData("assess", "--run FOLDER")]
    [InlineData("brief", "--template FOLDER")]
    [InlineData("strategy", "--with FILE")]
    [InlineData("map", "depend")]
    [InlineData("map depend", "--flow FLOW")]
    [InlineData("chart", "map")]
    [InlineData("chart dyad", "--out FILE")]
    [InlineData("chart map", "align")]
    [InlineData("chart map align", "--year YEAR")]
    [InlineData("merge", "RUN")]
    [InlineData("diff", "RUN2")]
    [InlineData("align", "--since YEAR")]
    [InlineData("points", "--fit-since YEAR")]
    [InlineData("vote", "--find WORDS")]
    [InlineData("drift", "--toward LIST")]
    [InlineData("depend", "--on B")]
    [InlineData("trade", "what-if")]
    [InlineData("trade what-if", "--out FILE")]
    [InlineData("trade validate", "--from YEAR")]
    [InlineData("gas", "what-if")]
    [InlineData("gas what-if", "--horizon WORD")]
    [InlineData("ties", "--out FILE.svg")]
    [InlineData("allies", "--if STRATEGY")]
    [InlineData("balance", "--since YEAR")]
    [InlineData("camps", "--against YEAR")]
    [InlineData("check", "--out FILE")]
    [InlineData("figures", "NAME")]
    [InlineData("figure", "NAME=VALUE")]
    [InlineData("query", "--views")]
    [InlineData("state", "--year YEAR")]
    [InlineData("serve", "--workspace FOLDER")]
    [InlineData("mcp", "Model Context Protocol")]
    [InlineData("data", "verify")]
    [InlineData("data build", "--from DIR")]
    [InlineData("data import", "--as KIND")]
    [InlineData("data refresh", "--dry-run")]
    [InlineData("data status", "--stale")]
    [InlineData("data diff", "--last")]
    public void Every_verb_has_a_page_that_fits_its_width(string verb, string says)
    {
        var call = Call.Of([.. verb.Split(' '), "--help"]);
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain(says);
        call.Out.ShouldContain("Examples");
        call.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void The_version_is_a_single_line() => Regex.IsMatch(Call.Of("--version").Out, "^entente [0-9]+\\.[0-9]+\\.[0-9]+\r?\n$").ShouldBeTrue();
}
