using System.Text.Json;

namespace Entente.Cli.Tests.Data;

public sealed class MapTests
{
    [Fact]
    public void One_year_is_ranked_with_intervals_and_votes_in_common()
    {
        var call = Call.Of("map", "align", "USA");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Who votes with United States");
        call.Out.ShouldContain("90 % interval");
        call.Out.ShouldContain("Israel");
        call.Out.ShouldContain("states between");
        call.Out.ShouldContain("Rests on");
    }

    [Fact]
    public void Several_years_show_who_changed_and_the_holes()
    {
        var call = Call.Of("map", "align", "CHN", "--since", "2015", "--until", "2024");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Who changed most from 2015 to 2024");
        call.Out.ShouldContain("points");
        call.Out.ShouldContain("? 2024");
        call.Out.ShouldContain("89 votes");
    }

    [Fact]
    public void Json_has_an_entry_a_year_in_every_array()
    {
        var json = Call.Of("map", "align", "RUS", "--since", "1946", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.map/1");
        json.GetProperty("figure").GetString().ShouldBe("align");
        json.GetProperty("subject").GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()).ShouldBe([365]);
        json.GetProperty("unit").GetString().ShouldBe("share");
        json.GetProperty("level").GetDouble().ShouldBe(.9);
        json.GetProperty("years").EnumerateArray().Select(year => year.GetInt32()).ShouldBe(Enumerable.Range(1946, 80));
        json.GetProperty("holes").EnumerateArray().Single(hole => hole.GetProperty("year").GetInt32() == 2024).GetProperty("reason").GetString()!.ShouldContain("89 votes");
        foreach (var state in json.GetProperty("states").EnumerateArray())
        {
            foreach (var name in new[] { "values", "low", "high", "n" }) state.GetProperty(name).GetArrayLength().ShouldBe(80);
        }

        State(json, 365).GetProperty("is_subject").GetRawText().ShouldBe("[[1946,2025]]");
        State(json, 260).GetProperty("iso3").ValueKind.ShouldBe(JsonValueKind.Null);
        var china = State(json, 710);
        china.GetProperty("from").GetInt32().ShouldBe(1860);
        china.GetProperty("values")[1960 - 1946].ValueKind.ShouldBe(JsonValueKind.Null);
        var align = Call.Of("align", "RUS", "CHN", "--since", "2025", "--until", "2025", "--json").Json().GetProperty("years")[0];
        china.GetProperty("values")[79].GetDouble().ShouldBe(align.GetProperty("agreement").GetDouble(), 5.1e-6);
        china.GetProperty("n")[79].GetInt32().ShouldBe(align.GetProperty("common_votes").GetInt32());
        json.GetProperty("provenance").GetProperty("coverage").GetProperty("held").GetInt32().ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Dependence_has_two_flows_and_no_intervals()
    {
        var imports = Call.Of("map", "depend", "CHN", "--since", "2023", "--until", "2023", "--json").Json();
        imports.GetProperty("level").ValueKind.ShouldBe(JsonValueKind.Null);
        var russia = State(imports, 365);
        russia.GetProperty("low").ValueKind.ShouldBe(JsonValueKind.Null);
        russia.GetProperty("n").ValueKind.ShouldBe(JsonValueKind.Null);
        var exports = State(Call.Of("map", "depend", "CHN", "--flow", "exports", "--since", "2023", "--until", "2023", "--json").Json(), 365);
        exports.GetProperty("values")[0].GetDouble().ShouldNotBe(russia.GetProperty("values")[0].GetDouble());
        var shown = Call.Of("map", "depend", "EU", "--flow", "exports");
        shown.Code.ShouldBe(0, shown.Error);
        shown.Out.ShouldContain("Whose exports go to European Union");
    }

    [Fact]
    public void Points_are_about_no_party()
    {
        var json = Call.Of("map", "points", "--until", "1980", "--json").Json();
        json.GetProperty("subject").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("years").GetArrayLength().ShouldBe(1);
        State(json, 2).GetProperty("values")[0].GetDouble().ShouldBeGreaterThan(State(json, 365).GetProperty("values")[0].GetDouble());
        Call.Of("map", "points", "--since", "1946").Out.ShouldContain("Who changed most");
    }

    [Theory]
    [InlineData("There is no state or bloc", "map", "align", "Ruritania")]
    [InlineData("swap --since and --until", "map", "align", "USA", "--since", "2020", "--until", "1990")]
    [InlineData("is outside", "map", "points", "--since", "1900")]
    [InlineData("--flow knows no 'both'", "map", "depend", "CHN", "--flow", "both")]
    [InlineData("map needs one of align, depend or points", "map")]
    [InlineData("PARTY", "map", "align")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args) => Call.Of(args).Refused(2).ShouldContain(expected);

    [Fact]
    public void A_year_that_is_not_held_is_no_answer() => Call.Of("map", "align", "USA", "--until", "1964").Refused(1).ShouldContain("missing, not zero");

    private static JsonElement State(JsonElement json, int id) => json.GetProperty("states").EnumerateArray().Single(state => state.GetProperty("id").GetInt32() == id);
}
