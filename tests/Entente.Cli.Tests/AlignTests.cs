using System.Text.Json;

namespace Entente.Cli.Tests;

public sealed class AlignTests
{
    private static JsonElement Year(string a, string b, int year) =>
        Call.Of("align", a, b, "--since", $"{year}", "--until", $"{year}", "--json").Json().GetProperty("years").EnumerateArray().Single();

    [Theory]
    [InlineData("RUS", "CHN", 2025, 192, .781, .862)]
    [InlineData("USA", "RUS", 2025, 192, .130, .190)]
    public void The_newest_year_rests_on_192_common_votes(string a, string b, int year, int common, double identical, double agreement)
    {
        var found = Year(a, b, year);
        found.GetProperty("common_votes").GetInt32().ShouldBe(common);
        found.GetProperty("identical_votes").GetDouble().ShouldBe(identical, .0005);
        found.GetProperty("agreement").GetDouble().ShouldBe(agreement, .0005);
        var interval = found.GetProperty("identical_votes_interval");
        interval.GetProperty("low").GetDouble().ShouldBeLessThan(identical);
        interval.GetProperty("high").GetDouble().ShouldBeGreaterThan(identical);
    }

    [Fact]
    public void The_cold_war_year_1985_is_reproduced_under_both_measures()
    {
        var found = Year("USA", "RUS", 1985);
        found.GetProperty("identical_votes").GetDouble().ShouldBe(.113, .0005);
        found.GetProperty("agreement").GetDouble().ShouldBe(.258, .0005);
    }

    [Fact]
    public void The_page_names_both_measures_and_shows_the_hole_of_2024()
    {
        var page = Call.Of("align", "RUS", "CHN", "--since", "1946").Out;
        page.ShouldContain("identical votes");
        page.ShouldContain("half credit for an abstention");
        page.ShouldContain("78.1 %");
        page.ShouldContain("86.2 %");
        page.ShouldContain("? 2024");
        page.ShouldContain("89 votes of 5 Jun to 31 Dec missing");
    }

    [Fact]
    public void The_same_call_gives_the_same_bytes()
    {
        var first = Call.Of("align", "USA", "RUS", "--since", "2000", "--json").Out;
        first.ShouldNotBeEmpty();
        Call.Of("align", "USA", "RUS", "--since", "2000", "--json").Out.ShouldBe(first);
    }

    [Fact]
    public void Json_gives_null_where_there_is_nothing_to_measure()
    {
        // 1964: the Assembly held next to no recorded votes over the arrears of the Soviet Union and others.
        var years = Call.Of("align", "PRK", "USA", "--since", "1990", "--until", "1992", "--json").Json().GetProperty("years").EnumerateArray().ToList();
        years[0].GetProperty("common_votes").GetInt32().ShouldBe(0);
        years[0].GetProperty("identical_votes").ValueKind.ShouldBe(JsonValueKind.Null);
        years[2].GetProperty("identical_votes").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public void Blocs_work_where_states_do() => Call.Of("align", "HUN", "EU", "--since", "2020", "--json").Json().GetProperty("years").GetArrayLength().ShouldBeGreaterThanOrEqualTo(5);

    [Fact]
    public void A_state_that_never_voted_has_no_answer_rather_than_a_zero() => Call.Of("align", "Kosovo", "USA").Refused(1).ShouldContain("not zero");

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("Chnia")]
    public void An_unknown_state_is_refused(string name) => Call.Of("align", name, "USA").Refused(2).ShouldContain(name);

    [Fact]
    public void A_near_miss_is_suggested() => Call.Of("align", "Rusia", "USA").Refused(2).ShouldContain("Russia");

    [Theory]
    [InlineData("1900", "2000")]
    [InlineData("2000", "2090")]
    public void A_span_outside_the_votes_held_is_refused_with_the_years(string since, string until)
    {
        var sentence = Call.Of("align", "RUS", "CHN", "--since", since, "--until", until).Refused(2);
        sentence.ShouldContain("1946");
        sentence.ShouldContain("2025");
    }

    [Fact]
    public void A_span_that_runs_backwards_is_refused() => Call.Of("align", "RUS", "CHN", "--since", "2010", "--until", "2000").Refused(2).ShouldContain("--since");

    [Fact]
    public void An_ended_bloc_or_state_is_answered_for_the_years_that_it_had()
    {
        var pact = Call.Of("align", "WarsawPact", "USA", "--json").Json().GetProperty("years").EnumerateArray().ToList();
        pact[^1].GetProperty("year").GetInt32().ShouldBe(1990);
        pact[0].GetProperty("year").GetInt32().ShouldBe(1956);
        pact.Count(year => year.GetProperty("common_votes").GetInt32() > 0).ShouldBeGreaterThan(30);
        Call.Of("align", "USA", "GDR", "--json").Json().GetProperty("years").EnumerateArray().Last().GetProperty("year").GetInt32().ShouldBe(1990);
    }

    [Fact]
    public void A_year_in_which_a_bloc_had_no_members_is_missing_for_that_reason()
    {
        var years = Call.Of("align", "USA", "WarsawPact", "--since", "1953", "--until", "1995", "--json").Json().GetProperty("years").EnumerateArray().ToDictionary(year => year.GetProperty("year").GetInt32());
        years.Count.ShouldBe(43);
        foreach (var year in new[] { 1953, 1954, 1991, 1995 })
        {
            years[year].GetProperty("agreement").ValueKind.ShouldBe(JsonValueKind.Null);
            years[year].GetProperty("hole").GetString()!.ShouldContain("it has had members from 1955-05-14 to 1991-07-01");
        }

        years[1980].GetProperty("agreement").GetDouble().ShouldBeInRange(0, 1);
    }

    [Theory]
    [InlineData("align", "WarsawPact", "USA", "--since", "2000")]
    [InlineData("align", "WarsawPact", "USA", "--since", "1992", "--until", "1995")]
    [InlineData("drift", "WarsawPact", "USA", "CHN")]
    public void Without_members_in_any_year_asked_for_it_says_which_years_there_are(params string[] call) =>
        Call.Of(call).Refused(2).ShouldContain("it has had members from 1955-05-14 to 1991-07-01");

    [Fact]
    public void An_ended_bloc_has_no_ideal_points_either() => Call.Of("points", "WarsawPact").Refused(2).ShouldContain("is a bloc, and ideal points are those of states");
}
