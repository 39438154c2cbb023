namespace Entente.Cli.Tests;

public sealed class WrongCallTests
{
    [Theory]
    [InlineData("algn RUS CHN", "knows no verb 'algn'; did you mean 'align'?")]
    [InlineData("frobnicate", "the verbs are assess, brief, compare, sensitivity, explain, questions, merge, diff, align, points, vote, drift, depend, trade, gas, ties, allies, risk, drivers, hypotheses, cases, promise, triangle, landscape, balance, camps, map, chart, backtest, panel, check, claims, figures, figure, query, state, data, serve and mcp")]
    [InlineData("align RUS CHN --sinse 1991", "knows no option '--sinse'; did you mean '--since'?")]
    [InlineData("assess reverse-kissinger --draw 5000", "did you mean '--draws'?")]
    [InlineData("assess --draw 5000", "did you mean '--draws'?")]
    [InlineData("assess reverse-kissinger --jsom", "did you mean '--json'?")]
    [InlineData("align RUS", "align needs B")]
    [InlineData("align", "align needs A")]
    [InlineData("align RUS CHN USA", "'USA' is one too many")]
    [InlineData("depend RUS", "depend needs --on B")]
    [InlineData("state RUS --year", "--year needs a value")]
    [InlineData("state RUS --year soon", "--year needs a calendar year from 1816 to 2100, not 'soon'")]
    [InlineData("state RUS --year 20250", "not '20250'")]
    [InlineData("assess reverse-kissinger --draws 1,000", "--draws needs a whole number")]
    [InlineData("assess reverse-kissinger --draws 10", "from 100 to")]
    [InlineData("assess reverse-kissinger --seed -1", "--seed needs a whole number from 0")]
    [InlineData("assess reverse-kissinger --threads 0", "--threads needs a whole number from 1")]
    [InlineData("claims", "claims needs one of draft")]
    [InlineData("claims draft", "claims draft needs ARTICLE")]
    [InlineData("claims draft nothing-here.md", "There is no file 'nothing-here.md'")]
    [InlineData("data", "data needs one of list, verify, build, import, refresh, status or diff")]
    [InlineData("trade", "trade needs one of what-if, estimate, gravity or validate")]
    [InlineData("gas", "gas needs one of what-if or validate")]
    [InlineData("gas what-if russia-return", "Did you mean 'russia-returns'?")]
    [InlineData("gas what-if russia-returns --horizon middle", "write short or long")]
    [InlineData("trade whatif", "did you mean 'what-if'?")]
    [InlineData("trade what-if", "trade what-if needs FILE")]
    [InlineData("data lst", "did you mean 'list'?")]
    [InlineData("data build", "data build needs --from DIR")]
    [InlineData("data build --from nowhere-at-all", "there is no such folder")]
    [InlineData("data import nothing.csv", "There is no file nothing.csv")]
    [InlineData("data refresh bacy", "Did you mean baci?")]
    [InlineData("data refresh --from mirror", "it must begin with https:// or http://")]
    [InlineData("data refresh --endpoint baci", "--endpoint needs KEY=URL, not 'baci'")]
    [InlineData("data refresh --retries 99", "--retries needs a whole number from 0 to 10")]
    [InlineData("data diff nowhere-at-all", "is not a store")]
    [InlineData("data diff data --last", "--last takes your store and no folders")]
    public void A_wrong_call_is_refused_in_one_sentence_that_helps(string line, string says) => Call.Of(line.Split(' ')).Refused(2).ShouldContain(says);

    [Fact]
    public void A_folder_without_a_store_is_refused()
    {
        using var folder = new TempFolder();
        Call.Of("state", "RUS", "--store", folder.Path).Refused(2).ShouldContain("manifest.json");
    }

    [Fact]
    public void A_sign_that_other_programs_take_for_a_file_of_arguments_is_an_ordinary_letter() => Call.Of("state", "@nothing").Refused(2).ShouldContain("@nothing");
}
