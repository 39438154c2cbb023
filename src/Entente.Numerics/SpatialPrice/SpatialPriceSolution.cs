namespace Entente.Numerics.SpatialPrice;

/// <summary>How a solution came about.</summary>
public enum SpatialPriceStatus
{
    /// <summary>The equilibrium.</summary>
    Solved,

    /// <summary>Floors exceed capacities: no quantities satisfy them all.</summary>
    Infeasible,

    /// <summary>Neither method reached the equilibrium; the numbers are not to be used.</summary>
    Failed,
}

/// <summary>Prices, flows and shadow prices of a <see cref="SpatialPriceProblem"/>. It belongs to a workspace and is overwritten by its next solution.</summary>
public sealed class SpatialPriceSolution
{
    internal SpatialPriceSolution(SpatialPriceProblem problem)
    {
        var (arcs, suppliers, markets) = (problem.Arcs.Length, problem.Suppliers, problem.Markets);
        (Flow, ArcRent, Supply, CapacityPrice, Profit, Revenue) = (new double[arcs], new double[arcs], new double[suppliers], new double[suppliers], new double[suppliers], new double[suppliers]);
        (Price, Quantity, ConsumerSurplus, FloorPrice, GroupPrice) = (new double[markets], new double[markets], new double[markets], new double[markets], new double[problem.Groups.Length]);
    }

    /// <summary>Whether it is the equilibrium.</summary>
    public SpatialPriceStatus Status { get; internal set; }

    /// <summary>Quantity on each arc.</summary>
    public double[] Flow { get; }

    /// <summary>Shadow price of each arc's own limit: positive at its capacity, negative at its floor, else 0.</summary>
    public double[] ArcRent { get; }

    /// <summary>Quantity of each supplier.</summary>
    public double[] Supply { get; }

    /// <summary>Shadow price of each supplier's capacity.</summary>
    public double[] CapacityPrice { get; }

    /// <summary>Shadow price of each group's capacity.</summary>
    public double[] GroupPrice { get; }

    /// <summary>Price in each market.</summary>
    public double[] Price { get; }

    /// <summary>Quantity in each market.</summary>
    public double[] Quantity { get; }

    /// <summary>Shadow price of each market's floor.</summary>
    public double[] FloorPrice { get; }

    /// <summary>Sales of each supplier at market prices.</summary>
    public double[] Revenue { get; }

    /// <summary>Sales less costs of supply and transport, without bonus.</summary>
    public double[] Profit { get; }

    /// <summary>½·B·Q² of each market: what consumers would have paid beyond the price, from the intercept.</summary>
    public double[] ConsumerSurplus { get; }

    /// <summary>Largest violation of the complementarity conditions, in price units or relative quantity units, recomputed from the flows and shadow prices alone.</summary>
    public double Residual { get; internal set; }

    /// <summary>Steps of the active-set method.</summary>
    public int Iterations { get; internal set; }

    /// <summary>Whether the interior-point method was needed.</summary>
    public bool UsedFallback { get; internal set; }

    /// <summary>Why there is no solution, where there is none.</summary>
    public string? Problem { get; internal set; }
}
