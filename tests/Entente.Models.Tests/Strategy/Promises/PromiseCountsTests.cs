using System.Collections.Immutable;
using CsCheck;
using Entente.Models.Strategy.Promises;
using Entente.Numerics.Distributions;
using Entente.World.Security;

namespace Entente.Models.Tests.Strategy.Promises;

public sealed class PromiseCountsTests(Snapshot snapshot)
{
    private static readonly DateOnly Checked = new(2025, 12, 31);

    [Fact]
    public void Years_are_counted_by_what_had_happened_to_the_government()
    {
        // Party X to 2004, party Y under two leaders: with windows of two years ten years fall into calm, after the party, calm, after the leader, calm.
        var exposure = PromiseCounts.Count(Evidence(Promise(2002, null)), 2, 2012, _ => true, 2, 15);
        exposure.Select(one => one.When).ShouldBe([PromiseMoment.AfterParty, PromiseMoment.AfterLeader, PromiseMoment.Calm]);
        exposure.Select(one => Math.Round(one.Years, 2)).ShouldBe([2, 2, 6]);
        exposure.Sum(one => one.Reversals).ShouldBe(0);
    }

    [Theory]
    [InlineData(2003, PromiseMoment.Calm)]
    [InlineData(2005, PromiseMoment.AfterParty)]
    [InlineData(2007, PromiseMoment.Calm)]
    [InlineData(2009, PromiseMoment.AfterLeader)]
    public void A_reversal_belongs_to_the_moment_of_its_day(int ended, PromiseMoment moment)
    {
        var exposure = PromiseCounts.Count(Evidence(Promise(2002, ended)), 2, 2012, _ => true, 2, 15);
        exposure.Single(one => one.Reversals == 1).When.ShouldBe(moment);
        exposure.Sum(one => one.Years).ShouldBe(ended - 2002, .01);
    }

    [Fact]
    public void A_change_before_the_promise_is_no_change_since() => PromiseCounts.Count(Evidence(Promise(2004, null)), 2, 2006, _ => true, 2, 15)[(int)PromiseMoment.Calm].Years.ShouldBe(2, .01);

    [Fact]
    public void Old_promises_are_no_longer_at_risk()
    {
        var exposure = PromiseCounts.Count(Evidence(Promise(2002, 2009)), 2, 2012, _ => true, 2, 5);
        exposure.Sum(one => one.Years).ShouldBe(5, .01);
        exposure.Sum(one => one.Reversals).ShouldBe(0);
    }

    [Fact]
    public void A_reversal_that_comes_later_is_not_yet_one()
    {
        var evidence = Evidence(Promise(2002, 2009));
        PromiseCounts.Count(evidence, 2, 2008, _ => true, 2, 15).Sum(one => one.Reversals).ShouldBe(0);
        PromiseCounts.AsOf(evidence, 2, 2008).Single().End.ShouldBe(PromiseEnd.Standing);
        PromiseCounts.AsOf(evidence, 2, 2002).ShouldBeEmpty();
    }

    [Fact]
    public void The_presidency_changed_party_eleven_times_since_1952()
    {
        var changes = PromiseCounts.Changes(PromiseEvidence.Read(snapshot.World), 2, 2026).Where(change => change.Party).Select(change => change.Day.Year).ToList();
        changes.Count.ShouldBe(26);
        changes.Where(year => year > 1952).ShouldBe([1953, 1961, 1969, 1977, 1981, 1993, 2001, 2009, 2017, 2021, 2025]);
    }

    [Fact]
    public void The_rate_of_turnover_is_the_gamma_poisson_posterior()
    {
        var pool = new TurnoverPool(.2, 4, 30, 1000, new AllianceRates(.04, .03, 500, 500));
        var posterior = pool.Posterior(3, 40);
        posterior.Mean.ShouldBe(.2 * (4 + 3) / (4 + (.2 * 40)), 1e-12);
        posterior.Shape.ShouldBe(7);
        pool.Posterior(0, 0).Mean.ShouldBe(.2, 1e-12);
    }

    [Fact]
    public void Reversal_rates_are_gamma_poisson_posteriors_at_the_weight_of_the_record()
    {
        var pool = new TurnoverPool(.2, 4, 30, 1000, new AllianceRates(.04, .03, 500, 500));
        var prior = ReversalRates.Prior(pool, true, new PromiseOptions());
        prior.Calm.Mean.ShouldBe(.4 * .03, 1e-12);
        prior.AfterParty.Mean.ShouldBe(1.5 * .4 * .03, 1e-12);
        var after = prior.After([new(PromiseMoment.AfterParty, 6, 100)], .5);
        after.AfterParty.ShouldBe(new Gamma(.5 + 3, (.5 / (1.5 * .4 * .03)) + 50));
        after.Calm.ShouldBe(prior.Calm);
    }

    [Fact]
    public void The_prior_lets_turnover_matter_more_where_supporters_are_few()
    {
        var pool = new TurnoverPool(.2, 4, 30, 1000, new AllianceRates(.04, .03, 500, 500));
        double Ratio(bool? democracy) => ReversalRates.Prior(pool, democracy, new PromiseOptions()) is var prior ? prior.AfterParty.Mean / prior.Calm.Mean : 0;
        Ratio(false).ShouldBe(3, 1e-12);
        Ratio(null).ShouldBe(2, 1e-12);
        Ratio(true).ShouldBe(1.5, 1e-12);
    }

    [Fact]
    public void The_hazard_rises_with_turnover_where_changes_break_promises_and_not_where_they_do_not() =>
        Gen.Select(Gen.Double[.01, 1], Gen.Double[.01, 1], Gen.Double[0, 1], Gen.Double[.001, .3], Gen.Double[1, 5]).Sample((a, b, share, calm, times) =>
        {
            double At(double turnover, double factor) => ReversalRates.Hazard(turnover, share, calm * factor, calm * factor, calm, 4, 1);
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            var free = At(low, times);
            return free > 0 && free < 1 && At(high, times) >= free - 1e-15 && Math.Abs(At(low, 1) - (1 - Math.Exp(-calm))) < 1e-12 && Math.Abs(At(high, 1) - At(low, 1)) < 1e-12;
        });

    [Fact]
    public void Obligations_end_by_share_and_not_where_a_state_ceased_to_exist()
    {
        AllianceSpell Spell(int b, int from, int to) => new(2, b, from, to, true, false, false, false, false, "atop");
        var rows = AllianceEndings.Count([Spell(20, 1950, 1959), Spell(20, 1960, 1970), Spell(200, 1950, 1970), Spell(220, 1950, 1965), Spell(230, 1950, 2018)], (state, year) => state != 200 || year <= 1970);
        rows.Single(row => row.Year == 1960).Ended.ShouldBe(0);
        rows.Single(row => row.Year == 1966).Ended.ShouldBe(.25);
        rows.Single(row => row.Year == 1971).Ended.ShouldBe(.5);
        rows.Max(row => row.Year).ShouldBe(2018);
        rows.Single(row => row.Year == 2018).Ended.ShouldBe(0);
    }

    private static RecordedPromise Promise(int made, int? ended) =>
        new(2, "x", null, new(made, 1, 1), ended is { } year ? new DateOnly(year, 1, 1) : null, ended is null ? PromiseEnd.Standing : PromiseEnd.Reversed, PromiseBreaker.None, PromiseKind.Treaty, "s", "b", Checked);

    private static PromiseEvidence Evidence(params ImmutableArray<RecordedPromise> promises)
    {
        GovernmentTerm Term(int from, int? to, string party) => new(2, new(from, 1, 1), to is { } year ? new DateOnly(year, 1, 1) : null, party, "s", Checked);
        return new PromiseEvidence([], (_, _) => null, [Term(2000, 2004, "X"), Term(2004, 2008, "Y"), Term(2008, null, "Y")], promises, [], []);
    }
}
