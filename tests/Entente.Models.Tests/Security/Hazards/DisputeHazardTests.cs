using Entente.Models.Panel;
using Entente.Models.Security.Hazards;
using Entente.Numerics.Regression;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Security;

/// <summary>One estimate for all tests of hazards.</summary>
public sealed class HazardFixture(Snapshot snapshot)
{
    public WorldEdition World { get; } = snapshot.World;

    public DisputeHazard Hazard { get; } = DisputeHazard.Estimate(snapshot.World, new HazardOptions { Draws = 400 });
}

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class DisputeHazardTests(HazardFixture fixture) : IClassFixture<HazardFixture>
{
    private readonly DisputeHazard _hazard = fixture.Hazard;

    [Fact]
    public void The_base_rates_of_nuclear_dyads_are_those_of_the_case_dyad_by_dyad()
    {
        var rates = NuclearBaseRates.Compute(fixture.World);
        var expected = File.ReadLines(Shared.Path("cases/priors/nuclear_dyad_mid_base_rates.csv")).Skip(1).Where(line => line.Length > 0);
        rates.Dyads.Select(d => FormattableString.Invariant($"{d.A},{d.B},{d.Years},{d.Onsets},{d.Originated},{d.ForceUsed},{d.Fatal}")).ShouldBe(expected, ignoreOrder: true);
        rates.Total.ShouldBe(new NuclearDyadRecord(0, 0, 1124, 95, 72, 47, 18, 1));
        rates.WarRate.Mean.ShouldBe(1.3e-3, .05e-3);
    }

    [Theory]
    [InlineData("land border", 1)] // Bremer 1992, Oneal and Russett 1997: contiguity up
    [InlineData("border across water", 1)]
    [InlineData("log capabilities", 1)] // Bremer 1992: power up; with capabilities in, major power status adds nothing clear
    [InlineData("joint democracy", -1)] // Oneal and Russett 1997: the less democratic side decides
    [InlineData("log capability ratio", -1)] // Oneal and Russett 1997: preponderance down
    [InlineData("peace years / 10", -1)] // Beck, Katz and Tucker 1998: decaying with peace
    public void The_signs_of_dangerous_dyads_are_reproduced(string name, int sign)
    {
        var coefficient = _hazard.Models[(int)HazardOutcome.Dispute].Coefficients.First(one => one.Name == name);
        (coefficient.Value * sign).ShouldBeGreaterThan(1.645 * coefficient.StandardError, $"{name}: {coefficient}");
    }

    [Fact]
    public void The_complementary_log_log_says_nearly_the_same_where_events_are_rare()
    {
        var other = HazardModel.Estimate(_hazard.Sample, HazardOutcome.Dispute, _hazard.DataEnd, RegressionFamily.ComplementaryLogLog);
        foreach (var (one, two) in _hazard.Models[0].Coefficients.Zip(other.Coefficients)) Math.Abs(one.Value - two.Value).ShouldBeLessThan(Math.Max(.25, 1.5 * one.StandardError), one.Name);
    }

    [Fact]
    public void The_model_expects_as_many_disputes_as_there_were()
    {
        var (expected, model) = (0.0, _hazard.Models[0]);
        for (var row = 0; row < _hazard.Sample.Panel.Rows; row++)
        {
            if (_hazard.Sample.IsComplete(row)) expected += model.Probability(_hazard.Sample.Row(row));
        }

        expected.ShouldBe(model.Events, 1e-3 * model.Events);
    }

    [Fact]
    public void Every_named_pair_has_probabilities_with_intervals_and_a_sentence()
    {
        foreach (var (a, b, _) in NamedDyads.All)
        {
            foreach (var hazard in _hazard.Evaluate(a, b, 2025).Outcomes)
            {
                hazard.Yearly.Low.ShouldBeGreaterThan(0);
                hazard.Yearly.Low.ShouldBeLessThan(hazard.Yearly.High);
                hazard.Yearly.High.ShouldBeLessThan(1);
                hazard.Horizon.Mean.ShouldBeInRange(hazard.Yearly.Mean, 1);
                hazard.Basis.ShouldContain("carried forward");
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_pairs_have_no_order()
    {
        var (one, two) = (_hazard.Evaluate(2, 365, 2025), _hazard.Evaluate(365, 2, 2025));
        one.Outcomes.Select(hazard => hazard.Yearly).ShouldBe(two.Outcomes.Select(hazard => hazard.Yearly));
    }

    [Fact]
    public void Intervals_widen_beyond_the_data()
    {
        static double Width(HazardForecast forecast) => Math.Log(forecast.Of(HazardOutcome.Dispute).Yearly.High / forecast.Of(HazardOutcome.Dispute).Yearly.Low);
        Width(_hazard.Evaluate(2, 365, 2025)).ShouldBeGreaterThan(Width(_hazard.Evaluate(2, 365, 2011)));
    }

    [Fact]
    public void Dropping_a_guarantor_takes_its_capabilities_out_of_the_outside_help()
    {
        static double Help(HazardForecast forecast) => forecast.Covariates.First(covariate => covariate.Covariate == DyadCovariate.OutsideHelp).Value;
        var (before, after) = (_hazard.Evaluate(365, 290, 2025), _hazard.Evaluate(365, 290, 2025, changes: new HazardChanges { WithoutPactsOf = 2 }));
        var russia = fixture.World.Cinc(365, 2022)!.Value;
        (Math.Exp(Help(before)) - Math.Exp(Help(after))).ShouldBe(fixture.World.Cinc(2, 2022)!.Value / russia, 1e-9);
    }

    [Fact]
    public void The_drift_of_the_common_level_is_that_of_long_forecasts() => HazardScoring.Drift(_hazard, HazardOutcome.Dispute).ShouldBe(new HazardOptions().DriftPerYear, .01);

    [Fact]
    public void Conflicts_since_the_data_end_are_known() => _hazard.Evaluate(365, 369, 2025).SeenSince.ShouldContain(2022);

    [Theory]
    [InlineData(2, 2, 2025, 10, "named twice")]
    [InlineData(2, 365, 1945, 10, "before 1946")]
    [InlineData(2, 365, 2061, 10, "too far ahead")]
    [InlineData(2, 365, 2025, 51, "out of range")]
    [InlineData(265, 365, 2025, 10, "not a member of the state system in 2025")]
    public void Bad_questions_are_refused(int a, int b, int year, int years, string words) =>
        Should.Throw<InvalidInputException>(() => _hazard.Evaluate(a, b, year, years)).Message.ShouldContain(words);

    [Fact]
    public void A_year_without_covariates_is_named_with_the_covariate_and_the_last_year()
    {
        var error = Should.Throw<NoAnswerException>(() => _hazard.Evaluate(2, 365, 2050));
        error.Message.ShouldContain("log capability ratio");
        error.Message.ShouldContain("last held for 2023");
        Should.Throw<InvalidInputException>(() => DisputeHazard.Estimate(fixture.World, new HazardOptions { Coding = "x" })).Message.ShouldContain("not a coding");
    }

    [Fact]
    public void Out_of_sample_the_model_beats_the_base_rate_and_the_last_decade()
    {
        var score = HazardScoring.Run(_hazard, HazardOutcome.Dispute).ShouldHaveSingleItem();
        var by = score.Forecasters.ToDictionary(one => one.Forecaster, StringComparer.Ordinal);
        by["model"].AreaUnderCurve.Value.ShouldBeGreaterThan(.85);
        by["model"].LogGain.Low.ShouldBeGreaterThan(0);
        by["model"].Log.Value.ShouldBeLessThan(by["last decade"].Log.Value);
        score.ByOrigin.Select(origin => origin.Origin).ShouldBe([1975, 1980, 1985, 1990, 1995, 2000, 2005]);
    }
}
