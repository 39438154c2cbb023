using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Trade.Mirror;

/// <summary>A year of one flow as both sides report it; euros. What one side does not hold is NaN.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="ByExporter">Exports as the seller reports them, free on board.</param>
/// <param name="ByImporter">Imports as the buyer reports them, with freight and insurance; NaN where its year was not finished.</param>
/// <param name="Gap">ln(exporter's figure) − ln(importer's figure).</param>
/// <param name="Abnormal">Gap minus the norm of the flow.</param>
/// <param name="Phantom">Exports that the buyer does not know beyond what is normal: max(0, X − M·exp(norm)).</param>
/// <param name="Additional">Exports above the mean of the norm years.</param>
/// <param name="Masked">Why the year is left out, one clause; <see langword="null"/> where it counts.</param>
public sealed record MirrorYear(int Year, double ByExporter, double ByImporter, double Gap, double Abnormal, double Phantom, double Additional, string? Masked);

/// <summary>A flow that both sides report.</summary>
/// <param name="Exporter">State id of the seller; 0 for all sellers together.</param>
/// <param name="Importer">State id of the buyer.</param>
/// <param name="Norm">Mean gap of the norm years; NaN where there are too few.</param>
/// <param name="Years">Years in order.</param>
public sealed record MirrorFlow(int Exporter, int Importer, double Norm, ImmutableArray<MirrorYear> Years);

/// <summary>A half-year of the sellers' exports to a buyer.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Half">1 or 2.</param>
/// <param name="Months">Months held; 6 where the half-year is complete.</param>
/// <param name="Euros">Current euros.</param>
/// <param name="Change">Against the same months of the last year of the norm: 1 is a doubling; NaN where those are not held.</param>
public sealed record HalfYearExports(int Year, int Half, int Months, double Euros, double Change);

/// <summary>Exports to one buyer, and the mirror where the buyer's side is held.</summary>
/// <param name="Importer">State id of the buyer.</param>
/// <param name="Name">Name of the buyer.</param>
/// <param name="HalfYears">The sellers' exports by half-year.</param>
/// <param name="Together">All sellers together; <see langword="null"/> where the buyer's side is not held.</param>
/// <param name="Pairs">Seller by seller, the largest phantom first; empty where the buyer's side is not held.</param>
public sealed record MirrorOfImporter(int Importer, string Name, ImmutableArray<HalfYearExports> HalfYears, MirrorFlow? Together, ImmutableArray<MirrorFlow> Pairs);

/// <summary>What two sides say of the same trade.</summary>
/// <param name="Exporters">Name of the sellers.</param>
/// <param name="NormUntil">Last year of the norm.</param>
/// <param name="Expected">Gap that freight and insurance alone would leave.</param>
/// <param name="Importers">Buyers in order of their ids.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record MirrorFindings(string Exporters, int NormUntil, (double Low, double High) Expected, ImmutableArray<MirrorOfImporter> Importers, Provenance Provenance)
{
    /// <summary>Phantom exports of all buyers together since the norm, euros, by the totals of all sellers; masked years are left out of both sums.</summary>
    public double Phantom => Since.Sum(year => year.Phantom);

    /// <summary>Exports above the mean of the norm years in the same years, euros.</summary>
    public double Additional => Since.Sum(year => year.Additional);

    /// <summary>Phantom exports summed seller by seller, euros: larger, for a seller's missing goods are not made up by another's surplus.</summary>
    public double PhantomByPair => (from importer in Importers from pair in importer.Pairs from year in pair.Years where Counts(year) select year.Phantom).Sum();

    private IEnumerable<MirrorYear> Since => from importer in Importers where importer.Together is not null from year in importer.Together!.Years where Counts(year) select year;

    private bool Counts(MirrorYear year) => year.Year > NormUntil && year.Masked is null && double.IsFinite(year.Phantom);
}
