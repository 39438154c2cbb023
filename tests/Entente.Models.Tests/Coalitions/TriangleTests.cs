using Entente.Models.Coalitions.Triangles;
using Entente.World;

namespace Entente.Models.Tests.Coalitions;

public class TriangleTests(Snapshot snapshot)
{
    [Theory]
    [InlineData(1, 1, 1, TriangleType.MenageATrois, 0)]
    [InlineData(1, 1, 0, TriangleType.RomanticTriangle, 10)]
    [InlineData(1, 0, 1, TriangleType.RomanticTriangle, 20)]
    [InlineData(0, 1, 1, TriangleType.RomanticTriangle, 30)]
    [InlineData(1, 0, 0, TriangleType.StableMarriage, 30)]
    [InlineData(0, 1, 0, TriangleType.StableMarriage, 20)]
    [InlineData(0, 0, 1, TriangleType.StableMarriage, 10)]
    [InlineData(0, 0, 0, TriangleType.UnitVeto, 0)]
    public void Signs_make_the_configuration_and_its_pivot(double first, double second, double third, TriangleType type, int pivot)
    {
        var reading = TriangleModel.Reading([10, 20, 30], [first, second, third])!;
        reading.Type.ShouldBe(type);
        reading.Pivot.ShouldBe(pivot);
        reading.Probability.ShouldBe(1);
    }

    [Fact]
    public void Probabilities_add_up_and_a_missing_edge_leaves_the_triangle_unread()
    {
        var reading = TriangleModel.Reading([1, 2, 3], [.7, .2, .4])!;
        reading.All.Sum().ShouldBe(1, 1e-12);
        reading.All[(int)TriangleType.MenageATrois].ShouldBe(.7 * .2 * .4, 1e-12);
        TriangleModel.Reading([1, 2, 3], [.7, double.NaN, .4]).ShouldBeNull();
    }

    [Fact]
    public void Ties_tell_the_story_of_the_Cold_War()
    {
        var triangle = TriangleModel.Read(snapshot.World, [2, 710, 365], 1950, 1990);
        TriangleReading Of(int year) => triangle.Years.Single(one => one.Year == year).ByTies!;
        (Of(1953).Type, Of(1953).Pivot).ShouldBe((TriangleType.StableMarriage, 2));
        Of(1969).Type.ShouldBe(TriangleType.UnitVeto);
        (Of(1983).Type, Of(1983).Pivot).ShouldBe((TriangleType.StableMarriage, 365));
        triangle.Years.Where(year => year.Year < 1971).ShouldAllBe(year => year.ByVotes == null);
    }

    [Fact]
    public void The_threshold_parts_friends_from_foes_and_has_an_interval()
    {
        var triangle = TriangleModel.Read(snapshot.World, [2, 710, 365], 2000, 2003);
        foreach (var year in triangle.Years)
        {
            year.Threshold.ShouldBeInRange(.5, 1);
            year.ThresholdInterval.Low.ShouldBeLessThan(year.Threshold);
            year.ThresholdInterval.High.ShouldBeGreaterThan(year.Threshold);
        }
    }

    [Fact]
    public void The_order_of_the_states_does_not_matter()
    {
        var (x, y) = (TriangleModel.Read(snapshot.World, [2, 710, 365], 1980, 1985), TriangleModel.Read(snapshot.World, [365, 2, 710], 1980, 1985));
        for (var i = 0; i < x.Years.Length; i++)
        {
            x.Years[i].ByTies!.Pivot.ShouldBe(y.Years[i].ByTies!.Pivot);
            x.Years[i].ByTies!.Probability.ShouldBe(y.Years[i].ByTies!.Probability, 1e-12);
            x.Years[i].ByVotes!.Probability.ShouldBe(y.Years[i].ByVotes!.Probability, .06);
        }
    }

    [Fact]
    public void After_the_data_end_nothing_is_said_of_ties() => TriangleModel.Read(snapshot.World, [2, 710, 365], 2019, 2023).Years.ShouldAllBe(year => year.ByTies == null);

    [Fact]
    public void Two_states_are_no_triangle() => Should.Throw<InvalidInputException>(() => TriangleModel.Read(snapshot.World, [2, 2, 365], 1980, 1985));
}
