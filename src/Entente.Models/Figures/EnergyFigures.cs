using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of gas and energy prices.</summary>
internal static class EnergyFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "lng-share", "the share of a destination in American LNG exports", "The share of the volume of liquefied natural gas that left the United States for a state or region; for Europe the EU27 and the United Kingdom.", FigureAnswerKind.Number, Unit.Share,
            [
                new("destination", FigureParameterKind.StateOrBloc, "the state or bloc it went to; Europe is the EU27 and the United Kingdom", EnergyAnswers.Europe, IsRequired: false) { Choices = [EnergyAnswers.Europe] },
                FigureParameters.Optional("from", FigureParameterKind.Month, "the first month; the last twelve held where left out"),
                FigureParameters.Optional("to", FigureParameterKind.Month, "the last month"),
            ],
            ["doe-lng"],
            [
                "Cargoes of April 2017 to March 2018 and April 2023 to March 2024 only.",
            ],
            "destination=Europe from=2023-04 to=2024-03") { Compute = EnergyAnswers.LngShare },
        new(
            "gas-imports", "gas imports of the EU", "Pipeline gas or LNG that entered the EU27 in a year, from all origins or one.", FigureAnswerKind.Number, Unit.BillionCubicMetres,
            [
                FigureParameters.Choice("origin", "origin of pipeline gas, LNG of all origins, or all", ["all", "Russia", "Norway", "Algeria", "Azerbaijan", "Libya", "LNG"]),
                FigureParameters.Year,
            ],
            ["entsog"],
            [
                "January 2015 to March 2023; LNG before 2020 is too low.",
                "LNG is not told apart by origin, so that Russian LNG is in LNG.",
            ],
            "origin=Russia year=2021") { Compute = EnergyAnswers.GasImports },
        new(
            "gas-import-share", "the share of an origin in the EU's gas imports", "The share of an origin of pipeline gas, or of LNG, in all gas that entered the EU27 in a year.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.Choice("origin", "origin of pipeline gas, or LNG of all origins", ["Russia", "Norway", "Algeria", "Azerbaijan", "Libya", "LNG"]),
                FigureParameters.Year,
            ],
            ["entsog"],
            [
                "January 2015 to March 2023; LNG before 2020 is too low, so that shares of pipelines are too high.",
                "Russian LNG is in LNG.",
            ],
            "origin=Russia year=2021") { Compute = EnergyAnswers.GasImportShare },
        new(
            "energy-price", "the mean price of a fuel in a year", "The mean of a monthly series of prices over a year, in the unit of the series.", FigureAnswerKind.Number, Unit.Number,
            [
                FigureParameters.Choice("series", "the series; its name says the unit", ["brent_usd_bbl", "brent_spot_usd_bbl", "henry_hub_usd_mmbtu", "gas_europe_usd_mmbtu", "lng_japan_usd_mmbtu", "gas_us_usd_mmbtu"], "gas_europe_usd_mmbtu"),
                FigureParameters.Year,
            ],
            ["worldbank-prices", "eia-prices"],
            [
                "Nominal prices.",
            ],
            "series=gas_europe_usd_mmbtu year=2022") { Compute = EnergyAnswers.Price },
    ];
}
