using Entente.Models.Energy;

namespace Entente.Models.Tests.Energy;

public sealed class GasValidationTests(Snapshot snapshot)
{
    [Fact]
    public void Forecasts_stand_beside_observed_figures_and_say_where_they_fail()
    {
        var validation = GasValidation.Run(snapshot.World);
        validation.Forecasts.ShouldAllBe(row => double.IsFinite(row.Predicted) && row.Observed > 0 && row.Naive > 0);
        validation.Forecasts.First(row => row.What == "2022 price, Europe").Observed.ShouldBe(40.34, .01);
        validation.Findings.ShouldContain(finding => finding.Contains("fails most", StringComparison.Ordinal));
    }
}
