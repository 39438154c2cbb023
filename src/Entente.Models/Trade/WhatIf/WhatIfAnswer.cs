using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Trade.WhatIf;

/// <summary>What a variant does to one economy once everything has come about; changes are fractions.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Iso3">ISO3 code, <see langword="null"/> for several states together.</param>
/// <param name="StateId">State id, 0 for several states together.</param>
/// <param name="RealIncome">Change of real expenditure.</param>
/// <param name="RealWage">Change of the real wage.</param>
/// <param name="PriceIndex">Change of the price index, world output being the numeraire.</param>
/// <param name="Exports">Change of exports in that numeraire.</param>
/// <param name="Imports">Change of imports in that numeraire.</param>
/// <param name="GdpBillionUsd">GDP of the baseline year, billion US$; NaN where it is not held.</param>
/// <param name="BillionUsd">Change of real income times that GDP.</param>
public sealed record EconomyEffect(
    string Name, string? Iso3, int StateId, Spread RealIncome, Spread RealWage, Spread PriceIndex, Spread Exports, Spread Imports, double GdpBillionUsd, Spread BillionUsd);

/// <summary>What a variant does to the trade of a pair.</summary>
/// <param name="Exporter">Name of the exporter.</param>
/// <param name="Importer">Name of the importer.</param>
/// <param name="BaselineBillion">Trade in the baseline, thousand million of its currency unit.</param>
/// <param name="Change">Relative change, fraction.</param>
public sealed record PairEffect(string Exporter, string Importer, double BaselineBillion, Spread Change);

/// <summary>A group of economies, weighted by expenditure.</summary>
/// <param name="Key">target, actors, partner, others or world.</param>
/// <param name="Name">Name for people.</param>
/// <param name="RealIncome">Change of real income, fraction.</param>
/// <param name="BillionUsd">The same in billion US$, over the members whose GDP is held; NaN where none is.</param>
public sealed record GroupEffect(string Key, string Name, Spread RealIncome, Spread BillionUsd);

/// <summary>A year of the path.</summary>
/// <param name="Year">Years since the change, 1 is the first.</param>
/// <param name="Target">Change of the target's real income against the baseline, fraction.</param>
/// <param name="Partner">The same of the partner; NaN without one.</param>
/// <param name="PartnerShare">Partner's share of the target's trade with the world; NaN without one.</param>
public sealed record PathYear(int Year, Spread Target, Spread Partner, Spread PartnerShare);

/// <summary>What the central solution says of its own correctness.</summary>
/// <param name="AcrDifference">Largest difference between the real wage and (domestic share hat)^(−1/theta), Arkolakis, Costinot and Rodríguez-Clare 2012, over economies.</param>
/// <param name="Iterations">Evaluations of the market-clearing conditions.</param>
/// <param name="Residual">Largest estimated error of a log wage.</param>
public sealed record SolutionCheck(double AcrDifference, int Iterations, double Residual);

/// <summary>The result of one variant.</summary>
/// <param name="Name">Name of the variant.</param>
/// <param name="Pairs">Directed pairs whose barrier it changes.</param>
/// <param name="NotHeld">States it names that are no economies of their own in the baseline: nothing changes for them.</param>
/// <param name="FailedDraws">Draws without an equilibrium: shown, never dropped in silence.</param>
/// <param name="Economies">Every economy, in the order of the baseline.</param>
/// <param name="Groups">Target, those who act, partner, others, world.</param>
/// <param name="TargetTrade">The target's exports to and imports from its main partners.</param>
/// <param name="Path">Year by year; empty where nothing takes years.</param>
/// <param name="PartnerShare">The partner's share of the target's exports and imports together once all has come about; NaN without a partner.</param>
/// <param name="Check">Check of the central solution.</param>
/// <param name="Changes">What changes, in words.</param>
public sealed record VariantEffect(
    string Name, int Pairs, ImmutableArray<string> NotHeld, int FailedDraws, ImmutableArray<EconomyEffect> Economies, ImmutableArray<GroupEffect> Groups,
    ImmutableArray<PairEffect> TargetTrade, ImmutableArray<PathYear> Path, Spread PartnerShare, SolutionCheck Check, ImmutableArray<string> Changes);

/// <summary>The central result under another way to estimate what the baseline does not observe.</summary>
/// <param name="Name">What is done differently.</param>
/// <param name="Target">Change of the target's real income in each variant, at the medians of the assumptions; NaN where there is no equilibrium.</param>
/// <param name="DomesticShare">The target's share of expenditure on its own output under it.</param>
public sealed record BaselineVariation(string Name, ImmutableArray<double> Target, double DomesticShare);

/// <summary>The answer to a what-if.</summary>
public sealed record WhatIfAnswer
{
    /// <summary>The question.</summary>
    public required WhatIfQuestion Question { get; init; }

    /// <summary>The world it starts from.</summary>
    public required TradeBaseline Baseline { get; init; }

    /// <summary>Name of the target.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the partner, where there is one.</summary>
    public string? Partner { get; init; }

    /// <summary>The partner's share of the target's exports and imports together in the baseline; NaN without a partner.</summary>
    public double PartnerShareBefore { get; init; } = double.NaN;

    /// <summary>Draws of each variant.</summary>
    public required int Draws { get; init; }

    /// <summary>Draws that the path was computed with: the first of all.</summary>
    public required int PathDraws { get; init; }

    /// <summary>Seed of the random streams.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The variants.</summary>
    public required ImmutableArray<VariantEffect> Variants { get; init; }

    /// <summary>The same variants with many sectors, where the question brings a table of them.</summary>
    public SectoralAnswer? Sectoral { get; init; }

    /// <summary>How far the central result hangs on what is estimated in the baseline; the first row is the baseline itself. Empty where nothing is estimated.</summary>
    public required ImmutableArray<BaselineVariation> Sensitivity { get; init; }

    /// <summary>Every assumption that was read, with its source or the word judgement.</summary>
    public required ImmutableArray<Assumption> Assumptions { get; init; }

    /// <summary>How the effects of sanctions were estimated; <see langword="null"/> where the file gives them or there are none.</summary>
    public required SanctionsEstimate? Sanctions { get; init; }

    /// <summary>What is missing and where the model is thin; one sentence each.</summary>
    public required ImmutableArray<string> Caveats { get; init; }

    /// <summary>Sources in the order of use.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>The file of the question and files of its own that it starts from, as sources.</summary>
    public ImmutableArray<Source> Documents { get; init; } = [];

    /// <summary>What the numbers rest on: sources without those of the maps, files of the question's own, draws that were solved, and pairs of the changes that are not held.</summary>
    public Provenance Provenance
    {
        get
        {
            var (draws, failed) = (Variants.Length * Draws, Variants.Sum(variant => variant.FailedDraws));
            return new Provenance(
                [.. Sources.Select(source => source.Key).Where(key => key != "natural-earth")],
                FormattableString.Invariant($"trade what-if {Question.Key}, {Variants.Length} variants, {Draws} draws of each, seed {Seed}"),
                new Coverage(
                    FormattableString.Invariant($"{Baseline.Count} economies of {Baseline.Year}, {Baseline.Method}; {draws - failed:N0} of {draws:N0} draws solved"), Baseline.Count, null,
                    [.. Variants.SelectMany(variant => variant.NotHeld).Distinct(StringComparer.Ordinal)]))
            {
                Documents = Documents,
            };
        }
    }
}
