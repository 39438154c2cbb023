using Entente.Cli.Show;

namespace Entente.Cli.Tests.Trade;

public sealed class TradeEstimateTests
{
    private const string Table = "exporter,importer,year,trade,rta\nA,B,1,5,0\nA,C,1,2,0\nB,A,1,4,0\nB,C,1,3,1\nC,A,1,6,0\nC,B,1,1,0\nA,B,2,7,1\nA,C,2,2,0\nB,A,2,5,1\nB,C,2,4,1\nC,A,2,5,0\nC,B,2,2,0\n";

    [Fact]
    public void A_regression_is_shown_with_what_was_absorbed_and_as_a_table_for_others()
    {
        using var folder = new TempFolder();
        folder.File("t.csv", Table);
        var spec = folder.File("rta.yaml", "title: Agreements\ndata: t.csv\noutcome: trade\nregressors: [rta, late = (year = 2)::int]\neffects: [exporter, importer, year]\nerrors: [cluster(exporter^importer), hc1]\n");
        var call = Call.Of("trade", "estimate", spec, "--out", folder.In("c.csv"));
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldStartWith("Agreements  trade, poisson");
        call.Out.ShouldContain("explained by the effects");
        call.Out.ShouldContain("Absorbed: exporter (3), importer (3), year (2).");
        call.Out.ShouldContain("6 clusters, convention fixest");
        var lines = File.ReadAllLines(folder.In("c.csv"));
        lines[0].ShouldBe("model,outcome,term,estimate,error_kind,standard_error,p,low,high");
        lines.Length.ShouldBe(3);

        var json = Call.Of("trade", "estimate", spec, "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.regression/1");
        var model = json.GetProperty("models")[0];
        var rta = model.GetProperty("coefficients")[0];
        rta.GetProperty("value").GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(lines[1].Split(',')[3]);
        model.GetProperty("covariances")[0].GetProperty("clusters")[0].GetInt32().ShouldBe(6);
        model.GetProperty("sample").GetProperty("observations").GetInt32().ShouldBe(12);
        model.GetProperty("dropped")[0].GetProperty("name").GetString().ShouldBe("late");
    }

    [Fact]
    public void Several_models_stand_side_by_side()
    {
        using var folder = new TempFolder();
        folder.File("t.csv", Table);
        var spec = folder.File("two.yaml", "data: t.csv\noutcome: trade\nregressors: [rta]\nmodels:\n  - name: PPML\n  - name: OLS\n    family: linear\n    outcome: ln_trade = ln(trade)\n");
        var page = Call.Of("trade", "estimate", spec).Out;
        page.ShouldContain("PPML");
        page.ShouldContain("ln_trade");
        page.ShouldContain("within R²");
    }

    [Fact]
    public void Rows_without_a_finite_estimate_are_named_as_in_the_file()
    {
        using var folder = new TempFolder();
        folder.File("t.csv", Table + "D,E,2,0,1\nD,A,1,0,0\n");
        var spec = folder.File("s.yaml", "data: t.csv\nwhere: exporter <> 'A'\noutcome: trade\nregressors: [rta]\neffects: [exporter]\n");
        Call.Of("trade", "estimate", spec).Out.ShouldContain("No finite estimate exists with rows 13, 14 of t.csv.");
        Call.Of("trade", "estimate", spec, "--json").Json().GetProperty("models")[0].GetProperty("sample").GetProperty("separated_rows")[1].GetInt32().ShouldBe(14);
    }

    [Fact]
    public void A_wrong_file_and_a_wrong_output_are_refused_before_anything_is_written()
    {
        using var folder = new TempFolder();
        Call.Of("trade", "estimate", folder.In("none.yaml")).Refused(2).ShouldContain("There is no file");
        var spec = folder.File("s.yaml", "data: t.csv\noutcome: trade\n");
        Call.Of("trade", "estimate", spec, "--out", folder.In("x.txt")).Refused(2).ShouldContain("ends in .csv");
        folder.File("t.csv", Table.Replace("A,B,1,5,0", "A,B,1,-5,0", StringComparison.Ordinal));
        Call.Of("trade", "estimate", spec, "--out", folder.In("x.csv")).Refused(2).ShouldContain("trade is -5 in row 1 of ");
        File.Exists(folder.In("x.csv")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Gravity_keeps_to_the_width_and_tells_what_is_missing(int width)
    {
        using var output = new StringWriter();
        Program.Run(["trade", "gravity", "--since", "2018", "--reference", "2019", "--groups", "EU28,CHN"], new Surface { Output = output, Error = TextWriter.Null, Width = width }, CancellationToken.None).ShouldBe(0);
        var page = output.ToString();
        foreach (var line in page.Split('\n')) line.Length.ShouldBeLessThanOrEqualTo(width, line);
        page.ShouldContain("Imports from");
        string.Join(' ', page.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).ShouldContain("EU28 exports 1 of 28");
    }

    [Fact]
    public void Gravity_as_JSON_chart_and_panel()
    {
        using var folder = new TempFolder();
        var json = Call.Of("trade", "gravity", "--since", "2018", "--reference", "2019", "--groups", "CHN", "--json", "--out", folder.In("g.svg")).Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.gravity/1");
        json.GetProperty("paths").GetArrayLength().ShouldBe(2);
        File.ReadAllText(folder.In("g.svg")).ShouldContain("imports from groups of partners");
        File.Exists(folder.In("g-exports.svg")).ShouldBeTrue();

        // The panel is what 'trade estimate' reads.
        var panel = Call.Of("trade", "gravity", "--since", "2020", "--panel", folder.In("p.parquet"), "--json").Json();
        panel.GetProperty("missing").GetInt32().ShouldBe(2816);
        var spec = folder.File("g.yaml", "data: p.parquet\nwhere: year = 2020\noutcome: value\nregressors: [ln_km = ln(km), contiguous]\neffects: [exporter, importer]\nerrors: [dyadic(exporter, importer)]\n");
        var model = Call.Of("trade", "estimate", spec, "--json").Json().GetProperty("models")[0];
        model.GetProperty("coefficients")[0].GetProperty("value").GetDouble().ShouldBeInRange(-1.2, -.5);
        model.GetProperty("covariances")[0].GetProperty("clusters")[0].GetInt32().ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Gravity_refuses_a_bloc_as_the_state_and_an_unknown_year()
    {
        Call.Of("trade", "gravity", "--of", "EU").Refused(2).ShouldContain("not a single state");
        Call.Of("trade", "gravity", "--reference", "2022").Refused(2).ShouldContain("reference year 2022");
        Call.Of("trade", "gravity", "--groups", ",").Refused(2).ShouldContain("--groups is empty");
    }
}
