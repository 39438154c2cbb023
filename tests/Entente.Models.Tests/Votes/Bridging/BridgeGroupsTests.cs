using System.Collections.Immutable;
using Entente.Models.Votes.Bridging;
using Entente.World.Votes;

namespace Entente.Models.Tests.Votes.Bridging;

public sealed class BridgeGroupsTests(Snapshot snapshot)
{
    /// <summary>Roll calls with these numbers, each in a session of its own unless one is given.</summary>
    private static ImmutableArray<RollCall> Calls(params (int? Number, string? Session)[] calls) =>
        [.. calls.Select((call, i) => new RollCall(i + 1, $"V{i}", new DateOnly(1990 + i, 12, 1), call.Session ?? $"{45 + i}", $"A/RES/{45 + i}/1", null, VoteIssues.None, null, null, null, call.Number))];

    private static ImmutableArray<RollCall> Calls(params int[] numbers) => Calls([.. numbers.Select(number => ((int?)number, (string?)null))]);

    private static ImmutableArray<Bridge> Pairs(params (int, int)[] pairs) => [.. pairs.Select(pair => new Bridge(pair.Item1, pair.Item2))];

    [Fact]
    public void A_chain_is_one_item_in_whatever_order_its_pairs_come()
    {
        var calls = Calls(10, 20, 30, 40, 50);
        BridgeGroups.Resolve(calls, Pairs((40, 50), (10, 30), (30, 40))).ItemOf.ShouldBe([0, 1, 0, 0, 0]);
        BridgeGroups.Resolve(calls, Pairs((10, 30), (30, 40), (40, 50))).ItemOf.ShouldBe([0, 1, 0, 0, 0]);
    }

    [Fact]
    public void Items_are_numbered_by_their_first_roll_call_and_stand_alone_without_pairs()
    {
        var found = BridgeGroups.Resolve(Calls(5, 4, 3), []);
        found.ItemOf.ShouldBe([0, 1, 2]);
        found.Items.ShouldBe(3);
        found.Groups.ShouldBe(0);
        found.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_cycle_is_harmless_and_counted()
    {
        var found = BridgeGroups.Resolve(Calls(1, 2, 3), Pairs((1, 2), (2, 3), (3, 1), (2, 1)));
        found.ItemOf.ShouldBe([0, 0, 0]);
        found.Cycles.ShouldBe(2);
        found.Notes.Single().ShouldContain("2 pairs close a cycle");
    }

    [Fact]
    public void A_pair_with_itself_is_left_out_and_counted()
    {
        var found = BridgeGroups.Resolve(Calls(1, 2), Pairs((2, 2)));
        found.ItemOf.ShouldBe([0, 1]);
        found.SelfPairs.ShouldBe(1);
        found.Held.ShouldBe(0);
    }

    [Fact]
    public void A_number_that_is_not_held_is_listed_and_still_links_what_lies_on_both_sides()
    {
        var found = BridgeGroups.Resolve(Calls(1, 2, 3), Pairs((1, 9), (9, 3), (8, 2)));
        found.ItemOf.ShouldBe([0, 1, 0]);
        found.Missing.ShouldBe(Pairs((1, 9), (9, 3), (8, 2)));
        found.Notes.Single().ShouldContain("1-9, 9-3, 8-2");
    }

    [Fact]
    public void A_number_of_several_roll_calls_links_nothing()
    {
        var found = BridgeGroups.Resolve(Calls((7, null), (7, null), (8, null), (null, null), (null, null)), Pairs((7, 8)));
        found.ItemOf.ShouldBe([0, 1, 2, 3, 4]);
        found.Ambiguous.ShouldBe(Pairs((7, 8)));
    }

    [Fact]
    public void One_text_voted_twice_in_a_session_stays_linked_and_is_told()
    {
        var found = BridgeGroups.Resolve(Calls((1, "45"), (2, "46"), (3, "46")), Pairs((1, 2), (1, 3)));
        found.ItemOf.ShouldBe([0, 0, 0]);
        found.Repeated.Single().RollCalls.ShouldBe([1, 2]);
        found.Notes.Single().ShouldContain("2 times in session 46");
    }

    [Fact]
    public void The_pairs_held_make_452_groups_and_947_of_955_match()
    {
        var world = snapshot.World;
        var found = BridgeGroups.Resolve(world.Votes.RollCalls, world.Bridges);
        found.Pairs.ShouldBe(955);
        found.Held.ShouldBe(947);
        found.Missing.Length.ShouldBe(8);
        found.Cycles.ShouldBe(0);
        found.Ambiguous.ShouldBeEmpty();
        found.Repeated.ShouldBeEmpty();
        found.ItemOf.Length.ShouldBe(world.Votes.RollCalls.Length);
        found.ItemOf.Distinct().Count().ShouldBe(found.Items);
        found.Groups.ShouldBe(452);
        found.Items.ShouldBe(6324 - 947 - 2, "two chains run through a roll call that is not held");
    }
}
