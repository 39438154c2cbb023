using Entente.Models.Trade;
using Entente.Models.WorldMaps;
using Entente.World;

namespace Entente.Models.Tests.WorldMaps;

public class WorldFiguresTests(Snapshot snapshot)
{
    [Fact]
    public void A_year_for_a_chart_has_the_values_of_the_series()
    {
        var year = WorldFigures.Agreement(snapshot.World, "CHN", 2023, TestContext.Current.CancellationToken);
        var series = WorldSeriesBuilder.Agreement(snapshot.World, "CHN", 2020, 2023, TestContext.Current.CancellationToken).States.ToDictionary(state => state.State.Id);
        var held = year.States.Where(figure => double.IsFinite(figure.Value)).ToList();
        held.Count.ShouldBeGreaterThan(180);
        foreach (var figure in held) series[figure.State.Id].Values[^1].ShouldBe(figure.Value, figure.State.Name);
    }

    [Fact]
    public void A_bloc_of_many_members_needs_no_more_votes_in_common_than_a_state() =>
        WorldFigures.Agreement(snapshot.World, "EU", 2023, TestContext.Current.CancellationToken).States.Count(figure => double.IsFinite(figure.Value)).ShouldBeGreaterThan(150);

    [Theory]
    [InlineData("CHN", 365, "RUS", false)]
    [InlineData("CHN", 710, "CHN", true)]
    [InlineData("EU", 640, "TUR", true)]
    public void Shares_are_those_of_depend(string on, int state, string code, bool exports)
    {
        var series = WorldSeriesBuilder.Dependence(snapshot.World, on, exports, 2015, 2023, TestContext.Current.CancellationToken);
        var figures = series.States.Single(one => one.State.Id == state);
        if (on == code)
        {
            figures.IsSubject.ShouldAllBe(own => own);
            figures.Values.ShouldAllBe(value => double.IsNaN(value));
            return;
        }

        foreach (var year in new[] { 2015, 2020, 2023 })
        {
            var flow = TradeDependence.Compute(snapshot.World, code, on, year);
            (exports ? flow.Exports : flow.Imports).Shares.Single(share => share.Denominator == Denominator.GapsFilled).Share.ShouldBe(figures.Values[year - 2015], 1e-12);
        }

        series.Level.ShouldBeNull();
        figures.Low.ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Years_without_trade_are_holes()
    {
        var series = WorldSeriesBuilder.Dependence(snapshot.World, "USA", exports: false, 1946, 2025, TestContext.Current.CancellationToken);
        series.Held.ShouldBe(snapshot.World.TradeYears.AsEnumerable());
        series.Holes.Select(hole => hole.Year).ShouldBe(series.Years.Except(snapshot.World.TradeYears));
        Should.Throw<NoAnswerException>(() => WorldSeriesBuilder.Dependence(snapshot.World, "USA", exports: false, 1950, 1950)).Message.ShouldContain("trade is held from");
    }

    [Fact]
    public void Ideal_points_are_those_of_the_store_with_their_intervals()
    {
        var series = WorldSeriesBuilder.IdealPoints(snapshot.World, 1946, 2025);
        series.Subject.ShouldBeNull();
        var held = snapshot.World.IdealPoints.Single(point => point.State == 365 && point.Year == 1985);
        var russia = series.States.Single(state => state.State.Id == 365);
        (russia.Values[39], russia.Low[39], russia.High[39], russia.Votes[39]).ShouldBe((held.Value, held.Low, held.High, held.Votes));
        series.Held.ShouldBe(snapshot.World.IdealPoints.Select(point => point.Year).Distinct().Order());
        series.Holes.ShouldContain(hole => hole.Year == 1964 && !hole.Partial);
    }
}
