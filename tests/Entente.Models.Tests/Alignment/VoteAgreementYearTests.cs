using System.Collections.Immutable;
using CsCheck;
using Entente.Models.Alignment;
using Entente.World.Votes;

namespace Entente.Models.Tests.Alignment;

public class VoteAgreementYearTests
{
    private static readonly AgreementOptions NoResampling = new() { Replicates = 0 };

    [Fact]
    public void Identical_votes_and_half_credit_follow_the_definition()
    {
        // yes-yes, yes-abstain, yes-no, absent-yes, abstain-abstain
        var votes = Votes(2000, [1, 1, 1, 0, 2], [1, 2, 3, 1, 2]);
        var year = VoteAgreement.Year(votes, [2], [365], 2000, NoResampling);
        year.CommonVotes.ShouldBe(4);
        year.RollCalls.ShouldBe(5);
        year.Identical.ShouldBe(2.0 / 4, 1e-15);
        year.Agreement.ShouldBe((1 + .5 + 0 + 1) / 4.0, 1e-15);
    }

    [Fact]
    public void A_year_without_common_votes_is_missing_and_not_zero()
    {
        var votes = Votes(2000, [1, 0], [0, 3]);
        var year = VoteAgreement.Year(votes, [2], [365], 2000, NoResampling);
        year.CommonVotes.ShouldBe(0);
        double.IsNaN(year.Identical).ShouldBeTrue();
        double.IsNaN(year.Agreement).ShouldBeTrue();
        VoteAgreement.Year(votes, [2], [365], 1999, NoResampling).RollCalls.ShouldBe(0);
    }

    [Fact]
    public void A_state_that_never_voted_has_no_agreement()
    {
        var votes = Votes(2000, [1, 1], [1, 3]);
        VoteAgreement.Year(votes, [2], [710], 2000, NoResampling).CommonVotes.ShouldBe(0);
    }

    [Fact]
    public void Agreement_is_symmetric_and_half_credit_is_never_below_identity()
    {
        var ballots = Gen.Int[0, 3].Select(vote => (byte)vote).Array[30];
        Gen.Select(ballots, ballots).Sample((a, b) =>
        {
            var votes = Votes(2000, a, b);
            var one = VoteAgreement.Year(votes, [2], [365], 2000, NoResampling);
            var other = VoteAgreement.Year(votes, [365], [2], 2000, NoResampling);
            return one.CommonVotes == other.CommonVotes
                && (one.CommonVotes == 0 || (one.Identical == other.Identical && one.Agreement == other.Agreement && one.Agreement >= one.Identical && one.Agreement <= 1));
        });
    }

    [Fact]
    public void The_interval_holds_the_estimate_and_is_the_same_for_the_same_seed()
    {
        var random = Enumerable.Range(0, 60).Select(i => (byte)(1 + (i * 7 % 3))).ToArray();
        var steady = Enumerable.Repeat((byte)1, 60).ToArray();
        var votes = Votes(2000, random, steady);
        var year = VoteAgreement.Year(votes, [2], [365], 2000, new AgreementOptions());
        var interval = year.IdenticalInterval.ShouldNotBeNull();
        interval.Low.ShouldBeLessThan(year.Identical);
        interval.High.ShouldBeGreaterThan(year.Identical);
        VoteAgreement.Year(votes, [2], [365], 2000, new AgreementOptions()).IdenticalInterval.ShouldBe(interval);
    }

    [Fact]
    public void Resampling_days_is_wider_than_resampling_votes_when_a_day_votes_alike()
    {
        // Ten days of six votes; on odd days the two always agree, on even days never.
        var a = Enumerable.Range(0, 60).Select(i => (byte)1).ToArray();
        var b = Enumerable.Range(0, 60).Select(i => (byte)(i / 6 % 2 == 0 ? 1 : 3)).ToArray();
        var votes = Votes(2000, a, b, votesPerDay: 6);
        var single = VoteAgreement.Year(votes, [2], [365], 2000, new AgreementOptions { ClusterByDate = false }).IdenticalInterval.ShouldNotBeNull();
        var byDay = VoteAgreement.Year(votes, [2], [365], 2000, new AgreementOptions()).IdenticalInterval.ShouldNotBeNull();
        (byDay.High - byDay.Low).ShouldBeGreaterThan(1.5 * (single.High - single.Low));
    }

    [Fact]
    public void A_bloc_pools_all_pairs_of_members_and_leaves_out_a_member_with_itself()
    {
        var votes = Votes(2000, [1, 1], [1, 3]);
        var inside = VoteAgreement.Year(votes, [2, 365], [2, 365], 2000, NoResampling);
        inside.Identical.ShouldBe(.5, 1e-15);
    }

    private static RollCallVotes Votes(int year, byte[] usa, byte[] russia, int votesPerDay = 1)
    {
        var calls = Enumerable.Range(0, usa.Length)
            .Select(i => new RollCall(i, $"T{i}", new DateOnly(year, 1, 1).AddDays(i / votesPerDay), "55", string.Empty, null, VoteIssues.None, null, null, null, null)).ToImmutableArray();
        return new RollCallVotes(calls, [2, 365], [.. usa, .. russia]);
    }
}
