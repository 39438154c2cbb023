namespace Entente.Cli.Tests.Strategies;

public sealed class CasesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_list_is_filtered()
    {
        var call = Call.Of("cases", "--target", "RUS", "--outcome", "failure", "--since", "1900");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("us-russia-2017");
        call.Out.ShouldNotContain("prussia-russia-1863");
    }

    [Fact]
    public void A_page_has_measured_covariates_judgement_and_sources()
    {
        var call = Call.Of("cases", "us-russia-2017");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Measured before it began");
        call.Out.ShouldContain("the model does not see them");
        call.Out.ShouldContain("Public Law 115-44");
    }

    [Fact]
    public void Pages_are_written_with_an_index()
    {
        var folder = _folder.In("pages");
        var call = Call.Of("cases", "--target", "RUS", "--out", folder);
        call.Code.ShouldBe(0, call.Error);
        File.ReadAllText(Path.Combine(folder, "README.md")).ShouldContain("(us-russia-2017.md)");
        File.ReadAllText(Path.Combine(folder, "us-russia-2017.md")).ShouldContain("## Sources");
    }

    [Fact]
    public void An_attempt_gets_its_nearest_past_ones_and_a_probability()
    {
        var call = Call.Of("cases", "--like", "USA,RUS,CHN", "--year", "2025", "--json");
        call.Code.ShouldBe(0, call.Error);
        var json = call.Json();
        json.GetProperty("nearest").GetArrayLength().ShouldBe(8);
        json.GetProperty("probability").GetDouble().ShouldBeInRange(.05, .95);
        json.GetProperty("parts").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("There is no case 'us-rusia-2017'. Did you mean", "cases", "us-rusia-2017")]
    [InlineData("--outcome 'won' is not known", "cases", "--outcome", "won")]
    [InlineData("must name divider, target and partner", "cases", "--like", "USA,RUS")]
    [InlineData("is before 1863", "cases", "--like", "USA,RUS,CHN", "--year", "1850")]
    [InlineData("goes with --like", "cases", "--year", "2025")]
    [InlineData("goes without filters", "cases", "us-russia-2017", "--target", "RUS")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }

    [Fact]
    public void A_filter_without_a_match_is_not_answered() => Call.Of("cases", "--divider", "BRA").Code.ShouldBe(1);

    [Fact]
    public void A_case_without_dates_is_refused()
    {
        var path = _folder.File("mine.yaml", "title: T\ndivider: [2]\n");
        var call = Call.Of("cases", path);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain("is missing");
    }
}
