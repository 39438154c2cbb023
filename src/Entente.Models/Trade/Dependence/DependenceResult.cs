using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Trade;

/// <summary>What a share is taken of. The three give different answers where a year is incomplete: all are shown.</summary>
public enum Denominator
{
    /// <summary>The sum of what the matrix holds.</summary>
    AsReported,

    /// <summary>The same with missing pairs filled by their last known value.</summary>
    GapsFilled,

    /// <summary>The total that the state's own customs published, where the catalog has one.</summary>
    OfficialTotal,
}

/// <summary>A share under one denominator.</summary>
/// <param name="Denominator">What it is taken of.</param>
/// <param name="Share">Share, 0 to 1; NaN where it cannot be computed.</param>
/// <param name="NumeratorBillionUsd">Trade with the partner, billion US$.</param>
/// <param name="TotalBillionUsd">The denominator, billion US$; NaN where none is held.</param>
/// <param name="Coverage">What it rests on and what is missing.</param>
public sealed record ShareUnder(Denominator Denominator, double Share, double NumeratorBillionUsd, double TotalBillionUsd, Coverage Coverage);

/// <summary>Dependence in one direction of trade.</summary>
/// <param name="Flow">"exports" or "imports" of the party that depends.</param>
/// <param name="Shares">One per denominator, in the order of the enumeration.</param>
/// <param name="Rank">Rank of the partner among all partners (gaps filled); 0 for a bloc.</param>
/// <param name="Partners">Partners ranked.</param>
public sealed record FlowDependence(string Flow, ImmutableArray<ShareUnder> Shares, int Rank, int Partners);

/// <summary>How far one party hangs on another in goods trade in a year.</summary>
/// <param name="Party">Name of the party that depends.</param>
/// <param name="On">Name of the partner.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Exports">Share of the party's exports that go to the partner.</param>
/// <param name="Imports">Share of the party's imports that come from the partner.</param>
/// <param name="Asymmetry">Party's share of trade with the partner over the partner's share with the party (gaps filled): above 1, the party depends more.</param>
/// <param name="ReverseTotalShare">The partner's share of total trade with the party (gaps filled).</param>
/// <param name="TotalShare">The party's share of total trade with the partner (gaps filled).</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record DependenceResult(
    string Party, string On, int Year, FlowDependence Exports, FlowDependence Imports, double Asymmetry, double ReverseTotalShare, double TotalShare, Provenance Provenance);
