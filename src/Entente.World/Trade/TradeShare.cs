namespace Entente.World.Trade;

/// <summary>A directed pair's shares in goods trade.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Exporter">State id.</param>
/// <param name="Importer">State id.</param>
/// <param name="OfExporter">Share of the exporter's reported exports, 0 to 1, rounded to .001.</param>
/// <param name="OfImporter">Share of the importer's reported imports, 0 to 1, rounded to .001.</param>
public readonly record struct TradeShare(int Year, int Exporter, int Importer, double OfExporter, double OfImporter);
