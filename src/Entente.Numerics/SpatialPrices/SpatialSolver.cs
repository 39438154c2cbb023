namespace Entente.Numerics.SpatialPrices;

/// <summary>
/// Solves a <see cref="SpatialMarket"/>, again and again without allocating. With linear demand the equilibrium is the solution of one convex quadratic program:
/// welfare less Σ θ·B·q²/2 over arcs (Hashimoto 1985; Egging and Gabriel 2006). Solved by a primal-dual interior point method with Mehrotra's (1992) predictor and corrector,
/// whose last point names the limits that bind; the linear equations of these then give the digits.
/// </summary>
/// <remarks>
/// The matrix of each step is a diagonal plus one rank for each market, supplier and group, so that a step costs the cube of their number and not of the number of arcs.
/// Where no arc has market power the flows need not be unique, while prices are: arcs with θ·B = 0 carry a curvature of 1e-9 of the mean slope of demand, which chooses the
/// flows of nearly least squares and moves prices by less than one part in 1e8. One instance serves one thread.
/// </remarks>
public sealed partial class SpatialSolver
{
    private const double Selection = 1e-9;

    /// <summary>Least curvature in the matrix of a step: it shortens steps and leaves the point that they lead to.</summary>
    private const double Proximal = 1e-5;
    private const int MostSteps = 80;

    private readonly SpatialMarket _market;
    private readonly int _arcs, _rows;
    private readonly int[] _rowStart, _rowArcs, _arcRowStart, _arcRows;

    // Scaled problem: curvature and limits by row (markets, suppliers, groups) and by arc.
    private readonly double[] _curve, _linear, _rowCap, _rowFloor, _low, _high, _diagonal;
    private readonly bool[] _fixed;

    /// <summary>Makes a solver for a market; changes of its numbers are seen by the next solve.</summary>
    /// <param name="market">The market.</param>
    public SpatialSolver(SpatialMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        _market = market;
        _arcs = market.Arcs;
        _rows = market.Markets + market.Suppliers + market.Groups.Length;
        var rows = Enumerable.Range(0, _arcs).Select(arc => new List<int> { market.ArcMarket[arc], market.Markets + market.ArcSupplier[arc] }).ToArray();
        for (var g = 0; g < market.Groups.Length; g++)
        {
            foreach (var arc in market.Groups[g].Distinct()) rows[arc].Add(market.Markets + market.Suppliers + g);
        }

        _arcRowStart = new int[_arcs + 1];
        for (var a = 0; a < _arcs; a++) _arcRowStart[a + 1] = _arcRowStart[a] + rows[a].Count;
        _arcRows = [.. rows.SelectMany(row => row)];
        (_rowStart, _rowArcs) = Transpose(rows, _rows);
        (_curve, _rowCap, _rowFloor) = (new double[_rows], new double[_rows], new double[_rows]);
        (_linear, _low, _high, _diagonal, _fixed) = (new double[_arcs], new double[_arcs], new double[_arcs], new double[_arcs], new bool[_arcs]);
        (_x, _zLow, _zHigh, _sLow, _sHigh) = (new double[_arcs], new double[_arcs], new double[_arcs], new double[_arcs], new double[_arcs]);
        (_dx, _right, _dual, _inverse) = (new double[_arcs], new double[_arcs], new double[_arcs], new double[_arcs]);
        (_cLow, _cHigh, _left) = (new double[_arcs], new double[_arcs], new double[_arcs]);
        (_zCap, _sCap, _zFloor, _sFloor, _y, _dy) = (new double[_rows], new double[_rows], new double[_rows], new double[_rows], new double[_rows], new double[_rows]);
        (_cCap, _cFloor, _weight, _u) = (new double[_rows], new double[_rows], new double[_rows], new double[_rows]);
        _factor = new double[_rows * _rows];
        _polish = new double[(_arcs + _rows) * (_arcs + _rows + 1)];
        (_arcSide, _rowSide, _unknown) = (new sbyte[_arcs], new sbyte[_rows], new int[_arcs + _rows]);
        _live = new int[_rows];
        _place = new int[_rows];
        (Flows, ArcShadow) = (new double[_arcs], new double[_arcs]);
        (Prices, Demand) = (new double[market.Markets], new double[market.Markets]);
        (Supply, SupplierShadow) = (new double[market.Suppliers], new double[market.Suppliers]);
        GroupShadow = new double[market.Groups.Length];
        FloorShadow = new double[market.Markets];
    }

    /// <summary>Flow by arc of the last solve.</summary>
    public double[] Flows { get; }

    /// <summary>Price by market, as paid to suppliers: A − B·Q, plus what a floor of demand adds.</summary>
    public double[] Prices { get; }

    /// <summary>Sales by market.</summary>
    public double[] Demand { get; }

    /// <summary>Sales by supplier.</summary>
    public double[] Supply { get; }

    /// <summary>What one more unit of a supplier's capacity is worth to it, at least zero.</summary>
    public double[] SupplierShadow { get; }

    /// <summary>What one more unit of a group's capacity is worth, at least zero.</summary>
    public double[] GroupShadow { get; }

    /// <summary>Shadow price by arc: positive where its capacity binds, negative where its floor or zero does.</summary>
    public double[] ArcShadow { get; }

    /// <summary>What a floor of demand adds to the price of its market.</summary>
    public double[] FloorShadow { get; }

    /// <summary>Largest violation of the conditions of the equilibrium, recomputed from the numbers of the market: prices over the largest intercept, quantities over the largest amount.</summary>
    public double Residual { get; private set; }

    /// <summary>Steps of the last solve.</summary>
    public int Steps { get; private set; }

    /// <summary>Solves; the results stand in the arrays of this solver.</summary>
    /// <returns>Whether the conditions hold to 1e-7; a market with a floor that cannot be met is not solved.</returns>
    /// <remarks>Faults of the numbers are not looked for: <see cref="SpatialFault.Find"/> and <see cref="FindFault"/> do.</remarks>
    public bool Solve()
    {
        Scale();
        Iterate();
        Polish();
        Report();
        return Residual < 1e-7;
    }

    /// <summary>Looks for a fault in the numbers, in floors of arcs and, by a solve of its own, in floors of demand.</summary>
    public SpatialFault? FindFault()
    {
        if (SpatialFault.Find(_market) is { } fault) return fault;
        if (Array.TrueForAll(_market.DemandFloor, floor => floor <= 0)) return null;

        // Nearest sales to the floors: flows can always fall to their own floors, so each market reaches its floor if all of them can.
        var nearest = new SpatialMarket(_market.Suppliers, _market.Markets, _market.ArcSupplier, _market.ArcMarket, _market.Groups);
        for (var m = 0; m < _market.Markets; m++) (nearest.DemandIntercept[m], nearest.DemandSlope[m]) = (_market.DemandFloor[m], 1);
        _market.SupplierCapacity.CopyTo(nearest.SupplierCapacity, 0);
        _market.ArcCapacity.CopyTo(nearest.ArcCapacity, 0);
        _market.ArcFloor.CopyTo(nearest.ArcFloor, 0);
        _market.GroupCapacity.CopyTo(nearest.GroupCapacity, 0);
        var solver = new SpatialSolver(nearest);
        solver.Solve();
        for (var m = 0; m < _market.Markets; m++)
        {
            if (solver.Demand[m] < _market.DemandFloor[m] * (1 - 1e-6)) return new(SpatialFaultKind.DemandFloor, m, _market.DemandFloor[m], solver.Demand[m]);
        }

        return null;
    }

    private static (int[] Start, int[] Arcs) Transpose(List<int>[] rows, int count)
    {
        var lists = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var a = 0; a < rows.Length; a++)
        {
            foreach (var row in rows[a]) lists[row].Add(a);
        }

        var start = new int[count + 1];
        for (var k = 0; k < count; k++) start[k + 1] = start[k] + lists[k].Count;
        return (start, [.. lists.SelectMany(list => list)]);
    }
}
