using Entente.Models.Security;

namespace Entente.Models.Tests.Security;

public class BorderDistanceTests(Snapshot snapshot)
{
    [Theory]
    [InlineData(2, 710, 1971, 3334, 1991)]
    [InlineData(345, 365, 1948, 286, 1991)]
    [InlineData(220, 365, 1939, 996, 1991)]
    [InlineData(365, 740, 1992, 46, 1992)]
    public void Before_1991_the_borders_of_1991_stand_in_and_the_year_is_told(int a, int b, int year, double km, int measured)
    {
        var (found, held) = BorderDistance.Of(snapshot.World, a, b, year)!.Value;
        found.ShouldBe(km, .5);
        held.ShouldBe(measured);
        BorderDistance.Of(snapshot.World, b, a, year).ShouldBe((found, held));
    }

    [Fact]
    public void West_germany_lies_where_germany_lies() => BorderDistance.Of(snapshot.World, 260, 220, 1971)!.Value.Km.ShouldBe(BorderDistance.Of(snapshot.World, 255, 220, 1991)!.Value.Km);

    [Fact]
    public void A_pair_that_is_not_held_has_none() => BorderDistance.Of(snapshot.World, 300, 365, 1900).ShouldBeNull();

    [Fact]
    public void In_1971_the_united_states_and_its_allies_were_a_threat_to_china_beside_the_soviet_union()
    {
        var profile = ThreatPerception.Measure(snapshot.World, [710], 1971)[0];
        profile.Components.Single(component => component.From == 2).Proximity.ShouldBe(1 / (1 + 3.334), 1e-4);
        profile.PerceivedShare(id => id == 2).ShouldBeGreaterThan(.2);
        profile.LatentShare(id => id == 365).ShouldBeGreaterThan(.2);
    }
}
