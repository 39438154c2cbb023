using Entente.Models.Strategy;
using Entente.Models.Strategy.Discovery;

namespace Entente.Models.Tests.Strategy.Discovery;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class ConditionFinderTests(Snapshot snapshot)
{
    [Fact]
    public void A_condition_is_a_region_in_which_the_split_is_likelier_than_overall_and_says_so_in_numbers()
    {
        var assessment = Sample.Assessed(snapshot.World, options: Sample.Quick with { Draws = 4_000 });
        var boxes = assessment.Conditions.Where(condition => !condition.Bounds.IsEmpty).ToList();
        boxes.ShouldNotBeEmpty();
        foreach (var box in boxes)
        {
            box.Probability.ShouldBeGreaterThan(assessment.Splits.Mean);
            box.ShareOfDraws.ShouldBeInRange(.02, 1);

            // Coverage is what density and mass say it is.
            box.Coverage.ShouldBe(box.Probability * box.ShareOfDraws / assessment.Splits.Mean, 1e-6);
            box.OutOfSample.ShouldBeInRange(assessment.Splits.Mean, 1);
            box.Bounds.Length.ShouldBeLessThanOrEqualTo(4);
            foreach (var bound in box.Bounds)
            {
                bound.QuasiP.ShouldBeLessThanOrEqualTo(.05);
                bound.Stability.ShouldBeInRange(0, 1);
                box.Text.ShouldContain(bound.Text);
            }

            box.Text.ShouldStartWith("It works in ");
            box.Text.ShouldNotContain("decision_noise");
        }

        assessment.Discovery!.Trajectory[0].Coverage.ShouldBe(1, 1e-9);
        assessment.Discovery.Trajectory[0].Density.ShouldBe(assessment.Splits.Mean, 1e-9);
        assessment.Discovery.TreeDensity.ShouldBeGreaterThan(assessment.Splits.Mean);
        assessment.Discovery.Inputs.ShouldNotContain("decision_noise");
    }

    [Fact]
    public void The_box_can_be_counted_again_on_the_draws()
    {
        // A second search on the same seed finds the same sentence to the letter; another seed another number.
        var options = Sample.Quick with { Draws = 1_000 };
        var (one, two) = (Sample.Assessed(snapshot.World, options: options with { Threads = 1 }), Sample.Assessed(snapshot.World, options: options with { Threads = 2 }));
        two.Conditions.Select(condition => condition.Text).ShouldBe(one.Conditions.Select(condition => condition.Text));
    }

    [Theory]
    [InlineData("reversal_hazard", double.NegativeInfinity, .03, "the promise of A is reversed in less than 3 % of years")]
    [InlineData("partner_trade_cut", .5, double.PositiveInfinity, "C answers by cutting trade by more than 0.5 log points")]
    [InlineData("switching_cost", .01, .025, "changing sides costs B between 1 % and 2.5 % of a year's income")]
    [InlineData("trade_elasticity", 3.456, double.PositiveInfinity, "the trade elasticity is more than 3.46")]
    public void A_bound_reads_as_a_clause_with_its_number(string name, double lower, double upper, string clause) =>
        AssumptionPhrases.Clause(name, lower, upper, ("A", "B", "C")).ShouldBe(clause);

    [Fact]
    public void Every_assumption_that_can_be_found_has_a_clause_of_its_own()
    {
        foreach (var definition in AssumptionCatalog.All.Where(definition => definition.Channel != "gas" && definition.Name != "spontaneous_split_if_unknown"))
        {
            AssumptionPhrases.Clause(definition.Name, .1, .2, ("A", "B", "C")).ShouldNotStartWith(definition.Name.Replace('_', ' ') + " is between");
        }
    }

    [Fact]
    public void Judgement_is_weighed_by_what_it_explains()
    {
        var judgement = Sample.Assessed(snapshot.World).Judgement!;
        judgement.Judged.ShouldBeInRange(1, judgement.Inputs - 1);
        judgement.ByJudgement.ShouldBeInRange(0, judgement.Explained);
        judgement.ByView.ShouldBeGreaterThan(0);
    }
}
