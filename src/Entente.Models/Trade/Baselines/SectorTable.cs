using System.Collections.Immutable;
using Entente.Numerics.Equilibrium;

namespace Entente.Models.Trade;

/// <summary>The files of a sectoral table, CSV or Parquet, all in one currency unit.</summary>
/// <param name="Trade">Columns sector, exporter, importer, value; sales at home are rows in which exporter and importer are the same.</param>
/// <param name="Use">Columns economy, sector, used_by, value: goods of a sector that another uses as inputs; <see langword="null"/> for a world without inputs.</param>
/// <param name="Final">Columns economy, sector, value: final demand; <see langword="null"/> for what is left of purchases after use.</param>
public sealed record SectorFiles(string Trade, string? Use, string? Final);

/// <summary>A world of many sectors with input-output links, as a user brought it.</summary>
/// <param name="Aggregate">The same trade, all sectors added up: the one-sector world to compare with.</param>
/// <param name="Sectors">Names of the sectors, in the order of the alphabet.</param>
/// <param name="Flows">Trade, intermediate use and final demand, in the order of the sectors and of the economies of the aggregate; they add up.</param>
public sealed record SectorTable(TradeBaseline Aggregate, ImmutableArray<string> Sectors, SectoralFlows Flows);
