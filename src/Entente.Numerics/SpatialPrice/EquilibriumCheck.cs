namespace Entente.Numerics.SpatialPrice;

/// <summary>
/// Recomputes the complementarity conditions of a market equilibrium from flows and shadow prices: for each arc 0 ≤ q ⊥ C' + t + capacity + group prices + θ·B·q(supplier, market) − floor price − p ≥ 0, for each
/// limit 0 ≤ shadow price ⊥ room ≥ 0. It uses nothing of the solver but its answer.
/// </summary>
internal static class EquilibriumCheck
{
    public static void Run(SpatialPriceProblem problem, SpatialPriceSolution solution, int[] pairs)
    {
        var (money, quantity) = (1e-300, 1e-300);
        for (var m = 0; m < problem.Markets; m++)
        {
            money = Math.Max(money, Math.Abs(problem.DemandIntercept[m]));
            quantity = Math.Max(quantity, Math.Abs(problem.DemandIntercept[m]) / problem.DemandSlope[m]);
        }

        var worst = 0.0;
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            var (f, m) = problem.Arcs[a];
            var own = 0.0;
            for (var b = 0; b < pairs.Length; b++)
            {
                if (pairs[b] == pairs[a]) own += solution.Flow[b];
            }

            var rent = solution.Price[m] + solution.FloorPrice[m] + problem.Bonus[f] - problem.Cost[f] - (problem.CostSlope[f] * solution.Supply[f]) - problem.Transport[a]
                - (problem.Conduct[f] * problem.DemandSlope[m] * own) - solution.CapacityPrice[f];
            for (var g = 0; g < problem.Groups.Length; g++)
            {
                if (problem.Groups[g].Contains(a)) rent -= solution.GroupPrice[g];
            }

            var closed = problem.ArcCapacity[a] <= problem.ArcFloor[a] || IsShut(problem, a);
            var (atFloor, full) = (solution.Flow[a] <= problem.ArcFloor[a] + (1e-9 * quantity), solution.Flow[a] >= problem.ArcCapacity[a] - (1e-9 * quantity));
            solution.ArcRent[a] = closed || (atFloor && rent < 0) || (full && rent > 0) ? rent : 0;
            if (!closed && !(atFloor && rent < 0) && !(full && rent > 0)) worst = Math.Max(worst, Math.Abs(rent) / money);
        }

        for (var f = 0; f < problem.Suppliers; f++) worst = Math.Max(worst, Limit(problem.Capacity[f], solution.Supply[f], solution.CapacityPrice[f], quantity, money));
        for (var g = 0; g < problem.Groups.Length; g++)
        {
            var use = 0.0;
            foreach (var arc in problem.Groups[g]) use += solution.Flow[arc];
            worst = Math.Max(worst, Limit(problem.GroupCapacity[g], use, solution.GroupPrice[g], quantity, money));
        }

        for (var m = 0; m < problem.Markets; m++)
        {
            if (problem.DemandFloor[m] > 0) worst = Math.Max(worst, Limit(-problem.DemandFloor[m], -solution.Quantity[m], solution.FloorPrice[m], quantity, money));
        }

        solution.Residual = worst;
    }

    private static bool IsShut(SpatialPriceProblem problem, int arc)
    {
        if (problem.Capacity[problem.Arcs[arc].Supplier] == 0) return true;
        for (var g = 0; g < problem.Groups.Length; g++)
        {
            if (problem.GroupCapacity[g] == 0 && problem.Groups[g].Contains(arc)) return true;
        }

        return false;
    }

    private static double Limit(double most, double use, double price, double quantity, double money)
    {
        if (double.IsInfinity(most)) return price / money;
        var room = (most - use) / quantity;
        return Math.Max(Math.Max(0, -room), Math.Min(Math.Abs(room), price / money));
    }
}
