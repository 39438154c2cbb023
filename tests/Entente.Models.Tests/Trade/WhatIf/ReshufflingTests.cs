using Entente.Models.Trade.WhatIf.Validation;
using Entente.World;

namespace Entente.Models.Tests.Trade.WhatIf;

public sealed class ReshufflingTests(Snapshot snapshot)
{
    [Fact]
    public void Scores_are_those_of_a_case_worked_by_hand()
    {
        double[] before = [.5, .3, .2], observed = [.2, .4, .4], predicted = [.25, .41, .34];
        var score = ForecastScoring.Of("k", "n", before, observed, predicted);

        // Errors of .05, .01 and .06, halved; ratios of 1.25, 1.025 and .85, the middle one by size is .4 over .34; changes rank alike.
        score.Misplaced.ShouldBe(.06, 1e-12);
        score.MedianLogError.ShouldBe(Math.Log(.4 / .34), 1e-12);
        score.WithinFactorTwo.ShouldBe(1);
        score.RankOfChanges.ShouldBe(1, 1e-12);
        ForecastScoring.Of("k", "n", before, observed, before).RankOfChanges.ShouldBe(double.NaN);
        ForecastScoring.Of("k", "n", before, observed, observed).Misplaced.ShouldBe(0);
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Russia_is_foretold_over_the_pairs_that_2023_holds(int from)
    {
        var validation = ReshufflingModel.Run(snapshot.World, from);
        var (exports, imports) = (validation.Exports, validation.Imports);
        imports.Movers[0].Name.ShouldBe("China");
        imports.Movers[0].Observed.ShouldBe(.544, .002);
        exports.Movers.Take(3).Select(mover => mover.Name).ShouldBe(["China", "India", "Türkiye"], ignoreOrder: true);
        foreach (var flow in new[] { exports, imports })
        {
            flow.Missing.ShouldBeGreaterThan(20);
            flow.MissingShare.ShouldBeInRange(.05, .3);
            flow.Scores.ShouldAllBe(score => score.Misplaced >= 0 && score.Misplaced <= 1 && score.WithinFactorTwo >= 0 && score.WithinFactorTwo <= 1);
            double Misplaced(string key) => flow.Scores.Single(score => score.Key == key).Misplaced;

            // Halving trade with those who sanction foretells more than leaving all as it was.
            Misplaced("halved").ShouldBeLessThan(Misplaced("no-change"));
            flow.Movers.ShouldAllBe(mover => mover.Predicted.Length == flow.Scores.Length);
        }

        validation.Sanctions.Select(sanctions => sanctions.Key).ShouldBe(["as-in-2014", "halved", "decoupled"]);
        validation.Sanctions[0].Exports.ShouldBeInRange(-.5, -.05);
        validation.Sanctions[1].Imports.ShouldBe(Math.Log(52.6 / 106.8), 1e-12);
        validation.Findings.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(2013)]
    [InlineData(2021)]
    [InlineData(2023)]
    public void A_year_that_is_not_before_the_sanctions_or_not_held_is_refused(int from) => Should.Throw<InvalidInputException>(() => ReshufflingModel.Run(snapshot.World, from)).Message.ShouldContain($"{from}");
}
