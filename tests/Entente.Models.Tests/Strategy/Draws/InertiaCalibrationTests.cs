using Entente.Models.Strategy;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Files;

namespace Entente.Models.Tests.Strategy.Draws;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class InertiaCalibrationTests(Snapshot snapshot)
{
    [Theory]
    [InlineData("reverse-kissinger")]
    [InlineData("pressure-on-china")]
    [InlineData("kissinger-1972")]
    [InlineData("ussr-1939")]
    public void It_is_what_forty_plain_halvings_give_to_the_last_bit_on_any_number_of_threads(string name)
    {
        var (world, options) = (snapshot.World, new AssessmentOptions { Draws = 100, Threads = 2 });
        var inputs = AssessmentInputs.Measure(world, StrategyFile.Read(StrategyLibrary.Locate(name), world.States, world.Blocs), options);
        var (stakes, frequency) = (InertiaCalibration.Stakes(inputs, options), inputs.SpontaneousSplit);
        stakes.ShouldBe(InertiaCalibration.Stakes(inputs, options with { Threads = 1 }));
        inputs.Position.Inertia.ShouldBe(Plain(inertia => InertiaCalibration.MeanSplit(stakes, inertia, 1), frequency));
    }

    [Fact]
    public void A_run_of_few_draws_is_measured_like_an_assessment_of_as_many()
    {
        var (world, options) = (snapshot.World, new AssessmentOptions { Draws = 100, Threads = 2 });
        var strategy = StrategyFile.Read(StrategyLibrary.Locate("status-quo"), world.States, world.Blocs);
        AssessmentInputs.Measure(world, strategy, options with { Of = 100 }).Position.Inertia.ShouldBe(AssessmentInputs.Measure(world, strategy, options).Position.Inertia);
    }

    [Theory]
    [InlineData(.2)]
    [InlineData(.7)]
    [InlineData(0)]
    [InlineData(1)]
    public void Whatever_the_curve_and_the_guess_the_answer_is_that_of_plain_halvings(double frequency)
    {
        foreach (var (centre, scale) in new[] { (.01, .002), (-.3, .1), (.4, 1e-4), (0, 3) })
        {
            var asked = 0;
            double Mean(double x)
            {
                asked++;
                return 1 / (1 + Math.Exp((x - centre) / scale));
            }

            var plain = Plain(Mean, frequency);
            asked = 0;
            InertiaCalibration.Bisect(Mean, x => 1 / (1 + Math.Exp((x - centre - (scale / 3)) / (1.2 * scale))), frequency).ShouldBe(plain);
            asked.ShouldBeLessThanOrEqualTo(56);
            InertiaCalibration.Bisect(Mean, _ => .5, frequency).ShouldBe(plain);
        }
    }

    private static double Plain(Func<double, double> mean, double frequency)
    {
        var (low, high) = (-.5, .5);
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (mean(middle) > frequency) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
