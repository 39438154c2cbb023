using Entente.Models.Panel;
using Entente.Models.Security.Hazards;

namespace Entente.Models.Tests.Security.Hazards;

public class OwnWarsTests(Snapshot snapshot)
{
    [Fact]
    public void A_war_counts_for_the_pair_that_began_it_and_not_for_who_only_joined()
    {
        var panel = DyadPanelBuilder.Build(snapshot.World, new DyadPanelOptions { To = 2010 });
        var outcomes = new HazardSample(snapshot.World, panel).Outcomes(HazardOutcome.War);
        bool Counts(int a, int b, int year) => Enumerable.Range(0, panel.Rows).Any(row => outcomes[row] == 1 && panel.A.Span[row] == a && panel.B.Span[row] == b && panel.Year.Span[row] == year);
        Counts(750, 770, 1999).ShouldBeTrue("Kargil");
        Counts(731, 732, 1950).ShouldBeTrue("Korea, between the two");
        Counts(630, 645, 1980).ShouldBeTrue("Iran and Iraq");
        snapshot.World.WarOnsets.ShouldContain(war => war.A == 640 && war.B == 731 && war.Year == 1950);
        Counts(640, 731, 1950).ShouldBeFalse("Türkiye joined the war in Korea");

        // Every counted war is one of the source, and beyond its last year nothing is known.
        var wars = snapshot.World.WarOnsets.Select(war => (war.A, war.B, war.Year)).ToHashSet();
        for (var row = 0; row < panel.Rows; row++)
        {
            if (outcomes[row] == 1) wars.ShouldContain((panel.A.Span[row], panel.B.Span[row], panel.Year.Span[row]));
            if (panel.Year.Span[row] > HazardOutcomes.LastWarYear) outcomes[row].ShouldBe(double.NaN);
        }
    }
}
