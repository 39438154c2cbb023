using System.Numerics;
using CsCheck;
using Entente.Numerics.Sampling;

namespace Entente.Tests.Sampling;

public class OwenScrambleTests
{
    private const int Digits = SobolDirections.Digits;

    [Fact]
    public void Digits_before_the_first_difference_are_scrambled_alike_and_the_first_difference_stays_one() =>
        Gen.Select(Gen.ULong, Gen.UInt[0, (1u << Digits) - 1], Gen.UInt[0, (1u << Digits) - 1], Gen.Int[0, 29]).Sample((seed, x, other, depth) =>
        {
            // y shares the first depth digits with x, differs in the next, and is arbitrary after it.
            var after = Digits - 1 - depth;
            var y = ((x >> after) ^ 1) << after | (other & ((1u << after) - 1));
            var scramble = new OwenScramble(1, seed);
            var difference = (scramble.Apply(0, x) ^ scramble.Apply(0, y)) >> OwenScramble.Tail;
            return BitOperations.Log2((uint)difference) == after && difference != 0;
        });

    [Fact]
    public void Every_flip_is_fair_and_independent_of_the_others_across_seeds()
    {
        // All nodes of the first eight levels, across the border between two hashes, and some deep ones.
        const int seeds = 6000;
        List<(uint Prefix, int Depth)> nodes = [];
        for (var depth = 0; depth < 8; depth++)
        {
            for (uint prefix = 0; prefix < 1u << depth; prefix++) nodes.Add((prefix, depth));
        }

        nodes.AddRange([(0u, 29), (1u, 29), (0u, 24), (1u, 24), (3u, 25), (12345u, 17), (12344u, 17), (12345u, 18)]);
        var ones = new int[nodes.Count];
        var alike = new int[nodes.Count, nodes.Count];
        var flips = new int[nodes.Count];
        for (ulong seed = 0; seed < seeds; seed++)
        {
            var scramble = new OwenScramble(1, seed);
            for (var i = 0; i < flips.Length; i++)
            {
                var after = Digits - 1 - nodes[i].Depth;
                // The digit itself is 0, so that the scrambled digit is the flip.
                flips[i] = (int)(scramble.Apply(0, (ulong)nodes[i].Prefix << (after + 1)) >> (OwenScramble.Tail + after)) & 1;
                ones[i] += flips[i];
                for (var j = 0; j < i; j++) alike[i, j] += 1 ^ flips[i] ^ flips[j];
            }
        }

        var spread = Math.Sqrt(seeds) / 2;
        var largest = ones.Max(count => Math.Abs(count - (seeds / 2)) / spread);
        var squares = 0.0;
        for (var i = 0; i < flips.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var z = (alike[i, j] - (seeds / 2)) / spread;
                squares += z * z;
                largest = Math.Max(largest, Math.Abs(z));
            }
        }

        // Some 34,000 standard normal numbers: the largest is about 4.2, and their mean square 1 with a standard deviation of .0077.
        largest.ShouldBeLessThan(5.5);
        var pairs = flips.Length * (flips.Length - 1) / 2;
        (squares / pairs).ShouldBe(1, 5 * Math.Sqrt(2.0 / pairs));
    }

    [Fact]
    public void Dimensions_are_scrambled_independently()
    {
        const int n = 1 << 14;
        var scramble = new OwenScramble(40, 4);
        for (var k = 0; k < 39; k++)
        {
            double sum = 0;
            for (ulong x = 0; x < n; x++)
            {
                // The same digits in both dimensions: without independent keys the correlation would be 1. The tails of neighbouring points are compared.
                sum += (Tail(scramble.Apply(k, x)) - .5) * (Tail(scramble.Apply(k + 1, x)) - .5);
            }

            (12 * sum / Math.Sqrt(n)).ShouldBeInRange(-4, 4);
        }

        static double Tail(ulong digits) => ((digits & ((1UL << OwenScramble.Tail) - 1)) + .5) / (1UL << OwenScramble.Tail);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public void The_mean_of_one_coordinate_has_the_variance_of_one_independent_point_per_interval(int m)
    {
        // A scrambled net in one dimension is stratified sampling: the variance of the mean of n = 2^m points is 1/(12 n³).
        const int seeds = 4000;
        var n = 1 << m;
        double sum = 0, squares = 0;
        for (ulong seed = 0; seed < seeds; seed++)
        {
            var design = SampleDesign.Create(SamplingScheme.Sobol, 3, n, seed);
            double mean = 0;
            for (var draw = 0; draw < n; draw++) mean += design.Value(draw, 2) - .5;
            mean /= n;
            sum += mean;
            squares += mean * mean;
        }

        var variance = 1 / (12.0 * n * n * n);
        (sum / seeds / Math.Sqrt(variance / seeds)).ShouldBeInRange(-4, 4);
        (squares / seeds / variance).ShouldBe(1, 4 * Math.Sqrt(2.0 / seeds));
    }
}
