using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of security: alliances, arms, disputes, forces, weapons.</summary>
internal static class SecurityFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "alliance", "whether two states are allies", "Whether a state owes another an obligation by treaty in a year.", FigureAnswerKind.Text, Unit.Number,
            [
                FigureParameters.State("the state that is bound", "a"),
                FigureParameters.State("the state it is bound to", "b"),
                FigureParameters.Year,
                FigureParameters.Choice("obligation", "the obligation that is asked about", ["defence", "offence", "neutrality", "non-aggression", "consultation", "any"]),
            ],
            ["atop", "alliance-supplement"],
            [
                "The source ends in 2018 and is carried on by a dated supplement of the project.",
                "A treaty is what is written, not what would be done.",
            ],
            "a=USA b=POL year=2020") { Compute = SecurityAnswers.Alliance },
        new(
            "arms-share", "a supplier's share of a state's arms imports", "The share of a supplier in deliveries of major arms to a state over five years, by military worth.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.State("the state that received them", "recipient"),
                FigureParameters.State("the state that supplied them", "supplier"),
                new("year", FigureParameterKind.Year, "any year of the five-year window"),
                FigureParameters.Choice("of", "share of what the recipient got, or of what the supplier delivered", ["recipient", "supplier"]),
            ],
            ["sipri-arms"],
            [
                "Major weapons only, by the publisher's measure of military worth; shares rounded to .001; windows of five years.",
            ],
            "recipient=CHN supplier=RUS year=2018") { Compute = SecurityAnswers.ArmsShare },
        new(
            "dispute-count", "militarised disputes of two states", "How many militarised interstate disputes began between two states in a span of years.", FigureAnswerKind.Number, Unit.Count,
            [
                FigureParameters.State("the first state", "a"),
                FigureParameters.State("the second state", "b"),
                new("from", FigureParameterKind.Year, "the first year"),
                new("until", FigureParameterKind.Year, "the last year"),
            ],
            ["gml-mid", "cow-mid"],
            [
                "Held to 2010 (one coding) or 2014 (the other); nothing after.",
            ],
            "a=RUS b=CHN from=1950 until=2010") { Compute = SecurityAnswers.Disputes },
        new(
            "troops", "American forces in a state", "Active-duty forces of the United States in a host state in a year.", FigureAnswerKind.Number, Unit.Count,
            [
                FigureParameters.State("the host", "host"),
                FigureParameters.Year,
            ],
            ["us-troops"],
            [
                "Rounded to two digits; doubled counts of the publisher are mended; only American forces are held.",
            ],
            "host=DEU year=2020") { Compute = SecurityAnswers.Troops },
        new(
            "nuclear-status", "the nuclear status of a state", "Whether a state has nuclear weapons, pursues or considers them in a year.", FigureAnswerKind.Text, Unit.Number,
            [
                FigureParameters.State("the state"),
                FigureParameters.Year,
            ],
            ["nuclear-status"],
            [
                "Held to 2022; a coding of published accounts.",
            ],
            "state=PRK year=2020") { Compute = SecurityAnswers.Nuclear },
    ];
}
