using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Trade.WhatIf.Validation;

/// <summary>Sanctions as somebody else estimated them, from other data than those that are predicted.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Exports">Log effect on exports of Russia to each sanctioning state.</param>
/// <param name="Imports">Log effect on imports of Russia from it.</param>
/// <param name="Source">Whose estimate, and how it was turned into a log effect.</param>
public sealed record PublishedSanctions(string Key, string Name, double Exports, double Imports, string Source);

/// <summary>How well one forecast of Russia's trade by partner fits what was observed.</summary>
/// <param name="Key">no-change, growth, or the key of a model.</param>
/// <param name="Name">Name for people.</param>
/// <param name="RankOfLevels">Spearman correlation of predicted and observed shares over partners.</param>
/// <param name="RankOfChanges">Spearman correlation of predicted and observed changes of the log share; NaN for a forecast of no change.</param>
/// <param name="Misplaced">Half the sum of absolute share errors: the part of trade that is put with the wrong partner, 0 to 1.</param>
/// <param name="MedianLogError">Median absolute error of the log share, over partners with at least a thousandth of trade.</param>
/// <param name="WithinFactorTwo">Share of those partners whose share is right within a factor of two.</param>
public sealed record ForecastScore(string Key, string Name, double RankOfLevels, double RankOfChanges, double Misplaced, double MedianLogError, double WithinFactorTwo);

/// <summary>A partner whose share moved much.</summary>
/// <param name="Name">Name.</param>
/// <param name="Before">Share before.</param>
/// <param name="Observed">Share observed after.</param>
/// <param name="Predicted">Share predicted, one for each forecast in the order of the scores.</param>
/// <param name="Sanctions">Whether it imposed sanctions.</param>
public sealed record PartnerForecast(string Name, double Before, double Observed, ImmutableArray<double> Predicted, bool Sanctions);

/// <summary>The forecast of one flow.</summary>
/// <param name="Flow">exports or imports of Russia.</param>
/// <param name="Partners">Partners compared: those whose flow is held in both years.</param>
/// <param name="Missing">Partners left out because the later year misses the pair.</param>
/// <param name="MissingShare">Their share of the flow in the year before.</param>
/// <param name="MissingNames">The weightiest of them.</param>
/// <param name="Scores">Each forecast; benchmarks first.</param>
/// <param name="Movers">The partners whose observed share moved most, gains first.</param>
public sealed record FlowForecast(
    string Flow, int Partners, int Missing, double MissingShare, ImmutableArray<string> MissingNames, ImmutableArray<ForecastScore> Scores, ImmutableArray<PartnerForecast> Movers);

/// <summary>How well the trade model foretells the reshuffling of Russia's trade from a world before the sanctions of 2022.</summary>
/// <param name="From">Year of the baseline.</param>
/// <param name="To">Year that is compared with.</param>
/// <param name="Economies">Economies of the model.</param>
/// <param name="Theta">Trade elasticity.</param>
/// <param name="Sanctions">The estimates that were imposed; none is fitted to the year that is compared with.</param>
/// <param name="Exports">Russia's exports.</param>
/// <param name="Imports">Russia's imports.</param>
/// <param name="Findings">What the model gets right and wrong, in sentences made from the numbers.</param>
/// <param name="Sources">Sources.</param>
public sealed record ReshufflingValidation(
    int From, int To, int Economies, double Theta, ImmutableArray<PublishedSanctions> Sanctions, FlowForecast Exports, FlowForecast Imports, ImmutableArray<string> Findings,
    ImmutableArray<Source> Sources)
{
    /// <summary>The same sources with what was compared and what was not.</summary>
    public Provenance Provenance => new(
        [.. Sources.Select(source => source.Key)], string.Create(CultureInfo.InvariantCulture, $"Russia's trade of {To} foretold from {From} with published estimates of sanctions"),
        new Coverage(
            string.Create(CultureInfo.InvariantCulture, $"{Exports.Partners} partners of exports and {Imports.Partners} of imports compared; left out are {Exports.Missing} and {Imports.Missing} of which {To} misses the pair"),
            Exports.Partners + Imports.Partners, Exports.Missing + Imports.Missing,
            [.. Exports.MissingNames.Select(name => $"exports to {name}"), .. Imports.MissingNames.Select(name => $"imports from {name}")]));
}
