namespace Entente.Models.Trade.Mirror;

/// <summary>The arithmetic of one flow that both sides report.</summary>
internal static class MirrorGap
{
    /// <summary>What both sides say of a year; NaN where a side is missing, with the reason.</summary>
    internal readonly record struct TwoSides(int Year, double ByExporter, double ByImporter, string? Masked)
    {
        public bool Counts => Masked is null && ByExporter > 0 && ByImporter > 0;
    }

    /// <summary>Gaps, norm, and what lies beyond it.</summary>
    /// <param name="exporter">State id of the seller, 0 for several.</param>
    /// <param name="importer">State id of the buyer.</param>
    /// <param name="years">Years in order.</param>
    /// <param name="normUntil">Last year of the norm.</param>
    /// <param name="leastNormYears">Fewest years that make one.</param>
    public static MirrorFlow Of(int exporter, int importer, IReadOnlyList<TwoSides> years, int normUntil, int leastNormYears)
    {
        var normal = years.Where(year => year.Counts && year.Year <= normUntil).ToList();
        var hasNorm = normal.Count >= leastNormYears;
        var norm = hasNorm ? normal.Average(Gap) : double.NaN;
        var level = hasNorm ? normal.Average(year => year.ByExporter) : double.NaN;
        return new MirrorFlow(exporter, importer, norm, [.. years.Select(year => new MirrorYear(
            year.Year, year.ByExporter, year.ByImporter,
            year.Counts ? Gap(year) : double.NaN,
            year.Counts ? Gap(year) - norm : double.NaN,
            year.Masked is null && year.ByExporter >= 0 && year.ByImporter >= 0 ? Math.Max(0, year.ByExporter - year.ByImporter * Math.Exp(norm)) : double.NaN,
            year.ByExporter - level,
            year.Masked))]);
    }

    private static double Gap(TwoSides year) => Math.Log(year.ByExporter) - Math.Log(year.ByImporter);
}
