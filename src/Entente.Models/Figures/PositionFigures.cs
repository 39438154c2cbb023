using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of alignment: agreement and ideal points.</summary>
internal static class PositionFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "agreement", "agreement in the General Assembly", "The share of common votes of a year on which two states or blocs cast the same vote, or the mean with half credit for an abstention.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.StateOrBloc("a", "the first state or bloc"),
                FigureParameters.StateOrBloc("b", "the second"),
                FigureParameters.Year,
                FigureParameters.Choice("measure", "share of identical votes, or half credit for an abstention against a yes or a no", ["identical", "half-credit"]),
                FigureParameters.Choice("votes", "all recorded votes, or those on which not all voted alike, or those that the US State Department calls important", ["all", "contested", "important"]),
            ],
            ["unga-votes"],
            [
                "Votes are public positions, not behaviour; the years 2021, 2022 and 2024 have holes that the coverage names.",
            ],
            "a=RUS b=CHN year=2025") { Compute = PositionAnswers.Agreement },
        new(
            "ideal-point", "the ideal point of a state", "The position of a state on the main line of conflict in the General Assembly, mean 0 and standard deviation 1 over all states and years.", FigureAnswerKind.Number, Unit.Number,
            [
                FigureParameters.State("the state"),
                FigureParameters.Year,
            ],
            ["entente-points", "unga-votes"],
            [
                "Votes are public positions, not behaviour; the years 2021, 2022 and 2024 have holes that the coverage names.",
                "The scale is relative: its zero has no meaning of its own.",
            ],
            "state=RUS year=2025") { Compute = PositionAnswers.Point },
        new(
            "ideal-point-distance", "the distance of two ideal points", "How far two states stand apart on the main line of conflict in the General Assembly.", FigureAnswerKind.Number, Unit.Number,
            [
                FigureParameters.State("the first state", "a"),
                FigureParameters.State("the second state", "b"),
                FigureParameters.Year,
            ],
            ["entente-points", "unga-votes"],
            [
                "Votes are public positions, not behaviour; the years 2021, 2022 and 2024 have holes that the coverage names.",
            ],
            "a=RUS b=CHN year=2019") { Compute = PositionAnswers.Distance },
    ];
}
