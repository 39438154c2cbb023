namespace Entente.Numerics.Equilibrium;

/// <summary>
/// The observed world of a sectoral model in one currency unit: who sells which goods to whom, which sector uses them, and what is left for final demand.
/// Goods bought of each sector must equal their intermediate and final use in every economy.
/// </summary>
/// <param name="Economies">The number of economies, N.</param>
/// <param name="Sectors">The number of sectors, J.</param>
/// <param name="Trade">J × N × N sales, sector first, then seller, then buyer; sales at home included. Zero where nothing is traded or made.</param>
/// <param name="IntermediateUse">N × J × J purchases, economy first, then the sector whose goods are bought, then the sector that uses them.</param>
/// <param name="FinalDemand">N × J purchases of consumers, investors and government, economy first, then sector.</param>
public sealed record SectoralFlows(
    int Economies, int Sectors, ReadOnlyMemory<double> Trade, ReadOnlyMemory<double> IntermediateUse, ReadOnlyMemory<double> FinalDemand);
