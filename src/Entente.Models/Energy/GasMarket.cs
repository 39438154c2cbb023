using Entente.Numerics.SpatialPrices;
using Entente.World;

namespace Entente.Models.Energy;

/// <summary>What the gas market starts from: flows of a base year, its prices, US$ per million British thermal units.</summary>
/// <param name="FlowYear">Year of the table of flows: 2020 or 2024.</param>
/// <param name="Europe">Price in Europe.</param>
/// <param name="Japan">Price of liquefied gas in Japan.</param>
/// <param name="HenryHub">Price in the United States.</param>
internal sealed record GasBase(int FlowYear, double Europe, double Japan, double HenryHub)
{
    public static GasBase Read(WorldEdition world, int year) => new(year, Mean(world, "gas_europe_usd_mmbtu", year), Mean(world, "lng_japan_usd_mmbtu", year), Mean(world, "gas_us_usd_mmbtu", year));

    public static double Mean(WorldEdition world, string series, int year) =>
        world.Prices(series).Where(price => int.Parse(price.Month.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) == year).Select(price => price.Value).DefaultIfEmpty(double.NaN).Average();
}

/// <summary>
/// The world gas market of a year: thirteen suppliers, seven markets. Costs that are not known are found so that the base year's flows and prices are an equilibrium
/// (positive mathematical programming, Howitt 1995); everything that moves away from it is the model's. One instance serves one thread and allocates nothing when solving.
/// </summary>
internal sealed class GasMarket
{
    public const double MmbtuPerBcm = 36e6;
    private const double LiquefactionFuel = 1.15;

    private readonly GasReference _tables;
    private readonly double[] _wedge, _kappa, _base, _marginal;
    private readonly int[,] _arc;
    private readonly double[] _routeBcm;

    public GasMarket(GasReference tables)
    {
        _tables = tables;
        var (suppliers, markets) = (_tables.Suppliers.Length, _tables.Markets.Length);
        List<int> from = [], to = [];
        _arc = new int[suppliers, markets];
        var groups = Enumerable.Range(0, markets).Select(_ => new List<int>()).ToArray();
        for (var f = 0; f < suppliers; f++)
        {
            for (var m = 0; m < markets; m++)
            {
                _arc[f, m] = -1;
                var piped = _tables.Flow(2020, f, m) + _tables.Flow(2024, f, m) > 0 || _tables.Routes.Any(route => route.Supplier == f && route.Market == m);
                if (!_tables.IsLiquefied(f) && !piped) continue;
                _arc[f, m] = from.Count;
                if (_tables.IsLiquefied(f)) groups[m].Add(from.Count);
                from.Add(f);
                to.Add(m);
            }
        }

        Market = new SpatialMarket(suppliers, markets, [.. from], [.. to], [.. groups.Select(group => group.ToArray())]);
        Solver = new SpatialSolver(Market);
        (_wedge, _kappa, _base) = (new double[Market.Arcs], new double[Market.Arcs], new double[Market.Arcs]);
        _marginal = new double[suppliers];
        _routeBcm = new double[_tables.Routes.Length];
        Russia = _tables.Suppliers.IndexOf("Russia pipeline");
        America = _tables.Suppliers.IndexOf("US LNG");
    }

    public GasReference Tables => _tables;

    public SpatialMarket Market { get; }

    public SpatialSolver Solver { get; }

    public int Russia { get; }

    public int America { get; }

    /// <summary>Capacity of each route in use, bcm; set by <see cref="SetYear"/> and then free to change before <see cref="ApplyRoutes"/>.</summary>
    public Span<double> RouteBcm => _routeBcm;

    public int Arc(int supplier, int market) => _arc[supplier, market];

    public static double PriceOf(GasBase start, int market) => market <= 2 ? start.Europe : market <= 5 ? start.Japan : (start.Europe + start.Japan) / 2;

    /// <summary>Capacities of a year.</summary>
    public void SetYear(int year)
    {
        var place = Math.Clamp(year, GasReference.FirstYear, GasReference.LastYear) - GasReference.FirstYear;
        for (var f = 0; f < Market.Suppliers; f++) Market.SupplierCapacity[f] = _tables.SupplierBcm[f, place];
        for (var m = 0; m < Market.Markets; m++) Market.GroupCapacity[m] = _tables.RegasBcm[m, place];
        Array.Fill(Market.ArcCapacity, double.PositiveInfinity);
        Array.Clear(Market.ArcFloor);
        Array.Clear(Market.DemandFloor);
        for (var r = 0; r < _routeBcm.Length; r++) _routeBcm[r] = _tables.Routes[r].BcmByYear[place];
        ApplyRoutes();
    }

    /// <summary>Adds the routes up by arc; arcs without a listed route keep their capacity.</summary>
    public void ApplyRoutes()
    {
        foreach (var route in _tables.Routes) Market.ArcCapacity[_arc[route.Supplier, route.Market]] = 0;
        for (var r = 0; r < _routeBcm.Length; r++) Market.ArcCapacity[_arc[_tables.Routes[r].Supplier, _tables.Routes[r].Market]] += _routeBcm[r];
    }

    /// <summary>Finds the unknown costs so that the flows and prices of the base are an equilibrium under these assumptions.</summary>
    public void Calibrate(GasBase start, in GasInputs inputs, bool isLong)
    {
        SetYear(start.FlowYear);
        Array.Clear(Market.Delegation);
        for (var m = 0; m < Market.Markets; m++)
        {
            var imports = 0d;
            for (var f = 0; f < Market.Suppliers; f++) imports += _tables.Flow(start.FlowYear, f, m);
            var (price, consumed) = (PriceOf(start, m), Math.Max(imports, _tables.Consumption(start.FlowYear, m)));
            var slope = (inputs.Elasticity * consumed + inputs.ProductionElasticity * _tables.Production(start.FlowYear, m)) / price;
            Market.DemandSlope[m] = 1 / slope;
            Market.DemandIntercept[m] = price + imports / slope;
        }

        for (var f = 0; f < Market.Suppliers; f++)
        {
            var supply = 0d;
            for (var m = 0; m < Market.Markets; m++) supply += _tables.Flow(start.FlowYear, f, m);
            var marginal = _marginal[f] = MarginalCost(f, start.HenryHub, isLong) * inputs.CostFactor;
            Market.CostSlope[f] = .3 * marginal / Math.Max(1, Market.SupplierCapacity[f]);
            Market.CostIntercept[f] = marginal - Market.CostSlope[f] * supply;
            if (f == Russia) Market.Delegation[f] = inputs.VolumeWeight;
            CalibrateArcs(start, inputs, f, supply, marginal);
        }
    }

    private void CalibrateArcs(GasBase start, in GasInputs inputs, int f, double supply, double marginal)
    {
        var full = supply >= inputs.FullFrom * Market.SupplierCapacity[f];
        var rent = double.PositiveInfinity;
        for (var pass = 0; pass < 2; pass++)
        {
            if (pass == 1 && (!full || rent < 0 || double.IsPositiveInfinity(rent))) rent = 0;
            for (var m = 0; m < Market.Markets; m++)
            {
                var arc = _arc[f, m];
                if (arc < 0) continue;
                var (flow, price) = (_tables.Flow(start.FlowYear, f, m), PriceOf(start, m));
                Market.Conjecture[arc] = f == Russia ? inputs.RussiaPower : IsStrategic(f) ? inputs.OthersPower : 0;
                var transport = Transport(f, m) * inputs.CostFactor;
                var margin = price - Market.Conjecture[arc] * Market.DemandSlope[m] * flow - marginal + Market.Delegation[f] - transport;
                var atRoute = flow >= inputs.FullFrom * Market.ArcCapacity[arc] || (f == Russia && flow == 0);
                if (pass == 0)
                {
                    if (flow > 0 && !atRoute) rent = Math.Min(rent, margin);
                    continue;
                }

                // Where a pipe is full its scarcity, not a cost, explains the margin; where nothing flows, only a margin that would draw flows needs explaining.
                _wedge[arc] = atRoute ? Math.Min(0, margin - rent) : flow > 0 ? margin - rent : Math.Max(0, margin - rent);
                _kappa[arc] = f == Russia ? 0 : price / (inputs.Flexibility * Math.Max(flow, .02 * Market.SupplierCapacity[f] + .1));
                Market.TransportSlope[arc] = _kappa[arc];
                Market.Transport[arc] = transport + _wedge[arc] - _kappa[arc] * flow;
                _base[arc] = flow;
            }
        }

        // A supplier that is full sells what it sold, not what its table would let it.
        if (full) Market.SupplierCapacity[f] = Math.Max(supply, 1e-9);
    }

    /// <summary>Moves the cost of American gas to another price at home.</summary>
    public void SetHenryHub(double henryHub, in GasInputs inputs, bool isLong)
    {
        var marginal = MarginalCost(America, henryHub, isLong) * inputs.CostFactor;
        Market.CostIntercept[America] += marginal - _marginal[America];
        _marginal[America] = marginal;
    }

    /// <summary>Moves demand by a share of the base's consumption, at the base's price.</summary>
    public void ShiftDemand(GasBase start, int market, double share) =>
        Market.DemandIntercept[market] += share * Math.Max(_tables.Consumption(start.FlowYear, market), 1) * Market.DemandSlope[market];

    /// <summary>What a supplier earns, billion US$ a year.</summary>
    public double Revenue(int supplier)
    {
        var sum = 0d;
        for (var m = 0; m < Market.Markets; m++) sum += _arc[supplier, m] is var arc and >= 0 ? Solver.Prices[m] * Solver.Flows[arc] : 0;
        return sum * MmbtuPerBcm / 1e9;
    }

    private bool IsStrategic(int f) => _tables.Suppliers[f] is "Norway pipeline" or "Qatar LNG" or "Algeria pipeline" or "Algeria LNG";

    /// <summary>Cost of the last unit of the base, US$ per MMBtu: judgement, except that of American gas, which follows its price at home.</summary>
    private double MarginalCost(int f, double henryHub, bool isLong) => _tables.Suppliers[f] switch
    {
        "US LNG" => LiquefactionFuel * henryHub + (isLong ? 2.25 : 0),
        "Russia pipeline" => 1.5,
        "Russia LNG" => 1.5,
        "Norway pipeline" or "Norway LNG" => 2,
        "Qatar LNG" => 1.2,
        "Algeria pipeline" or "Algeria LNG" => 1.5,
        "Australia LNG" => 2.5,
        "Other LNG" => 2.2,
        _ => 1.8,
    };

    /// <summary>Cost of transport, US$ per MMBtu: judgement.</summary>
    private double Transport(int f, int m)
    {
        if (!_tables.IsLiquefied(f)) return _tables.Suppliers[f] == "Russia pipeline" ? 1.5 : .8;
        var toAtlantic = _tables.Suppliers[f] switch { "US LNG" => .8, "Russia LNG" => .8, "Norway LNG" => .5, "Qatar LNG" => 1.3, "Algeria LNG" => .5, "Australia LNG" => 2, _ => .9 };
        var toPacific = _tables.Suppliers[f] switch { "US LNG" => 2, "Russia LNG" => 1.5, "Norway LNG" => 2.2, "Qatar LNG" => 1, "Algeria LNG" => 1.9, "Australia LNG" => .7, _ => 1.2 };
        return m <= 2 ? toAtlantic : m <= 4 ? toPacific : (toAtlantic + toPacific) / 2;
    }
}
