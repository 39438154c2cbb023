using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of states by year: economy, people, power, politics.</summary>
internal static class EconomyFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "population", "the population of a state or bloc", "Inhabitants at mid-year.", FigureAnswerKind.Number, Unit.Count,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc"),
                FigureParameters.Year,
            ],
            ["worldbank-population"],
            [
                "A bloc is the sum of its members, and missing where one of them is.",
            ],
            "state=RUS year=2021") { Compute = YearValueAnswers.Population },
        new(
            "russian-population-share", "the share of Russia's population in a part of the country", "The share of the inhabitants of Russia's federal subjects that live west of the Urals (Central, Northwestern, Southern, North Caucasian and Volga districts) or east of them.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.Choice("part", "west or east of the Urals", ["west-of-urals", "east-of-urals"]),
            ],
            ["rosstat"],
            [
                "Figures of the subjects are of different years.",
                "Occupied Ukrainian regions are left out; Crimea is in, and out in the other reading.",
                "Districts are not cut by the watershed: the Volga district reaches across it in part.",
            ],
            "part=west-of-urals") { Compute = PublicAnswers.RussianShare },
        new(
            "gdp", "the gross domestic product of a state or bloc", "Gross domestic product, in current US dollars or in constant dollars of 2015.", FigureAnswerKind.Number, Unit.BillionUsd,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc"),
                FigureParameters.Year,
                FigureParameters.Choice("prices", "current or constant (2015) US dollars", ["current", "constant"]),
            ],
            ["worldbank-gdp", "worldbank-gdp-constant"],
            [
                "At market exchange rates; purchasing power is not held.",
            ],
            "state=CHN year=2020") { Compute = YearValueAnswers.Product },
        new(
            "gdp-share", "the share of a state or bloc in the world's product", "Gross domestic product over that of all states held for the year, current US dollars.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc"),
                FigureParameters.Year,
            ],
            ["worldbank-gdp"],
            [
                "The world is the sum of the states that are held.",
                "At market exchange rates; purchasing power is not held.",
            ],
            "state=CHN year=2020") { Compute = YearValueAnswers.ProductShare },
        new(
            "gdp-growth", "the growth of a state's product", "The change of gross domestic product from the year before, constant US dollars of 2015, or from another year.", FigureAnswerKind.Number, Unit.RelativeChange,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc"),
                FigureParameters.Optional("from", FigureParameterKind.Year, "the first year; the year before where left out"),
                FigureParameters.Year,
            ],
            ["worldbank-gdp-constant"],
            [
                "The series starts in 2000.",
            ],
            "state=RUS year=2021") { Compute = YearValueAnswers.Growth },
        new(
            "military-spending", "military expenditure", "Military expenditure of a state or bloc in current US dollars.", FigureAnswerKind.Number, Unit.BillionUsd,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc"),
                FigureParameters.Year,
            ],
            ["sipri-milex"],
            [
                "Estimates by the publisher; those of China and Russia are uncertain.",
            ],
            "state=RUS year=2021") { Compute = YearValueAnswers.MilitarySpending },
        new(
            "military-burden", "military expenditure as a share of product", "Military expenditure as a share of gross domestic product.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.State("the state"),
                FigureParameters.Year,
            ],
            ["sipri-milex"],
            [
                "Estimates by the publisher; those of China and Russia are uncertain.",
            ],
            "state=RUS year=2021") { Compute = YearValueAnswers.MilitaryBurden },
        new(
            "capability-share", "the share of world capabilities", "Composite index of national capability: the mean share in the world's people, urban people, iron and steel, energy, forces and military expenditure.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc"),
                FigureParameters.Year,
            ],
            ["cow-nmc"],
            [
                "Weighs people and steel as much as money: it puts China far above what markets say.",
            ],
            "state=CHN year=2016") { Compute = YearValueAnswers.CapabilityShare },
        new(
            "democracy", "the liberal democracy index", "The index of liberal democracy of a state, 0 to 1.", FigureAnswerKind.Number, Unit.Number,
            [
                FigureParameters.State("the state"),
                FigureParameters.Year,
            ],
            ["vdem"],
            [
                "Rests on the judgement of experts; the bounds are not held.",
            ],
            "state=HUN year=2020") { Compute = YearValueAnswers.Democracy },
        new(
            "favourability", "the view that a public has of a state", "The share of respondents in a state with a favourable or an unfavourable view of another.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.State("the state whose public is asked", "respondents"),
                FigureParameters.State("the state that is judged", "about"),
                FigureParameters.Choice("view", "favourable or unfavourable", ["favourable", "unfavourable"]),
                FigureParameters.Year,
            ],
            ["pew"],
            [
                "One publisher; respondents of the United States end in 2020, of Russia in 2019, of China in 2016.",
            ],
            "respondents=USA about=RUS view=unfavourable year=2020") { Compute = PublicAnswers.Favourability },
        new(
            "indicator", "an indicator of a state in a year", "Any of the state-year indicators of the store by its name ('entente query --views' lists the tables).", FigureAnswerKind.Number, Unit.Number,
            [
                new("name", FigureParameterKind.Indicator, "name of the indicator"),
                FigureParameters.State("the state"),
                FigureParameters.Year,
            ],
            ["worldbank-gdp", "worldbank-gdp-constant", "worldbank-population", "sipri-milex", "vdem"],
            [
                "In the unit of the indicator, which its name says.",
            ],
            "name=liberal_democracy state=HUN year=2020") { Compute = YearValueAnswers.Indicator },
    ];
}
