using Entente.Models.Security.Hedging;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Models.Tests.Strategy;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class AssessedAlliesTests(Snapshot snapshot)
{
    /// <summary>The assessment and the table of allies are two doors into one room: same seed, same draws, same numbers, to the single precision in which an ensemble keeps its allies.</summary>
    [Fact]
    public void An_assessment_says_of_allies_what_their_own_table_says()
    {
        var strategy = Strategy("reverse-kissinger");
        var assessment = StrategyAssessment.Assess(snapshot.World, strategy, new AssessmentOptions { Draws = 400, Seed = 3 });
        var study = AllyStudy.Run(snapshot.World, strategy.Divider, strategy, new AllyStudyOptions { Draws = 400, Seed = 3 });
        assessment.Allies.Length.ShouldBeGreaterThan(30);
        foreach (var ally in assessment.Allies)
        {
            var row = study.Rows.Single(one => one.Measured.Guarantee.StateId == ally.StateId);
            for (var r = 0; r < 5; r++)
            {
                ally.Responses[r].Before.Mean.ShouldBe(row.Responses[r].Before.Mean, 1e-7, ally.Name);
                ally.Responses[r].After.Mean.ShouldBe(row.Responses[r].After.Mean, 1e-7, ally.Name);
            }

            (1 - ally.DriftAfter.Mean).ShouldBe(ally.Responses[0].After.Mean, 1e-7);
            ally.Responses.Sum(shift => shift.Before.Mean).ShouldBe(1, 1e-6);
        }
    }

    [Fact]
    public void Without_moves_no_ally_changes_and_no_cost_of_allies_is_shown()
    {
        var assessment = StrategyAssessment.Assess(snapshot.World, Strategy("status-quo"), new AssessmentOptions { Draws = 200 });
        assessment.Allies.ShouldAllBe(ally => Math.Abs(ally.Change.Mean) < 1e-12);
        assessment.Costs.ShouldNotContain(line => line.Channel == "allies");
    }

    private WedgeStrategy Strategy(string name) => StrategyFile.Read(StrategyLibrary.Locate(name), snapshot.World.States, snapshot.World.Blocs);
}
