namespace Entente.World.Trade;

/// <summary>Which of the two sides of a flow reported it.</summary>
public enum ReportedBy
{
    /// <summary>The seller, free on board.</summary>
    Exporter,

    /// <summary>The buyer, with freight and insurance.</summary>
    Importer,
}

/// <summary>A year's trade as one side reports it.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Exporter">State id; the European Union (EUE) where the EU27 report together.</param>
/// <param name="Importer">State id.</param>
/// <param name="By">Whose statistics.</param>
/// <param name="Euros">Current euros.</param>
/// <param name="IsComplete">Whether the reporter's year was finished when it was collected; an unfinished year is no fall.</param>
public sealed record ReportedFlow(int Year, int Exporter, int Importer, ReportedBy By, double Euros, bool IsComplete);

/// <summary>A month's exports as the exporter reports them.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Exporter">State id.</param>
/// <param name="Importer">State id.</param>
/// <param name="Euros">Current euros, free on board.</param>
public sealed record MonthlyExport(int Year, int Month, int Exporter, int Importer, double Euros);
