using System.Xml.Linq;
using Entente.Briefing.Claims;
using Entente.Models.Figures;
using Entente.Tests;
using Entente.World;

namespace Entente.Briefing.Tests.Claims;

[Collection(SnapshotTests.Name)]
public sealed class ClaimCheckerTests(Snapshot snapshot)
{
    private static readonly string[] Folders = [Path.Combine(Shared.Repository, "claims")];

    [Fact]
    public void The_figures_of_the_argument_have_the_verdicts_and_values_of_the_case()
    {
        var check = Check("reverse-kissinger");
        check.Results.Select(result => (result.Claim.Key, result.Words)).ShouldBe(
        [
            ("C1", "supported"), ("C2", "depends on the definition"), ("C3", "supported"), ("C4", "depends on the definition"), ("C5", "supported"), ("C6", "cannot be fully checked"), ("C7", "supported"),
            ("C8", "cannot be checked"),
        ]);
        check.Results[0].Parts[3].Answer.Text.ShouldBe("93-18-65");
        check.Results[0].Parts[1].Answer.States.Select(state => state.Name).ShouldContain("Hungary");
        check.Results[0].Parts[1].Answer.States.Length.ShouldBe(17);
        Shown(check, 1, 0).ShouldBe(["51.4 %", "60.6 %", "48.6 %", "56.6 %"]);
        Shown(check, 2, 0).Take(1).Concat(Shown(check, 2, 0).Where(value => value == "45.7 %")).ShouldBe(["48.0 %", "45.7 %"]);
        Shown(check, 3, 0)[..3].ShouldBe(["45.9 %", "54.4 %", "38.6 %"]);

        // The conduits are those that the method finds; eight chosen by hand give 54, 62 and 46 %.
        foreach (var (reading, reckoned) in check.Results[3].Parts[1].Readings.Zip([.54, .62, .46])) reading.Figure.Value.ShouldBe(reckoned, .02, reading.Label);
        Shown(check, 4, 0).ShouldBe(["74.9 %", "74.5 %"]);
        Shown(check, 5, 0).ShouldContain("$892 bn");
        check.Results[5].Parts[1].Verdict.ShouldBe(ClaimVerdict.CannotBeChecked);
        Shown(check, 6, 0)[..3].ShouldBe(["59.5 %", "63.2 %", "51.9 %"]);
        check.Results[7].Parts[0].Readings.Single(reading => reading.Label == "in 2020").Figure.Value.ShouldBe(.709, .005);
        check.Sources.Select(source => source.Key).ShouldBe(["baci", "baci-2023-mask", "customs-totals", "doe-lng", "eu-exports-yearly", "pew", "rosstat", "unga-votes"]);
    }

    [Fact]
    public void Claims_of_many_kinds_right_and_wrong()
    {
        var check = Check("world-in-figures");
        check.Results.Length.ShouldBeGreaterThanOrEqualTo(15);
        check.Results.Where(result => result.Verdict == ClaimVerdict.Contradicted).Select(result => result.Claim.Key).ShouldBe(["surplus", "china-against", "alone", "half-the-world", "no-disputes", "finland"]);
        check.Results.Where(result => result.Verdict == ClaimVerdict.CannotBeChecked).Select(result => result.Claim.Key).ShouldBe(["tomorrow"]);
        check.Results.Where(result => result.Verdict == ClaimVerdict.DependsOnDefinition).ShouldBeEmpty();
        check.Results.Single(result => result.Claim.Key == "alone").Parts[0].Why.ShouldContain("has also Belarus");
        check.Results.SelectMany(result => result.Parts).Select(part => part.Part.Request.Key).Distinct().Count().ShouldBeGreaterThanOrEqualTo(15);
    }

    [Theory]
    [InlineData("48.0 %", ClaimVerdict.Supported)]
    [InlineData("45.5 %", ClaimVerdict.DependsOnDefinition)] // met by one plain reading, the other is further than five per cent
    [InlineData("46.5 %", ClaimVerdict.Supported)]
    [InlineData("52 %", ClaimVerdict.DependsOnDefinition)] // by the wider circle only
    [InlineData("30 %", ClaimVerdict.Contradicted)]
    [InlineData("less than half", ClaimVerdict.Supported)]
    [InlineData("more than 46 %", ClaimVerdict.DependsOnDefinition)]
    [InlineData("more than half", ClaimVerdict.DependsOnDefinition)]
    [InlineData("more than 60 %", ClaimVerdict.Contradicted)]
    public void The_rule_on_one_figure_with_many_readings(string wording, ClaimVerdict expected) =>
        One("trade-share", "{ state: RUS, partner: EU, flow: imports, year: 2013 }", wording).Verdict.ShouldBe(expected);

    [Theory]
    [InlineData(new[] { ClaimVerdict.Supported, ClaimVerdict.Supported }, ClaimVerdict.Supported)]
    [InlineData(new[] { ClaimVerdict.Supported, ClaimVerdict.DependsOnDefinition }, ClaimVerdict.DependsOnDefinition)]
    [InlineData(new[] { ClaimVerdict.DependsOnDefinition, ClaimVerdict.CannotBeChecked }, ClaimVerdict.CannotBeChecked)]
    [InlineData(new[] { ClaimVerdict.CannotBeChecked, ClaimVerdict.Contradicted }, ClaimVerdict.Contradicted)]
    public void A_claim_is_no_firmer_than_its_parts(ClaimVerdict[] parts, ClaimVerdict expected) => ClaimVerdicts.Of(parts).ShouldBe(expected);

    [Theory]
    [InlineData("trade-share", "{ state: RUS, partner: RUS, year: 2013 }", "half", "are both Russia")]
    [InlineData("trade-share", "{ state: RUS, partner: EU, year: 1950 }", "half", "had no members")]
    [InlineData("trade-share", "{ state: RUS, partner: CHN }", "half", "needs year")]
    [InlineData("voted-with", "{ state: USA, resolution: A/RES/ES-11/7 }", "includes Atlantis", "Atlantis")]
    [InlineData("vote-of", "{ state: USA, resolution: A/RES/ES-11/7 }", "more than 5", "answers here in words")]
    [InlineData("vote-tally", "{ resolution: A/RES/ES-11/7, vote: yes }", "adopted", "answers here with a number")]
    public void A_figure_that_cannot_be_asked_for_is_told_with_its_place(string figure, string parameters, string wording, string expected)
    {
        var message = Should.Throw<InvalidInputException>(() => One(figure, parameters, wording)).Message;
        message.ShouldStartWith("a.yaml, line 4, column 13: ");
        message.ShouldContain(expected);
    }

    [Fact]
    public void The_page_is_well_formed_the_same_each_time_and_safe()
    {
        var file = ClaimsReader.Parse(Text("trade-share", "{ state: RUS, partner: CHN, flow: imports, year: 2023 }", "over half").Replace("statement: S", "statement: \"<script>alert(1)</script> روسيا 俄罗斯\"", StringComparison.Ordinal), "a.yaml");
        var check = ClaimChecker.Check(snapshot.World, file);
        var html = ClaimsBrief.Html(check);
        XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root.ShouldNotBeNull();
        html.ShouldNotContain("<script");
        html.ShouldContain("روسيا 俄罗斯");
        html.ShouldContain("depends on the definition");
        html.ShouldContain("entente figure trade-share flow=imports partner=CHN state=RUS year=2023");
        ClaimsBrief.Html(ClaimChecker.Check(snapshot.World, file)).ShouldBe(html);
        var markdown = ClaimsBrief.Markdown(check);
        markdown.ShouldContain("45.9");
        markdown.ShouldNotContain("<script");
    }

    [Fact]
    public void The_committed_schema_is_the_generated_one()
    {
        var path = Path.Combine(Folders[0], "claims.schema.json");
        if (Environment.GetEnvironmentVariable("ENTENTE_WRITE") == "1") File.WriteAllText(path, ClaimsSchema.Generate());
        File.ReadAllText(path).ShouldBe(ClaimsSchema.Generate());
        foreach (var figure in FigureCatalogue.All) ClaimsSchema.Generate().ShouldContain($"\"{figure.Key}\"");
    }

    private ClaimsCheck Check(string name) => ClaimChecker.Check(snapshot.World, ClaimsReader.Read(name, Folders));

    private ClaimResult One(string figure, string parameters, string wording) => ClaimChecker.Check(snapshot.World, ClaimsReader.Parse(Text(figure, parameters, wording), "a.yaml")).Results.Single();

    private static string Text(string figure, string parameters, string wording) => $"title: T\nclaims:\n  - statement: S\n    figure: {figure}\n    parameters: {parameters}\n    comparison: \"{wording}\"\n";

    private static string[] Shown(ClaimsCheck check, int claim, int part) => [.. check.Results[claim].Parts[part].Readings.Select(reading => reading.Value)];
}
