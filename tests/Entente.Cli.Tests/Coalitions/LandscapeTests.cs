namespace Entente.Cli.Tests.Coalitions;

public sealed class LandscapeTests
{
    [Fact]
    public void A_shipped_landscape_is_solved_with_its_sensitivity_and_the_caveat()
    {
        var call = Call.Of("landscape", "europe-1936", "--draws", "10");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("65,536 divisions in two");
        call.Out.ShouldContain("Galam");
        call.Out.ShouldContain("What it would take");
        call.Out.ShouldContain("without religion");
        call.Out.ShouldContain("weights, 10 draws");
        call.Out.Split('\n').Max(line => line.TrimEnd('\r').Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void States_as_json()
    {
        var json = Call.Of("landscape", "--states", "USA,RUS,CHN,IND", "--year", "2023", "--of", "Russia", "--draws", "10", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.landscape/1");
        json.GetProperty("reference").GetString().ShouldBe("RUS");
        json.GetProperty("configurations").GetDouble().ShouldBe(8);
        json.GetProperty("pairs").GetArrayLength().ShouldBe(6);
        json.GetProperty("sensitivity").GetProperty("variants").GetArrayLength().ShouldBeGreaterThan(5);
        json.GetProperty("provenance").GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("needs a file or --states", "landscape")]
    [InlineData("not both", "landscape", "europe-1936", "--states", "USA,RUS")]
    [InlineData("go with --states", "landscape", "europe-1936", "--year", "2000")]
    [InlineData("Did you mean 'europe-1936'?", "landscape", "europe-1937")]
    [InlineData("--on knows no 'trade'", "landscape", "--states", "USA,RUS,CHN", "--on", "trade")]
    [InlineData("--sizes knows no 'army'", "landscape", "--states", "USA,RUS,CHN", "--sizes", "army")]
    [InlineData("two states or more", "landscape", "--states", "USA")]
    [InlineData("named twice", "landscape", "--states", "USA,RUS,Russia")]
    [InlineData("There is no actor 'XXX'", "landscape", "europe-1936", "--of", "XXX")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args) => Call.Of(args).Refused(2).ShouldContain(expected);
}
