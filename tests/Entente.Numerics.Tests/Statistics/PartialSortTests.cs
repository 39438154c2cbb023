using CsCheck;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Tests.Statistics;

public sealed class PartialSortTests
{
    private static readonly double[] Probabilities = [0, .05, .25, .5, .95, 1];

    [Fact]
    public void Quantiles_are_those_of_a_full_sort_with_and_without_ties() =>
        Gen.Select(Gen.Double[-1, 1].Array[1, 3000], Gen.Int[1, 50]).Sample((values, levels) =>
        {
            SameAsSorted(values);
            SameAsSorted(Array.ConvertAll(values, value => Math.Round(value * levels)));
        }, iter: 300);

    [Fact]
    public void Orders_that_break_simple_pivots_give_the_same_quantiles()
    {
        foreach (var n in new[] { 1, 2, 3, 31, 32, 33, 64, 1000, 4097 })
        {
            SameAsSorted([.. Enumerable.Range(0, n).Select(i => (double)i)]);
            SameAsSorted([.. Enumerable.Range(0, n).Select(i => (double)-i)]);
            SameAsSorted([.. Enumerable.Range(0, n).Select(_ => 3.0)]);
            SameAsSorted([.. Enumerable.Range(0, n).Select(i => (double)Math.Min(i, n - i))]);
            SameAsSorted([.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? double.PositiveInfinity : double.NegativeInfinity)]);
        }
    }

    [Fact]
    public void Each_rank_asked_for_holds_what_a_full_sort_puts_there() =>
        Gen.Select(Gen.Int[0, 20].Array[40, 500], Gen.Int[0, 39].Array[1, 8]).Sample((integers, ranks) =>
        {
            var values = Array.ConvertAll(integers, value => (double)value);
            Array.Sort(ranks);
            var sorted = values.Order().ToArray();
            PartialSort.Arrange(values, ranks);
            foreach (var rank in ranks) values[rank].ShouldBe(sorted[rank]);
            values.Order().ShouldBe(sorted);
        }, iter: 300);

    [Fact]
    public void No_values_have_no_quantiles()
    {
        var quantiles = new double[1];
        Summary.Quantiles([], [.5], quantiles);
        quantiles[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Bad_probabilities_are_refused()
    {
        Should.Throw<ArgumentException>(() => Summary.Quantiles(new double[3], [.5], new double[2]));
        Should.Throw<ArgumentException>(() => Summary.Quantiles(new double[3], [.5, .4], new double[2]));
        Should.Throw<ArgumentOutOfRangeException>(() => Summary.Quantiles(new double[3], [1.1], new double[1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Summary.Quantiles(new double[3], [double.NaN], new double[1]));
    }

    private static void SameAsSorted(double[] values)
    {
        var sorted = values.Order().ToArray();
        var quantiles = new double[Probabilities.Length];
        Summary.Quantiles([.. values], Probabilities, quantiles);
        for (var k = 0; k < quantiles.Length; k++) quantiles[k].ShouldBe(Summary.Quantile(sorted, Probabilities[k]));
    }
}
