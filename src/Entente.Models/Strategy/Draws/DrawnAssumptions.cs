namespace Entente.Models.Strategy.Draws;

/// <summary>Position of each assumption in a draw; the order of <see cref="AssumptionCatalog.All"/>, checked by a test.</summary>
public enum AssumptionIndex
{
#pragma warning disable CS1591 // each is documented by its entry in the catalog
    TradeElasticity, SanctionsEffectFactor, ReliefUptake, FadeInYears, MultiSectorFactor, PartnerTradeCut, PartnerCounterbid, ReversalHazard, PartnerReversalHazard,
    DiscountFactor, RenegingLoss, SecurityWeight, ThreatRelief, PartnerThreatAwakened, SwitchingCost, DecisionNoise, GasReturnShare, GasReturnShareAlone, GasDemandElasticity,
    GasProductionElasticity, GasTargetMarketPower, GasOthersMarketPower, GasVolumeWeight, GasCostFactor, GasDestinationFlexibility, GasFullFrom, PocketedShare, PartnerValue, HedgingLeniency,
    AllyObstruction, AllyFriction, SpontaneousSplitIfUnknown, MilitaryBurdenIfMissing, OthersTakePart,
#pragma warning restore CS1591
}

/// <summary>The values of all assumptions in one draw.</summary>
/// <param name="values">One value per assumption, in the order of <see cref="AssumptionIndex"/>.</param>
public readonly ref struct DrawnAssumptions(ReadOnlySpan<double> values)
{
    private readonly ReadOnlySpan<double> _values = values;

    /// <summary>The value of an assumption.</summary>
    public double this[AssumptionIndex index] => _values[(int)index];
}
