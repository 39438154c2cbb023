using Entente.Models.Strategy.Promises;
using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Tests.Strategy.Promises;

public sealed class PromiseHazardTests(Snapshot snapshot)
{
    private const int Usa = 2;
    private const int Russia = 365;
    private static readonly PromiseOptions Few = new() { Draws = 300 };

    [Theory]
    [InlineData(2, 2025)]
    [InlineData(365, 2025)]
    [InlineData(710, 2025)]
    [InlineData(255, 1939)]
    [InlineData(200, 1936)]
    [InlineData(2, 1936)]
    [InlineData(70, 2020)]
    public void Every_hazard_lies_inside_0_and_1_and_its_spread_is_in_order(int promiser, int year)
    {
        var estimate = PromiseHazard.Estimate(snapshot.World, promiser, year, null, Few);
        foreach (var hazard in estimate.Readings.Select(reading => reading.Hazard).OfType<Models.Strategy.Spread>())
        {
            (hazard.Low > 0 && hazard.Low < hazard.Median && hazard.Median < hazard.High && hazard.High < 1).ShouldBeTrue();
        }

        estimate.Readings[0].Hazard.ShouldBe(estimate.Hazard);
        estimate.Worth.Median.ShouldBe(.05 / (1 - (.95 * (1 - estimate.Hazard.Median))), 1e-3);
    }

    [Fact]
    public void The_distribution_for_an_assessment_has_the_same_quantiles()
    {
        var estimate = PromiseHazard.Estimate(snapshot.World, Usa, 2025, null, Few);
        var assumption = estimate.ToAssumption("reversal_hazard");
        assumption.Distribution.Quantile(.05).ShouldBe(estimate.Hazard.Low, 1e-6);
        assumption.Distribution.Quantile(.5).ShouldBe(estimate.Hazard.Median, 1e-6);
        assumption.Distribution.Quantile(.95).ShouldBe(estimate.Hazard.High, 1e-6);
        assumption.Source.ShouldContain("coded promises");
    }

    [Fact]
    public void The_same_question_has_the_same_answer_and_another_seed_another()
    {
        var first = PromiseHazard.Estimate(snapshot.World, Usa, 2025, Russia, Few);
        PromiseHazard.Estimate(snapshot.World, Usa, 2025, Russia, Few).Hazard.ShouldBe(first.Hazard);
        PromiseHazard.Estimate(snapshot.World, Usa, 2025, Russia, Few with { Seed = 2 }).Hazard.ShouldNotBe(first.Hazard);
    }

    [Fact]
    public void Three_rates_add_up_to_the_rate_of_the_hazard()
    {
        var estimate = PromiseHazard.Estimate(snapshot.World, Usa, 2025, Russia, Few);
        var sum = estimate.Parts.Where(part => part.Key.StartsWith("from_", StringComparison.Ordinal)).Sum(part => part.Value.Mean);
        sum.ShouldBeInRange(estimate.Hazard.Mean, -Math.Log(1 - estimate.Hazard.High));
    }

    [Fact]
    public void Nothing_of_the_year_or_later_is_read()
    {
        const int year = 1990;
        var (full, cut) = (PromiseEvidence.Read(snapshot.World), Cut(snapshot.World, year));
        foreach (var promiser in new[] { Usa, Russia, 200, 255 })
        {
            var (one, other) = (PromiseHazard.Estimate(full, promiser, year, Russia, Few, id => $"{id}"), PromiseHazard.Estimate(cut, promiser, year, Russia, Few, id => $"{id}"));
            one.Hazard.ShouldBe(other.Hazard);
            one.Parts.Select(part => (part.Key, part.Value, part.RestsOn)).ShouldBe(other.Parts.Select(part => (part.Key, part.Value, part.RestsOn)));
            one.Exposure.ShouldBe(other.Exposure);
            one.Record.ShouldBe(other.Record);
        }
    }

    [Fact]
    public void Later_events_do_change_later_estimates() =>
        PromiseHazard.Estimate(snapshot.World, Usa, 2010, null, Few).Exposure.ShouldNotBe(PromiseHazard.Estimate(snapshot.World, Usa, 2025, null, Few).Exposure);

    [Fact]
    public void Missing_opinion_is_said_and_old_opinion_is_dated()
    {
        PromiseHazard.Estimate(snapshot.World, Usa, 1980, Russia, Few).Missing.ShouldContain(sentence => sentence.Contains("opinion does not enter", StringComparison.Ordinal));
        var held = PromiseHazard.Estimate(snapshot.World, Usa, 2025, Russia, Few);
        held.Missing.ShouldContain(sentence => sentence.Contains("is of 2020", StringComparison.Ordinal));
        held.Parts.Single(part => part.Key == "opinion").Value.Mean.ShouldBeGreaterThan(1);
        held.Hazard.Mean.ShouldBeGreaterThan(PromiseHazard.Estimate(snapshot.World, Usa, 2025, null, Few).Hazard.Mean);
    }

    [Fact]
    public void Under_the_published_reading_turnover_matters_in_non_democracies_alone()
    {
        var (usa, russia) = (PromiseHazard.Estimate(snapshot.World, Usa, 2025, null, Few), PromiseHazard.Estimate(snapshot.World, Russia, 2025, null, Few));
        (usa.IsDemocracy, russia.IsDemocracy).ShouldBe((true, false));
        Keep(usa).ShouldBe(Calm(usa), 1e-12);
        Keep(russia).ShouldBeGreaterThan(Calm(russia));

        static double Keep(PromiseHazardEstimate one) => one.Readings.Single(reading => reading.Key == "keep").Hazard!.Value.Mean;
        static double Calm(PromiseHazardEstimate one) => one.Parts.Single(part => part.Key == "calm").Value.Mean;
    }

    [Fact]
    public void The_fickle_reading_is_above_the_published_one_for_the_United_States()
    {
        var usa = PromiseHazard.Estimate(snapshot.World, Usa, 2025, null, Few);
        double Median(string key) => usa.Readings.Single(reading => reading.Key == key).Hazard!.Value.Median;
        Median("fickle").ShouldBeGreaterThan(Median("keep"));
    }

    [Fact]
    public void A_state_without_a_record_has_the_prior_alone_and_says_so()
    {
        var mexico = PromiseHazard.Estimate(snapshot.World, 70, 2020, null, Few);
        mexico.Record.ShouldBeEmpty();
        mexico.Readings.Single(reading => reading.Key == "record").Hazard.ShouldBeNull();
        mexico.Missing.ShouldContain(sentence => sentence.Contains("the prior stands alone", StringComparison.Ordinal));
        mexico.Hazard.ShouldBe(mexico.Readings.Single(reading => reading.Key == "prior").Hazard!.Value);
    }

    [Fact]
    public void Germany_before_1939_had_reversed_four_coded_promises() =>
        PromiseHazard.Estimate(snapshot.World, 255, 1939, null, Few).Record.Count(promise => promise.End == PromiseEnd.Reversed).ShouldBe(4);

    [Fact]
    public void Promises_to_the_target_come_first()
    {
        var record = PromiseHazard.Estimate(snapshot.World, Usa, 2025, Russia, Few).Record;
        record.Take(5).ShouldAllBe(promise => promise.With == Russia);
    }

    [Fact]
    public void A_promise_to_oneself_or_before_any_record_is_refused()
    {
        Should.Throw<InvalidInputException>(() => PromiseHazard.Estimate(snapshot.World, Usa, 2025, Usa)).Message.ShouldContain("no promise to itself");
        Should.Throw<InvalidInputException>(() => PromiseHazard.Estimate(snapshot.World, Usa, 1820)).Message.ShouldContain("choose a later year");
        Should.Throw<ArgumentOutOfRangeException>(() => PromiseHazard.Estimate(snapshot.World, Usa, 2025, null, new PromiseOptions { RecordWeight = 2 }));
    }

    [Fact]
    public void The_forward_test_scores_the_base_rate_against_itself_at_nothing()
    {
        var test = PromiseBacktest.Run(snapshot.World);
        test.Scores[0].LogGain.ShouldBe(0);
        test.Reversals.ShouldBeInRange(1, test.Promises / 2);
        test.Clusters.ShouldBeLessThan(test.Promises);
        test.Scores.ShouldAllBe(score => score.Brier > 0 && score.Brier < .25 && score.Log > 0);
    }

    private static PromiseEvidence Cut(WorldEdition world, int year)
    {
        var (full, day) = (PromiseEvidence.Read(world), new DateOnly(year, 1, 1));
        return new PromiseEvidence(
            world.Leaders.Where(spell => spell.FromYear < year).Select(spell => spell with { ToYear = Math.Min(spell.ToYear, year - 1) }), (state, y) => y < year ? world.Indicator("liberal_democracy", state, y) : null,
            world.GovernmentTerms.Where(term => term.From < day), world.PromiseRecord.Where(promise => promise.Made < day).Select(promise => promise.Ended >= day ? promise with { Ended = null, End = PromiseEnd.Standing, By = PromiseBreaker.None } : promise),
            [.. world.Opinion.Where(row => row.Year < year)], [.. full.Alliances.Where(row => row.Year < year)]);
    }
}
