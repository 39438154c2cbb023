using Entente.Models.Strategy;
using Entente.Models.Strategy.Sensitivity;
using Entente.Numerics.Distributions;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Sensitivity;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class StrategySensitivityTests(Snapshot snapshot)
{
    private static readonly SensitivityOptions Small = new() { Size = 128, Seed = 3 };

    [Fact]
    public void The_rival_view_leads_and_no_input_explains_more_in_all_than_alone_beyond_error()
    {
        var study = StrategySensitivity.Run(snapshot.World, Sample.Alone, Small);
        study.Inputs[0].Name.ShouldBe(Influence.RivalView);
        study.Runs.ShouldBe(128 * (study.Inputs.Length + 2));
        study.Failed.ShouldBe(0);
        foreach (var input in study.Inputs) input.First.Value.ShouldBeLessThan(input.Total.Value + (4 * (input.First.StandardError + input.Total.StandardError)) + .02);
        study.Mean.ShouldBe(Sample.Assessed(snapshot.World, options: Sample.Quick with { Draws = 2_000 }).Splits.Mean, .04);
    }

    [Fact]
    public void One_and_two_threads_give_the_same_bits_under_every_method()
    {
        foreach (var method in Enum.GetValues<SensitivityMethod>())
        {
            var options = Small with { Method = method, Size = method == SensitivityMethod.Morris ? 16 : 256 };
            var (one, two) = (StrategySensitivity.Run(snapshot.World, Sample.Alone, options with { Threads = 1 }), StrategySensitivity.Run(snapshot.World, Sample.Alone, options with { Threads = 2 }));
            two.Inputs.ShouldBe(one.Inputs);
            two.Mean.ShouldBe(one.Mean);
        }
    }

    [Fact]
    public void An_input_that_is_held_fixed_is_not_among_them()
    {
        var pinned = Sample.Alone with { Assumptions = [new Assumption("decision_noise", new PointMass(.002), "judgement", null)] };
        StrategySensitivity.Run(snapshot.World, pinned, Small with { Method = SensitivityMethod.Morris, Size = 16 }).Inputs.ShouldNotContain(input => input.Name == "decision_noise");
    }

    [Fact]
    public void Correlated_assumptions_are_refused_where_the_method_cannot_hold_them()
    {
        var correlated = Sample.Alone with { Correlations = [new AssumptionCorrelation("partner_trade_cut", "partner_counterbid", .5, "judgement", null)] };
        Should.Throw<InvalidInputException>(() => StrategySensitivity.Run(snapshot.World, correlated, Small with { Method = SensitivityMethod.Morris })).Message.ShouldContain("shapley");
        var grouped = StrategySensitivity.Run(snapshot.World, correlated, Small).Inputs;
        grouped.ShouldContain(input => input.Name == "partner_trade_cut & partner_counterbid");
        grouped.ShouldNotContain(input => input.Name == "partner_counterbid");
        StrategySensitivity.Run(snapshot.World, correlated, Small with { Method = SensitivityMethod.Pawn, Size = 400 }).Inputs.ShouldNotBeEmpty();
    }
}
