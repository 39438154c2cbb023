using CsCheck;
using Entente.Numerics.Similarity;

namespace Entente.Tests.Similarity;

public class PortfolioSimilarityTests
{
    private static readonly Gen<(int X, int Y, double Weight)[]> Portfolios = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Double[.01, 1]).Array[1, 40];

    private static double S((int X, int Y, double Weight)[] targets, bool squared) =>
        PortfolioSimilarity.S([.. targets.Select(target => (double)target.X)], [.. targets.Select(target => (double)target.Y)], [.. targets.Select(target => target.Weight)], 3, squared);

    [Fact]
    public void Splitting_a_target_in_two_of_half_the_weight_changes_nothing() => Gen.Select(Portfolios, Gen.Bool).Sample((targets, squared) =>
    {
        var (x, y, weight) = targets[0];
        S([(x, y, weight / 2), (x, y, weight / 2), .. targets[1..]], squared).ShouldBe(S(targets, squared), 1e-12);
    });

    [Fact]
    public void It_is_symmetric_bounded_and_one_for_the_same_portfolio() => Gen.Select(Portfolios, Gen.Bool).Sample((targets, squared) =>
    {
        var value = S(targets, squared);
        S([.. targets.Select(target => (target.Y, target.X, target.Weight))], squared).ShouldBe(value, 1e-15);
        S([.. targets.Select(target => (target.X, target.X, target.Weight))], squared).ShouldBe(1);
        value.ShouldBeInRange(-1 - 1e-12, 1);
    });

    [Fact]
    public void The_scale_of_the_weights_does_not_matter() => Portfolios.Sample(targets =>
        S([.. targets.Select(target => (target.X, target.Y, 7 * target.Weight))], false).ShouldBe(S(targets, false), 1e-12));

    [Fact]
    public void A_table_of_weights_gives_the_same_S() => Portfolios.Sample(targets =>
    {
        var table = new double[16];
        PortfolioSimilarity.Tabulate([.. targets.Select(target => target.X)], [.. targets.Select(target => target.Y)], [.. targets.Select(target => target.Weight)], table, 4);
        CategoricalSimilarity.S(table, 4).ShouldBe(S(targets, false), 1e-12);
        CategoricalSimilarity.S(table, 4, squared: true).ShouldBe(S(targets, true), 1e-12);
    });

    [Fact]
    public void The_possible_range_counts_and_not_the_observed_one()
    {
        PortfolioSimilarity.S([0, 1], [1, 0], [], 3).ShouldBe(1 - (2.0 / 3), 1e-15);
        PortfolioSimilarity.S([0, 1], [1, 0], [], 1).ShouldBe(-1, 1e-15);
    }

    [Fact]
    public void Without_targets_or_weight_it_is_undefined()
    {
        double.IsNaN(PortfolioSimilarity.S([], [], [], 3)).ShouldBeTrue();
        double.IsNaN(PortfolioSimilarity.S([0, 3], [3, 0], [0, 0], 3)).ShouldBeTrue();
    }

    [Fact]
    public void Wrong_lengths_weights_and_codes_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PortfolioSimilarity.S([1], [1, 2], [], 3));
        Should.Throw<ArgumentOutOfRangeException>(() => PortfolioSimilarity.S([1, 2], [1, 2], [1], 3));
        Should.Throw<ArgumentOutOfRangeException>(() => PortfolioSimilarity.S([1], [1], [-1], 3));
        Should.Throw<ArgumentOutOfRangeException>(() => PortfolioSimilarity.S([4], [0], [], 3));
        Should.Throw<ArgumentOutOfRangeException>(() => PortfolioSimilarity.S([0], [0], [], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => PortfolioSimilarity.Tabulate([4], [0], [], new double[16], 4));
        Should.Throw<ArgumentOutOfRangeException>(() => CategoricalSimilarity.TauB(new double[8], 3));
    }
}
