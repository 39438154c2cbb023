using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Tests.Votes;

public class AlliancePortfoliosTests(Snapshot snapshot)
{
    [Theory]
    [InlineData(true, false, true, true, true, 3)]
    [InlineData(false, true, false, false, false, 3)]
    [InlineData(false, false, true, false, true, 2)]
    [InlineData(false, false, false, true, false, 2)]
    [InlineData(false, false, false, false, true, 1)]
    [InlineData(false, false, false, false, false, 0)]
    public void Obligations_are_coded_by_the_strongest(bool defense, bool offense, bool neutrality, bool nonaggression, bool consultation, int code) =>
        AlliancePortfolios.Code(new AllianceSpell(2, 20, 1950, 1960, defense, offense, neutrality, nonaggression, consultation, "test")).ShouldBe(code);

    [Fact]
    public void S_is_what_a_count_by_hand_over_the_state_system_gives()
    {
        const int Year = 1960;
        var world = snapshot.World;
        var targets = world.States.All.Where(state => !state.Existence.IsEmpty && state.ExistsIn(Year)).Select(state => state.Id).ToList();
        int Towards(int state, int target) => state == target ? 3 : world.Alliances
            .Where(spell => spell.A == state && spell.B == target && spell.FromYear <= Year && spell.ToYear >= Year).Select(AlliancePortfolios.Code).DefaultIfEmpty(0).Max();
        var expected = 1 - (2 * targets.Average(target => Math.Abs(Towards(2, target) - Towards(365, target)) / 3.0));
        var found = AlliancePortfolios.Compute(world, "USA", "RUS", Year, Year).Years.ShouldHaveSingleItem();
        found[SimilarityMeasure.SAbsolute].ShouldBe(expected, 1e-12);
        found.Targets.ShouldBe(targets.Count);
    }

    [Fact]
    public void NATO_allies_are_more_alike_than_rivals_in_the_cold_war_and_all_is_symmetric()
    {
        var allies = AlliancePortfolios.Compute(snapshot.World, "GBR", "NLD", 1970, 1970).Years[0];
        var rivals = AlliancePortfolios.Compute(snapshot.World, "GBR", "POL", 1970, 1970).Years[0];
        var turned = AlliancePortfolios.Compute(snapshot.World, "POL", "GBR", 1970, 1970).Years[0];
        foreach (var measure in Enum.GetValues<SimilarityMeasure>())
        {
            allies[measure].ShouldBeGreaterThan(rivals[measure]);
            turned[measure].ShouldBe(rivals[measure], 1e-12);
        }

        allies.KappaBinary.ShouldBeGreaterThan(rivals.KappaBinary);
    }

    [Fact]
    public void Weights_change_the_result_and_targets_without_one_are_counted()
    {
        var plain = AlliancePortfolios.Compute(snapshot.World, "USA", "RUS", 1975, 1975).Years[0];
        var weighted = AlliancePortfolios.Compute(snapshot.World, "USA", "RUS", 1975, 1975, "cinc").Years[0];
        weighted[SimilarityMeasure.SAbsolute].ShouldBeLessThan(plain[SimilarityMeasure.SAbsolute]);
        var indicator = snapshot.World.IndicatorNames.First(name => name.Contains("population", StringComparison.Ordinal));
        AlliancePortfolios.Compute(snapshot.World, "USA", "RUS", 1975, 1975, indicator).Years[0].WithoutWeight.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void After_2018_it_says_that_only_the_supplement_is_known()
    {
        var series = AlliancePortfolios.Compute(snapshot.World, "USA", "GBR", 2018, 2020);
        series.Years[0].Remark.ShouldBeNull();
        series.Years[^1].Remark.ShouldNotBeNull().ShouldContain("supplement");
        series.Provenance.Sources.ShouldContain("alliance-supplement");
        AlliancePortfolios.Compute(snapshot.World, "USA", "GBR").Years[^1].Year.ShouldBe(2018);
    }

    [Fact]
    public void A_state_that_did_not_exist_is_missing_and_wrong_calls_are_refused()
    {
        var ukraine = AlliancePortfolios.Compute(snapshot.World, "UKR", "POL", 1989, 1995);
        double.IsNaN(ukraine.Years[0][SimilarityMeasure.SAbsolute]).ShouldBeTrue();
        ukraine.Years[0].Remark.ShouldNotBeNull().ShouldContain("Ukraine");
        Should.Throw<NoAnswerException>(() => AlliancePortfolios.Compute(snapshot.World, "UKR", "POL", 1950, 1960)).Message.ShouldContain("not zero");
        Should.Throw<InvalidInputException>(() => AlliancePortfolios.Compute(snapshot.World, "EU", "POL", 1995, 1996)).Message.ShouldContain("bloc");
        Should.Throw<InvalidInputException>(() => AlliancePortfolios.Compute(snapshot.World, "USA", "POL", 1995, 1996, "beauty")).Message.ShouldContain("cinc");
        Should.Throw<InvalidInputException>(() => AlliancePortfolios.Compute(snapshot.World, "USA", "POL", 1700, 1996)).Message.ShouldContain("1816");
    }
}
