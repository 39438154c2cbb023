using Entente.Models.Alignment.Drivers;
using Entente.Models.Panel.Tables;
using Entente.Models.Trade.Gravity;
using Entente.Numerics.Regression;
using Entente.World;

namespace Entente.Models.Tests.Alignment.Drivers;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class DriverTests(Snapshot snapshot)
{
    private static readonly DriverOptions Small = new() { From = 2004, To = 2009, Variables = ["regime_distance", "trade_dependence_lower", "alliance"], Replicates = 50 };

    [Fact]
    public void Both_orders_of_a_row_change_neither_coefficients_nor_dyadic_errors()
    {
        var frame = DyadYearFrame.Build(snapshot.World, 2003, 2006);
        var panel = DyadYearPanel.Build(snapshot.World, frame, ["vote_agreement", "regime_distance"], default);
        var (y, x) = (panel.Cells("vote_agreement"), panel.Cells("regime_distance"));
        var sample = DriverSample.Take(frame, 2003, 2006, row => y[row], [row => x[row]]);
        var both = DriverRegressions.Estimate(sample, [new("regime_distance", PanelBlock.Politics)], [new FixedEffect("year", sample.Year)], default);
        int[] once = [.. Enumerable.Range(0, sample.Rows).Where(row => row % 2 == 0)];
        T[] Pick<T>(T[] values) => [.. once.Select(row => values[row])];
        var single = RegressionModel.Estimate(
            new RegressionData("y", Pick(sample.Outcome), [new("x", Pick(sample.Covariates[0]))], [new FixedEffect("year", Pick(sample.Year))]), RegressionFamily.Linear,
            new RegressionOptions { Covariances = [CovarianceKind.Dyadic(Pick(sample.First), Pick(sample.Second))], DropSingletons = false });
        both.Coefficients[0].ShouldBe(single.Coefficients[0], 1e-10);
        both.Covariances[0].StandardErrors[0].ShouldBe(single.Covariances[0].StandardErrors[0], 1e-3 * single.Covariances[0].StandardErrors[0]);
    }

    [Fact]
    public void Shares_add_up_and_lie_in_their_intervals()
    {
        var study = DriverModel.Study(snapshot.World, Small);
        study.Regressions.Select(one => one.Key).ShouldBe(["level-pooled", "level-dyad", "level-full", "change"]);
        foreach (var one in study.Regressions)
        {
            one.Blocks.Sum(block => block.Share).ShouldBe(1, 1e-9);
            one.Explained.ShouldBeInRange(0, 1);
            foreach (var block in one.Blocks) block.Last.ShouldBeLessThanOrEqualTo(block.Alone + one.Explained);
        }

        // Within effects of state and year less is left to explain than across all pairs, and more regime distance goes with less agreement there.
        study.Regressions[0].Effects.Single(effect => effect.Covariate.Name == "regime_distance").Interval.High.ShouldBeLessThan(0);
        study.Lags.Length.ShouldBe(3);
        study.Reading.ShouldContain(line => line.Contains("correlation over time"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        var options = Small with { From = 2008, Span = 1 };
        var (x, y) = (DriverModel.Study(snapshot.World, options), DriverModel.Study(snapshot.World, options));
        x.Regressions[0].Blocks.ShouldBe(y.Regressions[0].Blocks);
    }

    [Fact]
    public void Parts_of_a_dyads_change_add_up()
    {
        var story = DyadStories.Tell(snapshot.World, 365, 710, Small);
        story.Parts.Sum(part => part.Part).ShouldBe(story.After - story.Before, 1e-9);
        story.From.ShouldBe(2004);
        story.To.ShouldBe(2009);
    }

    [Fact]
    public void A_states_own_course_does_not_depend_on_the_order_of_the_pair()
    {
        var (x, y) = (DyadStories.Tell(snapshot.World, 365, 710, Small), DyadStories.Tell(snapshot.World, 710, 365, Small));
        x.Parts.Single(part => part.Name == "towards everybody: Russia").Part.ShouldBe(y.Parts.Single(part => part.Name == "towards everybody: Russia").Part, 1e-7);
    }

    [Fact]
    public void An_event_study_is_zero_in_its_reference_year_and_sees_2022()
    {
        var groups = SanctionsGravity.DefaultGroups(snapshot.World, 365);
        var study = EventStudy.Run(snapshot.World, 365, groups, 2022, 3);
        var europe = study.Paths.Single(path => path.Group.Key == "EU28");
        europe.Shifts.Single(shift => shift.Year == 2021).Shift.ShouldBe(0);
        europe.Shifts.Single(shift => shift.Year == 2023).Interval.High.ShouldBeLessThan(0);
        double.IsNaN(europe.Shifts.Single(shift => shift.Year == 2024).Shift).ShouldBeTrue();
    }

    [Theory]
    [InlineData("There is no dyad-year variable 'trades'", "trades")]
    [InlineData("cannot explain it", "vote_kappa")]
    public void Covariates_that_cannot_be_are_refused(string expected, string name) =>
        Should.Throw<InvalidInputException>(() => DriverModel.Study(snapshot.World, Small with { Variables = [name] })).Message.ShouldContain(expected);

    [Fact]
    public void A_panel_without_overlap_says_when_each_covariate_is_held() =>
        Should.Throw<NoAnswerException>(() => DriverModel.Study(snapshot.World, new DriverOptions { From = 1955, To = 1960, Variables = ["exports_a_b", "alliance"] })).Message.ShouldContain("exports_a_b is not held");

    [Fact]
    public void An_outcome_that_is_no_alignment_is_refused() =>
        Should.Throw<InvalidInputException>(() => DriverModel.Study(snapshot.World, Small with { Outcome = "rivalry" })).Message.ShouldContain("no measure of alignment");
}
