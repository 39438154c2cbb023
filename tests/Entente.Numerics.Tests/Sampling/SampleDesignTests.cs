using Entente.Numerics.Random;
using Entente.Numerics.Sampling;

namespace Entente.Tests.Sampling;

public class SampleDesignTests
{
    public static TheoryData<SamplingScheme> Schemes => [SamplingScheme.MonteCarlo, SamplingScheme.LatinHypercube, SamplingScheme.Sobol];

    [Fact]
    public void Monte_Carlo_coordinates_are_the_first_number_of_the_stream_of_draw_and_dimension()
    {
        var design = SampleDesign.Create(SamplingScheme.MonteCarlo, 27, 500, 2024);
        var point = new double[27];
        for (var draw = 0; draw < 500; draw++)
        {
            design.Point(draw, point);
            for (var k = 0; k < 27; k++) point[k].ShouldBe(new CounterStream(2024, (ulong)draw, (uint)k).NextUniform());
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_coordinate_by_itself_has_the_bits_it_has_in_its_point(SamplingScheme scheme)
    {
        foreach (var dimensions in new[] { 1, 2, 15, 16, 17, 60, 121 })
        {
            var design = SampleDesign.Create(scheme, dimensions, 3000, 5);
            var point = new double[dimensions];
            for (var draw = 0; draw < 3000; draw += 7)
            {
                design.Point(draw, point);
                for (var k = 0; k < dimensions; k++)
                {
                    design.Value(draw, k).ShouldBe(point[k]);
                    (point[k] > 0 && point[k] < 1).ShouldBeTrue();
                }

                design.Part(draw, dimensions / 3, point.AsSpan(dimensions / 3, dimensions / 2));
                for (var k = 0; k < dimensions; k++) design.Value(draw, k).ShouldBe(point[k]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Slices_in_any_order_on_any_thread_and_of_another_instance_equal_the_whole(SamplingScheme scheme)
    {
        const int dimensions = 9, draws = 2500;
        var whole = Rows(SampleDesign.Create(scheme, dimensions, draws, 77));
        var again = SampleDesign.Create(scheme, dimensions, draws, 77);
        var parts = new double[draws][];
        Parallel.For(0, draws, i =>
        {
            var draw = draws - 1 - i;
            parts[draw] = new double[dimensions];
            again.Point(draw, parts[draw]);
        });
        for (var draw = 0; draw < draws; draw++) parts[draw].ShouldBe(whole[draw]);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Another_seed_gives_other_points(SamplingScheme scheme)
    {
        var (one, other) = (SampleDesign.Create(scheme, 5, 2000, 1), SampleDesign.Create(scheme, 5, 2000, 2));
        for (var draw = 0; draw < 2000; draw++)
        {
            for (var k = 0; k < 5; k++) one.Value(draw, k).ShouldNotBe(other.Value(draw, k));
        }
    }

    [Theory]
    [InlineData(SamplingScheme.MonteCarlo)]
    [InlineData(SamplingScheme.Sobol)]
    public void More_draws_and_more_dimensions_leave_the_points_as_they_are(SamplingScheme scheme)
    {
        var (small, large) = (SampleDesign.Create(scheme, 4, 100, 3), SampleDesign.Create(scheme, 40, 1_000_000, 3));
        for (var draw = 0; draw < 100; draw++)
        {
            for (var k = 0; k < 4; k++) small.Value(draw, k).ShouldBe(large.Value(draw, k));
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Making_points_allocates_nothing(SamplingScheme scheme)
    {
        foreach (var draws in new[] { 1000, 5000 })
        {
            var design = SampleDesign.Create(scheme, 33, draws, 8);
            var point = new double[33];
            design.Point(0, point);
            var sum = design.Value(0, 0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var draw = 0; draw < draws; draw++)
            {
                design.Point(draw, point);
                sum += design.Value(draw, draw % 33);
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
            sum.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void The_largest_designs_work_and_larger_ones_are_refused()
    {
        var design = SampleDesign.Create(SamplingScheme.Sobol, SampleDesign.MostSobolDimensions, SampleDesign.MostSobolDraws, 1);
        var point = new double[SampleDesign.MostSobolDimensions];
        design.Point(SampleDesign.MostSobolDraws - 1, point);
        point.ShouldAllBe(value => value > 0 && value < 1);
        Should.Throw<ArgumentOutOfRangeException>(() => SampleDesign.Create(SamplingScheme.Sobol, 1112, 10, 1)).Message.ShouldContain("at most 1111 dimensions");
        Should.Throw<ArgumentOutOfRangeException>(() => SampleDesign.Create(SamplingScheme.Sobol, int.MaxValue, 10, 1)).ParamName.ShouldBe("dimensions");
        Should.Throw<ArgumentOutOfRangeException>(() => SampleDesign.Create(SamplingScheme.Sobol, 3, (1 << 30) + 1, 1)).Message.ShouldContain("at most 2^30 draws");
        SampleDesign.Create(SamplingScheme.LatinHypercube, 2, int.MaxValue, 1).Value(int.MaxValue - 1, 1).ShouldBeInRange(double.Epsilon, Math.BitDecrement(1));
        SampleDesign.Create(SamplingScheme.MonteCarlo, 2, int.MaxValue, 1).Value(int.MaxValue - 1, 1).ShouldBeInRange(double.Epsilon, Math.BitDecrement(1));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void What_a_design_does_not_have_is_refused(SamplingScheme scheme)
    {
        var design = SampleDesign.Create(scheme, 3, 10, 1);
        (design.Scheme, design.Dimensions, design.Draws).ShouldBe((scheme, 3, 10));
        Should.Throw<ArgumentOutOfRangeException>(() => design.Point(10, new double[3])).Message.ShouldContain("0 to 9");
        Should.Throw<ArgumentOutOfRangeException>(() => design.Point(-1, new double[3])).ParamName.ShouldBe("draw");
        Should.Throw<ArgumentException>(() => design.Point(0, new double[4])).Message.ShouldContain("3 coordinates");
        Should.Throw<ArgumentOutOfRangeException>(() => design.Value(0, 3)).Message.ShouldContain("0 to 2");
        Should.Throw<ArgumentOutOfRangeException>(() => design.Value(10, 0)).ParamName.ShouldBe("draw");
        Should.Throw<ArgumentOutOfRangeException>(() => SampleDesign.Create(scheme, 0, 10, 1)).ParamName.ShouldBe("dimensions");
        Should.Throw<ArgumentOutOfRangeException>(() => SampleDesign.Create(scheme, 1, 0, 1)).ParamName.ShouldBe("draws");
        Should.Throw<ArgumentOutOfRangeException>(() => SampleDesign.Create((SamplingScheme)9, 1, 1, 1)).ParamName.ShouldBe("scheme");
    }

    [Fact]
    public void A_smooth_function_is_integrated_far_better_than_by_independent_numbers()
    {
        // The product of 1 + (u - 1/2)/2 over six inputs: the integral is 1, and it is far from a sum of functions of single inputs.
        static double RootMeanSquare(SamplingScheme scheme, int draws)
        {
            double squares = 0;
            var point = new double[6];
            for (ulong seed = 0; seed < 20; seed++)
            {
                var design = SampleDesign.Create(scheme, 6, draws, seed);
                double sum = 0;
                for (var draw = 0; draw < draws; draw++)
                {
                    design.Point(draw, point);
                    var product = 1.0;
                    foreach (var u in point) product *= 1 + (.5 * (u - .5));
                    sum += product;
                }

                squares += Math.Pow((sum / draws) - 1, 2);
            }

            return Math.Sqrt(squares / 20);
        }

        var (small, large) = (RootMeanSquare(SamplingScheme.Sobol, 256), RootMeanSquare(SamplingScheme.Sobol, 4096));
        var independent = RootMeanSquare(SamplingScheme.MonteCarlo, 4096);
        (independent / large).ShouldBeGreaterThan(50);
        // Sixteen times the draws: independent numbers would gain a factor of 4.
        (small / large).ShouldBeGreaterThan(20);
        (independent / RootMeanSquare(SamplingScheme.LatinHypercube, 4096)).ShouldBeGreaterThan(3);
    }

    private static double[][] Rows(SampleDesign design)
    {
        var rows = new double[design.Draws][];
        for (var draw = 0; draw < rows.Length; draw++) design.Point(draw, rows[draw] = new double[design.Dimensions]);
        return rows;
    }
}
