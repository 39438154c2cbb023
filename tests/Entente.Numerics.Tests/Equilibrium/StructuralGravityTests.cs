using CsCheck;
using Entente.Numerics.Equilibrium;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class StructuralGravityTests
{
    private static readonly Gen<(int N, ulong Seed, double Sigma)> Case = Gen.Select(Gen.Int[1, 25], Gen.ULong[0, 1_000_000], Gen.Double[1.5, 12], (n, seed, sigma) => (n, seed, sigma));

    [Fact]
    public void Resistances_solve_the_equations_of_Anderson_and_van_Wincoop() => Case.Sample(c =>
    {
        var (costs, output, expenditure) = Made(c.N, c.Seed);
        var world = output.Sum();
        var result = StructuralGravity.Conditional(costs, output, expenditure, c.Sigma, c.N - 1);
        result.Status.ShouldBe(ExactHatStatus.Converged);
        result.Inward[c.N - 1].ShouldBe(1, 1e-12);
        for (var i = 0; i < c.N; i++)
        {
            double outward = 0, inward = 0;
            for (var j = 0; j < c.N; j++)
            {
                outward += costs[i * c.N + j] * expenditure[j] / world * Math.Pow(result.Inward[j], c.Sigma - 1);
                inward += costs[j * c.N + i] * output[j] / world * Math.Pow(result.Outward[j], c.Sigma - 1);
                var flow = output[i] * expenditure[j] / world * costs[i * c.N + j] * Math.Pow(result.Outward[i] * result.Inward[j], c.Sigma - 1);
                result.Flows[i * c.N + j].ShouldBe(flow, 1e-9 * flow);
            }

            result.Outward[i].ShouldBe(Math.Pow(outward, 1 / (1 - c.Sigma)), 1e-9 * result.Outward[i]);
            result.Inward[i].ShouldBe(Math.Pow(inward, 1 / (1 - c.Sigma)), 1e-9 * result.Inward[i]);
        }
    });

    [Fact]
    public void The_full_step_is_consistent_with_its_own_prices() => Case.Sample(c =>
    {
        var (costs, output, expenditure) = Made(c.N, c.Seed);
        var friction = Friction(c.N, c.Seed, 0.3);
        double[] changed = [.. costs.Zip(friction, (t, b) => t * b)];
        var result = StructuralGravity.FullEndowment(costs, changed, output, expenditure, c.Sigma, 0);
        result.Status.ShouldBe(ExactHatStatus.Converged);
        for (var i = 0; i < c.N; i++)
        {
            // Anderson and van Wincoop: (p_i)^(1-sigma) is Y_i / Pi_i^(1-sigma) up to one factor; relative to the reference the factor drops out.
            double Power(int k) => Math.Pow(result.Full.Outward[k] / result.Baseline.Outward[k], c.Sigma - 1) * result.GatePriceHat[k];
            Math.Pow(result.GatePriceHat[i] / result.GatePriceHat[0], 1 - c.Sigma).ShouldBe(Power(i) / Power(0), 1e-7 * Power(i) / Power(0));
            // Real output is the gate price over the price index, which is what inward resistance measures once the reference is the numeraire.
            result.RealOutputHat[i].ShouldBe(result.GatePriceHat[i] / (result.Full.Inward[i] / result.Baseline.Inward[i]), 1e-8 * result.RealOutputHat[i]);
        }
    });

    [Fact]
    public void Without_a_change_of_costs_nothing_changes()
    {
        var (costs, output, expenditure) = Made(9, 4);
        var result = StructuralGravity.FullEndowment(costs, costs, output, expenditure, 5, 3);
        for (var i = 0; i < 9; i++)
        {
            result.GatePriceHat[i].ShouldBe(1, 1e-11);
            result.ConditionalGatePriceHat[i].ShouldBe(1, 1e-11);
            result.Full.Inward[i].ShouldBe(result.Baseline.Inward[i], 1e-10);
        }
    }

    [Fact]
    public void Sums_that_no_flows_can_have_are_not_found()
    {
        // The first can sell to itself alone, more than it buys.
        var result = StructuralGravity.Conditional([1, 0, 1, 1], [5, 5], [3, 7], 5, 0);
        result.Status.ShouldBe(ExactHatStatus.IterationLimit);
        result.Outward.ToArray().ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        static string Refused(double[] costs, double[] output, double[] expenditure, double sigma = 5, int reference = 0) =>
            Should.Throw<ArgumentOutOfRangeException>(() => StructuralGravity.Conditional(costs, output, expenditure, sigma, reference)).Message;
        Refused([1, 1, 1, 1], [1, 0], [1, 1]).ShouldContain("output in row 1");
        Refused([1, 1, 1, 1], [1, 1], [2, -1]).ShouldContain("expenditure in row 1");
        Refused([1, 1, 0, 0], [1, 1], [1, 1]).ShouldContain("row 1 has nobody to sell to");
        Refused([0, 1, 0, 1], [1, 1], [1, 1]).ShouldContain("row 0 has nobody to buy from");
        Refused([1, 1, double.NaN, 1], [1, 1], [1, 1]).ShouldContain("row 1, column 0");
        Refused([1, 1, 1, 1], [1, 1], [1, 2]).ShouldContain("the two must agree");
        Refused([1, 1, 1, 1], [1, 1], [1, 1], 1).ShouldContain("sigma");
        Refused([1, 1, 1, 1], [1, 1], [1, 1], 5, 2).ShouldContain("reference");
        Should.Throw<ArgumentOutOfRangeException>(() => StructuralGravity.FullEndowment([1, 0, 1, 1], [1, 1, 1, 1], [3, 7], [5, 5], 5, 0)).Message.ShouldContain("row 0, column 1");
    }

    private static (double[] Costs, double[] Output, double[] Expenditure) Made(int n, ulong seed)
    {
        var model = new ExactHatModel(World(n, seed), n);
        double[] costs = [.. Friction(n, seed + 7, 1).Select((t, place) => place % (n + 1) == 0 ? t : 0.05 * t)];
        return (costs, model.Output.ToArray(), model.Expenditure.ToArray());
    }
}
