using CsCheck;
using System.Text.Json;
using Entente.Numerics.SpatialPrices;

namespace Entente.Numerics.Tests.SpatialPrices;

public sealed class SpatialSolverTests
{
    [Theory]
    [InlineData("competitive", 0, 0, false)]
    [InlineData("cournot_all", 1, 1, false)]
    [InlineData("cournot_russia_norway_only", 0, 1, false)]
    [InlineData("competitive_no_russia_europe", 0, 0, true)]
    [InlineData("cournot_no_russia_europe", 1, 1, true)]
    public void Reference_regimes_are_met_to_their_printed_digits(string name, double others, double strategic, bool closed)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Entente.Tests.Shared.Path("cases/gas/gas_equilibrium_reference.json")));
        var root = file.RootElement;
        var market = Full(4, 2);
        Numbers(root, "A").CopyTo(market.DemandIntercept, 0);
        Numbers(root, "B").CopyTo(market.DemandSlope, 0);
        Numbers(root, "mc_intercept").CopyTo(market.CostIntercept, 0);
        Numbers(root, "mc_slope").CopyTo(market.CostSlope, 0);
        Numbers(root, "capacity").CopyTo(market.SupplierCapacity, 0);
        Rows(root.GetProperty("transport")).CopyTo(market.Transport, 0);
        for (var arc = 0; arc < 8; arc++) market.Conjecture[arc] = arc / 2 is 1 or 3 ? strategic : others;
        if (closed) market.ArcCapacity[2] = 0;
        var solver = new SpatialSolver(market);
        solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
        var expected = root.GetProperty("cases").GetProperty(name);
        var prices = Numbers(expected, "price");
        for (var m = 0; m < 2; m++) solver.Prices[m].ShouldBe(prices[m], 6e-6);
        var flows = Rows(expected.GetProperty("q"));
        for (var arc = 0; arc < 8; arc++) solver.Flows[arc].ShouldBe(flows[arc], 6e-5);
        solver.Residual.ShouldBeLessThan(1e-8);
    }

    [Fact]
    public void Closed_form_Cournot_is_met_to_nine_digits()
    {
        // n suppliers with constant costs in one market: q = (A - (n + 1) c + sum of costs) / ((n + 1) B).
        double[] costs = [1, 2.5, 4];
        var market = Full(3, 1);
        (market.DemandIntercept[0], market.DemandSlope[0]) = (20, .05);
        costs.CopyTo(market.CostIntercept, 0);
        Array.Fill(market.Conjecture, 1);
        var solver = new SpatialSolver(market);
        solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
        for (var f = 0; f < 3; f++) solver.Flows[f].ShouldBe((20 - 4 * costs[f] + costs.Sum()) / (4 * .05), 1e-7);
        solver.Prices[0].ShouldBe((20 + costs.Sum()) / 4, 1e-9);
    }

    [Fact]
    public void Random_markets_agree_with_enumeration_of_active_sets()
    {
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var market = Random(seed, 2, 2, true);
            var solver = new SpatialSolver(market);
            solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
            var flows = Enumerate(market).ShouldNotBeNull();
            for (var arc = 0; arc < 4; arc++) solver.Flows[arc].ShouldBe(flows[arc], 1e-4);
        }, iter: 200);
    }

    [Fact]
    public void Middle_sized_markets_agree_with_projected_coordinate_descent_on_prices()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var market = Random(seed, 8, 5, true);
            Array.Fill(market.SupplierCapacity, double.PositiveInfinity);
            var solver = new SpatialSolver(market);
            solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
            var prices = Descend(market);
            for (var m = 0; m < 5; m++) solver.Prices[m].ShouldBe(prices[m], 1e-6);
        }
    }

    [Fact]
    public void Units_and_the_order_of_suppliers_change_nothing()
    {
        var (market, other) = (Random(7, 3, 2, true), Full(3, 2));
        for (var m = 0; m < 2; m++) (other.DemandIntercept[m], other.DemandSlope[m]) = (market.DemandIntercept[m] * 3, market.DemandSlope[m] * 3 / 1000);
        for (var f = 0; f < 3; f++)
        {
            var g = 2 - f;
            (other.CostIntercept[g], other.CostSlope[g], other.SupplierCapacity[g]) = (market.CostIntercept[f] * 3, market.CostSlope[f] * 3 / 1000, market.SupplierCapacity[f] * 1000);
            for (var m = 0; m < 2; m++) (other.Transport[g * 2 + m], other.Conjecture[g * 2 + m]) = (market.Transport[f * 2 + m] * 3, market.Conjecture[f * 2 + m]);
        }

        var (first, second) = (new SpatialSolver(market), new SpatialSolver(other));
        first.Solve().ShouldBeTrue();
        second.Solve().ShouldBeTrue();
        for (var m = 0; m < 2; m++) second.Prices[m].ShouldBe(first.Prices[m] * 3, 1e-6);
        for (var f = 0; f < 3; f++) second.Supply[2 - f].ShouldBe(first.Supply[f] * 1000, .1);
    }

    [Fact]
    public void More_capacity_never_lowers_welfare_among_price_takers()
    {
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var market = Random(seed, 4, 3, false);
            var solver = new SpatialSolver(market);
            solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
            var before = Welfare(market, solver);
            market.SupplierCapacity[seed % 4] *= 1.5;
            solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
            Welfare(market, solver).ShouldBeGreaterThanOrEqualTo(before - 1e-6);
        }, iter: 100);
    }

    [Fact]
    public void A_shared_limit_binds_and_has_a_price()
    {
        var market = new SpatialMarket(2, 1, [0, 1], [0, 0], [[0, 1]]);
        (market.DemandIntercept[0], market.DemandSlope[0], market.GroupCapacity[0]) = (10, .1, 40);
        (market.CostIntercept[0], market.CostIntercept[1], market.ArcFloor[1]) = (1, 2, 5);
        var solver = new SpatialSolver(market);
        solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
        solver.Prices[0].ShouldBe(6, 1e-7);
        solver.Flows[0].ShouldBe(35, 1e-5);
        solver.Flows[1].ShouldBe(5, 1e-9);
        solver.GroupShadow[0].ShouldBe(5, 1e-7);
    }

    [Fact]
    public void A_floor_of_demand_raises_the_price_or_is_named()
    {
        var market = Full(1, 2);
        (market.DemandIntercept[0], market.DemandIntercept[1]) = (10, 10);
        Array.Fill(market.DemandSlope, .1);
        market.SupplierCapacity[0] = 100;
        market.DemandFloor[1] = 70;
        var solver = new SpatialSolver(market);
        solver.FindFault().ShouldBeNull();
        solver.Solve().ShouldBeTrue(FormattableString.Invariant($"residual {solver.Residual:0e0}, {solver.Steps} steps"));
        solver.Demand[1].ShouldBe(70, 1e-5);
        market.DemandFloor[1] = 120;
        solver.FindFault().ShouldNotBeNull().Kind.ShouldBe(SpatialFaultKind.DemandFloor);
        solver.FindFault()!.Value.Index.ShouldBe(1);
    }

    [Fact]
    public void Faults_are_named()
    {
        var market = Full(2, 1);
        market.DemandSlope[0] = 0;
        SpatialFault.Find(market)!.Value.Kind.ShouldBe(SpatialFaultKind.Demand);
        market.DemandSlope[0] = 1;
        market.SupplierCapacity[1] = -1;
        SpatialFault.Find(market)!.Value.Kind.ShouldBe(SpatialFaultKind.SupplierCapacity);
        market.SupplierCapacity[1] = 5;
        market.ArcFloor[1] = 6;
        SpatialFault.Find(market)!.Value.ShouldBe(new SpatialFault(SpatialFaultKind.FloorsAboveSupplier, 1, 6, 5));
        market.ArcCapacity[1] = 3;
        SpatialFault.Find(market)!.Value.Kind.ShouldBe(SpatialFaultKind.FloorAboveArc);
    }

    [Fact]
    public void A_supplier_without_arcs_is_named()
    {
        var market = new SpatialMarket(3, 1, [0, 2], [0, 0], []);
        (market.DemandIntercept[0], market.DemandSlope[0]) = (10, .1);
        SpatialFault.Find(market)!.Value.ShouldBe(new SpatialFault(SpatialFaultKind.SupplierWithoutArcs, 1, 0, 0));
    }

    private static SpatialMarket Full(int suppliers, int markets) =>
        new(suppliers, markets, [.. Enumerable.Range(0, suppliers * markets).Select(arc => arc / markets)], [.. Enumerable.Range(0, suppliers * markets).Select(arc => arc % markets)], []);

    private static SpatialMarket Random(int seed, int suppliers, int markets, bool power)
    {
        var stream = new Entente.Numerics.Random.CounterStream((ulong)seed, 0, 0);
        var market = Full(suppliers, markets);
        for (var m = 0; m < markets; m++) (market.DemandIntercept[m], market.DemandSlope[m]) = (10 + 20 * stream.NextUniform(), .02 + .1 * stream.NextUniform());
        for (var f = 0; f < suppliers; f++) (market.CostIntercept[f], market.CostSlope[f], market.SupplierCapacity[f]) = (1 + 5 * stream.NextUniform(), .01 + .03 * stream.NextUniform(), 20 + 200 * stream.NextUniform());
        for (var arc = 0; arc < market.Arcs; arc++) (market.Transport[arc], market.Conjecture[arc]) = (6 * stream.NextUniform(), power ? .2 + .8 * stream.NextUniform() : 0);
        return market;
    }

    private static double Welfare(SpatialMarket market, SpatialSolver solver)
    {
        var welfare = 0d;
        for (var m = 0; m < market.Markets; m++) welfare += market.DemandIntercept[m] * solver.Demand[m] - market.DemandSlope[m] * solver.Demand[m] * solver.Demand[m] / 2;
        for (var f = 0; f < market.Suppliers; f++) welfare -= market.CostIntercept[f] * solver.Supply[f] + market.CostSlope[f] * solver.Supply[f] * solver.Supply[f] / 2;
        for (var arc = 0; arc < market.Arcs; arc++) welfare -= market.Transport[arc] * solver.Flows[arc];
        return welfare;
    }

    /// <summary>Every choice of arcs at zero and of suppliers at their capacity: the one whose equations have a solution without a wrong sign.</summary>
    private static double[]? Enumerate(SpatialMarket market)
    {
        var (n, s) = (market.Arcs, market.Suppliers);
        for (var choice = 0; choice < 1 << (n + s); choice++)
        {
            // Unknowns: flows, then shadow prices of capacities.
            var size = n + s;
            var a = new double[size, size + 1];
            for (var i = 0; i < n; i++)
            {
                if ((choice >> i & 1) == 1)
                {
                    a[i, i] = 1;
                    continue;
                }

                var (f, m) = (market.SupplierOf(i), market.MarketOf(i));
                for (var j = 0; j < n; j++) a[i, j] = (market.MarketOf(j) == m ? market.DemandSlope[m] : 0) + (market.SupplierOf(j) == f ? market.CostSlope[f] : 0);
                a[i, i] += market.Conjecture[i] * market.DemandSlope[m];
                a[i, n + f] = 1;
                a[i, size] = market.DemandIntercept[m] - market.CostIntercept[f] - market.Transport[i];
            }

            for (var f = 0; f < s; f++)
            {
                if ((choice >> (n + f) & 1) == 0) a[n + f, n + f] = 1;
                else
                {
                    for (var j = 0; j < n; j++) a[n + f, j] = market.SupplierOf(j) == f ? 1 : 0;
                    a[n + f, size] = market.SupplierCapacity[f];
                }
            }

            if (!Eliminate(a, size)) continue;
            var x = Enumerable.Range(0, size).Select(i => a[i, size]).ToArray();
            var right = x.All(value => value > -1e-9);
            for (var f = 0; f < s; f++) right &= Enumerable.Range(0, n).Where(j => market.SupplierOf(j) == f).Sum(j => x[j]) < market.SupplierCapacity[f] + 1e-9;
            for (var i = 0; i < n && right; i++)
            {
                var (f, m) = (market.SupplierOf(i), market.MarketOf(i));
                var price = market.DemandIntercept[m] - market.DemandSlope[m] * Enumerable.Range(0, n).Where(j => market.MarketOf(j) == m).Sum(j => x[j]);
                var cost = market.CostIntercept[f] + market.CostSlope[f] * Enumerable.Range(0, n).Where(j => market.SupplierOf(j) == f).Sum(j => x[j]) + market.Transport[i] + x[n + f];
                right &= price - market.Conjecture[i] * market.DemandSlope[m] * x[i] - cost < 1e-8;
            }

            if (right) return x[..n];
        }

        return null;
    }

    private static bool Eliminate(double[,] a, int size)
    {
        for (var c = 0; c < size; c++)
        {
            var pivot = Enumerable.Range(c, size - c).MaxBy(r => Math.Abs(a[r, c]));
            if (Math.Abs(a[pivot, c]) < 1e-12) return false;
            for (var k = 0; k <= size; k++) (a[c, k], a[pivot, k]) = (a[pivot, k], a[c, k]);
            for (var r = 0; r < size; r++)
            {
                if (r == c) continue;
                var factor = a[r, c] / a[c, c];
                for (var k = c; k <= size; k++) a[r, k] -= factor * a[c, k];
            }
        }

        for (var c = 0; c < size; c++) a[c, size] /= a[c, c];
        return true;
    }

    /// <summary>Coordinate descent on the program without capacities of suppliers: slow, and shares nothing with the solver.</summary>
    private static double[] Descend(SpatialMarket market)
    {
        var q = new double[market.Arcs];
        var (demand, supply) = (new double[market.Markets], new double[market.Suppliers]);
        for (var round = 0; round < 20_000; round++)
        {
            for (var i = 0; i < q.Length; i++)
            {
                var (f, m) = (market.SupplierOf(i), market.MarketOf(i));
                var slope = market.DemandSlope[m] * (1 + market.Conjecture[i]) + market.CostSlope[f];
                var margin = market.DemandIntercept[m] - market.DemandSlope[m] * (demand[m] + market.Conjecture[i] * q[i]) - market.CostIntercept[f] - market.CostSlope[f] * supply[f] - market.Transport[i];
                var move = Math.Max(-q[i], margin / slope);
                q[i] += move;
                demand[m] += move;
                supply[f] += move;
            }
        }

        return [.. Enumerable.Range(0, market.Markets).Select(m => market.DemandIntercept[m] - market.DemandSlope[m] * demand[m])];
    }

    private static double[] Numbers(JsonElement from, string name) => [.. from.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static double[] Rows(JsonElement rows) => [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray().Select(value => value.GetDouble()))];
}
