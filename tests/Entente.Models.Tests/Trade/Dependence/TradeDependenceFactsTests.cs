using Entente.Models.Trade;
using Entente.World;

namespace Entente.Models.Tests.Trade;

public class TradeDependenceFactsTests(Snapshot snapshot)
{
    [Fact]
    public void The_EU_took_half_of_Russian_exports_in_2013()
    {
        var result = TradeDependence.Compute(snapshot.World, "RUS", "EU28", 2013);
        result.Exports.Shares[0].Share.ShouldBe(.514, .0006);
        result.Imports.Shares[0].Share.ShouldBe(.480, .0006);
        result.Exports.Rank.ShouldBe(0);
    }

    [Fact]
    public void Chinas_share_of_Russian_imports_in_2023_depends_on_the_denominator()
    {
        var imports = TradeDependence.Compute(snapshot.World, "RUS", "CHN", 2023).Imports;
        imports.Shares[(int)Denominator.AsReported].Share.ShouldBe(.544, .0006);
        imports.Shares[(int)Denominator.GapsFilled].Share.ShouldBe(.459, .0006);
        imports.Shares[(int)Denominator.OfficialTotal].Share.ShouldBe(.386, .0006);
        imports.Rank.ShouldBe(1);
        imports.Shares[0].Coverage.MissingNames.ShouldContain("Belarus");
    }

    [Fact]
    public void The_asymmetry_of_a_dyad_is_the_inverse_seen_from_the_other_side()
    {
        var russia = TradeDependence.Compute(snapshot.World, "RUS", "CHN", 2020);
        var china = TradeDependence.Compute(snapshot.World, "CHN", "RUS", 2020);
        russia.Asymmetry.ShouldBe(1 / china.Asymmetry, 1e-12);
        russia.Asymmetry.ShouldBeGreaterThan(1);
        russia.TotalShare.ShouldBe(china.ReverseTotalShare, 1e-15);
    }

    [Fact]
    public void Shares_of_a_partition_of_the_world_add_up_to_one()
    {
        var trade = snapshot.World.Trade(2015);
        var sum = trade.Economies.Where(id => id != 365).Sum(id => Math.Max(0, TradeDependence.ShareFilled(trade, [365], [id], exports: true)));
        sum.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_member_of_the_bloc_is_not_its_own_partner()
    {
        var germany = TradeDependence.Compute(snapshot.World, "DEU", "EU28", 2013);
        germany.Exports.Shares[0].Share.ShouldBeInRange(.5, .7);
    }

    [Fact]
    public void What_is_not_held_is_missing_and_not_zero()
    {
        Should.Throw<NoAnswerException>(() => TradeDependence.Compute(snapshot.World, "TWN", "CHN", 2020)).Message.ShouldContain("missing, not zero");
        Should.Throw<NoAnswerException>(() => TradeDependence.Compute(snapshot.World, "Nauru", "Liechtenstein", 2020));
        Should.Throw<InvalidInputException>(() => TradeDependence.Compute(snapshot.World, "RUS", "CHN", 2022)).Message.ShouldContain("2022");
        Should.Throw<InvalidInputException>(() => TradeDependence.Compute(snapshot.World, "RUS", "RUS", 2020));
    }
}
