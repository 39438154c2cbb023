using System.Collections.Immutable;
using Entente.Models.Strategy;

namespace Entente.Models.Trade.WhatIf;

/// <summary>A sector of the table.</summary>
/// <param name="Name">Name as in the table.</param>
/// <param name="Elasticity">Its trade elasticity in words: a number or a distribution.</param>
/// <param name="TradeShare">Its share of trade across borders.</param>
public sealed record SectorSummary(string Name, string Elasticity, double TradeShare);

/// <summary>What a variant does to one sector of the target; changes are fractions.</summary>
/// <param name="Name">Name of the sector.</param>
/// <param name="Price">Change of what buyers in the target pay for its goods; NaN where none are bought.</param>
/// <param name="Output">Change of the target's sales, at home and abroad, world value added being the numeraire; NaN where it sells none.</param>
/// <param name="Exports">Change of its exports; NaN where it has none.</param>
/// <param name="Imports">Change of its imports; NaN where it has none.</param>
public sealed record SectorEffect(string Name, Spread Price, Spread Output, Spread Exports, Spread Imports);

/// <summary>What the central solution with many sectors says of its own correctness.</summary>
/// <param name="ClearingError">Largest relative error of any price, spending or income equation, recomputed apart from the search.</param>
/// <param name="DomesticShareDifference">Largest log difference between the real wage and what domestic shares and input-output links imply; NaN where it cannot be computed.</param>
/// <param name="Iterations">Evaluations of the market-clearing conditions.</param>
public sealed record SectoralCheckup(double ClearingError, double DomesticShareDifference, int Iterations);

/// <summary>A variant with many sectors.</summary>
/// <param name="Name">Name of the variant.</param>
/// <param name="FailedDraws">Draws without an equilibrium.</param>
/// <param name="Economies">Every economy, in the order of the baseline.</param>
/// <param name="Groups">Target, those who act, partner, others, world; weighted by final spending.</param>
/// <param name="PartnerShare">The partner's share of the target's exports and imports together; NaN without a partner.</param>
/// <param name="TargetSectors">What becomes of the target's sectors.</param>
/// <param name="OneSector">Change of the target's real income in one sector, at the medians of the assumptions.</param>
/// <param name="SameElasticity">The same with many sectors that all have the elasticity of the one-sector model: what sectors and links alone do.</param>
/// <param name="OwnElasticity">The same with the elasticities of the sectors.</param>
/// <param name="Check">Check of the central solution.</param>
public sealed record SectoralVariant(
    string Name, int FailedDraws, ImmutableArray<EconomyEffect> Economies, ImmutableArray<GroupEffect> Groups, Spread PartnerShare, ImmutableArray<SectorEffect> TargetSectors,
    double OneSector, double SameElasticity, double OwnElasticity, SectoralCheckup Check);

/// <summary>The same variants with the many sectors of the user's table.</summary>
/// <param name="Draws">Draws of each variant: the first of those of the one-sector answer, as many as take about a minute.</param>
/// <param name="HasLinks">Whether sectors use each other's goods.</param>
/// <param name="ElasticitySource">Where the elasticities come from, a clause.</param>
/// <param name="Sectors">The sectors.</param>
/// <param name="Variants">The variants, in the order of the question.</param>
public sealed record SectoralAnswer(int Draws, bool HasLinks, string ElasticitySource, ImmutableArray<SectorSummary> Sectors, ImmutableArray<SectoralVariant> Variants);
