using Entente.Numerics.Sampling;

namespace Entente.Tests.Sampling;

public class PickFreezeTests
{
    [Theory]
    [InlineData(SamplingScheme.MonteCarlo)]
    [InlineData(SamplingScheme.LatinHypercube)]
    [InlineData(SamplingScheme.Sobol)]
    public void Rows_take_their_inputs_from_the_two_halves_of_one_design(SamplingScheme scheme)
    {
        const int inputs = 19;
        var design = SampleDesign.Create(scheme, 2 * inputs, 200, 4);
        var (both, row) = (new double[2 * inputs], new double[inputs]);
        for (var draw = 0; draw < 200; draw += 3)
        {
            design.Point(draw, both);
            var (a, b) = (both[..inputs], both[inputs..]);
            PickFreeze.Point(design, draw, PickFreezeRow.A, 0, row);
            row.ShouldBe(a);
            PickFreeze.Point(design, draw, PickFreezeRow.B, 0, row);
            row.ShouldBe(b);
            for (var input = 0; input < inputs; input++)
            {
                PickFreeze.Point(design, draw, PickFreezeRow.AB, input, row);
                row.ShouldBe(a.Select((value, k) => k == input ? b[k] : value));
                PickFreeze.Point(design, draw, PickFreezeRow.BA, input, row);
                row.ShouldBe(b.Select((value, k) => k == input ? a[k] : value));
            }
        }
    }

    [Fact]
    public void First_and_total_order_indices_of_the_Ishigami_function_are_the_closed_form()
    {
        // Ishigami and Homma 1990, a = 7, b = .1: closed forms of the variance and the indices.
        const double variance = 13.844588;
        double[] firstOrder = [.313905, .442411, 0], total = [.557589, .442411, .243684];
        const int n = 1 << 13;
        var design = SampleDesign.Create(SamplingScheme.Sobol, 6, n, 11);
        var row = new double[3];
        var (first, rest) = (new double[3], new double[3]);
        for (var draw = 0; draw < n; draw++)
        {
            var (a, b) = (At(draw, PickFreezeRow.A, 0), At(draw, PickFreezeRow.B, 0));
            for (var input = 0; input < 3; input++)
            {
                var mixed = At(draw, PickFreezeRow.AB, input);
                first[input] += (b - 3.5) * (mixed - a) / n;
                rest[input] += Math.Pow(a - mixed, 2) / 2 / n;
            }
        }

        for (var input = 0; input < 3; input++)
        {
            (first[input] / variance).ShouldBe(firstOrder[input], .01);
            (rest[input] / variance).ShouldBe(total[input], .01);
        }

        double At(int draw, PickFreezeRow which, int input)
        {
            PickFreeze.Point(design, draw, which, input, row);
            var (x, y, z) = (Math.PI * ((2 * row[0]) - 1), Math.PI * ((2 * row[1]) - 1), Math.PI * ((2 * row[2]) - 1));
            return Math.Sin(x) + (7 * Math.Pow(Math.Sin(y), 2)) + (.1 * Math.Pow(z, 4) * Math.Sin(x));
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_is_allocated()
    {
        var design = SampleDesign.Create(SamplingScheme.Sobol, 6, 100, 1);
        var row = new double[3];
        Should.Throw<ArgumentException>(() => PickFreeze.Point(design, 0, PickFreezeRow.A, 0, new double[6])).Message.ShouldContain("needs 12 dimensions, but this design has 6");
        Should.Throw<ArgumentOutOfRangeException>(() => PickFreeze.Point(design, 0, PickFreezeRow.AB, 3, row)).Message.ShouldContain("0 to 2");
        Should.Throw<ArgumentOutOfRangeException>(() => PickFreeze.Point(design, 0, PickFreezeRow.BA, -1, row)).ParamName.ShouldBe("input");
        Should.Throw<ArgumentOutOfRangeException>(() => PickFreeze.Point(design, 0, (PickFreezeRow)4, 0, row)).ParamName.ShouldBe("row");
        Should.Throw<ArgumentOutOfRangeException>(() => PickFreeze.Point(design, 100, PickFreezeRow.A, 0, row)).ParamName.ShouldBe("draw");
        PickFreeze.Point(design, 1, PickFreezeRow.AB, 1, row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var draw = 0; draw < 100; draw++) PickFreeze.Point(design, draw, PickFreezeRow.BA, draw % 3, row);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
