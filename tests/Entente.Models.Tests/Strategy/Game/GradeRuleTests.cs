using Entente.Models.Strategy.Game;

namespace Entente.Models.Tests.Strategy.Game;

public class GradeRuleTests
{
    [Theory]
    [InlineData(.6, .6, AlignmentGrade.NoChange)]
    [InlineData(.6, .8, AlignmentGrade.NoChange)]
    [InlineData(.6, .46, AlignmentGrade.NoChange)]
    [InlineData(.6, .45, AlignmentGrade.Neutralised)]
    [InlineData(.6, .3, AlignmentGrade.Dealigned)]
    [InlineData(.6, .001, AlignmentGrade.Dealigned)]
    [InlineData(.6, 0, AlignmentGrade.Realigned)]
    [InlineData(.6, -.2, AlignmentGrade.Realigned)]
    public void The_grade_is_the_share_of_the_gap_that_is_closed(double before, double after, AlignmentGrade grade) => GradeRule.Of(before, after).ShouldBe(grade);

    [Fact]
    public void A_target_that_was_not_with_its_partner_has_nothing_to_close() => GradeRule.Of(-.1, .2).ShouldBe(AlignmentGrade.Realigned);

    [Fact]
    public void The_unit_of_the_tilt_does_not_matter()
    {
        foreach (var after in new[] { .5, .37, .2, .01, -.3 }) GradeRule.Of(3 * .5, 3 * after).ShouldBe(GradeRule.Of(.5, after));
    }
}
