using CsCheck;
using Entente.Numerics.Sampling;

namespace Entente.Tests.Sampling;

public class SobolPointsTests
{
    private const int One = 1 << 30;

    [Fact]
    public void The_first_points_are_the_published_ones()
    {
        double[][] published =
        [
            [0, 0, 0], [.5, .5, .5], [.75, .25, .25], [.25, .75, .75], [.375, .375, .625], [.875, .875, .125], [.625, .125, .875], [.125, .625, .375],
            [.1875, .3125, .9375], [.6875, .8125, .4375], [.9375, .0625, .6875], [.4375, .5625, .1875],
            [.3125, .1875, .3125], [.8125, .6875, .8125], [.5625, .4375, .0625], [.0625, .9375, .5625],
        ];
        var design = SampleDesign.UnscrambledSobol(3, 16);
        var point = new double[3];
        for (var draw = 0; draw < 16; draw++)
        {
            design.Point(draw, point);
            for (var k = 0; k < 3; k++) point[k].ShouldBe(published[draw][k] + Math.ScaleB(.5, -52));
        }
    }

    // Reference: SciPy 1.10.1, scipy.stats.qmc.Sobol(1111, scramble=False, bits=30), times 2^30.
    [Theory]
    [InlineData(1000, 9, 74448896)]
    [InlineData(1000, 59, 613416960)]
    [InlineData(1000, 255, 267386880)]
    [InlineData(1000, 999, 214958080)]
    [InlineData(1000, 1110, 397410304)]
    [InlineData(987654, 2, 622814208)]
    [InlineData(987654, 9, 221813760)]
    [InlineData(987654, 59, 517817344)]
    [InlineData(987654, 255, 335617024)]
    [InlineData(987654, 999, 716168192)]
    [InlineData(987654, 1110, 363058176)]
    public void Late_points_of_high_dimensions_agree_with_another_program(int draw, int dimension, int expected) =>
        SampleDesign.UnscrambledSobol(1111, 1 << 20).Value(draw, dimension).ShouldBe(((double)expected / One) + Math.ScaleB(.5, -52));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_every_dimension_the_first_points_fall_one_in_each_dyadic_interval(bool scrambled)
    {
        var design = scrambled ? SampleDesign.Create(SamplingScheme.Sobol, 1111, 1 << 12, 99) : SampleDesign.UnscrambledSobol(1111, 1 << 12);
        foreach (var m in new[] { 0, 1, 4, 9, 12 })
        {
            for (var dimension = 0; dimension < 1111; dimension += 1 + (m * m / 4))
            {
                var filled = new bool[1 << m];
                for (var draw = 0; draw < filled.Length; draw++) filled[(int)(design.Value(draw, dimension) * filled.Length)] = true;
                filled.ShouldAllBe(one => one);
            }
        }
    }

    [Fact]
    public void Every_aligned_run_of_scrambled_points_is_balanced_whatever_the_seed() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 1110], Gen.Int[0, 8], Gen.Int[0, 1 << 20]).Sample(
            (seed, dimension, m, run) =>
            {
                var design = SampleDesign.Create(SamplingScheme.Sobol, dimension + 1, SampleDesign.MostSobolDraws, seed);
                var filled = new bool[1 << m];
                for (var draw = 0; draw < filled.Length; draw++) filled[(int)(design.Value((run << m) + draw, dimension) * filled.Length)] = true;
                return filled.All(one => one);
            },
            iter: 100);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_two_dimensions_have_one_point_in_each_elementary_interval(bool scrambled)
    {
        const int m = 10;
        var design = scrambled ? SampleDesign.Create(SamplingScheme.Sobol, 2, 1 << m, 12345) : SampleDesign.UnscrambledSobol(2, 1 << m);
        for (var split = 0; split <= m; split++)
        {
            var counts = new int[1 << m];
            for (var draw = 0; draw < counts.Length; draw++)
            {
                var (column, row) = ((int)(design.Value(draw, 0) * (1 << split)), (int)(design.Value(draw, 1) * (1 << (m - split))));
                counts[(column << (m - split)) + row]++;
            }

            counts.ShouldAllBe(count => count == 1);
        }
    }

    [Fact]
    public void The_table_has_all_primitive_polynomials_up_to_degree_13_each_once()
    {
        // Euler's function of 2^s - 1 over s counts the primitive polynomials of degree s; the first dimension has none.
        int[] counts = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630];
        counts.Sum().ShouldBe(SampleDesign.MostSobolDimensions - 1);
        using var reader = new StreamReader(typeof(SampleDesign).Assembly.GetManifestResourceStream("sobol-directions.txt")!);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split(' ').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        rows.Select(row => row[0]).ShouldBe(Enumerable.Range(2, 1110));
        for (var degree = 1; degree <= 13; degree++)
        {
            var polynomials = rows.Where(row => row[1] == degree).Select(row => (1 << degree) | (row[2] << 1) | 1).Distinct().ToArray();
            polynomials.Length.ShouldBe(counts[degree - 1]);
            polynomials.ShouldAllBe(polynomial => Order(polynomial, degree) == (1 << degree) - 1);
        }

        rows.ShouldAllBe(row => row.Length == 3 + row[1] && row.Skip(3).Select((m, k) => m % 2 == 1 && m < 2 << k).All(sound => sound));
    }

    /// <summary>The least power of x that is 1 modulo the polynomial over two elements.</summary>
    private static int Order(int polynomial, int degree)
    {
        var (power, value) = (0, 1);
        do
        {
            value <<= 1;
            if (value >> degree != 0) value ^= polynomial;
            power++;
        }
        while (value != 1);
        return power;
    }
}
