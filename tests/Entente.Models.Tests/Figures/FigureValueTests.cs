using Entente.Models.Figures;
using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.Models.Votes;
using Entente.Numerics.Similarity;

namespace Entente.Models.Tests.Figures;

/// <summary>Figures are those of the models, and those that are known from elsewhere.</summary>
public sealed class FigureValueTests(Snapshot snapshot)
{
    [Theory]
    [InlineData("filled", Denominator.GapsFilled)]
    [InlineData("held", Denominator.AsReported)]
    [InlineData("customs", Denominator.OfficialTotal)]
    public void A_trade_share_is_that_of_the_model(string word, Denominator denominator)
    {
        var model = TradeDependence.Compute(snapshot.World, "RUS", "CHN", 2023);
        Value("trade-share", "state=RUS", "partner=CHN", "flow=imports", "year=2023", $"denominator={word}").ShouldBe(model.Imports.Shares[(int)denominator].Share);
        if (denominator != Denominator.OfficialTotal) Value("trade-share", "state=CHN", "partner=RUS", "flow=exports", "year=2023", $"denominator={word}").ShouldBe(TradeDependence.Compute(snapshot.World, "CHN", "RUS", 2023).Exports.Shares[(int)denominator].Share);
    }

    [Fact]
    public void Imports_and_exports_together_are_the_total_share_of_the_model() =>
        Value("trade-share", "state=RUS", "partner=CHN", "flow=both", "year=2013").ShouldBe(TradeDependence.Compute(snapshot.World, "RUS", "CHN", 2013).TotalShare, 1e-12);

    [Fact]
    public void The_share_with_third_states_is_that_of_the_model()
    {
        var model = IndirectSupply.Compute(snapshot.World, "RUS", "CHN", 2023, 2023).Last.Shares[(int)Denominator.GapsFilled];
        Value("indirect-trade-share", "state=RUS", "partner=CHN", "year=2023").ShouldBe(model.Upper);
        Value("indirect-trade-share", "state=RUS", "partner=CHN", "year=2023", "attribution=content").ShouldBe(model.Content);
    }

    [Fact]
    public void Shares_of_the_last_century_are_those_held()
    {
        var row = snapshot.World.TradeShares.First(share => share.Year == 1985 && share.Exporter == 2 && share.Importer == 20);
        Value("trade-share", "state=USA", "partner=CAN", "flow=exports", "year=1985").ShouldBe(row.OfExporter);
        Value("trade-share", "state=CAN", "partner=USA", "flow=imports", "year=1985").ShouldBe(row.OfImporter);
    }

    [Fact]
    public void Ranks_agree_with_the_model_and_the_union_may_count_as_one()
    {
        var model = TradeDependence.Compute(snapshot.World, "RUS", "CHN", 2013);
        Value("trade-rank", "state=RUS", "partner=CHN", "flow=imports", "year=2013").ShouldBe(model.Imports.Rank);
        Value("trade-rank", "state=RUS", "partner=CHN", "flow=exports", "year=2013").ShouldBe(model.Exports.Rank);
        Ask("trade-rank", "state=RUS", "partner=CHN", "flow=imports", "year=2013").Alternatives.Single().Figure.Value.ShouldBe(2);
    }

    [Fact]
    public void Growth_and_balance_follow_from_values()
    {
        var (before, after) = (Value("trade-value", "state=RUS", "partner=CHN", "year=2013"), Value("trade-value", "state=RUS", "partner=CHN", "year=2023"));
        Value("trade-growth", "state=RUS", "partner=CHN", "from=2013", "year=2023").ShouldBe((after / before) - 1, 1e-12);
        Value("trade-balance", "state=USA", "partner=CHN", "year=2020").ShouldBe(
            Value("trade-value", "state=USA", "partner=CHN", "flow=exports", "year=2020") - Value("trade-value", "state=USA", "partner=CHN", "flow=imports", "year=2020"), 1e-9);
    }

    [Fact]
    public void The_vote_of_24_February_2025()
    {
        Ask("vote-tally", "resolution=ES-11/7").Text.ShouldBe("93-18-65");
        Value("vote-tally", "resolution=ES-11/7", "vote=abstain").ShouldBe(65);
        Ask("vote-outcome", "resolution=ES-11/7").Text.ShouldBe("adopted");
        var with = Ask("voted-with", "state=USA", "resolution=ES-11/7");
        with.Figure.Value.ShouldBe(17);
        with.States.Select(state => state.Iso3).ShouldBe(
            ["BLR", "BFA", "BDI", "CAF", "GNQ", "ERI", "HTI", "HUN", "ISR", "MLI", "MHL", "NIC", "NER", "PRK", "PLW", "RUS", "SDN"], ignoreOrder: true);
        Ask("vote-of", "state=IND", "resolution=ES-11/7").Text.ShouldBe("abstain");
        Ask("vote-of", "state=NATO", "resolution=ES-11/7").Text.ShouldNotBeNull().ShouldContain("2 no");
    }

    [Fact]
    public void Agreement_is_that_of_the_model_with_its_interval()
    {
        var model = VoteSimilarity.Compute(snapshot.World, "RUS", "CHN", new VoteSimilarityOptions { Selection = new RollCallSelection { Since = 2025, Until = 2025 } }).Periods[0];
        var answer = Ask("agreement", "a=RUS", "b=CHN", "year=2025");
        answer.Figure.Value.ShouldBe(model[SimilarityMeasure.Identical].Value);
        answer.Figure.Interval.ShouldBe(model[SimilarityMeasure.Identical].Interval);
        answer.Figure.Value.ShouldBe(.78, .005);
        answer.Alternatives[0].Figure.Value.ShouldBe(.86, .005);
    }

    [Fact]
    public void Sums_over_a_bloc_are_sums_of_its_members()
    {
        var members = Ask("bloc-members", "bloc=BRICS", "year=2012").States;
        Value("population", "state=BRICS", "year=2012").ShouldBe(members.Sum(state => Value("population", $"state={state.Iso3}", "year=2012")));
        snapshot.World.Indicator("population", 365, 2012).ShouldBe(Value("population", "state=RUS", "year=2012"));
    }

    [Fact]
    public void Shares_of_the_whole_sum_to_one()
    {
        var shares = new[] { "Russia", "Norway", "Algeria", "Azerbaijan", "Libya", "LNG" }.Select(origin => Value("gas-import-share", $"origin={origin}", "year=2021")).ToArray();
        shares.ShouldAllBe(share => share >= 0 && share < 1);
        var all = Value("gas-imports", "origin=all", "year=2021");
        Value("gas-imports", "origin=Russia", "year=2021").ShouldBe(all * shares[0], 1e-9);
        (Value("russian-population-share", "part=west-of-urals") + Value("russian-population-share", "part=east-of-urals")).ShouldBe(1, 1e-12);
        snapshot.World.States.All.Count(state => snapshot.World.Indicator("gdp_current_usd", state.Id, 2020) is > 0).ShouldBeGreaterThan(150);
        Value("gdp-share", "state=USA", "year=2020").ShouldBeInRange(.2, .3);
    }

    [Theory]
    [InlineData("alliance a=USA b=POL year=2023", "yes")]
    [InlineData("alliance a=USA b=UKR year=2023", "no")]
    [InlineData("bloc-membership state=FIN bloc=NATO year=2022", "no")]
    [InlineData("bloc-membership state=FIN bloc=NATO year=2023", "yes")]
    [InlineData("nuclear-status state=PRK year=2020", "has weapons")]
    [InlineData("nuclear-status state=CHE year=2020", "none")]
    public void Answers_in_words(string asked, string word)
    {
        var words = asked.Split(' ');
        Ask(words[0], words[1..]).Text.ShouldBe(word);
    }

    private double Value(string key, params string[] parameters) => Ask(key, parameters).Figure.Value;

    private FigureAnswer Ask(string key, params string[] parameters) => FigureCatalogue.Ask(snapshot.World, FigureRequest.Parse(key, parameters));
}
