using Entente.Numerics.Sampling;

namespace Entente.Tests.Sampling;

public class LatinHypercubeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(97)]
    [InlineData(1000)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(1031)]
    [InlineData(4096)]
    [InlineData(65_537)]
    [InlineData(100_000)]
    public void Every_dimension_has_exactly_one_point_in_each_stratum(int draws)
    {
        var design = SampleDesign.Create(SamplingScheme.LatinHypercube, 4, draws, 31);
        for (var k = 0; k < 4; k++)
        {
            var filled = new bool[draws];
            for (var draw = 0; draw < draws; draw++)
            {
                var stratum = (int)(design.Value(draw, k) * draws);
                filled[stratum].ShouldBeFalse();
                filled[stratum] = true;
            }
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(5003)]
    public void Coordinates_of_different_dimensions_are_uncorrelated(int draws)
    {
        var design = SampleDesign.Create(SamplingScheme.LatinHypercube, 20, draws, 6);
        double squares = 0;
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < i; j++)
            {
                double sum = 0;
                for (var draw = 0; draw < draws; draw++) sum += (design.Value(draw, i) - .5) * (design.Value(draw, j) - .5);
                var z = 12 * sum / Math.Sqrt(draws);
                z.ShouldBeInRange(-4, 4);
                squares += z * z;
            }
        }

        (squares / 190).ShouldBe(1, 4 * Math.Sqrt(2.0 / 190));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(1500)]
    public void The_mean_of_one_coordinate_has_the_variance_of_one_point_per_stratum(int draws)
    {
        const int seeds = 2000;
        double squares = 0;
        for (ulong seed = 0; seed < seeds; seed++)
        {
            var design = SampleDesign.Create(SamplingScheme.LatinHypercube, 1, draws, seed);
            double mean = 0;
            for (var draw = 0; draw < draws; draw++) mean += design.Value(draw, 0) - .5;
            squares += Math.Pow(mean / draws, 2);
        }

        (squares / seeds * 12 * draws * draws * draws).ShouldBe(1, 4 * Math.Sqrt(2.0 / seeds));
    }

    [Fact]
    public void All_orders_of_a_short_permutation_are_equally_likely()
    {
        const int dimensions = 24_000;
        var permutations = new KeyedPermutations(dimensions, 4, 15);
        var counts = new Dictionary<(int, int, int, int), int>();
        for (var k = 0; k < dimensions; k++)
        {
            var order = (permutations.At(k, 0), permutations.At(k, 1), permutations.At(k, 2), permutations.At(k, 3));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(24);
        ChiSquare(counts.Values, 1000).ShouldBeLessThan(23 + (4 * Math.Sqrt(46)));
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(1089)]
    [InlineData(7919)]
    public void A_cipher_takes_each_place_and_each_pair_of_places_anywhere_alike(int n)
    {
        const int dimensions = 40_000, cells = 20;
        var permutations = new KeyedPermutations(dimensions, n, 3);
        foreach (var (place, other) in new[] { (0, 1), (0, n - 1), (n / 2, (n / 2) + 1), (7, 40), (0, 33) })
        {
            var (single, together, apart) = (new int[cells], new int[cells * cells], new int[cells]);
            for (var k = 0; k < dimensions; k++)
            {
                var (a, b) = (permutations.At(k, place), permutations.At(k, other));
                single[(int)((long)a * cells / n)]++;
                together[((int)((long)a * cells / n) * cells) + (int)((long)b * cells / n)]++;
                apart[(int)((long)((b - a + n) % n) * cells / n)]++;
            }

            // Cells differ by at most one place in n/20, and equal values cannot occur: far below the noise of the counts.
            ChiSquare(single, dimensions / (double)cells).ShouldBeLessThan(19 + (4.5 * Math.Sqrt(38)));
            ChiSquare(apart, dimensions / (double)cells).ShouldBeLessThan(19 + (4.5 * Math.Sqrt(38)));
            ChiSquare(together, dimensions / (double)(cells * cells)).ShouldBeLessThan(399 + (4.5 * Math.Sqrt(798)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(1024)]
    public void A_cipher_is_a_permutation_of_short_ranges_too(int n)
    {
        var permutations = new KeyedPermutations(5, n, 2, shuffle: false);
        for (var k = 0; k < 5; k++) Enumerable.Range(0, n).Select(place => permutations.At(k, place)).Order().ShouldBe(Enumerable.Range(0, n));
    }

    private static double ChiSquare(IEnumerable<int> counts, double expected) => counts.Sum(count => Math.Pow(count - expected, 2) / expected);
}
