using System.Text.RegularExpressions;
using Entente.Models.Figures;
using Entente.World;

namespace Entente.Models.Tests.Figures;

public sealed class FigureCatalogueTests(Snapshot snapshot)
{
    public static TheoryData<string> Keys => [.. FigureCatalogue.All.Select(figure => figure.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_example_of_every_figure_is_answered_with_its_sources_and_coverage(string key)
    {
        var figure = FigureCatalogue.Find(key);
        var answer = Ask(key, figure.Example.Split(' '));
        answer.WhyMissing.ShouldBeNull();
        (answer.Text is not null || !answer.Figure.IsMissing).ShouldBeTrue();
        answer.Figure.Provenance.Sources.ShouldNotBeEmpty();
        foreach (var alternative in answer.Alternatives) alternative.Figure.Provenance.Sources.ShouldAllBe(source => figure.Sources.Contains(source) || source == "cow-nmc" || source == "eu-exports-yearly", alternative.Label);
        answer.Figure.Provenance.Coverage.Statement.ShouldNotBeNullOrWhiteSpace();
        answer.Vintage.ShouldContain(answer.Figure.Provenance.Sources[0] + ": ");
        answer.Parameters.Select(pair => pair.Name).ShouldBeSubsetOf(figure.Parameters.Select(parameter => parameter.Name));
        answer.Alternatives.Select(alternative => alternative.Label).ShouldBeUnique();
    }

    [Fact]
    public void Names_are_single_and_every_figure_says_what_it_is_and_is_not()
    {
        FigureCatalogue.All.Select(figure => figure.Key).ShouldBeUnique();
        foreach (var figure in FigureCatalogue.All)
        {
            Regex.IsMatch(figure.Key, "^[a-z]+(-[a-z]+)*$").ShouldBeTrue(figure.Key);
            figure.Description.ShouldEndWith(".");
            figure.Limits.ShouldNotBeEmpty();
            figure.Limits.ShouldAllBe(limit => limit.EndsWith('.'));
            foreach (var source in figure.Sources) snapshot.World.Catalog[source].Key.ShouldBe(source);
            figure.Parameters.Where(parameter => parameter.Kind == FigureParameterKind.Choice).ShouldAllBe(parameter => parameter.Choices.Contains(parameter.Default!));
        }
    }

    [Theory]
    [InlineData("trade-shar state=RUS", "Did you mean 'trade-share'?")]
    [InlineData("weather state=RUS", "'entente figures' lists all")]
    [InlineData("trade-share state=RUS partner=CHN", "needs year")]
    [InlineData("trade-share state=RUS partner=CHN yaer=2023 year=2023", "no parameter 'yaer'. Did you mean 'year'?")]
    [InlineData("trade-share state=RUS partner=CHN year=23", "a year from 1816 to 2100")]
    [InlineData("trade-share state=RUS partner=CHN year=9999", "a year from 1816 to 2100")]
    [InlineData("trade-share state=RUS partner=CHN year=2023 flow=sideways", "flow of trade-share cannot be 'sideways'. Allowed: imports, exports, both")]
    [InlineData("trade-share state=RUS partner=Russia year=2023", "are both Russia")]
    [InlineData("trade-share state=Rusia partner=CHN year=2023", "Did you mean Russia")]
    [InlineData("trade-share state=RUS partner=EU year=1950", "had no members at the end of 1950")]
    [InlineData("bloc-members bloc=NATO year=1900", "had no members at the end of 1900")]
    [InlineData("bloc-members bloc=NATTO year=2000", "Did you mean 'NATO'?")]
    [InlineData("trade-growth state=RUS partner=CHN from=2020 year=2013", "the first year must come before the last")]
    [InlineData("dispute-count a=RUS b=CHN from=2000 until=1990", "swap them")]
    [InlineData("vote-tally resolution=A/RES/99/999", "No recorded vote held has the symbol")]
    [InlineData("indicator name=happiness state=RUS year=2020", "There is no indicator 'happiness'")]
    [InlineData("lng-share from=2023-4 to=2024-03", "write a month as yyyy-mm")]
    [InlineData("lng-share from=2023-04", "both from and to")]
    [InlineData("lng-share from=2024-03 to=2023-04", "swap them")]
    [InlineData("gdp state=CZS year=2020", "Czechoslovakia")]
    public void What_cannot_be_asked_is_refused_with_what_to_do(string asked, string expected)
    {
        var words = asked.Split(' ');
        Should.Throw<InvalidInputException>(() => Ask(words[0], words[1..])).Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("trade-share state=RUS partner=CHN year=2022", "holds no goods trade of 2022; it holds 2000-2020 and 2023", "in 2020, in 2023")]
    [InlineData("favourability respondents=USA about=RUS view=unfavourable year=2024", "2017-2020", "in 2020")]
    [InlineData("military-spending state=RUS year=2050", "of 2050", "in 20")]
    [InlineData("gas-import-share origin=Russia year=2023", "whole year", "in 2022")]
    [InlineData("trade-value state=USA partner=EU year=2023 kind=services", "services is not held", "")]
    [InlineData("dispute-count a=RUS b=CHN from=2000 until=2020", "held to 2014 only", "from 2000 to 2014")]
    [InlineData("nuclear-status state=PRK year=2024", "it holds", "in 2022")]
    public void What_is_not_held_is_said_with_the_nearest_that_is(string asked, string why, string context)
    {
        var words = asked.Split(' ');
        var answer = Ask(words[0], words[1..]);
        answer.WhyMissing.ShouldNotBeNull().ShouldContain(why);
        answer.Figure.IsMissing.ShouldBeTrue();
        string.Join(", ", answer.Alternatives.Select(alternative => alternative.Label)).ShouldContain(context);
        answer.Alternatives.ShouldAllBe(alternative => alternative.Standing != AlternativeStanding.Plain);
    }

    [Fact]
    public void A_bloc_that_lacks_a_member_is_missing_and_not_smaller()
    {
        var answer = Ask("gdp", "state=WarsawPact", "year=1985");
        answer.IsMissing.ShouldBeTrue();
        answer.Alternatives.ShouldContain(alternative => alternative.Standing == AlternativeStanding.Context && alternative.Label.Contains("members that are held", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_request_fixes_is_no_longer_a_plain_reading()
    {
        Ask("trade-share", "state=RUS", "partner=CHN", "flow=imports", "year=2023").Alternatives.Single(one => one.Label.StartsWith("of what the matrix", StringComparison.Ordinal)).Standing.ShouldBe(AlternativeStanding.Plain);
        Ask("trade-share", "state=RUS", "partner=CHN", "flow=imports", "year=2023", "denominator=customs").Alternatives.ShouldAllBe(one => one.Standing == AlternativeStanding.Wider);
        Ask("trade-share", "state=RUS", "partner=EU", "flow=imports", "year=2013").Alternatives.Single(one => one.Label.Contains("EU27", StringComparison.Ordinal)).Standing.ShouldBe(AlternativeStanding.Plain);
        Ask("trade-share", "state=RUS", "partner=EU28", "flow=imports", "year=2013").Alternatives.Single(one => one.Label.Contains("EU27", StringComparison.Ordinal)).Standing.ShouldBe(AlternativeStanding.Wider);
    }

    private FigureAnswer Ask(string key, params string[] parameters) => FigureCatalogue.Ask(snapshot.World, FigureRequest.Parse(key, parameters));
}
