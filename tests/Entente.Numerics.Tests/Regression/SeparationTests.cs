using CsCheck;
using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

/// <summary>
/// Patterns in which no finite maximum likelihood estimate exists (Correia, Guimarães and Zylkin 2021): found, left out, named; and patterns that only look like it.
/// </summary>
public sealed class SeparationTests
{
    private static RegressionEstimate Poisson(double[] y, double[][] x, params FixedEffect[] effects) => RegressionModel.Estimate(
        new RegressionData("y", y, [.. x.Select((values, k) => new Regressor($"x{k + 1}", values))], [.. effects]), RegressionFamily.Poisson, new RegressionOptions { DropSingletons = false, Covariances = [] });

    private static int[] LeftOut(RegressionEstimate estimate)
    {
        int[] rows = [.. Enumerable.Range(0, estimate.Sample.Rows).Where(r => !estimate.Sample.Used.Span[r])];
        estimate.Sample.SeparatedRows.ToArray().ShouldBe(rows);
        estimate.Sample.Undecided.ShouldBe(0);
        return rows;
    }

    [Fact]
    public void A_dummy_that_is_on_only_where_the_outcome_is_zero()
    {
        var estimate = Poisson([0, 0, 0, 1, 2, 3, 1, 4], [[1, 1, 0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7, 8]]);
        LeftOut(estimate).ShouldBe([0, 1]);
        estimate.Sample.Separated.ShouldBe(2);
        estimate.Dropped.ShouldBe([new("x1", DropReason.Constant)]);
    }

    [Fact]
    public void A_combination_of_two_regressors_that_vanishes_where_the_outcome_is_positive()
    {
        var estimate = Poisson([0, 0, 0, 1, 2, 3, 5, 4], [[3, 2, 1, 4, 5, 6, 7, 9], [1, 1, 1, 4, 5, 6, 7, 9]]);
        LeftOut(estimate).ShouldBe([0, 1]);
        estimate.Dropped.Length.ShouldBe(1);
    }

    [Fact]
    public void Effects_alone_that_do_not_meet_where_the_outcome_is_positive()
    {
        int[] a = [0, 1, 0, 2, 2], b = [0, 1, 1, 0, 2];
        double[] y = [3, 2, 0, 4, 5];
        var estimate = Poisson(y, [], new FixedEffect("a", a), new FixedEffect("b", b));
        LeftOut(estimate).ShouldBe([2]);
        estimate.Sample.SeparatedByEffects.ShouldBe(0);
    }

    [Fact]
    public void Levels_without_a_positive_outcome_go_first()
    {
        int[] a = [0, 0, 0, 1, 1, 2, 2, 2];
        var estimate = Poisson([0, 0, 0, 1, 2, 0, 3, 1], [[1, 2, 3, 4, 5, 2, 1, 2]], new FixedEffect("a", a));
        estimate.Sample.SeparatedByEffects.ShouldBe(3);
        LeftOut(estimate).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void Opposite_signs_where_the_outcome_is_zero_are_no_separation()
    {
        var estimate = Poisson([0, 0, 0, 1, 2, 3], [[1, -1, 0, 0, 0, 0]]);
        LeftOut(estimate).ShouldBeEmpty();
        estimate.Coefficients[0].ShouldBe(0, 1e-9);
    }

    [Fact]
    public void A_very_small_fitted_mean_is_no_separation()
    {
        double[] y = [0, 0, 1, 200, 3e4, 1e7, 3e9], x = [-12, -9, 0, 5, 10, 16, 22];
        LeftOut(Poisson(y, [x])).ShouldBeEmpty();
    }

    [Fact]
    public void A_threshold_that_predicts_a_binary_outcome()
    {
        double[] y = [0, 0, 1, 0, 1, 0, 1, 1, 1], certain = [0, 0, 0, 0, 0, 0, 0, 1, 1], x = [1, 5, 2, 4, 3, 3, 4, 2, 1];
        var estimate = RegressionModel.Estimate(new RegressionData("y", y, [new("certain", certain), new("x", x)], []), RegressionFamily.Logit);
        LeftOut(estimate).ShouldBe([7, 8]);
    }

    [Fact]
    public void Rows_that_too_few_passes_leave_undecided_stay_and_are_counted()
    {
        int[][] x = [[0, 0, 0], [-1, -1, -1], [0, -1, 1], [2, 0, 0], [0, 0, 0], [1, 0, -1], [0, 1, 0], [-1, 2, -1], [-1, 1, 0], [0, -1, 2], [2, 0, -1], [-1, 1, 2]];
        double[] y = [0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var data = new RegressionData("y", y, [.. Enumerable.Range(0, 3).Select(k => new Regressor($"x{k}", x.Select(row => (double)row[k]).ToArray()))], []);
        RegressionEstimate With(int? passes) => RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions { Covariances = [], MaximumSeparationPasses = passes });
        With(1).Sample.Undecided.ShouldBeGreaterThan(0);
        With(1).Sample.Observations.ShouldBe(12);
        LeftOut(With(null)).ShouldBe([0, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }

    [Fact]
    public void Switched_off_the_separated_stay()
    {
        double[] y = [0, 0, 0, 1, 2, 3], x = [1, 1, 0, 0, 0, 0];
        var estimate = RegressionModel.Estimate(new RegressionData("y", y, [new("x", x)], []), RegressionFamily.Poisson, new RegressionOptions { Separation = SeparationCheck.None, Covariances = [] });
        LeftOut(estimate).ShouldBeEmpty();
        estimate.Coefficients[0].ShouldBeLessThan(-5);
    }

    [Fact]
    public void The_rows_left_out_are_those_that_some_direction_separates()
    {
        var separated = 0;
        Gen.Select(Gen.Int[-3, 2].Select(v => v < -1 ? 0 : v).Array[3].Array[12], Gen.Int[0, 3].Array[12], Gen.Int[0, 2].Array[12]).Sample((x, counts, zeros) =>
        {
            double[] y = [.. counts.Select((c, r) => zeros[r] > 0 ? 0.0 : c + 1)];
            if (y.Count(v => v > 0) < 2) return;
            var expected = Separated(y, [.. x.Select(row => (double[])[1, row[0], row[1], row[2]])]);
            if (expected.Length > 0) separated++;
            if (y.Length - expected.Length < 2) return;
            LeftOut(Poisson(y, [[.. x.Select(row => (double)row[0])], [.. x.Select(row => (double)row[1])], [.. x.Select(row => (double)row[2])]])).ShouldBe(expected);
        }, iter: 5_000, threads: 1);
        separated.ShouldBeGreaterThan(200);
    }

    /// <summary>
    /// Every row that is below zero in some direction that is zero where the outcome is positive and nowhere above zero else: all extreme rays of that cone are tried.
    /// </summary>
    private static int[] Separated(double[] y, double[][] x)
    {
        int[] zeros = [.. Enumerable.Range(0, y.Length).Where(r => y[r] == 0)];
        var directions = NullSpace([.. Enumerable.Range(0, y.Length).Where(r => y[r] > 0).Select(r => x[r])], x[0].Length);

        // Images of the zero rows, in coordinates in which no direction leaves all of them at zero.
        double[][] images = [.. directions.Select(d => zeros.Select(r => Dot(x[r], d)).ToArray())];
        var basis = Orthonormal(images);
        var found = new bool[zeros.Length];
        foreach (var ray in Rays(basis, zeros.Length))
        {
            foreach (var sign in (int[])[1, -1])
            {
                if (!Enumerable.Range(0, zeros.Length).All(r => sign * ray[r] < 1e-9)) continue;
                for (var r = 0; r < zeros.Length; r++) found[r] |= sign * ray[r] < -1e-9;
            }
        }

        return [.. zeros.Where((_, r) => found[r])];
    }

    private static IEnumerable<double[]> Rays(double[][] basis, int rows)
    {
        var d = basis.Length;
        if (d == 0) yield break;
        foreach (var active in Subsets(rows, d - 1))
        {
            foreach (var weights in NullSpace([.. active.Select(r => basis.Select(b => b[r]).ToArray())], d) is { Length: 1 } one ? one : [])
            {
                yield return [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, d).Sum(k => weights[k] * basis[k][r]))];
            }
        }
    }

    private static IEnumerable<int[]> Subsets(int n, int size)
    {
        if (size == 0) return [[]];
        return Enumerable.Range(0, n).SelectMany(first => Subsets(n - first - 1, size - 1).Select(rest => (int[])[first, .. rest.Select(r => r + first + 1)]));
    }

    private static double[][] NullSpace(double[][] rows, int columns)
    {
        var a = rows.Select(row => (double[])row.Clone()).ToList();
        var pivots = new List<int>();
        for (var c = 0; c < columns && pivots.Count < a.Count; c++)
        {
            var at = Enumerable.Range(pivots.Count, a.Count - pivots.Count).MaxBy(r => Math.Abs(a[r][c]));
            if (Math.Abs(a[at][c]) < 1e-9) continue;
            (a[pivots.Count], a[at]) = (a[at], a[pivots.Count]);
            var pivot = a[pivots.Count];
            var scale = pivot[c];
            for (var k = 0; k < columns; k++) pivot[k] /= scale;
            for (var r = 0; r < a.Count; r++)
            {
                if (r == pivots.Count) continue;
                var factor = a[r][c];
                for (var k = 0; k < columns; k++) a[r][k] -= factor * pivot[k];
            }

            pivots.Add(c);
        }

        return
        [
            .. Enumerable.Range(0, columns).Except(pivots).Select(free =>
            {
                var vector = new double[columns];
                vector[free] = 1;
                for (var p = 0; p < pivots.Count; p++) vector[pivots[p]] = -a[p][free];
                return vector;
            }),
        ];
    }

    private static double[][] Orthonormal(double[][] vectors)
    {
        var basis = new List<double[]>();
        foreach (var vector in vectors)
        {
            var rest = (double[])vector.Clone();
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var direction in basis)
                {
                    var dot = Dot(rest, direction);
                    for (var r = 0; r < rest.Length; r++) rest[r] -= dot * direction[r];
                }
            }

            var size = Math.Sqrt(Dot(rest, rest));
            if (size > 1e-9) basis.Add([.. rest.Select(v => v / size)]);
        }

        return [.. basis];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();
}
