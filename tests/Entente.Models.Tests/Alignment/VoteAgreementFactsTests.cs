using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Models.Tests.Alignment;

/// <summary>Published and recomputed facts on the shipped votes.</summary>
public class VoteAgreementFactsTests(Snapshot snapshot)
{
    [Theory]
    [InlineData("RUS", "CHN", 2025, .781, .862)]
    [InlineData("USA", "RUS", 2025, .130, .190)]
    [InlineData("USA", "RUS", 1985, .113, .258)]
    [InlineData("USA", "RUS", 1992, .34, .56, .006)]
    [InlineData("USA", "RUS", 2022, .21, .32, .006)]
    public void Agreement_of_the_great_powers_is_as_recomputed(string a, string b, int year, double identical, double agreement, double tolerance = .0006)
    {
        var only = VoteAgreement.Compute(snapshot.World, a, b, year, year).Years.ShouldHaveSingleItem();
        only.Identical.ShouldBe(identical, tolerance);
        only.Agreement.ShouldBe(agreement, tolerance);
    }

    [Fact]
    public void The_year_2025_rests_on_192_common_votes_of_Russia_and_China() =>
        VoteAgreement.Compute(snapshot.World, "RUS", "CHN", 2025, 2025).Years[0].CommonVotes.ShouldBe(192);

    [Fact]
    public void The_hole_of_2024_is_declared_and_a_full_year_has_none()
    {
        var series = VoteAgreement.Compute(snapshot.World, "RUS", "CHN", 2023, 2025);
        series.Years.Single(year => year.Year == 2024).Hole.ShouldNotBeNull().ShouldContain("89 votes");
        series.Years.Single(year => year.Year == 2024).RollCalls.ShouldBe(6);
        series.Years.Single(year => year.Year == 2025).Hole.ShouldBeNull();
        series.Provenance.Coverage.MissingNames.ShouldContain(text => text.StartsWith("2024", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_year_of_the_span_has_an_entry_and_years_before_a_seat_are_holes()
    {
        var series = VoteAgreement.Compute(snapshot.World, "RUS", "CHN", 1946, 2025);
        series.Years.Length.ShouldBe(80);
        series.Years.Single(year => year.Year == 1960).CommonVotes.ShouldBe(0);
        double.IsNaN(series.Years.Single(year => year.Year == 1960).Identical).ShouldBeTrue();
        series.Years.Single(year => year.Year == 1972).CommonVotes.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Germany_is_followed_through_its_three_states()
    {
        var series = VoteAgreement.Compute(snapshot.World, "DEU", "FRA", 1973, 2000);
        series.Years.ShouldAllBe(year => year.CommonVotes > 0);
    }

    [Theory]
    [InlineData(1900, 1950, "1946")]
    [InlineData(2020, 2090, "2025")]
    [InlineData(2020, 2010, "swap")]
    public void A_span_outside_the_votes_is_refused_with_the_years_held(int since, int until, string says) =>
        Should.Throw<InvalidInputException>(() => VoteAgreement.Compute(snapshot.World, "RUS", "CHN", since, until)).Message.ShouldContain(says);

    [Fact]
    public void Two_states_that_never_voted_together_have_no_answer() =>
        Should.Throw<NoAnswerException>(() => VoteAgreement.Compute(snapshot.World, "CHN", "RUS", 1950, 1960)).Message.ShouldContain("not zero");
}
