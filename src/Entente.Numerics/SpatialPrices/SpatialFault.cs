namespace Entente.Numerics.SpatialPrices;

/// <summary>What keeps a spatial market from being solved.</summary>
public enum SpatialFaultKind
{
    /// <summary>A slope of demand is not above zero, so that demand is not a falling line; the index is a market.</summary>
    Demand,

    /// <summary>A supplier's cost falls with quantity or a number is missing; the index is a supplier.</summary>
    Cost,

    /// <summary>A capacity of a supplier is negative; the index is a supplier.</summary>
    SupplierCapacity,

    /// <summary>No arc leads from a supplier to any market; the index is a supplier.</summary>
    SupplierWithoutArcs,

    /// <summary>A number of an arc is missing or negative where it may not be; the index is an arc.</summary>
    Arc,

    /// <summary>A floor lies above the capacity of its arc; the index is an arc.</summary>
    FloorAboveArc,

    /// <summary>The floors of a supplier's arcs lie above its capacity; the index is a supplier.</summary>
    FloorsAboveSupplier,

    /// <summary>The floors of a group's arcs lie above its capacity, or that is negative; the index is a group.</summary>
    FloorsAboveGroup,

    /// <summary>What a market must have lies above what can reach it; the index is a market.</summary>
    DemandFloor,
}

/// <summary>The first fault of a market.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Index">Where: a supplier, market, arc or group.</param>
/// <param name="Asked">The floor or the number that is wrong.</param>
/// <param name="Available">The capacity against which it stands.</param>
public readonly record struct SpatialFault(SpatialFaultKind Kind, int Index, double Asked, double Available)
{
    /// <summary>Looks for a fault in the numbers and floors of arcs, without solving.</summary>
    /// <param name="market">The market.</param>
    public static SpatialFault? Find(SpatialMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        for (var m = 0; m < market.Markets; m++)
        {
            if (!(market.DemandSlope[m] > 0) || !double.IsFinite(market.DemandSlope[m] + market.DemandIntercept[m])) return new(SpatialFaultKind.Demand, m, market.DemandSlope[m], 0);
            if (!(market.DemandFloor[m] >= 0)) return new(SpatialFaultKind.Demand, m, market.DemandFloor[m], 0);
        }

        for (var f = 0; f < market.Suppliers; f++)
        {
            if (!(market.CostSlope[f] >= 0) || !double.IsFinite(market.CostSlope[f] + market.CostIntercept[f] + market.Delegation[f])) return new(SpatialFaultKind.Cost, f, market.CostSlope[f], 0);
            if (Array.IndexOf(market.ArcSupplier, f) < 0) return new(SpatialFaultKind.SupplierWithoutArcs, f, 0, 0);
            if (!(market.SupplierCapacity[f] >= 0)) return new(SpatialFaultKind.SupplierCapacity, f, market.SupplierCapacity[f], 0);
        }

        for (var a = 0; a < market.Arcs; a++)
        {
            if (!(market.ArcFloor[a] >= 0) || !(market.ArcCapacity[a] >= 0) || !(market.Conjecture[a] >= 0) || !(market.TransportSlope[a] >= 0) || !double.IsFinite(market.Transport[a] + market.ArcFloor[a] + market.Conjecture[a])) return new(SpatialFaultKind.Arc, a, market.ArcCapacity[a], 0);
            if (market.ArcFloor[a] > market.ArcCapacity[a]) return new(SpatialFaultKind.FloorAboveArc, a, market.ArcFloor[a], market.ArcCapacity[a]);
        }

        for (var f = 0; f < market.Suppliers; f++)
        {
            var floors = 0d;
            for (var a = 0; a < market.Arcs; a++) floors += market.ArcSupplier[a] == f ? market.ArcFloor[a] : 0;
            if (floors > market.SupplierCapacity[f] * (1 + 1e-12)) return new(SpatialFaultKind.FloorsAboveSupplier, f, floors, market.SupplierCapacity[f]);
        }

        for (var g = 0; g < market.Groups.Length; g++)
        {
            var floors = 0d;
            foreach (var a in market.Groups[g]) floors += market.ArcFloor[a];
            if (!(market.GroupCapacity[g] >= 0) || floors > market.GroupCapacity[g] * (1 + 1e-12)) return new(SpatialFaultKind.FloorsAboveGroup, g, floors, market.GroupCapacity[g]);
        }

        return null;
    }
}
