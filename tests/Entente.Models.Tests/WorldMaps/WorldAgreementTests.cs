using Entente.Models.Alignment;
using Entente.Models.WorldMaps;
using Entente.World;

namespace Entente.Models.Tests.WorldMaps;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class WorldAgreementTests(Snapshot snapshot)
{
    private WorldSeries OfTheUnitedStates => field ??= WorldSeriesBuilder.Agreement(snapshot.World, "USA", 1946, 2025, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("USA", 365, "RUS")]
    [InlineData("USA", 200, "GBR")]
    [InlineData("USA", 666, "ISR")]
    [InlineData("USA", 369, "UKR")]
    [InlineData("CHN", 365, "RUS")]
    [InlineData("EU", 640, "TUR")]
    public void Every_year_is_that_of_align(string party, int state, string code)
    {
        var series = party == "USA" ? OfTheUnitedStates : WorldSeriesBuilder.Agreement(snapshot.World, party, 1994, 2025, TestContext.Current.CancellationToken);
        var figures = Of(series, state);
        var align = VoteAgreement.Compute(snapshot.World, party, code, series.Years[0], series.Years[^1], new AgreementOptions { Replicates = 0 });
        for (var i = 0; i < series.Years.Length; i++)
        {
            var year = align.Years[i];
            (figures.Votes[i] ?? 0).ShouldBe(year.CommonVotes, $"{year.Year}");
            if (year.CommonVotes >= 5) figures.Values[i].ShouldBe(year.Agreement, $"{year.Year}");
            else double.IsNaN(figures.Values[i]).ShouldBeTrue($"{year.Year}");
        }
    }

    [Theory]
    [InlineData("USA", 365, "RUS")]
    [InlineData("USA", 200, "GBR")]
    [InlineData("CHN", 365, "RUS")]
    [InlineData("EU", 365, "RUS")]
    public void Intervals_are_those_of_align_to_the_last_bit(string party, int state, string code)
    {
        var since = party == "USA" ? 1946 : 1994;
        var series = party == "USA" ? OfTheUnitedStates : WorldSeriesBuilder.Agreement(snapshot.World, party, since, 2025, TestContext.Current.CancellationToken);
        var align = VoteAgreement.Compute(snapshot.World, party, code, since, 2025);
        var figures = Of(series, state);
        var compared = 0;
        for (var i = 0; i < series.Years.Length; i++)
        {
            if (align.Years[i] is not { CommonVotes: >= 5 } year) continue;
            (figures.Low[i], figures.High[i]).ShouldBe(year.AgreementInterval is { } interval ? (interval.Low, interval.High) : (double.NaN, double.NaN), $"{year.Year}");
            compared++;
        }

        compared.ShouldBeGreaterThan(25);
    }

    [Fact]
    public void Missing_is_missing()
    {
        var korea = Of(OfTheUnitedStates, 732);
        double.IsNaN(korea.Values[1980 - 1946]).ShouldBeTrue();
        korea.Votes[1980 - 1946].ShouldBe(0); // a state without a seat
        Of(OfTheUnitedStates, 626).Votes[2000 - 1946].ShouldBeNull(); // no South Sudan yet
        OfTheUnitedStates.States.ShouldAllBe(state => state.Values.Where(value => !double.IsNaN(value)).All(value => value >= 0 && value <= 1));
        var few = OfTheUnitedStates.States.SelectMany(state => state.Values.Zip(state.Votes)).Where(pair => pair.Second is > 0 and < 5).ToList();
        few.ShouldNotBeEmpty();
        few.ShouldAllBe(pair => double.IsNaN(pair.First));
    }

    [Fact]
    public void Former_states_and_members_of_the_United_Nations_that_were_no_members_of_the_state_system_have_values()
    {
        double.IsFinite(Of(OfTheUnitedStates, 265).Values[1980 - 1946]).ShouldBeTrue(); // East Germany
        double.IsFinite(Of(OfTheUnitedStates, 260).Values[1980 - 1946]).ShouldBeTrue(); // West Germany, which has no ISO code of its own
        double.IsFinite(Of(OfTheUnitedStates, 750).Values[0]).ShouldBeTrue(); // India had a seat in 1946, before its independence
    }

    [Fact]
    public void Holes_are_named()
    {
        OfTheUnitedStates.Holes.Single(hole => hole.Year == 2024).ShouldSatisfyAllConditions(hole => hole.Reason.ShouldContain("89 votes"), hole => hole.Partial.ShouldBeTrue());
        OfTheUnitedStates.Holes.Single(hole => hole.Year == 1964).ShouldSatisfyAllConditions(hole => hole.Reason.ShouldContain("no recorded vote"), hole => hole.Partial.ShouldBeFalse());
        OfTheUnitedStates.Held.ShouldNotContain(1964);
        OfTheUnitedStates.Years.Length.ShouldBe(80);
        OfTheUnitedStates.Provenance.Coverage.MissingNames.ShouldContain(name => name.StartsWith("2024", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bloc_has_the_members_of_each_year_and_a_hole_before_it_was_founded()
    {
        var series = WorldSeriesBuilder.Agreement(snapshot.World, "EU", 1946, 2025, TestContext.Current.CancellationToken);
        series.Subject.ShouldNotBeNull().IsBloc.ShouldBeTrue();
        series.Holes.ShouldContain(hole => hole.Year == 1946 && hole.Reason.Contains("no members", StringComparison.Ordinal));
        var britain = Of(series, 200);
        britain.IsSubject[2010 - 1946].ShouldBeTrue();
        double.IsNaN(britain.Values[2010 - 1946]).ShouldBeTrue();
        britain.IsSubject[2025 - 1946].ShouldBeFalse();
        double.IsFinite(britain.Values[2025 - 1946]).ShouldBeTrue();
    }

    [Fact]
    public void A_bloc_that_is_gone_by_the_last_year_is_still_answered()
    {
        var series = WorldSeriesBuilder.Agreement(snapshot.World, "WarsawPact", 1985, 1995, TestContext.Current.CancellationToken);
        double.IsFinite(Of(series, 2).Values[0]).ShouldBeTrue();
        series.Holes.Select(hole => hole.Year).ShouldContain(1995);
    }

    [Fact]
    public void Germany_is_followed_through_its_states()
    {
        var series = WorldSeriesBuilder.Agreement(snapshot.World, "DEU", 1985, 1995, TestContext.Current.CancellationToken);
        series.Subject.ShouldNotBeNull().States.ShouldBe([255, 260]);
        Of(series, 260).IsSubject[0].ShouldBeTrue();
        Of(series, 255).IsSubject[^1].ShouldBeTrue();
        series.Held.ShouldBe(series.Years.AsEnumerable());
    }

    [Fact]
    public void Wrong_questions_get_a_sentence()
    {
        Should.Throw<InvalidInputException>(() => WorldSeriesBuilder.Agreement(snapshot.World, "Ruritania", 2023, 2023)).Message.ShouldContain("no state or bloc 'Ruritania'");
        Should.Throw<InvalidInputException>(() => WorldSeriesBuilder.Agreement(snapshot.World, "USA", 2023, 2020)).Message.ShouldContain("swap --since and --until");
        Should.Throw<InvalidInputException>(() => WorldSeriesBuilder.Agreement(snapshot.World, "USA", 1900, 2020)).Message.ShouldContain("from 1946 to 2025");
        Should.Throw<InvalidInputException>(() => WorldSeriesBuilder.Agreement(snapshot.World, "WarsawPact", 2010, 2020)).Message.ShouldContain("had no members");
        Should.Throw<NoAnswerException>(() => WorldSeriesBuilder.Agreement(snapshot.World, "USA", 1964, 1964)).Message.ShouldContain("missing, not zero");
        Should.Throw<NoAnswerException>(() => WorldSeriesBuilder.Agreement(snapshot.World, "XKX", 2023, 2023)).Message.ShouldContain("Kosovo");
    }

    private static StateSeries Of(WorldSeries series, int state) => series.States.Single(one => one.State.Id == state);
}
