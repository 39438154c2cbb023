using System.Text.Json;
using Entente.Cli.Show;

namespace Entente.Cli.Tests;

public sealed class DriftTests
{
    private static double Sum(JsonElement list, string field) => list.EnumerateArray().Sum(part => part.GetProperty(field).GetDouble());

    [Fact]
    public void The_list_has_Argentina_first_and_tells_what_is_missing()
    {
        var page = Call.Of("drift", "--since", "2023").Out;
        var lines = page.Split('\n');
        lines[Array.FindIndex(lines, line => line.StartsWith("state ", StringComparison.Ordinal)) + 1].ShouldStartWith("Argentina");
        page.ShouldContain("89 votes of 5 Jun to 31 Dec missing");
        page.ShouldContain("within noise");
        page.ShouldContain("would stand out by chance");
        lines.Length.ShouldBeLessThanOrEqualTo(50);
        lines.Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void Top_shortens_the_list_and_tells_how_many_there_are()
    {
        var (all, top) = (Call.Of("drift", "--since", "2023", "--json").Json(), Call.Of("drift", "--since", "2023", "--top", "3", "--json").Json());
        var movers = all.GetProperty("movers");
        top.GetProperty("movers").GetArrayLength().ShouldBe(3);
        top.GetProperty("movers").EnumerateArray().Select(mover => mover.GetRawText()).ShouldBe(movers.EnumerateArray().Take(3).Select(mover => mover.GetRawText()));
        foreach (var answer in new[] { all, top })
        {
            answer.GetProperty("movers_in_all").GetInt32().ShouldBe(movers.GetArrayLength());
            answer.GetProperty("movers_beyond_noise").GetInt32().ShouldBe(movers.EnumerateArray().Count(mover => mover.GetProperty("pairs").EnumerateArray().Any(pair => !pair.GetProperty("within_noise").GetBoolean())));
        }

        var page = Call.Of("drift", "--since", "2023", "--top", "2").Out.Split('\n');
        var head = Array.FindIndex(page, line => line.StartsWith("state ", StringComparison.Ordinal));
        page[head + 1].ShouldStartWith("Argentina");
        page[head + 3].Trim().ShouldNotMatch("^[A-Z].*[+−][0-9]");
        string.Join(' ', page).ShouldContain($"{all.GetProperty("movers_beyond_noise").GetInt32() - 2} more moved beyond noise");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Both_pages_keep_to_the_width(int width)
    {
        foreach (var args in new string[][] { ["drift"], ["drift", "Bosnia", "--toward", "USA,EU"], ["vote", "ES-11/7"], ["vote", "--find", "nuclear"] })
        {
            using var output = new StringWriter();
            Program.Run(args, new Surface { Output = output, Error = TextWriter.Null, Width = width }, CancellationToken.None).ShouldBe(0);
            foreach (var line in output.ToString().Split('\n')) line.Length.ShouldBeLessThanOrEqualTo(width, line);
        }
    }

    [Fact]
    public void A_named_state_is_shown_with_issues_and_resolutions_that_add_up()
    {
        var page = Call.Of("drift", "ARG", "--since", "2023", "--toward", "USA").Out;
        page.ShouldContain("Argentina toward United States");
        page.ShouldContain("+30.6 points");
        page.ShouldContain("same texts beyond the median state");
        page.ShouldContain("sum ");
        page.ShouldContain("all others of both periods together");
    }

    [Fact]
    public void Json_parts_sum_to_the_change_with_the_rest()
    {
        foreach (var args in new string[][] { ["drift", "--since", "2023", "--json"], ["drift", "HUN", "ARG", "--since", "2023", "--json"] })
        {
            var movers = Call.Of(args).Json().GetProperty("movers");
            foreach (var pair in movers.EnumerateArray().SelectMany(mover => mover.GetProperty("pairs").EnumerateArray()))
            {
                var change = pair.GetProperty("change").GetDouble();
                var rest = pair.GetProperty("rest");
                (Sum(pair.GetProperty("issues"), "behaviour") + Sum(pair.GetProperty("issues"), "agenda")).ShouldBe(change, 1e-12);
                (Sum(pair.GetProperty("resolutions"), "behaviour") + Sum(pair.GetProperty("resolutions"), "agenda") + rest.GetProperty("behaviour").GetDouble() + rest.GetProperty("agenda").GetDouble()).ShouldBe(change, 1e-12);
            }
        }
    }

    [Fact]
    public void The_same_call_gives_the_same_bytes() =>
        Call.Of("drift", "HUN", "--since", "2022", "--json").Out.ShouldBe(Call.Of("drift", "HUN", "--since", "2022", "--json").Out);

    [Fact]
    public void A_bloc_may_be_followed_and_measured_against() =>
        Call.Of("drift", "BRICS", "--toward", "EU", "--since", "2022", "--json").Json().GetProperty("movers")[0].GetProperty("pairs")[0].GetProperty("toward").GetString().ShouldBe("EU");

    [Theory]
    [InlineData(2, "swap --since", "drift", "--since", "2025", "--until", "2023")]
    [InlineData(2, "no issue 'weather'", "drift", "--issue", "weather")]
    [InlineData(2, "Leave one of the two out", "drift", "HUN", "--top", "3")]
    [InlineData(2, "Atlantis", "drift", "Atlantis")]
    [InlineData(2, "Chnia", "drift", "--toward", "Chnia")]
    [InlineData(2, "names no state or bloc", "drift", "--toward", ",")]
    [InlineData(1, "missing, not zero", "drift", "Kosovo", "--since", "2023")]
    [InlineData(1, "cannot be widened", "drift", "--since", "2023", "--until", "2024")]
    [InlineData(2, "do not fit", "drift", "--since", "2023", "--window", "3")]
    public void A_wrong_call_is_refused_in_one_sentence(int code, string says, params string[] args) => Call.Of(args).Refused(code).ShouldContain(says);
}
