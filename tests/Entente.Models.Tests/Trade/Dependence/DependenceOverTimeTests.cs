using Entente.Models.Trade;
using Entente.Models.Trade.Dependence;
using Entente.World;

namespace Entente.Models.Tests.Trade.Dependence;

public class DependenceOverTimeTests(Snapshot snapshot)
{
    [Fact]
    public void A_series_is_the_years_one_by_one_with_holes_left_open()
    {
        var series = DependenceOverTime.Compute(snapshot.World, "RUS", "CHN", 2000);
        series.Years.Select(year => year.Year).ShouldBe(Enumerable.Range(2000, 24));
        series.Holes.ShouldBe([2021, 2022]);
        foreach (var year in series.Years.Where(year => year.Direct is not null))
        {
            var alone = TradeDependence.Compute(snapshot.World, "RUS", "CHN", year.Year);
            year.ImportShare(Denominator.AsReported).ShouldBe(alone.Imports.Shares[0].Share);
            year.Direct!.Asymmetry.ShouldBe(alone.Asymmetry);
            year.Imports!.Partners.Single(partner => partner.StateId == 710).Rank.ShouldBe(alone.Imports.Rank);
            year.Imports.Partners.Single(partner => partner.StateId == 710).Share.ShouldBe(year.ImportShare(Denominator.GapsFilled), 1e-12);
        }

        series.Years.Single(year => year.Year == 2022).ImportShare(Denominator.GapsFilled).ShouldBe(double.NaN);
        series.Last.Year.ShouldBe(2023);
    }

    [Fact]
    public void A_year_asked_for_beyond_what_is_held_is_a_hole()
    {
        var series = DependenceOverTime.Compute(snapshot.World, "DEU", "CHN", 2020, 2024);
        series.Holes.ShouldBe([2021, 2022, 2024]);
        series.Provenance.Coverage.Statement.ShouldBe("2 of 5 years; missing: 2021, 2022, 2024");
    }

    [Fact]
    public void Members_of_a_bloc_are_those_of_each_year_and_a_fixed_list_stays()
    {
        // Poland entered in 2004: until then its trade with the EU is trade with an outsider.
        var dated = DependenceOverTime.Compute(snapshot.World, "EU", "POL", 2002, 2003);
        dated.Years.ShouldAllBe(year => year.ImportShare(Denominator.AsReported) > 0);
        Should.Throw<InvalidInputException>(() => DependenceOverTime.Compute(snapshot.World, "EU", "POL", 2005, 2006)).Message.ShouldContain("outside");
        var (eu, fixedList) = (DependenceOverTime.Compute(snapshot.World, "RUS", "EU", 2003, 2005), DependenceOverTime.Compute(snapshot.World, "RUS", "EU28", 2003, 2005));
        eu.Years[1].ImportShare(Denominator.AsReported).ShouldBeGreaterThan(eu.Years[0].ImportShare(Denominator.AsReported) + .03);
        fixedList.Years[0].ImportShare(Denominator.AsReported).ShouldBeGreaterThan(eu.Years[0].ImportShare(Denominator.AsReported) + .03);
    }

    [Fact]
    public void Wrong_spans_are_refused_and_what_is_not_held_has_no_answer()
    {
        Should.Throw<InvalidInputException>(() => DependenceOverTime.Compute(snapshot.World, "RUS", "CHN", 2010, 2005)).Message.ShouldContain("swap");
        Should.Throw<InvalidInputException>(() => DependenceOverTime.Compute(snapshot.World, "RUS", "CHN", 1980, 1990)).Message.ShouldContain("no goods trade between");
        Should.Throw<NoAnswerException>(() => DependenceOverTime.Compute(snapshot.World, "TWN", "CHN", 2018, 2020));
        Should.Throw<InvalidInputException>(() => DependenceOverTime.Compute(snapshot.World, "RUS", "Atlantis"));
    }
}
