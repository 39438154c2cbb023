using System.Collections.Immutable;
using Entente.Numerics.Random;

namespace Entente.Models.Strategy;

/// <summary>Position of each assumption in a draw; the order of <see cref="AssumptionCatalog.All"/>, checked by a test.</summary>
public enum AssumptionIndex
{
#pragma warning disable CS1591 // each is documented by its entry in the catalog
    TradeElasticity, SanctionsEffectFactor, ReliefUptake, FadeInYears, MultiSectorFactor, PartnerTradeCut, PartnerCounterbid, ReversalHazard, PartnerReversalHazard,
    DiscountFactor, RenegingLoss, SecurityWeight, ThreatRelief, PartnerThreatAwakened, SwitchingCost, DecisionNoise, GasReturnShare, GasReturnShareAlone, GasDemandElasticity,
    GasProductionElasticity, GasTargetMarketPower, GasOthersMarketPower, GasVolumeWeight, GasCostFactor, GasDestinationFlexibility, GasFullFrom, MilitaryBurdenIfMissing,
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

/// <summary>Draws assumptions: the value of assumption k in draw i depends on (seed, i, k) alone.</summary>
internal static class AssumptionSampler
{
    /// <summary>The assumptions of a strategy in the order of the index: its own where it states them, else the default.</summary>
    public static ImmutableArray<Assumption> Merge(WedgeStrategy strategy)
    {
        var own = strategy.Assumptions.ToDictionary(assumption => assumption.Name);
        return [.. AssumptionCatalog.All.Select(definition => own.GetValueOrDefault(definition.Name, definition.Default))];
    }

    /// <summary>Fills the values of a draw.</summary>
    public static void Draw(ImmutableArray<Assumption> assumptions, ulong seed, int draw, Span<double> values)
    {
        for (var k = 0; k < assumptions.Length; k++)
        {
            var definition = AssumptionCatalog.All[k];
            var stream = new CounterStream(seed, (ulong)draw, (uint)k);
            values[k] = Math.Clamp(assumptions[k].Distribution.Quantile(stream.NextUniform()), definition.Low, definition.High);
        }
    }
}
