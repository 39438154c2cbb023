using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Entente.Numerics.SpatialPrice;
using Entente.Tests;

namespace Entente.Numerics.Tests.SpatialPrice;

public class SpatialPriceTests
{
    /// <summary>Five regimes of conduct and closure for four suppliers and two markets, solved elsewhere and printed to some four decimals.</summary>
    [Theory]
    [InlineData("competitive", 0, 0, 0, 0, false)]
    [InlineData("cournot_all", 1, 1, 1, 1, false)]
    [InlineData("cournot_russia_norway_only", 0, 1, 0, 1, false)]
    [InlineData("competitive_no_russia_europe", 0, 0, 0, 0, true)]
    [InlineData("cournot_no_russia_europe", 1, 1, 1, 1, true)]
    public void The_reference_regimes_are_reproduced(string regime, double us, double russia, double qatar, double norway, bool closed)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/gas/gas_equilibrium_reference.json")));
        var root = document.RootElement;
        var problem = Complete(4, 2);
        Copy(root.GetProperty("A"), problem.DemandIntercept);
        Copy(root.GetProperty("B"), problem.DemandSlope);
        Copy(root.GetProperty("mc_intercept"), problem.Cost);
        Copy(root.GetProperty("mc_slope"), problem.CostSlope);
        Copy(root.GetProperty("capacity"), problem.Capacity);
        for (var a = 0; a < 8; a++) problem.Transport[a] = root.GetProperty("transport")[a / 2][a % 2].GetDouble();
        (problem.Conduct[0], problem.Conduct[1], problem.Conduct[2], problem.Conduct[3]) = (us, russia, qatar, norway);
        if (closed) problem.ArcCapacity[2] = 0;
        var solution = Solved(problem);
        var expected = root.GetProperty("cases").GetProperty(regime);
        for (var m = 0; m < 2; m++) solution.Price[m].ShouldBe(expected.GetProperty("price")[m].GetDouble(), 6e-6);

        // Where price takers' flows are not unique the sums still are; with conduct or kinked costs each flow is.
        for (var a = 0; a < 8; a++) solution.Flow[a].ShouldBe(expected.GetProperty("q")[a / 2][a % 2].GetDouble(), 6e-5, $"flow {a}");
    }

    /// <summary>Cournot without limits has a closed form: q = (A − (n+1)(c+t) + Σ(c+t)) / ((n+1)·B), the markets apart.</summary>
    [Fact]
    public void Cournot_without_limits_is_its_closed_form()
    {
        var problem = Complete(3, 2);
        (problem.DemandIntercept[0], problem.DemandIntercept[1], problem.DemandSlope[0], problem.DemandSlope[1]) = (20, 24, .04, .05);
        double[] cost = [2, 6, 5], transport = [1, 6, 2, 3, 1.5, 1];
        cost.CopyTo(problem.Cost, 0);
        transport.CopyTo(problem.Transport, 0);
        Array.Fill(problem.Conduct, 1);
        var solution = Solved(problem);
        solution.Price[0].ShouldBe(9.375, 1e-9);
        solution.Price[1].ShouldBe(11.75, 1e-9);
        for (var a = 0; a < 6; a++)
        {
            var (f, m) = (a / 2, a % 2);
            var all = Enumerable.Range(0, 3).Sum(g => cost[g] + transport[(2 * g) + m]);
            solution.Flow[a].ShouldBe((problem.DemandIntercept[m] - (4 * (cost[f] + transport[a])) + all) / (4 * problem.DemandSlope[m]), 1e-9);
        }

        solution.Iterations.ShouldBeLessThan(15);
    }

    /// <summary>Every guess of which flows are zero or full and which capacities bind, solved by elimination: the one that satisfies all conditions is the equilibrium.</summary>
    [Fact]
    public void Small_markets_agree_with_a_search_over_all_guesses() => Problems(2, 2).Sample(problem =>
    {
        var solution = Solved(problem);
        var value = BestByEnumeration(problem);
        Objective(problem, solution.Flow).ShouldBe(value, 1e-7 * Math.Max(1, Math.Abs(value)));
    }, iter: 100);

    /// <summary>An independent slow method: projected gradients onto bounds, with capacities as steep costs driven up.</summary>
    [Fact]
    public void Markets_of_middle_size_satisfy_all_conditions() => Problems(9, 7).Sample(problem => Solved(problem), iter: 300);

    [Fact]
    public void The_interior_point_method_alone_finds_the_same_prices() => Problems(5, 4).Sample(problem =>
    {
        var solution = Solved(problem);
        var prices = solution.Price.ToArray();
        var slow = ProjectedAscent(problem);
        for (var m = 0; m < prices.Length; m++) slow[m].ShouldBe(prices[m], 2e-3 * problem.DemandIntercept.Max(), $"market {m}");
    }, iter: 12);

    [Fact]
    public void Units_of_money_and_quantity_do_not_matter() => Gen.Select(Problems(4, 3), Gen.Double[-6, 6], Gen.Double[-6, 6]).Sample((problem, money, quantity) =>
    {
        var (p, q) = (Math.Pow(10, money), Math.Pow(10, quantity));
        var one = Solved(problem).Price.ToArray();
        var other = Scaled(problem, p, q);
        var scaled = Solved(other).Price;
        for (var m = 0; m < one.Length; m++) (scaled[m] / p).ShouldBe(one[m], 1e-7 * problem.DemandIntercept.Max());
    }, iter: 100);

    [Fact]
    public void More_capacity_of_price_takers_never_lowers_welfare() => Gen.Select(Problems(4, 3), Gen.Int[0, 3], Gen.Double[1, 3]).Sample((problem, supplier, factor) =>
    {
        Array.Clear(problem.Conduct);
        var before = -Objective(problem, Solved(problem).Flow);
        problem.Capacity[supplier] *= factor;
        (-Objective(problem, Solved(problem).Flow)).ShouldBeGreaterThanOrEqualTo(before - (1e-8 * Math.Abs(before)));
    }, iter: 200);

    [Fact]
    public void Closing_an_arc_never_lowers_the_price_of_its_market_among_price_takers_with_one_source_left() => Problems(3, 1).Sample(problem =>
    {
        Array.Clear(problem.ArcFloor);
        var before = Solved(problem).Price[0];
        problem.ArcCapacity[0] = 0;
        Solved(problem).Price[0].ShouldBeGreaterThanOrEqualTo(before - 1e-9);
    }, iter: 200);

    [Fact]
    public void A_workspace_that_has_solved_others_gives_the_same_answer_as_a_new_one() => Problems(5, 4).Array[2, 6].Sample(problems =>
    {
        var shared = problems[0];
        var workspace = new SpatialPriceWorkspace(shared);
        foreach (var problem in problems)
        {
            Take(problem, shared);
            var solution = workspace.Solve();
            solution.Status.ShouldBe(SpatialPriceStatus.Solved);
            var fresh = new SpatialPriceWorkspace(problem).Solve();
            for (var m = 0; m < solution.Price.Length; m++) solution.Price[m].ShouldBe(fresh.Price[m], 1e-8 * problem.DemandIntercept.Max());
        }
    }, iter: 60);

    [Fact]
    public void Floors_are_kept_and_cost_their_shadow_price()
    {
        var problem = Complete(2, 2);
        (problem.DemandIntercept[0], problem.DemandIntercept[1], problem.DemandSlope[0], problem.DemandSlope[1]) = (10, 10, .1, .1);
        (problem.Cost[0], problem.Cost[1], problem.Capacity[0], problem.Capacity[1]) = (2, 12, 60, 60);
        problem.ArcFloor[3] = 20;
        problem.DemandFloor[0] = 70;
        var solution = Solved(problem);
        solution.Flow[3].ShouldBe(20, 1e-9);
        solution.Quantity[0].ShouldBeGreaterThanOrEqualTo(70 - 1e-6);
        solution.FloorPrice[0].ShouldBeGreaterThan(0);
        solution.ArcRent[3].ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData(1, "the floor of arc 1 exceeds its capacity")]
    [InlineData(2, "the floors of the arcs of supplier 0 exceed its capacity")]
    [InlineData(3, "the demand floor of market 1 exceeds all capacity that reaches it")]
    [InlineData(4, "the demand floors together exceed")]
    [InlineData(5, "the floors of the arcs of group 0 exceed its capacity")]
    public void What_cannot_be_is_named(int kind, string reason)
    {
        var problem = new SpatialPriceProblem(2, 2, [new(0, 0), new(0, 1), new(1, 0), new(1, 1)], [[0, 1]]);
        Array.Fill(problem.DemandIntercept, 10);
        Array.Fill(problem.DemandSlope, .1);
        Array.Fill(problem.Capacity, 50);
        switch (kind)
        {
            case 1: (problem.ArcFloor[1], problem.ArcCapacity[1]) = (5, 4); break;
            case 2: (problem.ArcFloor[0], problem.ArcFloor[1]) = (30, 30); break;
            case 3: problem.DemandFloor[1] = 101; break;
            case 4: (problem.DemandFloor[0], problem.DemandFloor[1]) = (70, 40); break;
            default: (problem.ArcFloor[0], problem.GroupCapacity[0]) = (10, 9); break;
        }

        var solution = new SpatialPriceWorkspace(problem).Solve();
        solution.Status.ShouldBe(SpatialPriceStatus.Infeasible);
        solution.Problem.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => new SpatialPriceProblem(2, 1, [new(0, 0)])).Message.ShouldContain("Supplier 1 has no arc");
        var problem = Complete(1, 1);
        problem.DemandIntercept[0] = 5;
        Should.Throw<ArgumentException>(() => new SpatialPriceWorkspace(problem).Solve()).Message.ShouldContain("demand slope of market 0");
        problem.DemandSlope[0] = 1;
        problem.Capacity[0] = -1;
        Should.Throw<ArgumentException>(() => new SpatialPriceWorkspace(problem).Solve()).Message.ShouldContain("capacity of supplier 0");
    }

    private static SpatialPriceSolution Solved(SpatialPriceProblem problem)
    {
        var solution = new SpatialPriceWorkspace(problem).Solve();
        solution.Status.ShouldBe(SpatialPriceStatus.Solved, solution.Problem);
        solution.Residual.ShouldBeLessThan(1e-7);
        return solution;
    }

    private static SpatialPriceProblem Complete(int suppliers, int markets) =>
        new(suppliers, markets, Enumerable.Range(0, suppliers * markets).Select(a => new SupplyArc(a / markets, a % markets)));

    private static Gen<SpatialPriceProblem> Problems(int suppliers, int markets) => Gen.Double[0, 1].Array[(5 * suppliers) + (2 * markets) + (3 * suppliers * markets) + 1].Select(u =>
    {
        ImmutableArray<int> group = [.. Enumerable.Range(0, suppliers).Select(f => f * markets)];
        var problem = new SpatialPriceProblem(suppliers, markets, Enumerable.Range(0, suppliers * markets).Select(a => new SupplyArc(a / markets, a % markets)), [group]);
        var k = 0;
        for (var f = 0; f < suppliers; f++)
        {
            problem.Cost[f] = 6 * u[k++];
            problem.CostSlope[f] = u[k] < .5 ? 0 : .05 * u[k];
            k++;
            problem.Capacity[f] = u[k] < .2 ? double.PositiveInfinity : 20 + (150 * u[k]);
            k++;
            problem.Conduct[f] = u[k] < .4 ? 0 : u[k] > .8 ? 1 : u[k];
            k++;
            problem.Bonus[f] = u[k] < .7 ? 0 : u[k];
            k++;
        }

        for (var m = 0; m < markets; m++) (problem.DemandIntercept[m], problem.DemandSlope[m]) = (8 + (30 * u[k++]), .02 + (.2 * u[k++]));
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            problem.Transport[a] = 4 * u[k++];
            problem.ArcCapacity[a] = u[k] < .1 ? 0 : u[k] > .5 ? double.PositiveInfinity : 120 * u[k];
            k++;
            problem.ArcFloor[a] = u[k] > .9 ? Math.Min(3 * u[k], problem.ArcCapacity[a]) : 0;
            k++;
        }

        problem.GroupCapacity[0] = u[k] < .5 ? double.PositiveInfinity : 60 + (100 * u[k]);
        return problem;
    });

    /// <summary>The programme's objective: less is better.</summary>
    private static double Objective(SpatialPriceProblem problem, ReadOnlySpan<double> flow)
    {
        var (market, supplier, pair) = (new double[problem.Markets], new double[problem.Suppliers], new double[problem.Suppliers, problem.Markets]);
        var sum = 0.0;
        for (var a = 0; a < flow.Length; a++)
        {
            var (f, m) = problem.Arcs[a];
            market[m] += flow[a];
            supplier[f] += flow[a];
            pair[f, m] += flow[a];
            sum += problem.Transport[a] * flow[a];
        }

        for (var m = 0; m < market.Length; m++) sum += (.5 * problem.DemandSlope[m] * market[m] * market[m]) - (problem.DemandIntercept[m] * market[m]);
        for (var f = 0; f < supplier.Length; f++)
        {
            sum += ((problem.Cost[f] - problem.Bonus[f]) * supplier[f]) + (.5 * problem.CostSlope[f] * supplier[f] * supplier[f]);
            for (var m = 0; m < market.Length; m++) sum += .5 * problem.Conduct[f] * problem.DemandSlope[m] * pair[f, m] * pair[f, m];
        }

        return sum;
    }

    /// <summary>Coordinate descent over single flows and swaps between two flows of one supplier or group, from the floors: slow, and exact in the limit for these small problems.</summary>
    private static double BestByEnumeration(SpatialPriceProblem problem)
    {
        var n = problem.Arcs.Length;
        var flow = problem.ArcFloor.ToArray();
        for (var round = 0; round < 600; round++)
        {
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++)
                {
                    // Along one flow, along two in opposite directions, along two together.
                    foreach (var (da, db) in a == b ? [(1.0, 0.0)] : new[] { (1.0, -1.0), (1.0, 1.0) }) Step(a, b, da, db);
                }
            }

            if (n == 4)
            {
                Step4([1, -1, -1, 1]);
                Step4([1, -1, 1, -1]);
                Step4([1, 1, -1, -1]);
            }
        }

        return Objective(problem, flow);

        void Step4(double[] direction) => Line(direction);

        void Step(int a, int b, double da, double db)
        {
            var direction = new double[n];
            direction[a] += da;
            if (a != b) direction[b] += db;
            Line(direction);
        }

        void Line(double[] direction)
        {
            var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
            for (var j = 0; j < n; j++)
            {
                if (direction[j] > 0) (low, high) = (Math.Max(low, (problem.ArcFloor[j] - flow[j]) / direction[j]), Math.Min(high, (problem.ArcCapacity[j] - flow[j]) / direction[j]));
                else if (direction[j] < 0) (low, high) = (Math.Max(low, (problem.ArcCapacity[j] - flow[j]) / direction[j]), Math.Min(high, (problem.ArcFloor[j] - flow[j]) / direction[j]));
            }

            foreach (var (members, most) in Limits(problem))
            {
                var (rate, room) = (members.Sum(j => direction[j]), most - members.Sum(j => flow[j]));
                if (rate > 0) high = Math.Min(high, room / rate);
                else if (rate < 0) low = Math.Max(low, room / rate);
            }

            if (!(low < high)) return;
            var at = Objective(problem, flow);
            double Value(double t) => Objective(problem, [.. flow.Select((x, j) => x + (t * direction[j]))]);
            var (plus, minus) = (Value(1), Value(-1));
            var curvature = plus + minus - (2 * at);
            var slope = (plus - minus) / 2;
            var step = curvature > 1e-12 ? -slope / curvature : slope < 0 ? high : low;
            step = Math.Clamp(step, low, high);
            if (double.IsInfinity(step) || Math.Abs(step) < 1e-13) return;
            for (var j = 0; j < n; j++) flow[j] += step * direction[j];
        }
    }

    private static IEnumerable<(int[] Members, double Most)> Limits(SpatialPriceProblem problem)
    {
        for (var f = 0; f < problem.Suppliers; f++)
        {
            if (double.IsFinite(problem.Capacity[f])) yield return ([.. Enumerable.Range(0, problem.Arcs.Length).Where(a => problem.Arcs[a].Supplier == f)], problem.Capacity[f]);
        }

        for (var g = 0; g < problem.Groups.Length; g++)
        {
            if (double.IsFinite(problem.GroupCapacity[g])) yield return ([.. problem.Groups[g]], problem.GroupCapacity[g]);
        }
    }

    /// <summary>Prices by accelerated projected gradient on the dual: shadow prices of capacities rise with excess, flows of each pair follow. Independent of the solvers.</summary>
    private static double[] ProjectedAscent(SpatialPriceProblem problem)
    {
        // Penalty on broken limits, driven up; gradient steps on flows between their bounds.
        var n = problem.Arcs.Length;
        var flow = problem.ArcFloor.ToArray();
        var limits = Limits(problem).ToArray();
        var price = new double[limits.Length];
        for (var outer = 0; outer < 60; outer++)
        {
            var (point, momentum, last) = (flow.ToArray(), 1.0, flow.ToArray());
            const double Penalty = .5;
            var bound = (problem.Markets * problem.Suppliers * problem.DemandSlope.Max() * 2) + (n * problem.CostSlope.Max()) + (Penalty * n * 2);
            for (var inner = 0; inner < 3000; inner++)
            {
                var gradient = Gradient(problem, point);
                for (var i = 0; i < limits.Length; i++)
                {
                    var push = Math.Max(0, price[i] + (Penalty * (limits[i].Members.Sum(j => point[j]) - limits[i].Most)));
                    foreach (var j in limits[i].Members) gradient[j] += push;
                }

                var next = new double[n];
                for (var j = 0; j < n; j++) next[j] = Math.Clamp(point[j] - (gradient[j] / bound), problem.ArcFloor[j], problem.ArcCapacity[j]);
                var grown = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
                for (var j = 0; j < n; j++) point[j] = Math.Clamp(next[j] + ((momentum - 1) / grown * (next[j] - last[j])), problem.ArcFloor[j], problem.ArcCapacity[j]);
                (momentum, last) = (grown, next);
            }

            flow = last;
            for (var i = 0; i < limits.Length; i++) price[i] = Math.Max(0, price[i] + (Penalty * (limits[i].Members.Sum(j => flow[j]) - limits[i].Most)));
        }

        var sums = new double[problem.Markets];
        for (var a = 0; a < n; a++) sums[problem.Arcs[a].Market] += flow[a];
        return [.. sums.Select((sum, m) => problem.DemandIntercept[m] - (problem.DemandSlope[m] * sum))];
    }

    private static double[] Gradient(SpatialPriceProblem problem, double[] flow)
    {
        var (market, supplier, pair) = (new double[problem.Markets], new double[problem.Suppliers], new double[problem.Suppliers, problem.Markets]);
        for (var a = 0; a < flow.Length; a++)
        {
            var (f, m) = problem.Arcs[a];
            market[m] += flow[a];
            supplier[f] += flow[a];
            pair[f, m] += flow[a];
        }

        return [.. problem.Arcs.Select((arc, a) => problem.Transport[a] + problem.Cost[arc.Supplier] - problem.Bonus[arc.Supplier] + (problem.CostSlope[arc.Supplier] * supplier[arc.Supplier]) - problem.DemandIntercept[arc.Market]
            + (problem.DemandSlope[arc.Market] * (market[arc.Market] + (problem.Conduct[arc.Supplier] * pair[arc.Supplier, arc.Market]))))];
    }

    private static SpatialPriceProblem Scaled(SpatialPriceProblem problem, double money, double quantity)
    {
        var other = new SpatialPriceProblem(problem.Suppliers, problem.Markets, problem.Arcs, problem.Groups);
        void Each(double[] from, double[] to, double factor)
        {
            for (var i = 0; i < from.Length; i++) to[i] = from[i] * factor;
        }

        Each(problem.Cost, other.Cost, money);
        Each(problem.CostSlope, other.CostSlope, money / quantity);
        Each(problem.Capacity, other.Capacity, quantity);
        Each(problem.Bonus, other.Bonus, money);
        Each(problem.Conduct, other.Conduct, 1);
        Each(problem.DemandIntercept, other.DemandIntercept, money);
        Each(problem.DemandSlope, other.DemandSlope, money / quantity);
        Each(problem.Transport, other.Transport, money);
        Each(problem.ArcFloor, other.ArcFloor, quantity);
        Each(problem.ArcCapacity, other.ArcCapacity, quantity);
        Each(problem.GroupCapacity, other.GroupCapacity, quantity);
        return other;
    }

    private static void Take(SpatialPriceProblem from, SpatialPriceProblem to)
    {
        from.Cost.CopyTo(to.Cost, 0);
        from.CostSlope.CopyTo(to.CostSlope, 0);
        from.Capacity.CopyTo(to.Capacity, 0);
        from.Bonus.CopyTo(to.Bonus, 0);
        from.Conduct.CopyTo(to.Conduct, 0);
        from.DemandIntercept.CopyTo(to.DemandIntercept, 0);
        from.DemandSlope.CopyTo(to.DemandSlope, 0);
        from.Transport.CopyTo(to.Transport, 0);
        from.ArcFloor.CopyTo(to.ArcFloor, 0);
        from.ArcCapacity.CopyTo(to.ArcCapacity, 0);
        from.GroupCapacity.CopyTo(to.GroupCapacity, 0);
    }

    private static void Copy(JsonElement from, double[] to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = from[i].GetDouble();
    }
}
