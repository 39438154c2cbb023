using Entente.Models.Votes;
using Entente.Models.Votes.IdealPoints;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Tests.Votes.IdealPoints;

/// <summary>On the shipped votes: what must hold whatever the numbers are.</summary>
[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public sealed class IdealPointTests(Snapshot snapshot) : IDisposable
{
    private const int Usa = 2, Russia = 365, China = 710, Israel = 666;
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"fit-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    private IdealPointEstimates Estimate(IdealPointOptions options) => IdealPointModel.Estimate(snapshot.World, options, cancellation: TestContext.Current.CancellationToken);

    private static IdealPointOptions Recent(int since, int until) => new() { Method = IdealPointMethod.Quick, Selection = new RollCallSelection { Since = since, Until = until } };

    [Fact]
    public void A_year_of_six_votes_neither_breaks_nor_bends_its_neighbours()
    {
        var estimates = Estimate(Recent(2019, 2025));
        var (before, hole, after) = (estimates.PeriodOf(2023), estimates.PeriodOf(2024), estimates.PeriodOf(2025));
        estimates.Periods[hole].RollCalls.Length.ShouldBe(6);
        estimates.Provenance.Coverage.MissingNames.ShouldContain("2024 rests on 6 roll calls");
        estimates.Provenance.Coverage.MissingNames.ShouldContain(gap => gap.StartsWith("2025 holds 192 roll calls") && gap.Contains("agenda"));
        estimates.Notes.ShouldContain(note => note.StartsWith("identical texts: 8 pairs"));
        foreach (var state in new[] { Usa, Russia, China })
        {
            var point = estimates.Find(state, hole)!.Value;
            point.Votes.ShouldBe(6);
            point.RestsOnFew.ShouldBeTrue();
            double.IsFinite(point.Value).ShouldBeTrue();
            Math.Abs(point.Value - estimates.Find(state, before)!.Value.Value).ShouldBeLessThan(.6, $"{state}: six votes cannot move it far from the year before");
        }

        // The same years without 2024's votes: what surrounds the hole hardly moves.
        var votes = snapshot.World.Votes;
        votes.InYear(2024).ShouldNotBe((0, 0));
        var until = Estimate(Recent(2019, 2023));
        foreach (var state in new[] { Usa, Russia, China })
        {
            until.Find(state, until.PeriodOf(2022))!.Value.Value.ShouldBe(estimates.Find(state, estimates.PeriodOf(2022))!.Value.Value, .35);
        }

        estimates.Find(Usa, after)!.Value.Value.ShouldBeGreaterThan(estimates.Find(China, after)!.Value.Value + 2);
    }

    [Fact]
    public void The_same_call_gives_the_same_numbers_on_any_number_of_threads()
    {
        var one = Estimate(Recent(2019, 2021) with { Threads = 1 });
        var three = Estimate(Recent(2019, 2021) with { Threads = 3 });
        one.Points.ShouldBe(three.Points);
    }

    [Fact]
    public void Points_are_standardised_and_the_United_States_is_high()
    {
        var estimates = Estimate(Recent(2015, 2018));
        estimates.Points.Average(point => point.Value).ShouldBe(0, 1e-3);
        Math.Sqrt(estimates.Points.Average(point => point.Value * point.Value)).ShouldBeInRange(.95, 1);
        var last = estimates.PeriodOf(2018);
        var ranked = estimates.Points.Where(point => point.Period == last).OrderByDescending(point => point.Value).Select(point => point.State).Take(3).ToList();
        ranked.ShouldContain(Usa);
        ranked.ShouldContain(Israel);
        estimates.Points.ShouldAllBe(point => point.Interval.Low <= point.Value && point.Value <= point.Interval.High);
    }

    [Fact]
    public void An_earlier_fit_takes_new_votes_and_ends_where_a_fresh_one_does()
    {
        Estimate(Recent(2016, 2018)).Fit.Save(_file);
        var updated = Estimate(Recent(2016, 2020) with { From = IdealPointFit.Load(_file) });
        var fresh = Estimate(Recent(2016, 2020));
        updated.Method.ShouldStartWith("earlier fit");
        updated.Points.Length.ShouldBe(fresh.Points.Length);
        var pairs = updated.Points.Zip(fresh.Points, (a, b) => (a.Value, b.Value)).ToList();
        PublishedEdition.Correlation(pairs).ShouldBeGreaterThan(.99);
    }

    [Fact]
    public void One_issue_and_a_few_members_can_be_scaled_alone()
    {
        var issue = Estimate(new IdealPointOptions { Method = IdealPointMethod.Quick, Selection = new RollCallSelection { Issues = VoteIssues.HumanRights, Since = 2005, Until = 2015 } });
        issue.Exclusions.ShouldContain(exclusion => exclusion.Reason == "other issue");
        issue.Find(Usa, issue.PeriodOf(2010)).ShouldNotBeNull();

        var members = Estimate(Recent(2000, 2010) with { Members = [China, 750, 140] });
        members.Points.Select(point => point.State).Distinct().Order().ShouldBe([140, China, 750]);
        members.Exclusions.ShouldContain(exclusion => exclusion.Reason == "unanimous among these states");
        members.Notes.ShouldContain(note => note.StartsWith("high is where"));
    }

    [Fact]
    public void The_expectation_of_a_roll_call_is_a_probability_for_every_state_of_the_year()
    {
        var estimates = Estimate(Recent(2022, 2025));
        var votes = snapshot.World.Votes;
        var call = votes.RollCalls.Single(candidate => candidate.Symbol == "A/RES/ES-11/7").Number;
        var position = votes.RollCalls.ToList().FindIndex(candidate => candidate.Number == call);
        var expected = estimates.Expect(position);
        expected.ShouldNotBeNull();
        expected.Votes.ShouldAllBe(vote => Math.Abs(vote.Yes + vote.Abstain + vote.No - 1) < 1e-9);
        // The United States voted no with Russia: from where it stands that was the surprise of the day.
        var surprise = -Math.Log(expected.Votes.Single(vote => vote.State == Usa).No);
        surprise.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_model_calls_more_votes_right_than_the_majority_does_and_says_how_many()
    {
        var checks = FitChecks.CalledRight(snapshot.World, Estimate(Recent(2010, 2019)));
        var all = checks.Single(check => check.Group == "all");
        all.Right.ShouldBeGreaterThan(all.Majority + .05);
        checks.Single(check => check.Group == "2010s").Votes.ShouldBe(all.Votes);
        checks.ShouldContain(check => check.Group == "human rights");
        checks.Where(check => check.Kind == "year").Sum(check => check.Votes).ShouldBe(all.Votes);
        checks.Count(check => check.Kind == "year").ShouldBe(10);
    }

    [Fact]
    public void Hidden_votes_are_foreseen_better_than_by_neighbour_or_majority()
    {
        var scores = HeldOutScores.Compute(snapshot.World, Recent(2008, 2019), cancellation: TestContext.Current.CancellationToken);
        scores.Length.ShouldBe(3);
        scores.ShouldAllBe(score => score.Votes == scores[0].Votes && score.Votes > 1000);
        scores[0].LogScore.ShouldBeGreaterThan(scores[1].LogScore);
        scores[1].LogScore.ShouldBeGreaterThan(scores[2].LogScore);
    }

    [Fact]
    public void What_cannot_be_estimated_is_said()
    {
        Should.Throw<NoAnswerException>(() => Estimate(new IdealPointOptions { Selection = new RollCallSelection { Since = 1964, Until = 1964 } })).Message.ShouldContain("divides these states");
        Should.Throw<InvalidInputException>(() => Estimate(Recent(2000, 2010) with { Members = [Usa] }));
        File.WriteAllText(_file, "{ \"schema\": \"something else\" }");
        Should.Throw<InvalidInputException>(() => IdealPointFit.Load(_file)).Message.ShouldContain("no ideal-point fit");
        File.WriteAllText(_file, "{ broken");
        Should.Throw<InvalidInputException>(() => IdealPointFit.Load(_file)).Message.ShouldContain("line 1");
        Should.Throw<InvalidInputException>(() => IdealPointFit.Load(_file + ".none")).Message.ShouldContain("cannot be read");
    }
}
