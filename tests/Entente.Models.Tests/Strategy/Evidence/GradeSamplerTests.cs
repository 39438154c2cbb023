using CsCheck;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Distributions;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class GradeSamplerTests
{
    [Fact]
    public void With_tiny_errors_the_grade_is_that_of_the_means()
    {
        for (var closed = -.2; closed < 1.3; closed += .0731)
        {
            var grades = GradeSampler.Sample(.4, new JointForecast(.7, .3 + (.4 * closed), 1e-9, 4, .2));
            grades[GradeRule.Of(.4, .4 * (1 - closed))].ShouldBe(1, closed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.6)]
    [InlineData(-.5)]
    public void With_normal_errors_a_split_has_the_probability_of_the_closed_form(double correlation)
    {
        // The lean is normal with variance 2 s² (1 − r): half of .4 or less is a split. Agreements are far from 0 and 1.
        var grades = GradeSampler.Sample(.4, new JointForecast(.7, .35, .05, double.PositiveInfinity, correlation));
        var expected = new Normal(0, 1).Cdf((.2 - .35) / (.05 * Math.Sqrt(2 * (1 - correlation))));
        grades.Split.ShouldBe(expected, 4 * Math.Sqrt(expected * (1 - expected) / GradeSampler.Draws) + 1e-4);
    }

    [Fact]
    public void Errors_of_Student_have_their_own_tails()
    {
        // Without correlation and with the partner's agreement fixed by its bound, the divider's alone decides: P(error > 3 s) under 3 degrees is .0288.
        var grades = GradeSampler.Sample(.5, new JointForecast(200, .6, .05, 3, 0));
        (grades.Realigned + grades.Dealigned).ShouldBe(.0288, .01);
    }

    [Fact]
    public void Grades_add_up_and_never_fall_with_the_divider() => Gen.Select(Gen.Double[.1, .8], Gen.Double[.2, .95], Gen.Double[.05, .8], Gen.Double[.01, .2], Gen.Double[-.9, .9], Gen.Double[0, .3])
        .Sample((tilt, partner, divider, scale, correlation, more) =>
        {
            var before = GradeSampler.Sample(tilt, new JointForecast(partner, divider, scale, 4, correlation));
            var after = GradeSampler.Sample(tilt, new JointForecast(partner, divider + more, scale, 4, correlation));
            // Sums of shares may differ in the last bit.
            (before.NoChange + before.Moves).ShouldBe(1, 1e-12);
            after.Split.ShouldBeGreaterThanOrEqualTo(before.Split - 1e-12);
            after.Moves.ShouldBeGreaterThanOrEqualTo(before.Moves - 1e-12);
            after.Realigned.ShouldBeGreaterThanOrEqualTo(before.Realigned);
        }, iter: 60);
}
