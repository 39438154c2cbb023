using System.Collections.Immutable;
using Entente.World.Tables;

namespace Entente.World;

/// <summary>Gas that a supplier sent to a market in a year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Supplier">Supplier and mode, such as "US LNG" or "Norway pipeline".</param>
/// <param name="Market">Market, such as "EU27".</param>
/// <param name="Bcm">Billion cubic metres.</param>
public sealed record GasFlow(int Year, string Supplier, string Market, double Bcm);

/// <summary>A figure of the gas market: a capacity, a consumption, a production, a growth of demand.</summary>
/// <param name="Item">supplier, regasification, growth, consumption, production, or "route:" with the supplier.</param>
/// <param name="Name">Name of the supplier or route; empty for a market's own figure.</param>
/// <param name="Market">Market; empty for a supplier's own figure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">Billion cubic metres; growth as a fraction a year.</param>
/// <param name="IsJudgement">Whether it is a judgement of the project.</param>
public sealed record GasFigure(string Item, string Name, string Market, int Year, double Value, bool IsJudgement);

public sealed partial class WorldEdition
{
    private ImmutableArray<GasFlow>? _gasFlows;
    private ImmutableArray<GasFigure>? _gasFigures;

    /// <summary>Flows of gas by supplier and market (sources "energy-institute" for 2020, "gas-reference" for 2024).</summary>
    public ImmutableArray<GasFlow> GasFlows => _gasFlows ??= Rows(
        Select(StoreSchema.GasFlows, "year", "supplier", "market", "volume"),
        static (c, i) => new GasFlow(c.Integers(0)[i], c.Texts(1)[i]!, c.Texts(2)[i]!, c.Reals(3)[i]));

    /// <summary>Figures of the gas market (sources "energy-institute", "gas-reference").</summary>
    public ImmutableArray<GasFigure> GasFigures => _gasFigures ??= Rows(
        Select(StoreSchema.GasMarket, "item", "name", "market", "year", "value", "kind"),
        static (c, i) => new GasFigure(c.Texts(0)[i]!, c.Texts(1)[i]!, c.Texts(2)[i]!, c.Integers(3)[i], c.Reals(4)[i], c.Texts(5)[i] == "judgement"));
}
