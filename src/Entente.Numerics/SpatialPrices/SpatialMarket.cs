namespace Entente.Numerics.SpatialPrices;

/// <summary>
/// A spatial market: suppliers sell over arcs to markets with linear inverse demand p = A − B·Q (Enke 1951; Samuelson 1952; Takayama and Judge 1971), each supplier with the
/// quadratic cost (a − g)·s + c·s²/2 and a conjecture θ per arc, 0 price taker to 1 Cournot (GASMOD, Holz, von Hirschhausen and Kemfert 2008). Numbers may be changed between solves.
/// </summary>
/// <remarks>Any consistent units: quantities in one, prices in another. An infinite capacity is none; a capacity of 0 closes an arc.</remarks>
public sealed class SpatialMarket
{
    /// <summary>Makes a market without costs, capacities or floors.</summary>
    /// <param name="suppliers">Number of suppliers, at least one.</param>
    /// <param name="markets">Number of markets, at least one.</param>
    /// <param name="arcSupplier">Supplier of each arc.</param>
    /// <param name="arcMarket">Market of each arc.</param>
    /// <param name="groups">Groups of arcs that share a capacity, each a list of arcs; may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside, or a size is not positive.</exception>
    /// <exception cref="ArgumentException">The two lists of arcs have different lengths.</exception>
    public SpatialMarket(int suppliers, int markets, ReadOnlySpan<int> arcSupplier, ReadOnlySpan<int> arcMarket, IReadOnlyList<int[]> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(suppliers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(markets, 1);
        if (arcSupplier.Length != arcMarket.Length) throw new ArgumentException("Each arc needs one supplier and one market.", nameof(arcMarket));
        (Suppliers, Markets, Arcs) = (suppliers, markets, arcSupplier.Length);
        ArcSupplier = arcSupplier.ToArray();
        ArcMarket = arcMarket.ToArray();
        foreach (var supplier in ArcSupplier) Inside(supplier, suppliers, nameof(arcSupplier));
        foreach (var market in ArcMarket) Inside(market, markets, nameof(arcMarket));
        Groups = [.. groups.Select(group => (int[])group.Clone())];
        foreach (var arc in Groups.SelectMany(group => group)) Inside(arc, Arcs, nameof(groups));
        (DemandIntercept, DemandSlope, DemandFloor) = (new double[markets], new double[markets], new double[markets]);
        (CostIntercept, CostSlope, SupplierCapacity, Delegation) = (new double[suppliers], new double[suppliers], new double[suppliers], new double[suppliers]);
        TransportSlope = new double[Arcs];
        (Transport, ArcCapacity, ArcFloor, Conjecture) = (new double[Arcs], new double[Arcs], new double[Arcs], new double[Arcs]);
        GroupCapacity = new double[Groups.Length];
        Array.Fill(SupplierCapacity, double.PositiveInfinity);
        Array.Fill(ArcCapacity, double.PositiveInfinity);
        Array.Fill(GroupCapacity, double.PositiveInfinity);
    }

    /// <summary>Number of suppliers.</summary>
    public int Suppliers { get; }

    /// <summary>Number of markets.</summary>
    public int Markets { get; }

    /// <summary>Number of arcs.</summary>
    public int Arcs { get; }

    /// <summary>Prices at which nothing is bought, A by market.</summary>
    public double[] DemandIntercept { get; }

    /// <summary>Slopes of inverse demand, B by market, above zero.</summary>
    public double[] DemandSlope { get; }

    /// <summary>Least total sales by market; 0 is none.</summary>
    public double[] DemandFloor { get; }

    /// <summary>Marginal cost of the first unit, a by supplier.</summary>
    public double[] CostIntercept { get; }

    /// <summary>Slope of marginal cost, c by supplier, at least zero.</summary>
    public double[] CostSlope { get; }

    /// <summary>Greatest total sales by supplier.</summary>
    public double[] SupplierCapacity { get; }

    /// <summary>What a unit sold is worth to the supplier's owner beyond its price, g by supplier (strategic delegation: Jansen, van Lier and van Witteloostuijn 2012).</summary>
    public double[] Delegation { get; }

    /// <summary>Cost of transport by arc, of the first unit.</summary>
    public double[] Transport { get; }

    /// <summary>Rise of the cost of transport with the flow, by arc, at least zero; a conjecture's margin comes on top.</summary>
    public double[] TransportSlope { get; }

    /// <summary>Greatest flow by arc; 0 is closed.</summary>
    public double[] ArcCapacity { get; }

    /// <summary>Least flow by arc (take-or-pay).</summary>
    public double[] ArcFloor { get; }

    /// <summary>Conjecture θ by arc, at least zero.</summary>
    public double[] Conjecture { get; }

    /// <summary>Capacity that the arcs of a group share.</summary>
    public double[] GroupCapacity { get; }

    internal int[] ArcSupplier { get; }

    internal int[] ArcMarket { get; }

    internal int[][] Groups { get; }

    /// <summary>The supplier of an arc.</summary>
    /// <param name="arc">Index of the arc.</param>
    public int SupplierOf(int arc) => ArcSupplier[arc];

    /// <summary>The market of an arc.</summary>
    /// <param name="arc">Index of the arc.</param>
    public int MarketOf(int arc) => ArcMarket[arc];

    private static void Inside(int index, int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count, name);
    }
}
