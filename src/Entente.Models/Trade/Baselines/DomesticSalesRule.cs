namespace Entente.Models.Trade;

/// <summary>How the domestic sales of an <see cref="EstimatedBaseline"/> come about; other rules than the default tell how far a result hangs on the estimate.</summary>
/// <param name="OwnRatios">Whether an economy keeps its own measured ratio of domestic sales to GDP; false gives all of them the median ratio.</param>
/// <param name="Factor">Multiplies every estimate, above 0.</param>
public sealed record DomesticSalesRule(bool OwnRatios, double Factor)
{
    /// <summary>The own ratio where one is measured, as it is.</summary>
    public static DomesticSalesRule Default { get; } = new(true, 1);
}
