using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Tests;
using Entente.Tests.Models.Strategy.Files;

namespace Entente.Models.Tests.Strategy;

/// <summary>Every shipped strategy runs on the shipped data, and the answers stand to each other as the moves do.</summary>
[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class ShippedStrategyRunTests(Snapshot snapshot)
{
    private static readonly AssessmentOptions Few = new() { Draws = 200, Seed = 3, Threads = 2 };

    [Theory]
    [MemberData(nameof(ShippedStrategyTests.Names), MemberType = typeof(ShippedStrategyTests))]
    public void It_runs_without_a_failed_draw_and_says_what_is_missing(string name)
    {
        var result = Assess(name);
        result.FailedDraws.ShouldBe(0);
        result.Splits.Mean.ShouldBeInRange(.001, .999);
        result.Assumptions.ShouldAllBe(assumption => assumption.Source.Length > 0);
        if (result.Strategy.Start >= 2000) return;
        result.Caveats.ShouldContain(text => text.Contains("missing, not zero", StringComparison.Ordinal));
        result.Balance.Single(term => term.Key == "reward").Worth.Mean.ShouldBe(0);

        // Of a time without trade the answer rests on threats, which must then be measured.
        result.Balance.Single(term => term.Key == "threat-relief").Worth.Mean.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_offer_is_worth_more_with_relief_and_more_still_with_europe()
    {
        var (recognition, alone, europe) = (Assess("reverse-kissinger-recognition-only"), Assess("reverse-kissinger"), Assess("reverse-kissinger-with-europe"));
        Worth(recognition, "reward").ShouldBe(0);
        Worth(alone, "reward").ShouldBeGreaterThan(0);
        Worth(europe, "reward").ShouldBeGreaterThan(Worth(alone, "reward"));

        // The same futures: what the two share with each other is the same in every draw.
        Worth(recognition, "threat-relief").ShouldBe(Worth(alone, "threat-relief"), 1e-12);
        Worth(recognition, "partner-loss").ShouldBe(Worth(alone, "partner-loss"), 1e-4);
    }

    [Fact]
    public void Nothing_is_promised_where_nothing_is_offered()
    {
        var (none, pressure) = (Assess("status-quo"), Assess("pressure-on-china"));
        none.EffectOfMoves.Mean.ShouldBe(0);
        Math.Abs(pressure.EffectOfMoves.Mean).ShouldBeLessThan(.005);
        Worth(pressure, "friction").ShouldBe(Worth(none, "friction"), 1e-12);
        Worth(pressure, "reward").ShouldBeLessThan(0);
    }

    [Fact]
    public void Allies_rely_more_on_a_stronger_guarantee_and_less_on_a_weaker_one()
    {
        Assess("double-down-on-allies").ExpectedDrifts.Mean.ShouldBeLessThan(0);
        Assess("reverse-kissinger").ExpectedDrifts.Mean.ShouldBeGreaterThan(0);
        var china = Assess("accommodate-china");
        Drift(china, "Taiwan").ShouldBeGreaterThan(Drift(china, "Japan"));
        Drift(china, "Japan").ShouldBeGreaterThan(0);

        static double Drift(Assessment assessment, string name)
        {
            var ally = assessment.Allies.Single(candidate => candidate.Name == name);
            return ally.Change.Mean;
        }
    }

    private Assessment Assess(string name) => StrategyAssessment.Assess(snapshot.World, StrategyFile.Read(Path.Combine(Shared.Repository, "strategies", name + ".yaml"), snapshot.World.States, snapshot.World.Blocs), Few);

    private static double Worth(Assessment assessment, string key) => assessment.Balance.Single(term => term.Key == key).Worth.Mean;
}
