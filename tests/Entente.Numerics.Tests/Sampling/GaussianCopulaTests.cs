using Entente.Numerics.Distributions;
using Entente.Numerics.Sampling;
using Entente.Numerics.Sensitivity;

namespace Entente.Tests.Sampling;

public class GaussianCopulaTests
{
    private const int Draws = 100_000;
    private static readonly double[] Three = [1, .6, -.3, .6, 1, .2, -.3, .2, 1];

    [Theory]
    [InlineData(SamplingScheme.MonteCarlo)]
    [InlineData(SamplingScheme.LatinHypercube)]
    [InlineData(SamplingScheme.Sobol)]
    public void Normal_scores_have_the_correlations_asked_for(SamplingScheme scheme)
    {
        var columns = Columns(GaussianCopula.Create(Three), scheme);
        var scores = columns.Select(column => column.Select(SpecialFunctions.NormalQuantile).ToArray()).ToArray();
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double sum = 0;
                for (var draw = 0; draw < Draws; draw++) sum += scores[i][draw] * scores[j][draw];
                var rho = Three[(3 * i) + j];
                // The variance of a product of two standard normal numbers of correlation rho is 1 + rho².
                (sum / Draws).ShouldBe(rho, 4 * Math.Sqrt((1 + (rho * rho)) / Draws));
            }
        }
    }

    [Fact]
    public void The_share_of_draws_in_the_lower_quadrant_is_the_closed_form()
    {
        // Sheppard 1899: P(both below the median) = 1/4 + arcsin(rho)/(2π).
        foreach (var rho in new[] { -.9, -.2, .5, .99 })
        {
            var columns = Columns(GaussianCopula.Create([new CorrelatedPair(0, 1, rho)], 2), SamplingScheme.MonteCarlo);
            var share = Enumerable.Range(0, Draws).Count(draw => columns[0][draw] < .5 && columns[1][draw] < .5) / (double)Draws;
            var expected = .25 + (Math.Asin(rho) / (2 * Math.PI));
            share.ShouldBe(expected, 4 * Math.Sqrt(expected * (1 - expected) / Draws));
        }
    }

    [Fact]
    public void Ranks_have_the_correlations_asked_for_when_these_are_of_ranks()
    {
        foreach (var rho in new[] { -.7, .3, .85 })
        {
            var columns = Columns(GaussianCopula.Create([new CorrelatedPair(1, 0, rho)], 2, CorrelationKind.Ranks), SamplingScheme.Sobol);
            // Taken for a correlation of normal scores, the ranks would come out nearer to 0, at 6/π arcsin(rho/2), which differs by .011 and more.
            RankCorrelation.Spearman(columns[0], columns[1]).ShouldBe(rho, .001);
        }

        double[] ranks = [1, .5, .5, 1], scores = [1, 2 * Math.Sin(Math.PI / 12), 2 * Math.Sin(Math.PI / 12), 1];
        double[] one = [.2, .7], other = [.2, .7];
        GaussianCopula.Create(ranks, CorrelationKind.Ranks).Apply(one);
        GaussianCopula.Create(scores).Apply(other);
        one.ShouldBe(other);
    }

    [Fact]
    public void Every_input_stays_uniform()
    {
        foreach (var column in Columns(GaussianCopula.Create(Three), SamplingScheme.MonteCarlo))
        {
            var sorted = column.Order().ToArray();
            var distance = sorted.Select((value, i) => Math.Max(value - ((double)i / Draws), ((i + 1.0) / Draws) - value)).Max();
            // Kolmogorov's distance times √n stays below 1.95 with a probability of .999.
            (distance * Math.Sqrt(Draws)).ShouldBeLessThan(1.95);
        }
    }

    [Fact]
    public void A_number_is_made_as_the_formula_says()
    {
        double[] uniforms = [.3, .8, .45];
        var z = uniforms.Select(SpecialFunctions.NormalQuantile).ToArray();
        // Cholesky's factor by hand: rows (1), (.6, .8), (-.3, .475, rest).
        var (l32, l33) = ((.2 + .18) / .8, Math.Sqrt(1 - .09 - Math.Pow(.38 / .8, 2)));
        GaussianCopula.Create(Three).Apply(uniforms);
        uniforms[0].ShouldBe(.3);
        uniforms[1].ShouldBe(SpecialFunctions.NormalCdf((.6 * z[0]) + (.8 * z[1])), 1e-15);
        uniforms[2].ShouldBe(SpecialFunctions.NormalCdf((-.3 * z[0]) + (l32 * z[1]) + (l33 * z[2])), 1e-15);
    }

    [Fact]
    public void Inputs_outside_the_blocks_pass_bit_for_bit_and_blocks_do_not_touch_each_other()
    {
        CorrelatedPair[] pairs = [new(7, 2, .5), new(4, 5, -.4), new(2, 9, .3), new(1, 3, 0)];
        var together = GaussianCopula.Create(pairs, 12);
        var apart = new[] { GaussianCopula.Create([pairs[0], pairs[2]], 12), GaussianCopula.Create([pairs[1]], 12) };
        var design = SampleDesign.Create(SamplingScheme.Sobol, 12, 500, 1);
        var (plain, bound, inTurn) = (new double[12], new double[12], new double[12]);
        for (var draw = 0; draw < 500; draw++)
        {
            design.Point(draw, plain);
            plain.CopyTo(bound, 0);
            plain.CopyTo(inTurn, 0);
            together.Apply(bound);
            foreach (var copula in apart) copula.Apply(inTurn);
            bound.ShouldBe(inTurn);
            foreach (var free in new[] { 0, 1, 2, 3, 4, 6, 8, 10, 11 }) bound[free].ShouldBe(plain[free]);
            foreach (var changed in new[] { 5, 7, 9 }) bound[changed].ShouldNotBe(plain[changed]);
        }
    }

    [Fact]
    public void Without_correlations_nothing_changes_even_numbers_no_copula_could_take()
    {
        double[] values = [.1, 0, 1, double.NaN];
        GaussianCopula.Create([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]).Apply(values);
        values.ShouldBe([.1, 0, 1, double.NaN]);
        GaussianCopula.Create([], 4).Apply(values);
        values.ShouldBe([.1, 0, 1, double.NaN]);
    }

    [Fact]
    public void The_most_extreme_numbers_stay_inside_the_open_interval()
    {
        const int n = 60;
        var correlation = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) correlation[(i * n) + j] = i == j ? 1 : .95;
        }

        var copula = GaussianCopula.Create(correlation);
        foreach (var extreme in new[] { Math.ScaleB(1, -54), 1 - Math.ScaleB(1, -53) })
        {
            var values = Enumerable.Repeat(extreme, n).ToArray();
            copula.Apply(values);
            values.ShouldAllBe(value => value > 0 && value < 1);
        }
    }

    [Fact]
    public void Impossible_correlations_are_refused_with_the_inputs_and_the_smallest_eigenvalue()
    {
        // 1 - .9·√2, as the pair not named counts as 0.
        var message = Should.Throw<ArgumentException>(() => GaussianCopula.Create([new(0, 3, .9), new(3, 4, .9)], 6)).Message;
        message.ShouldContain("inputs 0, 3 and 4");
        message.ShouldContain("-0.2728");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([1, .9, -.9, .9, 1, .9, -.9, .9, 1])).Message.ShouldContain("-0.8");
    }

    [Fact]
    public void What_is_no_correlation_is_refused()
    {
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([1, .5, .5])).Message.ShouldContain("3 values make no square");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create(ReadOnlySpan<double>.Empty)).ParamName.ShouldBe("correlation");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([1, .5, .4, 1])).Message.ShouldContain("inputs 0 and 1 is given as 0.5 and as 0.4");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([1, .5, .5, 2])).Message.ShouldContain("input 1 with itself must be 1, but is 2");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([1, double.NaN, double.NaN, 1])).Message.ShouldContain("strictly between -1 and 1");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([1, 1, 1, 1])).Message.ShouldContain("inputs 0 and 1 is 1");
        Should.Throw<ArgumentOutOfRangeException>(() => GaussianCopula.Create([new(0, 1, -1.5)], 2)).Message.ShouldContain("-1.5");
        Should.Throw<ArgumentOutOfRangeException>(() => GaussianCopula.Create([new(0, 2, .5)], 2)).Message.ShouldContain("inputs are 0 to 1");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([new(1, 1, .5)], 2)).Message.ShouldContain("itself");
        Should.Throw<ArgumentException>(() => GaussianCopula.Create([new(0, 1, .5), new(1, 0, .5)], 2)).Message.ShouldContain("twice");
        Should.Throw<ArgumentOutOfRangeException>(() => GaussianCopula.Create([], 0)).ParamName.ShouldBe("dimensions");
        Should.Throw<ArgumentOutOfRangeException>(() => GaussianCopula.Create([new(0, 1, .5)], 2, (CorrelationKind)7)).ParamName.ShouldBe("kind");
        var copula = GaussianCopula.Create([new(0, 1, .5)], 2);
        Should.Throw<ArgumentException>(() => copula.Apply(new double[3])).Message.ShouldContain("2 inputs");
        Should.Throw<ArgumentOutOfRangeException>(() => copula.Apply([.5, 1])).Message.ShouldContain("strictly between 0 and 1");
        Should.Throw<ArgumentOutOfRangeException>(() => copula.Apply([double.NaN, .5])).ParamName.ShouldBe("uniforms");
    }

    [Fact]
    public void Correlating_numbers_allocates_nothing()
    {
        var copula = GaussianCopula.Create(Three);
        double[] values = [.1, .2, .3];
        copula.Apply(values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) copula.Apply(values);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static double[][] Columns(GaussianCopula copula, SamplingScheme scheme)
    {
        var design = SampleDesign.Create(scheme, copula.Dimensions, Draws, 42);
        var columns = new double[copula.Dimensions][];
        for (var k = 0; k < columns.Length; k++) columns[k] = new double[Draws];
        var point = new double[columns.Length];
        for (var draw = 0; draw < Draws; draw++)
        {
            design.Point(draw, point);
            copula.Apply(point);
            for (var k = 0; k < columns.Length; k++) columns[k][draw] = point[k];
        }

        return columns;
    }
}
