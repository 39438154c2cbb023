using System.Collections.Immutable;

namespace Entente.Numerics.SpatialPrice;

/// <summary>An arc: a way from a supplier to a market. Several arcs may join the same two.</summary>
/// <param name="Supplier">Number of the supplier.</param>
/// <param name="Market">Number of the market.</param>
public readonly record struct SupplyArc(int Supplier, int Market);

/// <summary>
/// A spatial price equilibrium with market power: suppliers sell along arcs to markets with linear demand p = A − B·Q (Enke 1951; Samuelson 1952; Takayama and Judge 1971). A supplier's conduct θ says how much
/// of its own effect on the price it reckons with: 0 price taker, 1 Cournot, between them a conjectural variation.
/// </summary>
/// <remarks>
/// The structure is fixed; the numbers are plain arrays, which the caller may change between solutions. With linear demand the complementarity conditions are those of one convex quadratic programme:
/// the welfare of price takers less ½·θ·B·q² of each supplier and market (Egging and Holz 2016; Chyong and Hobbs 2014). Any units that agree: prices and costs per unit, quantities, slopes in price per quantity.
/// </remarks>
public sealed class SpatialPriceProblem
{
    /// <summary>A problem with all numbers zero and no limits.</summary>
    /// <param name="suppliers">Number of suppliers, at least 1.</param>
    /// <param name="markets">Number of markets, at least 1.</param>
    /// <param name="arcs">The arcs; every supplier needs at least one.</param>
    /// <param name="groups">Groups of arcs that share a limit, such as a pipeline or a terminal; each a list of arcs.</param>
    /// <exception cref="ArgumentException">An arc or group names what is not there, or a supplier has no arc.</exception>
    public SpatialPriceProblem(int suppliers, int markets, IEnumerable<SupplyArc> arcs, IEnumerable<ImmutableArray<int>>? groups = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(suppliers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(markets, 1);
        ArgumentNullException.ThrowIfNull(arcs);
        (Suppliers, Markets, Arcs, Groups) = (suppliers, markets, [.. arcs], [.. groups ?? []]);
        foreach (var arc in Arcs)
        {
            if (arc.Supplier < 0 || arc.Supplier >= suppliers || arc.Market < 0 || arc.Market >= markets) throw new ArgumentException($"The arc from {arc.Supplier} to {arc.Market} names a supplier or market that is not there.", nameof(arcs));
        }

        for (var f = 0; f < suppliers; f++)
        {
            if (!Arcs.Any(arc => arc.Supplier == f)) throw new ArgumentException($"Supplier {f} has no arc to any market.", nameof(arcs));
        }

        if (Groups.Any(group => group.Any(arc => arc < 0 || arc >= Arcs.Length))) throw new ArgumentException("A group names an arc that is not there.", nameof(groups));
        (Cost, CostSlope, Capacity, Bonus, Conduct) = (new double[suppliers], new double[suppliers], Unlimited(suppliers), new double[suppliers], new double[suppliers]);
        (DemandIntercept, DemandSlope, DemandFloor) = (new double[markets], new double[markets], new double[markets]);
        (Transport, ArcFloor, ArcCapacity) = (new double[Arcs.Length], new double[Arcs.Length], Unlimited(Arcs.Length));
        GroupCapacity = Unlimited(Groups.Length);
    }

    /// <summary>Number of suppliers.</summary>
    public int Suppliers { get; }

    /// <summary>Number of markets.</summary>
    public int Markets { get; }

    /// <summary>The arcs.</summary>
    public ImmutableArray<SupplyArc> Arcs { get; }

    /// <summary>Arcs of each group.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups { get; }

    /// <summary>Marginal cost of each supplier at zero, price units.</summary>
    public double[] Cost { get; }

    /// <summary>Rise of the marginal cost per unit supplied, 0 or more.</summary>
    public double[] CostSlope { get; }

    /// <summary>Most that each supplier can supply; infinite where nothing limits it.</summary>
    public double[] Capacity { get; }

    /// <summary>What a unit sold is worth to the supplier beyond its profit (strategic delegation: a weight on volume or share); 0 for none.</summary>
    public double[] Bonus { get; }

    /// <summary>Conduct θ of each supplier, 0 price taker to 1 Cournot.</summary>
    public double[] Conduct { get; }

    /// <summary>Demand: price at zero quantity, A.</summary>
    public double[] DemandIntercept { get; }

    /// <summary>Demand: fall of the price per unit, B, more than 0.</summary>
    public double[] DemandSlope { get; }

    /// <summary>Least quantity that must reach each market, 0 for none.</summary>
    public double[] DemandFloor { get; }

    /// <summary>Cost of transport along each arc, price units.</summary>
    public double[] Transport { get; }

    /// <summary>Least quantity on each arc: take-or-pay.</summary>
    public double[] ArcFloor { get; }

    /// <summary>Most on each arc; 0 closes it.</summary>
    public double[] ArcCapacity { get; }

    /// <summary>Most on all arcs of each group together.</summary>
    public double[] GroupCapacity { get; }

    /// <summary>Throws where a number is out of range.</summary>
    /// <exception cref="ArgumentException">A slope of demand is not above zero, a cost slope, capacity or floor is negative, or a number is not finite where it must be.</exception>
    internal void Check()
    {
        for (var f = 0; f < Suppliers; f++)
        {
            if (!double.IsFinite(Cost[f]) || !double.IsFinite(Bonus[f])) throw new ArgumentException($"Supplier {f} has no finite cost.");
            if (!(CostSlope[f] >= 0) || !double.IsFinite(CostSlope[f])) throw new ArgumentException($"The cost slope of supplier {f} is {CostSlope[f]}; it must be 0 or more.");
            if (!(Capacity[f] >= 0)) throw new ArgumentException($"The capacity of supplier {f} is {Capacity[f]}; it must be 0 or more.");
            if (!(Conduct[f] is >= 0 and <= 10)) throw new ArgumentException($"The conduct of supplier {f} is {Conduct[f]}; it must be 0 (price taker) or more.");
        }

        for (var m = 0; m < Markets; m++)
        {
            if (!(DemandSlope[m] > 0) || !double.IsFinite(DemandSlope[m])) throw new ArgumentException($"The demand slope of market {m} is {DemandSlope[m]}; it must be more than 0.");
            if (!double.IsFinite(DemandIntercept[m])) throw new ArgumentException($"Market {m} has no finite demand intercept.");
            if (!(DemandFloor[m] >= 0) || !double.IsFinite(DemandFloor[m])) throw new ArgumentException($"The demand floor of market {m} is {DemandFloor[m]}; it must be 0 or more.");
        }

        for (var a = 0; a < Arcs.Length; a++)
        {
            if (!double.IsFinite(Transport[a])) throw new ArgumentException($"Arc {a} has no finite transport cost.");
            if (!(ArcFloor[a] >= 0) || !double.IsFinite(ArcFloor[a])) throw new ArgumentException($"The floor of arc {a} is {ArcFloor[a]}; it must be 0 or more.");
            if (!(ArcCapacity[a] >= 0)) throw new ArgumentException($"The capacity of arc {a} is {ArcCapacity[a]}; it must be 0 or more.");
        }

        for (var g = 0; g < Groups.Length; g++)
        {
            if (!(GroupCapacity[g] >= 0)) throw new ArgumentException($"The capacity of group {g} is {GroupCapacity[g]}; it must be 0 or more.");
        }
    }

    private static double[] Unlimited(int length)
    {
        var values = new double[length];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
