using Entente.World.Store;
using Entente.World.Votes;

namespace Entente.World.Tests.Store;

public sealed class WorldEditionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly WorldEdition _world;

    public WorldEditionTests() => _world = WorldEdition.Open(SmallWorld.Write(_folder["store"]));

    public void Dispose()
    {
        _world.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Votes_form_a_matrix_of_members_by_roll_calls_with_absences()
    {
        var votes = _world.Votes;
        votes.Members.ShouldBe([2, 365, 710]);
        votes.RollCalls.Select(rollCall => rollCall.VoteId).ShouldBe(["R1", "R2", "R3"]);
        votes.Of(2).ToArray().ShouldBe([RollCallVotes.Yes, RollCallVotes.No, RollCallVotes.Absent]);
        votes.Of(365).ToArray().ShouldBe([RollCallVotes.No, RollCallVotes.No, RollCallVotes.Absent]);
        votes.Of(710).ToArray().ShouldBe([RollCallVotes.Absent, RollCallVotes.Abstain, RollCallVotes.Yes]);
        votes.Of(-275).Length.ShouldBe(0);
    }

    [Fact]
    public void Issue_flags_are_coded_only_where_the_source_coded_them()
    {
        var rollCalls = _world.Votes.RollCalls;
        rollCalls[0].Issues.ShouldBe(VoteIssues.Coded | VoteIssues.MiddleEast);
        rollCalls[0].ResolutionId.ShouldBe(3);
        rollCalls[1].Title.ShouldBeNull();
        rollCalls[1].Important.ShouldBeNull();
    }

    [Fact]
    public void Trade_keeps_a_missing_pair_apart_from_one_without_trade()
    {
        _world.TradeYears.ShouldBe([2019, 2020, 2023]);
        var trade = _world.Trade(2023);
        trade.Economies.ShouldBe([2, 365, 710]);
        trade.Value(365, 710).ShouldBe(300.125);
        trade.Value(2, 365).ShouldBe(0);
        trade.Value(710, 365).ShouldBe(double.NaN);
        trade.LastValue(710, 365).ShouldBe(200.25);
        trade.Filled(710, 365).ShouldBe(200.25);
        trade.LastYear.ShouldBe(2020);
        trade.Sources.ShouldBe(["baci", "baci-2023-mask"]);
        _world.Trade(2020).LastYear.ShouldBe(0);
        _world.Trade(2020).Has(2).ShouldBeFalse();
        _world.Trade(2020).ShouldBeSameAs(_world.Trade(2020));
    }

    [Fact]
    public void A_year_without_trade_is_refused_with_the_years_held()
    {
        Should.Throw<InvalidInputException>(() => _world.Trade(2022)).Message.ShouldContain("2019-2020 and 2023");
        Should.Throw<InvalidInputException>(() => _world.Expenditure(2015)).Message.ShouldContain("2014");
    }

    [Fact]
    public void Expenditure_is_by_origin_down_and_destination_across()
    {
        var matrix = _world.Expenditure(2014);
        matrix.Economies.ShouldBe(["CHN", "RUS"]);
        matrix.Share.ShouldBe([.9, .25, .1, .75]);
        matrix.Expenditure.ShouldBe([20000, 4000]);
    }

    [Fact]
    public void An_indicator_that_is_missing_is_null_and_the_latest_never_looks_ahead()
    {
        _world.IndicatorNames.ShouldBe(["gdp_current_usd"]);
        _world.Indicator("gdp_current_usd", 365, 2019).ShouldBe(1.6e12);
        _world.Indicator("gdp_current_usd", 365, 2020).ShouldBeNull();
        _world.Indicator("gdp_current_usd", -275, 2020).ShouldBe(1.5e10);
        _world.LatestIndicator("gdp_current_usd", 365, 2020).ShouldBe((2019, 1.6e12));
        _world.LatestIndicator("gdp_current_usd", 365, 2030).ShouldBe((2021, 1.8e12));
        _world.LatestIndicator("gdp_current_usd", 365, 2018).ShouldBeNull();
        _world.LatestIndicator("gdp_current_usd", -275, 2019).ShouldBeNull();
        _world.LatestIndicator("gdp_current_usd", 366, 2030).ShouldBeNull();
        Should.Throw<ArgumentException>(() => _world.Indicator("gdp", 365, 2019)).Message.ShouldContain("gdp_current_usd");
    }

    [Fact]
    public void Capabilities_skip_years_without_an_index()
    {
        _world.LastCapabilityYear.ShouldBe(2022);
        _world.Cinc(2, 2021).ShouldBe(.125);
        _world.Cinc(365, 2022).ShouldBeNull();
    }

    [Fact]
    public void Distance_lasts_beyond_the_last_year_and_is_unknown_before_the_first()
    {
        _world.DistanceKm(365, 2, 1995).ShouldBe(4);
        _world.DistanceKm(2, 365, 2001).ShouldBe(5);
        _world.DistanceKm(2, 365, 2024).ShouldBe(5);
        _world.DistanceKm(2, 365, 1990).ShouldBeNull();
        _world.DistanceKm(2, 710, 2000).ShouldBeNull();
        _world.DistanceKm(710, 365, 2000).ShouldBe(0);
    }

    [Fact]
    public void Contiguity_follows_its_dates()
    {
        _world.Contiguity(710, 365, 1860).ShouldBe(1);
        _world.Contiguity(365, 710, 2025).ShouldBe(1);
        _world.Contiguity(365, 710, 1859).ShouldBeNull();
        _world.Contiguity(2, 365, 2016).ShouldBe(3);
        _world.Contiguity(2, 365, 2017).ShouldBeNull();
        _world.Contiguity(2, 710, 2000).ShouldBeNull();
    }

    [Fact]
    public void Prices_come_oldest_first()
    {
        _world.Prices("brent_usd_bbl").Select(price => price.Month).ShouldBe(["2024-01", "2024-02"]);
        Should.Throw<ArgumentException>(() => _world.Prices("brent")).Message.ShouldContain("brent_usd_bbl");
    }

    [Fact]
    public void Holdings_count_rows_and_years_of_a_state()
    {
        _world.Holdings(365).ShouldBe(
        [
            ("states", 1, null, null), ("votes", 2, 1950, 2025), ("trade", 3, 2020, 2023), ("trade_missing", 1, 2023, 2023),
            ("contiguity", 2, 1860, 2016), ("distance", 3, 1991, 2019), ("capabilities", 1, 2022, 2022), ("indicators", 2, 2019, 2021),
        ]);
        _world.Holdings(999).ShouldBeEmpty();
    }

    [Fact]
    public void Tables_that_are_empty_give_empty_answers()
    {
        SnapshotWriter.Write([], _folder["empty"]);
        using var empty = WorldEdition.Open(_folder["empty"]);
        empty.Votes.RollCalls.ShouldBeEmpty();
        empty.Alliances.ShouldBeEmpty();
        empty.LastCapabilityYear.ShouldBe(0);
        empty.DistanceKm(2, 365, 2000).ShouldBeNull();
        empty.Holdings(365).ShouldBeEmpty();
        Should.Throw<InvalidInputException>(() => empty.Trade(2020)).Message.ShouldContain("entente data import");
    }

    [Theory]
    [InlineData("sv-SE")] // writes the minus sign as U+2212
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Answers_do_not_depend_on_the_culture(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            var contents = SmallWorld.Contents(_folder["store"]);
            SmallWorld.Contents(SmallWorld.Write(_folder[culture])).ShouldBe(contents);
            using var world = WorldEdition.Open(_folder[culture]);
            world.Holdings(-275).Select(held => held.Table).ShouldBe(["states", "indicators"]);
            world.Trade(2023).Value(365, 710).ShouldBe(300.125);
            Should.Throw<InvalidInputException>(() => world.Trade(-5)).Message.ShouldContain("2019-2020 and 2023");
            StoreVerification.Verify(_folder[culture]).Passed.ShouldBeTrue();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_users_blocs_join_the_shipped_ones_and_a_wrong_file_is_told_when_the_store_is_opened()
    {
        File.WriteAllText(_folder["mine.yaml"], "blocs:\n  - key: Pair\n    name: A pair\n    source: a test\n    fixed: true\n    members: [RUS, CHN]\n");
        using (var world = WorldEdition.Open(_folder["store"], [_folder["mine.yaml"]]))
        {
            world.Blocs.Find("pair")!.MembersIn(2020).ShouldBe([365, 710]);
        }

        File.WriteAllText(_folder["mine.yaml"], "blocs: 7\n");
        Should.Throw<InvalidInputException>(() => WorldEdition.Open(_folder["store"], [_folder["mine.yaml"]])).Message.ShouldContain("mine.yaml");
    }
}
