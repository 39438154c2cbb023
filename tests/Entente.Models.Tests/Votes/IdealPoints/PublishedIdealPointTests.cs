using Entente.Models.Votes;
using Entente.Models.Votes.IdealPoints;

namespace Entente.Models.Tests.Votes.IdealPoints;

/// <summary>Against the published April 2020 edition, whose own chain ran 24,000 sweeps; the bounds are those its users would ask of a replication.</summary>
[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public sealed class PublishedIdealPointTests(Snapshot snapshot)
{
    private const int Usa = 2, Russia = 365, China = 710;
    private static readonly RollCallSelection ToSession74 = new() { Until = 2020 };

    [Theory]
    [InlineData(IdealPointMethod.Standard, .995, .995, .98)]
    [InlineData(IdealPointMethod.Quick, .99, .995, .97)]
    public void Points_by_session_are_those_published(IdealPointMethod method, double pooled, double median, double lowest)
    {
        var published = PublishedEdition.Read();
        var estimates = IdealPointModel.Estimate(snapshot.World, new IdealPointOptions { Period = VotePeriodKind.Session, Method = method, Selection = ToSession74 }, cancellation: TestContext.Current.CancellationToken);
        var matched = estimates.Points.Select(point => (Point: point, Key: (point.State, Session: estimates.Periods[point.Period].Year - 1945))).Where(pair => published.ContainsKey(pair.Key)).ToList();
        matched.Count.ShouldBeGreaterThan(10_350);

        PublishedEdition.Correlation([.. matched.Select(pair => (pair.Point.Value, published[pair.Key].Value))]).ShouldBeGreaterThan(pooled);
        var bySession = matched.GroupBy(pair => pair.Key.Session).Select(group => PublishedEdition.Correlation([.. group.Select(pair => (pair.Point.Value, published[pair.Key].Value))])).Order().ToList();
        bySession[bySession.Count / 2].ShouldBeGreaterThan(median);
        bySession[0].ShouldBeGreaterThan(lowest);
        matched.Average(pair => pair.Point.Value >= published[pair.Key].Low && pair.Point.Value <= published[pair.Key].High ? 1.0 : 0).ShouldBeGreaterThan(.85);

        foreach (var year in new[] { 1991, 2000, 2010, 2018 })
        {
            foreach (var (a, b) in new[] { (Usa, Russia), (Russia, China), (Usa, China) })
            {
                var theirs = Math.Abs(published[(a, year - 1945)].Value - published[(b, year - 1945)].Value);
                estimates.Distance(a, b, estimates.PeriodOf(year))!.Value.Value.ShouldBe(theirs, method == IdealPointMethod.Standard ? .10 : .15, $"{a}-{b} in {year}");
            }
        }
    }

    [Fact]
    public void The_preparation_takes_what_the_published_edition_took()
    {
        _ = Entente.Tests.Shared.Path("cases/ideal_points/bsv_idealpoints_all_apr2020.csv.gz");
        var prepared = PreparedVotes.Make(snapshot.World, new IdealPointOptions { Period = VotePeriodKind.Session, Selection = ToSession74 });
        // 797,473 state-votes in the published edition, from a vote file that differs from ours by a few roll calls per session.
        ((double)prepared.Votes.Responses).ShouldBe(797_473, 20_000);
        prepared.Exclusions.ShouldContain(exclusion => exclusion.Reason == "unanimous");
        prepared.Exclusions.ShouldContain(exclusion => exclusion.Reason.Contains("session 19") && exclusion.Count == 1);
        prepared.States.ShouldNotContain(511);
        (prepared.RollCalls.Length + prepared.Exclusions.Sum(exclusion => exclusion.Count)).ShouldBe(snapshot.World.Votes.RollCalls.Count(call => call.Date.Year <= 2020));
    }
}
