using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Entente.Cli.Tests.Trade;

public sealed class TradeTests
{
    private static readonly string[] Few = ["--draws", "128", "--seed", "3"];

    [Theory]
    [InlineData("sanctions-relief")]
    [InlineData("decoupling-2014")]
    [InlineData("sanctions-on-china")]
    public void A_shipped_what_if_fits_one_screen(string name)
    {
        var call = Call.Of(["trade", "what-if", name, .. Few]);
        call.Code.ShouldBe(0, call.Error);
        var lines = call.Out.TrimEnd().Split('\n');
        lines.Length.ShouldBeLessThanOrEqualTo(45);
        lines.Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        call.Out.ShouldContain("One sector understates");
        call.Out.ShouldContain("none failed");
        call.Out.ShouldContain("Sources");
    }

    [Fact]
    public void The_shape_of_the_json_stays()
    {
        var root = Call.Of(["trade", "what-if", "sanctions-relief", "--json", .. Few]).Json();
        root.GetProperty("schema").GetString().ShouldBe("entente.trade-what-if/1");
        Names(root).ShouldBe(
        [
            "schema", "key", "title", "question", "baseline", "target", "partner", "partner_share_before", "deficits", "horizon_years", "draws", "path_draws", "seed", "variants",
            "baseline_sensitivity", "assumptions", "sanctions_estimate", "caveats", "sources", "provenance",
        ]);
        var variant = root.GetProperty("variants")[2];
        Names(variant).ShouldBe(["name", "changes", "pairs_changed", "not_held", "failed_draws", "check", "partner_share", "groups", "economies", "target_trade", "path"]);
        Names(variant.GetProperty("economies")[0]).ShouldBe(["name", "iso3", "id", "real_income", "real_wage", "price_index", "exports", "imports", "gdp_billion_usd", "billion_usd"]);
        Names(variant.GetProperty("economies")[0].GetProperty("real_income")).ShouldBe(["mean", "low", "median", "high", "monte_carlo_error"]);
        Names(variant.GetProperty("target_trade")[0]).ShouldBe(["exporter", "importer", "baseline_billion", "change"]);
        Names(variant.GetProperty("path")[0]).ShouldBe(["year", "target_real_income", "partner_real_income", "partner_share_of_target_trade"]);
        variant.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("key").GetString()).ShouldBe(["target", "actors", "partner", "others", "world"]);
        Names(root.GetProperty("baseline_sensitivity")[0]).ShouldBe(["name", "target_domestic_share", "target_real_income"]);
        root.GetProperty("draws").GetInt32().ShouldBe(128);
        root.GetProperty("seed").GetInt32().ShouldBe(3);
        root.GetProperty("baseline").GetProperty("estimated").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Threads_change_no_byte() =>
        Call.Of(["trade", "what-if", "sanctions-on-china", "--json", "--threads", "1", .. Few]).Out.ShouldBe(Call.Of(["trade", "what-if", "sanctions-on-china", "--json", "--threads", "3", .. Few]).Out);

    [Fact]
    public void The_brief_has_a_map_for_each_variant_that_a_screen_reader_can_name()
    {
        using var folder = new TempFolder();
        var path = folder.In("relief.html");
        Call.Of(["trade", "what-if", "sanctions-relief", "--out", path, .. Few]).Code.ShouldBe(0);
        var page = XDocument.Parse(File.ReadAllText(path).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var maps = page.Descendants().Where(element => element.Name.LocalName == "svg" && ((string?)element.Attribute("aria-labelledby"))?.StartsWith("chart-map-", StringComparison.Ordinal) == true).ToList();
        maps.Count.ShouldBe(6, "each of three variants wide and narrow");
        maps.ShouldAllBe(map => map.Elements().Any(child => child.Name.LocalName == "title") && map.Elements().Any(child => child.Name.LocalName == "desc" && child.Value.Contains("Russia", StringComparison.Ordinal)));
        var ids = page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();
        ids.ShouldBeUnique();
        page.Descendants().Where(element => element.Name.LocalName == "a").Select(element => (string)element.Attribute("href")!).ShouldAllBe(target => ids.Contains(target.Substring(1)));
        var text = page.Root!.Value;
        text.ShouldContain("Natural Earth");
        text.ShouldContain("resolution 68/262");
        text.ShouldContain("median ratio of domestic sales for all", Case.Insensitive);
    }

    [Fact]
    public void The_other_files_are_written_as_their_ending_says()
    {
        using var folder = new TempFolder();
        Call.Of(["trade", "what-if", "decoupling-2014", "--out", folder.In("maps.svg"), .. Few]).Code.ShouldBe(0);
        foreach (var name in new[] { "maps.svg", "maps-2.svg", "maps-3.svg" }) XDocument.Load(folder.In(name)).Root!.Name.LocalName.ShouldBe("svg");
        Call.Of(["trade", "what-if", "decoupling-2014", "--out", folder.In("table.csv"), .. Few]).Code.ShouldBe(0);
        var rows = File.ReadAllLines(folder.In("table.csv"));
        rows[0].ShouldBe("variant,economy,iso3,measure,median,low,high,mean,monte_carlo_error");
        rows.Length.ShouldBe(1 + (3 * 44 * 6));
        rows.ShouldContain(row => row.StartsWith("No trade with the coalition of 2022,Russia,RUS,real_income,-0.01", StringComparison.Ordinal));
        Call.Of(["trade", "what-if", "decoupling-2014", "--out", folder.In("brief.md"), .. Few]).Code.ShouldBe(0);
        File.ReadAllText(folder.In("brief.md")).ShouldContain("![World map.");
        Directory.GetFiles(folder.Path, "brief-map-*.svg").Length.ShouldBe(3);
    }

    [Fact]
    public void A_baseline_of_ones_own_is_read_beside_its_file()
    {
        using var folder = new TempFolder();
        folder.File("flows.csv", "exporter,importer,value\nRUS,RUS,900\nRUS,CHN,50\nRUS,DEU,60\nCHN,RUS,60\nCHN,CHN,9000\nCHN,DEU,90\nDEU,RUS,50\nDEU,CHN,100\nDEU,DEU,3000\n");
        var file = folder.File("mine.yaml", "title: mine\nquestion: what if?\nbaseline: flows.csv\nyear: 2020\nvariants:\n  - name: apart\n    changes:\n      - embargo: { between: [RUS], and: [DEU] }\n");
        var root = Call.Of(["trade", "what-if", file, "--json", .. Few]).Json();
        root.GetProperty("baseline").GetProperty("economies").GetInt32().ShouldBe(3);
        root.GetProperty("variants")[0].GetProperty("economies").EnumerateArray().Single(economy => economy.GetProperty("iso3").GetString() == "RUS").GetProperty("real_income").GetProperty("median").GetDouble().ShouldBeLessThan(0);
    }

    [Fact]
    public void Many_sectors_stand_beside_one_on_the_page_in_the_json_and_in_the_table()
    {
        using var folder = new TempFolder();
        folder.File("trade.csv", "sector,exporter,importer,value\n" + string.Concat(new[] { ("energy", 1), ("industry", 5) }.Select(sector =>
            string.Concat("RUS RUS 90;RUS DEU 16;RUS CHN 5;DEU RUS 7;DEU DEU 300;DEU CHN 10;CHN RUS 6;CHN DEU 12;CHN CHN 900".Split(';').Select((line, i) =>
                string.Create(CultureInfo.InvariantCulture, $"{sector.Item1},{line.Split(' ')[0]},{line.Split(' ')[1]},{int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) * sector.Item2 + (i % 4)}\n"))))));
        folder.File("use.csv", "economy,sector,used_by,value\nRUS,energy,industry,50\nDEU,energy,industry,150\nCHN,energy,industry,400\n");
        folder.File("elasticity.csv", "sector,elasticity\nenergy,9\nindustry,3\n");
        var file = folder.File("mine.yaml", "title: mine\nquestion: what if?\nyear: 2020\nsectors: { trade: trade.csv, use: use.csv, elasticity: elasticity.csv }\npartner: CHN\nvariants:\n  - name: apart\n    changes:\n      - embargo: { between: [RUS], and: [DEU], sectors: [energy] }\n");
        var root = Call.Of(["trade", "what-if", file, "--json", .. Few]).Json();
        Names(root).SkipWhile(name => name != "variants").Take(3).ShouldBe(["variants", "sectoral", "baseline_sensitivity"]);
        var sectoral = root.GetProperty("sectoral");
        Names(sectoral).ShouldBe(["draws", "input_output_links", "elasticity_source", "sectors", "variants"]);
        sectoral.GetProperty("draws").GetInt32().ShouldBe(128);
        sectoral.GetProperty("input_output_links").GetBoolean().ShouldBeTrue();
        Names(sectoral.GetProperty("sectors")[0]).ShouldBe(["name", "elasticity", "trade_share"]);
        var variant = sectoral.GetProperty("variants")[0];
        Names(variant).ShouldBe(["name", "failed_draws", "check", "target_real_income_at_medians", "partner_share", "groups", "economies", "target_sectors"]);
        Names(variant.GetProperty("check")).ShouldBe(["clearing_error", "domestic_share_difference", "iterations"]);
        Names(variant.GetProperty("target_real_income_at_medians")).ShouldBe(["one_sector", "same_elasticity", "own_elasticity"]);
        Names(variant.GetProperty("economies")[0]).ShouldBe(Names(root.GetProperty("variants")[0].GetProperty("economies")[0]));
        Names(variant.GetProperty("target_sectors")[0]).ShouldBe(["name", "price", "output", "exports", "imports"]);
        variant.GetProperty("target_sectors")[0].GetProperty("exports").GetProperty("median").GetDouble().ShouldBeLessThan(-.1);

        var page = Call.Of(["trade", "what-if", file, "--out", folder.In("table.csv"), .. Few]);
        page.Code.ShouldBe(0, page.Error);
        page.Out.ShouldContain("Many sectors beside one");
        page.Out.ShouldContain("2 sectors that use each other's goods, 128 draws");
        page.Out.ShouldContain("Sectors of Russia that move most");
        page.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        File.ReadAllLines(folder.In("table.csv")).Count(row => row.Contains("_many_sectors", StringComparison.Ordinal)).ShouldBe(3 * 6);

        Call.Of(["trade", "what-if", file, "--out", folder.In("brief.html"), .. Few]).Code.ShouldBe(0);
        var brief = File.ReadAllText(folder.In("brief.html"));
        brief.ShouldContain("One sector and many");
        brief.ShouldContain("Sectors of Russia: apart");
        brief.ShouldContain("data: your own table.");
        Call.Of(["trade", "what-if", file, "--year", "2014"]).Refused(2).ShouldContain("starts from the tables of its sectors");
    }

    [Theory]
    [InlineData("trade what-if sanction-relief", "Did you mean 'sanctions-relief'?")]
    [InlineData("trade what-if sanctions-relief --year 2022", "A baseline can be made for 2000 to 2020 and 2023, not for 2022")]
    [InlineData("trade what-if sanctions-relief --out brief.odt", "--out brief.odt: a what-if is written as a brief (.html, .md, .pdf), as maps (.svg) or as a table (.csv)")]
    [InlineData("trade what-if nothing.yaml", "There is no file nothing.yaml")]
    [InlineData("trade validate --from 2014", "not from 2014")]
    public void What_cannot_be_answered_is_refused_in_one_sentence(string line, string says) => Call.Of(line.Split(' ')).Refused(2).ShouldContain(says);

    [Fact]
    public void The_validation_shows_scores_movers_and_what_the_model_gets_wrong()
    {
        var call = Call.Of("trade", "validate");
        call.Code.ShouldBe(0, call.Error);
        call.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        foreach (var says in new[] { "no change", "trade halved", "India", "knows neither discounts nor conduits", "partners;" }) call.Out.ShouldContain(says);
        var root = Call.Of("trade", "validate", "--json").Json();
        root.GetProperty("schema").GetString().ShouldBe("entente.trade-validation/1");
        Names(root).ShouldBe(["schema", "from", "to", "economies", "trade_elasticity", "sanctions", "exports", "imports", "findings", "provenance"]);
        Names(root.GetProperty("exports")).ShouldBe(["partners", "missing", "missing_share", "missing_names", "scores", "movers"]);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
