namespace Entente.Cli.Tests.Coalitions;

public sealed class TriangleTests
{
    [Fact]
    public void Spells_edges_and_thresholds_are_shown()
    {
        var call = Call.Of("triangle", "USA", "CHN", "RUS", "--since", "1975", "--until", "1985");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("pariah RUS");
        call.Out.ShouldContain("USA–CHN");
        call.Out.ShouldContain("threshold");
    }

    [Fact]
    public void The_numbers_as_json()
    {
        var call = Call.Of("triangle", "USA", "CHN", "RUS", "--since", "1980", "--until", "1982", "--json");
        call.Code.ShouldBe(0, call.Error);
        call.Json().GetProperty("years").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("A triangle has three states, and 2 are named", "triangle", "USA", "CHN")]
    [InlineData("named twice", "triangle", "USA", "CHN", "CHN")]
    [InlineData("swap --since and --until", "triangle", "USA", "CHN", "RUS", "--since", "2000", "--until", "1990")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }
}
