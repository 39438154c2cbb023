using System.Text.Json;

namespace Entente.Cli.Tests.Alignment;

/// <summary>Narrow spans and the quick way, so that each call takes a part of a second.</summary>
public sealed class PointsTests
{
    private static readonly string[] Narrow = ["--fit-since", "2018", "--quick"];

    private static Call Points(params string[] args) => Call.Of(["points", .. args, .. Narrow]);

    [Fact]
    public void A_year_is_ranked_from_high_to_low_with_intervals_and_votes()
    {
        var call = Points("--year", "2025");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Where states stood in 2025");
        call.Out.ShouldContain("90 % interval");
        call.Out.IndexOf("United States", StringComparison.Ordinal).ShouldBeLessThan(call.Out.IndexOf("Russia", StringComparison.Ordinal));
        call.Out.ShouldContain("--all shows every state");
        call.Out.ShouldContain("Source 1");
        call.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        Points("--year", "2025", "--all").Out.ShouldContain("Zimbabwe");
    }

    [Fact]
    public void The_hole_of_2024_says_how_little_it_rests_on()
    {
        var call = Points("--year", "2024");
        call.Out.ShouldContain("2024 rests on 6 roll calls: these points are mostly those of the period before it");
        Points("--year", "2024", "--smoother").Out.ShouldContain("those of the periods around it");
        call.Out.ShouldContain("○");
    }

    [Fact]
    public void Named_states_are_followed_with_their_distances()
    {
        var call = Points("RUS", "CHN", "USA", "--since", "2019");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Where Russia, China and United States stood");
        call.Out.ShouldContain("RUS–CHN");
        call.Out.Split('\n').Single(line => line.StartsWith("2024", StringComparison.Ordinal) && line.Contains('○', StringComparison.Ordinal)).Count(letter => letter == '○').ShouldBe(3);

        var json = Points("RUS", "CHN", "--since", "2019", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.points/1");
        json.GetProperty("points").GetArrayLength().ShouldBe(14);
        json.GetProperty("distances").GetArrayLength().ShouldBe(7);
        json.GetProperty("quality").GetProperty("sweeps").GetInt32().ShouldBe(800);
        json.GetProperty("quality").GetProperty("log_likelihood").GetArrayLength().ShouldBeGreaterThan(10);
        var point = json.GetProperty("points").EnumerateArray().First();
        point.GetProperty("interval").GetProperty("low").GetDouble().ShouldBeLessThan(point.GetProperty("value").GetDouble());
        json.GetProperty("provenance").GetProperty("coverage").GetProperty("statement").GetString()!.ShouldContain("left out");
    }

    [Fact]
    public void However_many_states_are_named_each_row_keeps_its_year()
    {
        var lines = Points("RUS", "CHN", "USA", "GBR", "FRA", "DEU", "IND", "--since", "2023").Out.Split('\n');
        lines.Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        // Seven states take two tables, their distances one more.
        foreach (var year in new[] { "2023", "2024", "2025" }) lines.Count(line => line.StartsWith(year + "  ", StringComparison.Ordinal)).ShouldBe(3);
        lines.ShouldContain(line => line.StartsWith("18 more pairs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_chart_and_the_fit_are_written_and_the_fit_can_be_gone_on_from()
    {
        using var folder = new TempFolder();
        var (chart, fit) = (Path.Combine(folder.Path, "points.svg"), Path.Combine(folder.Path, "fit.json"));
        Call.Of("points", "RUS", "USA", "--fit-since", "2018", "--fit-until", "2022", "--quick", "--out", chart, "--save", fit).Code.ShouldBe(0);
        File.ReadAllText(chart).ShouldStartWith("<svg");
        File.ReadAllText(chart).ShouldContain("Russia and United States in the General Assembly");
        JsonDocument.Parse(File.ReadAllText(fit)).RootElement.GetProperty("schema").GetString().ShouldBe("entente.ideal_point_fit/1");
        var updated = Points("RUS", "USA", "--since", "2023", "--from", fit);
        updated.Code.ShouldBe(0, updated.Error);
        updated.Out.ShouldContain("earlier fit");
        Directory.GetFiles(folder.Path).Length.ShouldBe(2);
        Call.Of("points", "--from", chart, "--quick").Refused(2).ShouldContain("this is no ideal-point fit");
    }

    [Fact]
    public void Checks_say_how_well_votes_are_called()
    {
        var json = Points("--check", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.points_check/1");
        json.GetProperty("called_right").EnumerateArray().First().GetProperty("right").GetDouble().ShouldBeInRange(.8, 1);
        json.GetProperty("held_out").GetArrayLength().ShouldBe(3);
        Points("--check").Out.ShouldContain("majority of the roll call");
    }

    [Fact]
    public void A_set_of_members_or_one_issue_can_be_scaled_alone()
    {
        var members = Call.Of("points", "--only", "BRICS,USA", "--year", "2022", "--fit-since", "2020", "--fit-until", "2023", "--quick", "--json").Json();
        members.GetProperty("points").GetArrayLength().ShouldBeLessThan(15);
        var session = Call.Of("points", "--by", "session", "--issue", "human-rights", "--fit-since", "2015", "--fit-until", "2019", "--quick", "--json").Json();
        session.GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("label").GetString()).ShouldContain("71");
        session.GetProperty("excluded").EnumerateArray().Select(row => row.GetProperty("reason").GetString()).ShouldContain("other issue");
    }

    [Theory]
    [InlineData("points --year 1900", "recorded votes are held from 1946")]
    [InlineData("points RUS --year 2020", "use --since and --until")]
    [InlineData("points --since 2020", "rank one year with --year")]
    [InlineData("points RUS USA --since 2022 --until 2020", "swap --since and --until")]
    [InlineData("points --fit-since 2022 --fit-until 2020", "swap --fit-since and --fit-until")]
    [InlineData("points RUS CHN rus --since 2020", "named twice")]
    [InlineData("points Atlantis --since 2020", "Atlantis")]
    [InlineData("points EU --since 2020", "is a bloc")]
    [InlineData("points --issue middle-erth", "did you mean 'middle-east'")]
    [InlineData("points --by decade", "year or session")]
    [InlineData("points --quick --reference", "leave one of them out")]
    [InlineData("points --out points.gif", "end the name in .svg")]
    [InlineData("points --save /nowhere/at/all/fit.json", "name a file in a folder")]
    [InlineData("points --from /nowhere/fit.json", "cannot be read")]
    [InlineData("points --only USA --quick", "at least two states")]
    [InlineData("align RUS CHN --measure points --weights linear", "--weights does not apply")]
    [InlineData("align RUS EU --measure points", "is a bloc")]
    public void A_wrong_call_gets_one_sentence(string call, string says) => Call.Of(call.Split(' ')).Refused(2).ShouldContain(says);

    [Fact]
    public void A_year_without_a_contested_vote_has_no_points()
    {
        Call.Of("points", "--year", "1964", "--fit-since", "1963", "--fit-until", "1966", "--quick").Refused(1).ShouldContain("missing, not zero");
        Call.Of("points", "--fit-since", "1964", "--fit-until", "1964", "--quick").Refused(1).ShouldContain("divides these states");
        Call.Of("points", "ESH", "--fit-since", "2020", "--quick").Refused(1).ShouldContain("cast none of the votes");
    }

    [Fact]
    public void Distances_of_points_are_a_measure_of_align()
    {
        var json = Call.Of("align", "RUS", "CHN", "--measure", "points", "--since", "2019", "--json").Json();
        json.GetProperty("measure").GetString().ShouldBe("points");
        json.GetProperty("years").EnumerateArray().First().GetProperty("value").GetDouble().ShouldBe(.476, .15); // the published distance of session 74
        var page = Call.Of("align", "USA", "RUS", "--measure", "points", "--since", "2019").Out;
        page.ShouldContain("how far apart they stand");
        page.ShouldContain("farthest");
    }

    [Fact]
    public void The_votes_a_model_would_not_have_expected_are_shown()
    {
        var json = Call.Of("vote", "A/RES/ES-11/7", "--expected", "--json").Json();
        json.GetProperty("surprising").EnumerateArray().First().GetProperty("vote").GetString().ShouldBe("no");
        json.GetProperty("model").GetString()!.ShouldContain("ideal points of 2025");
        Call.Of("vote", "A/RES/ES-11/7").Out.ShouldContain("--expected estimates");
    }

    [Fact]
    public void A_roll_call_that_the_model_leaves_out_is_shown_with_that_remark()
    {
        var json = Call.Of("vote", "V37033", "--expected", "--json").Json(); // 143 yes, no other vote
        json.GetProperty("model").GetString()!.ShouldContain("leave this roll call out");
        json.GetProperty("surprising").GetArrayLength().ShouldBe(0);
    }
}
