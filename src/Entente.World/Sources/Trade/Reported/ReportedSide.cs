namespace Entente.World.Sources.Trade.Reported;

/// <summary>Which side of a flow reported it, as the store writes it.</summary>
internal static class ReportedSide
{
    /// <summary>The seller's statistics: free on board.</summary>
    public const string Exporter = "exporter";

    /// <summary>The buyer's statistics: with freight and insurance.</summary>
    public const string Importer = "importer";
}
