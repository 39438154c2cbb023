using System.Text.Json;
using CsCheck;
using Entente.Numerics.Networks;
using Entente.Tests;

namespace Entente.Numerics.Tests.Networks;

public class BalanceDynamicsTests
{
    [Fact]
    public void The_reference_case_is_reproduced()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/misc/misc_reference.json")));
        var example = document.RootElement.GetProperty("balance_dynamics_example");
        var course = BalanceDynamics.Course([.. example.GetProperty("X0").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(value => value.GetDouble()))], 3);
        course.BlowUpTime.ShouldBe(example.GetProperty("t_star").GetDouble(), 1e-12);
        course.Fate.ShouldBe(BalanceFate.TwoCamps);
        course.Camps.ShouldBe([0, 0, 1]);
        var (values, vector) = (example.GetProperty("eigenvalues").EnumerateArray().ToList(), example.GetProperty("leading_eigenvector").EnumerateArray().ToList());
        for (var i = 0; i < 3; i++)
        {
            course.Eigenvalues[i].ShouldBe(values[i].GetDouble(), 1e-12);
            course.Leading[i].ShouldBe(-vector[i].GetDouble(), 1e-12);
        }
    }

    /// <summary>Runge-Kutta steps of fourth order up to .8 of the blow-up.</summary>
    [Fact]
    public void The_closed_form_agrees_with_numerical_integration() => Relations(2, 8).Sample(start =>
    {
        var n = (int)Math.Sqrt(start.Length);
        var course = BalanceDynamics.Course(start, n);
        var end = Math.Min(.8 * course.BlowUpTime, 2);
        var (x, step) = ((double[])start.Clone(), end / 4000);
        for (var s = 0; s < 4000; s++)
        {
            var one = Square(x, n);
            var two = Square(Sum(x, one, step / 2), n);
            var three = Square(Sum(x, two, step / 2), n);
            var four = Square(Sum(x, three, step), n);
            for (var i = 0; i < x.Length; i++) x[i] += step / 6 * (one[i] + (2 * two[i]) + (2 * three[i]) + four[i]);
        }

        var exact = BalanceDynamics.At(start, n, end);
        for (var i = 0; i < x.Length; i++) exact[i].ShouldBe(x[i], 1e-7 * (1 + Math.Abs(x[i])));
    }, iter: 10);

    [Fact]
    public void Close_to_the_blow_up_relations_have_the_limit_and_its_camps() => Relations(2, 8).Sample(start =>
    {
        var n = (int)Math.Sqrt(start.Length);
        var course = BalanceDynamics.Course(start, n);
        if (course.Fate is not (BalanceFate.TwoCamps or BalanceFate.OneCamp)) return;
        var left = 1e-7 * course.BlowUpTime;
        var late = BalanceDynamics.At(start, n, course.BlowUpTime - left);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                (left * late[(i * n) + j]).ShouldBe(course.Limit[(i * n) + j], 1e-4);
                if (Math.Abs(course.Limit[(i * n) + j]) > 1e-3) (late[(i * n) + j] > 0).ShouldBe(course.Camps[i] == course.Camps[j]);
            }
        }
    }, iter: 200);

    [Fact]
    public void Friends_all_round_become_one_camp()
    {
        var course = BalanceDynamics.Course([0, 1, 1, 0], 2);
        course.Fate.ShouldBe(BalanceFate.OneCamp);
        course.BlowUpTime.ShouldBe(1, 1e-12);
        course.Camps.ShouldBe([0, 0]);
    }

    /// <summary>Three enemies: λ₁ = 1 twice, so that no pair of camps is marked out.</summary>
    [Fact]
    public void Three_enemies_are_undecided()
    {
        var course = BalanceDynamics.Course([0, -1, -1, -1, 0, -1, -1, -1, 0], 3);
        course.Fate.ShouldBe(BalanceFate.Undecided);
        course.BlowUpTime.ShouldBe(1, 1e-12);
        course.Camps.ShouldBe([-1, -1, -1]);
        for (var i = 0; i < 9; i++) course.Limit[i].ShouldBe(i % 4 == 0 ? 2.0 / 3 : -1.0 / 3, 1e-12);
    }

    [Fact]
    public void Relations_without_an_eigenvalue_above_zero_fade()
    {
        double[] start = [-2, 1, 1, -2];
        var course = BalanceDynamics.Course(start, 2);
        (course.Fate, course.BlowUpTime).ShouldBe((BalanceFate.Fades, double.PositiveInfinity));
        course.Camps.ShouldBe([-1, -1]);
        var late = BalanceDynamics.At(start, 2, 1e6);
        for (var i = 0; i < 4; i++) (1e6 * late[i]).ShouldBe(course.Limit[i], 1e-5);
        BalanceDynamics.Course([0, 0, 0, 0], 2).Fate.ShouldBe(BalanceFate.Fades);
    }

    /// <summary>An actor without relations is drawn to neither camp.</summary>
    [Fact]
    public void An_outsider_is_in_no_camp() => BalanceDynamics.Course([0, -1, 0, -1, 0, 0, 0, 0, 0], 3).Camps.ShouldBe([0, 1, -1]);

    [Fact]
    public void What_is_no_start_is_refused()
    {
        Should.Throw<ArgumentException>(() => BalanceDynamics.Course([0, 1, 2, 0], 2)).Message.ShouldContain("must be symmetric");
        Should.Throw<ArgumentException>(() => BalanceDynamics.Course([0, double.NaN, double.NaN, 0], 2)).Message.ShouldContain("no finite number");
        Should.Throw<ArgumentException>(() => BalanceDynamics.Course([0, 1], 2)).Message.ShouldContain("need 4 relations");
        Should.Throw<ArgumentOutOfRangeException>(() => BalanceDynamics.At([0, 1, 1, 0], 2, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => BalanceDynamics.At([0, 1, 1, 0], 2, -1));
    }

    private static Gen<double[]> Relations(int low, int high) => Gen.Int[low, high].SelectMany(n => Gen.Double[-1, 1].Array[n * n].Select(raw =>
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) raw[(i * n) + j] = raw[(j * n) + i];
        }

        return raw;
    }));

    private static double[] Square(double[] x, int n)
    {
        var square = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++) square[(i * n) + j] += x[(i * n) + k] * x[(k * n) + j];
            }
        }

        return square;
    }

    private static double[] Sum(double[] x, double[] y, double factor) => [.. x.Zip(y, (one, other) => one + (factor * other))];
}
