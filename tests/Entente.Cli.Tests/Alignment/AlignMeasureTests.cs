using System.Text.Json;

namespace Entente.Cli.Tests.Alignment;

public sealed class AlignMeasureTests
{
    [Theory]
    [InlineData("identical", null, "identical_votes")]
    [InlineData("agreement", null, "agreement")]
    [InlineData("s", null, "s")]
    [InlineData("s-squared", null, "s_squared")]
    [InlineData("kappa", null, "kappa_quadratic")]
    [InlineData("kappa", "nominal", "kappa_nominal")]
    [InlineData("kappa", "linear", "kappa_linear")]
    [InlineData("pi", "quadratic", "pi_quadratic")]
    [InlineData("pi", "nominal", "pi_nominal")]
    [InlineData("tau-b", null, "tau_b")]
    public void The_measure_asked_for_is_the_value_and_all_stand_beside_it(string measure, string? weights, string field)
    {
        string[] call = ["align", "RUS", "CHN", "--since", "2025", "--measure", measure, "--json"];
        var answer = Call.Of(weights is null ? call : [.. call, "--weights", weights]).Json();
        answer.GetProperty("measure").GetString().ShouldBe(measure);
        var year = answer.GetProperty("years").EnumerateArray().Single();
        year.GetProperty("value").GetDouble().ShouldBe(year.GetProperty(field).GetDouble());
        year.GetProperty("interval").GetProperty("low").GetDouble().ShouldBeLessThan(year.GetProperty("value").GetDouble());
        year.GetProperty("agreement").GetDouble().ShouldBe(.862, .0005);
    }

    [Fact]
    public void A_page_of_kappa_names_its_weights_and_shows_the_line_of_zero()
    {
        var page = Call.Of("align", "USA", "RUS", "--measure", "kappa", "--issue", "nuclear", "--since", "1985").Out;
        page.ShouldContain("Cohen's kappa (quadratic)");
        page.ShouldContain("  0.0 ┼");
        page.ShouldContain("−1.0 ┤");
        page.ShouldContain("issue not coded");
        page.ShouldContain("roll calls on nuclear");
        page.Split('\n').Max(line => line.TrimEnd('\r').Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void Selections_reach_the_json_with_what_they_left_out()
    {
        var answer = Call.Of("align", "USA", "RUS", "--since", "2000", "--until", "2010", "--important", "--without-unanimous", "--without-amendments", "--issue", "human-rights", "--issue", "economic", "--json").Json();
        var selection = answer.GetProperty("selection");
        selection.GetProperty("issues").EnumerateArray().Select(issue => issue.GetString()).ShouldBe(["human-rights", "economic"]);
        selection.GetProperty("excluded").EnumerateArray().Select(entry => entry.GetProperty("reason").GetString()).ShouldContain("other issue");
        foreach (var year in answer.GetProperty("years").EnumerateArray())
        {
            year.GetProperty("selected_roll_calls").GetInt32().ShouldBeLessThan(year.GetProperty("roll_calls").GetInt32());
        }
    }

    [Fact]
    public void A_year_without_a_selected_roll_call_is_null()
    {
        var last = Call.Of("align", "USA", "RUS", "--since", "2010", "--important", "--json").Json().GetProperty("years").EnumerateArray().Last();
        last.GetProperty("selected_roll_calls").GetInt32().ShouldBe(0);
        last.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Alliances_have_their_own_page_and_shape()
    {
        var page = Call.Of("align", "GBR", "FRA", "--on", "alliances", "--measure", "s", "--weight", "cinc").Out;
        page.ShouldContain("how alike their alliances are");
        page.ShouldContain("targets weighted by cinc");
        var answer = Call.Of("align", "GBR", "FRA", "--on", "alliances", "--measure", "kappa", "--since", "1910", "--until", "1914", "--json").Json();
        answer.GetProperty("schema").GetString().ShouldBe("entente.alliance-alignment/1");
        answer.GetProperty("years").GetArrayLength().ShouldBe(5);
        answer.GetProperty("years")[4].GetProperty("s").GetDouble().ShouldBeInRange(-1, 1);
    }

    [Theory]
    [InlineData("--measure knows no 'kapa'", "RUS", "CHN", "--measure", "kapa")]
    [InlineData("nominal, linear or quadratic", "RUS", "CHN", "--measure", "pi", "--weights", "cubic")]
    [InlineData("--weights applies to kappa and pi", "RUS", "CHN", "--measure", "s", "--weights", "linear")]
    [InlineData("did you mean 'nuclear'", "RUS", "CHN", "--issue", "nuklear")]
    [InlineData("votes or alliances", "RUS", "CHN", "--on", "trade")]
    [InlineData("add --on alliances", "RUS", "CHN", "--measure", "s", "--weight", "cinc")]
    [InlineData("--weight applies to s", "RUS", "CHN", "--on", "alliances", "--measure", "kappa", "--weight", "cinc")]
    [InlineData("There is no weight 'beauty'", "RUS", "CHN", "--on", "alliances", "--measure", "s", "--weight", "beauty")]
    [InlineData("--important selects votes", "RUS", "CHN", "--on", "alliances", "--important")]
    [InlineData("--all needs --out", "--all")]
    [InlineData("leave out 'RUS'", "RUS", "CHN", "--all", "--out", "x.csv")]
    [InlineData(".parquet, .arrow or .csv", "--all", "--out", "x.xlsx")]
    [InlineData("name a file in a folder", "--all", "--out", "no-such-folder/x.csv")]
    [InlineData("--out belongs to --all", "RUS", "CHN", "--out", "x.csv")]
    [InlineData("--measure and --weights", "--all", "--out", "x.csv", "--measure", "s")]
    [InlineData("align needs A")]
    [InlineData("align needs B", "RUS")]
    [InlineData("no-such.csv", "RUS", "CHN", "--consensus", "no-such.csv")]
    public void A_wrong_call_is_refused_with_what_to_do(string says, params string[] call) => Call.Of(["align", .. call]).Refused(2).ShouldContain(says);

    [Fact]
    public void Two_states_without_a_common_selected_vote_have_no_answer() =>
        Call.Of("align", "USA", "RUS", "--since", "2023", "--important").Refused(1).ShouldContain("not zero");

    [Fact]
    public void A_consensus_file_raises_agreement_and_a_bad_cell_is_named()
    {
        using var folder = new TempFolder();
        var good = folder.File("good.csv", "year,count\n2025,100\n");
        var year = Call.Of("align", "USA", "RUS", "--since", "2025", "--consensus", good, "--json").Json().GetProperty("years")[0];
        year.GetProperty("consensus_added").GetInt32().ShouldBe(100);
        year.GetProperty("agreement").GetDouble().ShouldBeGreaterThan(.4);
        var sentence = Call.Of("align", "USA", "RUS", "--since", "2025", "--consensus", folder.File("bad.csv", "year,count\n2024,5\n2025,x\n")).Refused(2);
        sentence.ShouldContain("bad.csv");
        sentence.ShouldContain("line 3");
        sentence.ShouldContain("count");
    }

    [Fact]
    public void All_dyads_are_written_as_csv_with_missing_cells_empty_and_nothing_left_beside()
    {
        using var folder = new TempFolder();
        var path = folder.In("dyads.csv");
        var answer = Call.Of("align", "--all", "--out", path, "--since", "2024", "--until", "2025", "--json").Json();
        var lines = File.ReadAllLines(path);
        answer.GetProperty("rows").GetInt32().ShouldBe(lines.Length - 1);
        answer.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(path).Length);
        lines[0].Split(',').ShouldBe(answer.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!));
        var russiaChina = lines.Single(line => line.StartsWith("2025,2025,365,710,RUS,CHN,192,", StringComparison.Ordinal)).Split(',');
        double.Parse(russiaChina[8], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(.862, .0005);
        lines.ShouldAllBe(line => !line.Contains("nan", StringComparison.OrdinalIgnoreCase) && line.Split(',').Length == 30);
        lines.ShouldContain(line => line.Contains(",,", StringComparison.Ordinal));
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["dyads.codebook.md", "dyads.csv"]);
    }

    [Fact]
    public void All_dyads_as_parquet_are_parquet_and_replace_an_older_file()
    {
        using var folder = new TempFolder();
        var path = folder.File("it's dyads.parquet", "old");
        var page = Call.Of("align", "--all", "--out", path, "--since", "2025").Out;
        page.ShouldContain("18,145");
        using var file = File.OpenRead(path);
        var magic = new byte[4];
        file.ReadExactly(magic);
        magic.ShouldBe("PAR1"u8.ToArray());
    }
}
