using CsCheck;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Links;

namespace Entente.Models.Tests.Strategy.Links;

public sealed class HazardLinkTests(Snapshot snapshot)
{
    private static readonly WedgeStrategy Strategy = Sample.Alone with { HorizonYears = 5, Allies = ["Poland", "Norway", "Japan"], Moves = [new GuaranteeMove(["NATO"], -.4)] };

    [Fact]
    public void A_pact_kept_in_part_lies_between_the_hazards_with_and_without_it() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((held, gone, first, second) =>
        {
            HazardLink.Partly(held, gone, 1).ShouldBe(held);
            HazardLink.Partly(held, gone, 1.7).ShouldBe(held);
            HazardLink.Partly(held, gone, 0).ShouldBe(gone, 1e-15);
            var (less, more) = (HazardLink.Partly(held, gone, Math.Min(first, second)), HazardLink.Partly(held, gone, Math.Max(first, second)));
            (Math.Abs(less - held) >= Math.Abs(more - held) - 1e-15).ShouldBeTrue();
            less.ShouldBeInRange(Math.Min(held, gone) - 1e-15, Math.Max(held, gone) + 1e-15);
        });

    [Fact]
    public void Pairs_follow_the_rule_and_only_guarantees_are_moved()
    {
        var (inputs, link) = Measured();
        link.Pairs.Select(pair => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B))).ShouldBe([(2, 365), (2, 710), (365, 710), (365, 385), (290, 365), (365, 740), (710, 740)], ignoreOrder: true);
        link.Pairs.Select(pair => pair.Size).ShouldBe(link.Pairs.Select(pair => pair.Size).OrderDescending());
        foreach (var pair in link.Pairs)
        {
            var courted = pair.A is 2 or 365 && pair.B is 2 or 365;
            pair.Reach.ShouldBe(pair.Ally >= 0 ? HazardReach.Guarantee : courted ? HazardReach.NotIdentified : HazardReach.None);
            if (pair.Ally >= 0) inputs.Allies[pair.Ally].StateId.ShouldBeOneOf(pair.A, pair.B);
        }
    }

    [Fact]
    public void A_guarantee_kept_whole_gives_the_hazard_as_it_stands_and_one_withdrawn_that_without_the_pact()
    {
        var (inputs, link) = Measured();
        var n = link.Pairs.Length * HazardLink.Outcomes.Length;
        var (before, after) = (new double[n], new double[n]);
        var different = 0;
        for (var draw = 0; draw < 50; draw++)
        {
            link.Evaluate(3, draw, [.. inputs.Allies.Select(_ => 1.0)], before, after);
            after.ShouldBe(before);
            link.Evaluate(3, draw, new double[inputs.Allies.Length], before, after);
            var posterior = HazardLink.Posterior(3, draw, link.Pairs[0].Held[0].Length);
            for (var p = 0; p < link.Pairs.Length; p++)
            {
                for (var o = 0; o < HazardLink.Outcomes.Length; o++)
                {
                    after[(p * HazardLink.Outcomes.Length) + o].ShouldBe(link.Pairs[p].Gone[o][posterior], 1e-15);
                    if (after[(p * HazardLink.Outcomes.Length) + o] != before[(p * HazardLink.Outcomes.Length) + o]) different++;
                }
            }
        }

        different.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_draw_allocates_nothing()
    {
        var (inputs, link) = Measured();
        var (kept, before, after) = (new double[inputs.Allies.Length], new double[link.Pairs.Length * HazardLink.Outcomes.Length], new double[link.Pairs.Length * HazardLink.Outcomes.Length]);
        link.Evaluate(1, 0, kept, before, after);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        link.Evaluate(1, 1, kept, before, after);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(allocated);
    }

    [Fact]
    public void A_draw_depends_on_seed_and_index_alone_and_spreads_over_the_posterior()
    {
        var draws = Enumerable.Range(0, 2000).Select(draw => HazardLink.Posterior(5, draw, 100)).ToArray();
        draws.Distinct().Count().ShouldBe(100);
        HazardLink.Posterior(5, 1999, 100).ShouldBe(draws[1999]);
        Enumerable.Range(0, 2000).Select(draw => HazardLink.Posterior(6, draw, 100)).ShouldNotBe(draws);
    }

    [Fact]
    public void Years_before_the_panel_are_left_out_with_the_reason()
    {
        var notes = new List<string>();
        var early = Strategy with { Start = 1939, Divider = 200, Target = 365, Partner = 255, Allies = ["FRA"], Moves = [] };
        var link = HazardPairs.Measure(snapshot.World, AssessmentInputs.Measure(snapshot.World, early, new AssessmentOptions()), notes);
        link.Pairs.ShouldBeEmpty();
        notes.ShouldContain(note => note.Contains("1946") && note.Contains("1939"));
    }

    private (AssessmentInputs Inputs, HazardLink Link) Measured()
    {
        var inputs = AssessmentInputs.Measure(snapshot.World, Strategy, new AssessmentOptions());
        return (inputs, HazardPairs.Measure(snapshot.World, inputs, []));
    }
}
