using Entente.Models.Security.Hazards;

namespace Entente.Models.Tests.Security.Hazards;

public class DangerousDyadsTests(Snapshot snapshot)
{
    [Fact]
    public void Published_magnitudes_are_reproduced()
    {
        var study = DangerousDyads.Estimate(snapshot.World);
        study.Coefficients.Length.ShouldBe(6);
        study.Observations.ShouldBeInRange(75_000, DangerousDyads.PublishedObservations);
        foreach (var one in study.Coefficients)
        {
            Math.Sign(one.Ours).ShouldBe(Math.Sign(one.Published), one.Name);
            one.Apart.ShouldBeLessThan(2, one.Name);
        }

        // What the published errors leave no doubt of is met within a tenth or so, not merely within our wider errors.
        var by = study.Coefficients.ToDictionary(one => one.Name, one => one.Ours / one.Published, StringComparer.Ordinal);
        by["land border"].ShouldBe(1, .1);
        by["CINC, lower / higher"].ShouldBe(1, .15);
        by["years of peace"].ShouldBe(1, .1);
    }

    [Fact]
    public void The_difference_is_in_standard_errors_of_the_difference() => new PublishedCoefficient("x", 1, .3, 0, .4).Apart.ShouldBe(2, 1e-12);
}
