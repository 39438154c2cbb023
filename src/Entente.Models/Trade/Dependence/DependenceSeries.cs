using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Trade.Dependence;

/// <summary>Dependence in one year of a series.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Direct">Shares under the three denominators, ranks and asymmetry; <see langword="null"/> where the year cannot be answered.</param>
/// <param name="Imports">Concentration of the party's imports; <see langword="null"/> with <paramref name="Direct"/>.</param>
/// <param name="Exports">Concentration of the party's exports; <see langword="null"/> with <paramref name="Direct"/>.</param>
/// <param name="WhyMissing">Why the year cannot be answered, in one clause; <see langword="null"/> where it can.</param>
public sealed record DependenceYear(int Year, DependenceResult? Direct, TradeConcentration? Imports, TradeConcentration? Exports, string? WhyMissing)
{
    /// <summary>The share of imports from the partner under a denominator; NaN where missing.</summary>
    public double ImportShare(Denominator denominator) => Direct?.Imports.Shares[(int)denominator].Share ?? double.NaN;

    /// <summary>The share of exports to the partner under a denominator; NaN where missing.</summary>
    public double ExportShare(Denominator denominator) => Direct?.Exports.Shares[(int)denominator].Share ?? double.NaN;
}

/// <summary>How far one party hangs on another, year by year.</summary>
/// <param name="Party">Name of the party that depends.</param>
/// <param name="On">Name of the partner.</param>
/// <param name="Years">Every year of the span in order; a year without data is there, with the reason.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record DependenceSeries(string Party, string On, ImmutableArray<DependenceYear> Years, Provenance Provenance)
{
    /// <summary>The last year that could be answered.</summary>
    public DependenceYear Last => Years.Last(year => year.Direct is not null);

    /// <summary>Years of the span for which no trade is held.</summary>
    public ImmutableArray<int> Holes => [.. Years.Where(year => year.Direct is null).Select(year => year.Year)];
}
