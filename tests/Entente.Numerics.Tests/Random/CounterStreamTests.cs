using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Tests.Random;

public class CounterStreamTests
{
    [Fact]
    public void The_words_are_the_blocks_of_the_generator_in_order()
    {
        var stream = new CounterStream(11, 22, 33);
        for (ulong block = 0; block < 5; block++)
        {
            var (w0, w1, w2, w3) = new Philox(11).Block(22, (block << 32) | 33);
            new[] { stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32() }.ShouldBe([w0, w1, w2, w3]);
        }
    }

    [Fact]
    public void A_draw_depends_on_seed_index_and_stream_alone_and_not_on_order_or_threads()
    {
        static double Draw(int i)
        {
            var stream = new CounterStream(5, (ulong)i, 2);
            double sum = 0;
            for (var k = 0; k <= i % 7; k++) sum += stream.NextNormal();
            return sum;
        }

        var forward = Enumerable.Range(0, 2000).Select(Draw).ToArray();
        var backward = Enumerable.Range(0, 2000).Reverse().Select(Draw).Reverse().ToArray();
        var parallel = new double[2000];
        Parallel.For(0, 2000, i => parallel[i] = Draw(i));
        backward.ShouldBe(forward);
        parallel.ShouldBe(forward);
    }

    [Fact]
    public void Neighbouring_seeds_draws_and_streams_share_no_words()
    {
        var seen = new HashSet<ulong>();
        for (ulong seed = 0; seed < 4; seed++)
        {
            for (ulong draw = 0; draw < 50; draw++)
            {
                for (uint kind = 0; kind < 4; kind++)
                {
                    var stream = new CounterStream(seed, draw, kind);
                    for (var k = 0; k < 20; k++) seen.Add(((ulong)stream.NextUInt32() << 32) | stream.NextUInt32()).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void Uniform_numbers_pass_a_chi_square_test_on_a_thousand_cells()
    {
        const int cells = 1000, n = 1_000_000;
        var counts = new int[cells];
        for (ulong draw = 0; draw < n / 10; draw++)
        {
            var stream = new CounterStream(2024, draw, 0);
            for (var k = 0; k < 10; k++) counts[(int)(stream.NextUniform() * cells)]++;
        }

        var chiSquare = counts.Sum(c => Math.Pow(c - n / cells, 2) / (n / cells));
        // 999 degrees of freedom: standard deviation 44.7; the seed is fixed, so this cannot fail by chance.
        chiSquare.ShouldBeInRange(999 - 4 * 44.7, 999 + 4 * 44.7);
    }

    [Fact]
    public void Consecutive_uniforms_are_uncorrelated_within_and_across_draws()
    {
        const int n = 200_000;
        double within = 0, across = 0, previous = 0.5;
        for (ulong draw = 0; draw < n; draw++)
        {
            var stream = new CounterStream(99, draw, 1);
            double a = stream.NextUniform() - 0.5, b = stream.NextUniform() - 0.5;
            within += a * b;
            across += a * previous;
            previous = a;
        }

        // The standard deviation of a mean of n products is (1/12)/sqrt(n).
        (12 * within / Math.Sqrt(n)).ShouldBeInRange(-4, 4);
        (12 * across / Math.Sqrt(n)).ShouldBeInRange(-4, 4);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_standard_normal_distribution()
    {
        const int n = 400_000;
        double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
        var stream = new CounterStream(7, 0, 0);
        for (var i = 0; i < n; i++)
        {
            var z = stream.NextNormal();
            m1 += z;
            m2 += z * z;
            m3 += z * z * z;
            m4 += z * z * z * z;
        }

        (m1 / n).ShouldBe(0, 4 / Math.Sqrt(n));
        (m2 / n).ShouldBe(1, 4 * Math.Sqrt(2.0 / n));
        (m3 / n).ShouldBe(0, 4 * Math.Sqrt(15.0 / n));
        (m4 / n).ShouldBe(3, 4 * Math.Sqrt(96.0 / n));
    }

    [Fact]
    public void Uniform_numbers_stay_inside_the_open_interval_and_use_53_bits()
    {
        var stream = new CounterStream(1, 1, 1);
        var finest = false;
        for (var i = 0; i < 100_000; i++)
        {
            var u = stream.NextUniform();
            u.ShouldBeGreaterThan(0);
            u.ShouldBeLessThan(1);
            finest |= u >= 0.5 && u * (1UL << 52) % 1 != 0;
        }

        finest.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(1000)]
    public void Bounded_integers_cover_their_range_evenly(int range)
    {
        var counts = new int[range];
        var stream = new CounterStream(3, 4, 5);
        var n = 1000 * range;
        for (var i = 0; i < n; i++) counts[stream.NextInt32(range)]++;
        var chiSquare = counts.Sum(c => Math.Pow(c - 1000, 2) / 1000);
        chiSquare.ShouldBeLessThanOrEqualTo(range - 1 + 4 * Math.Sqrt(2.0 * range));
    }

    [Fact]
    public void Bounded_integers_reject_the_words_that_would_favour_some_values()
    {
        // 2^32 is not a multiple of 3·2^29: a quarter of the words must be rejected.
        const int range = 3 << 29;
        var stream = new CounterStream(8, 8, 8);
        double sum = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var value = stream.NextInt32(range);
            value.ShouldBeInRange(0, range - 1);
            sum += value;
        }

        (sum / 100_000 / range).ShouldBe(0.5, 4 * Math.Sqrt(1.0 / 12 / 100_000));
        Should.Throw<ArgumentOutOfRangeException>(() => new CounterStream(0, 0, 0).NextInt32(0)).ParamName.ShouldBe("exclusiveMax");
    }

    [Fact]
    public void One_normal_costs_one_uniform_so_that_inversion_keeps_draws_comparable()
    {
        CounterStream normals = new(1, 2, 3), uniforms = new(1, 2, 3);
        for (var i = 0; i < 100; i++) normals.NextNormal().ShouldBe(SpecialFunctions.NormalQuantile(uniforms.NextUniform()));
    }
}
