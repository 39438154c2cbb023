using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Briefing.Tests;

public sealed class AssessmentJsonTests
{
    [Fact]
    public void The_shape_is_versioned_and_holds_every_part()
    {
        var json = Parse(AssessmentJson.Write(SampleAssessment.Full(), new() { CommandLine = "entente assess x", StoreEdition = "2026-02", Version = "9.9.9" }));
        json.Select(field => field.Key).ShouldBe(["schema", "strategy", "verdict", "splits", "splits_without_moves", "effect_of_moves", "grades", "key_figures", "balance", "net_worth", "views", "costs", "expected_drifts", "allies", "influences", "conditions", "assumptions", "charts", "caveats", "sources", "provenance", "computed"]);
        ((string?)json["schema"]).ShouldBe("entente.assessment/1");
        ((double)json["splits"]!["mean"]!).ShouldBe(.071);
        ((double)json["splits"]!["monte_carlo_error"]!).ShouldBe(.0019);
        ((string?)json["strategy"]!["target"]!["name"]).ShouldBe("Russia");
        ((int)json["strategy"]!["target"]!["state"]!).ShouldBe(365);
        json["strategy"]!["moves"]!.AsArray().Select(move => (string?)move!["type"]).ShouldBe(["lift_sanctions", "guarantee", "recognition", "arms", "trade_deal"]);
        ((string?)json["key_figures"]![4]!["unit"]).ShouldBe("billion_usd");
        ((string?)json["key_figures"]![3]!["basis"]).ShouldBe("judgement");
        ((string?)json["key_figures"]![0]!["interval"]!["level"]!.ToString()).ShouldBe("0.9");
        ((int)json["key_figures"]![1]!["coverage"]!["missing"]!).ShouldBe(14);
        ((string?)json["assumptions"]![0]!["distribution"]).ShouldBe(SampleAssessment.Full().Assumptions[0].Distribution.Describe());
        ((string?)json["computed"]!["seed"]).ShouldBe("20250224");
        ((int)json["computed"]!["failed_draws"]!).ShouldBe(12);
        ((string?)json["computed"]!["version"]).ShouldBe("9.9.9");
    }

    [Fact]
    public void What_is_missing_is_null()
    {
        var json = Parse(AssessmentJson.Write(SampleAssessment.Full()));
        json["costs"]![5]!["share_of_income"].ShouldBeNull();
        json["charts"]![0]!["series"]![0]!["values"]![4].ShouldBeNull();
        json["computed"]!["command"].ShouldBeNull();
        var hostile = AssessmentJson.Write(SampleAssessment.Hostile("x"));
        hostile.ShouldNotContain("NaN", Case.Sensitive);
        hostile.ShouldNotContain("Infinity");
        Parse(hostile)["splits"]!["mean"].ShouldBeNull();
    }

    [Fact]
    public void Numbers_come_back_as_they_were()
    {
        var full = SampleAssessment.Full();
        var json = Parse(AssessmentJson.Write(full));
        foreach (var (term, index) in full.Balance.Select((term, index) => (term, index))) ((double)json["balance"]![index]!["worth"]!["low"]!).ShouldBe(term.Worth.Low);
        json["net_worth"]!["counts"]!.AsArray().Select(count => (int)count!).ShouldBe(full.NetWorth.Counts);
        json["net_worth"]!["edges"]!.AsArray().Select(edge => (double)edge!).ShouldBe(full.NetWorth.Edges);
        json["charts"]![1]!["series"]![1]!["values"]!.AsArray().Select(value => value is null ? double.NaN : (double)value).ShouldBe(full.Charts[1].Series[1].Values);
    }

    [Theory]
    [MemberData(nameof(ChartTests.NastyTexts), MemberType = typeof(ChartTests))]
    public void Any_text_makes_valid_json(string text)
    {
        var json = Parse(AssessmentJson.Write(SampleAssessment.Hostile(text)));
        if (!text.Contains('\uD800', StringComparison.Ordinal)) ((string?)json["verdict"]).ShouldBe(text);
    }

    [Fact]
    public void Every_source_that_is_named_is_listed()
    {
        var full = SampleAssessment.Full();
        var json = Parse(AssessmentJson.Write(full with { Sources = full.Sources.RemoveAt(1) }));
        var listed = json["sources"]!.AsArray().ToDictionary(source => (string)source!["key"]!, source => (int)source!["number"]!);
        listed["unga-votes"].ShouldBe(1);
        listed["baci"].ShouldBe(9);
        foreach (var list in new[] { "key_figures", "balance", "costs", "allies", "charts" })
        {
            foreach (var item in json[list]!.AsArray()) item!["sources"]!.AsArray().ShouldAllBe(key => listed.ContainsKey((string)key!));
        }
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_on_any_system()
    {
        using var stream = new MemoryStream();
        AssessmentJson.Write(SampleAssessment.Full(), stream);
        stream.ToArray().ShouldBe(System.Text.Encoding.UTF8.GetBytes(AssessmentJson.Write(SampleAssessment.Full())));
        AssessmentJson.Write(SampleAssessment.Full()).ShouldNotContain("\r");
        AssessmentJson.Write(SampleAssessment.Full()).ShouldEndWith("}\n");
    }

    [Fact]
    public void Lists_that_were_never_set_are_empty() => Parse(AssessmentJson.Write(SampleAssessment.Full() with { Views = default, Costs = default(ImmutableArray<Entente.Models.Strategy.CostLine>), Sources = default }))["views"]!.AsArray().ShouldBeEmpty();

    private static JsonObject Parse(string json) => JsonNode.Parse(json, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false })!.AsObject();
}
