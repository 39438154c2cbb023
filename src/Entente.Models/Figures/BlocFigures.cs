using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of blocs: members and memberships.</summary>
internal static class BlocFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "bloc-members", "the members of a bloc", "The states that were members of a bloc at the end of a year.", FigureAnswerKind.States, Unit.Count,
            [
                new("bloc", FigureParameterKind.Bloc, "the bloc by key or name"),
                FigureParameters.Year,
            ],
            ["entente-blocs"],
            [
                "Dates are those of the treaty or document of each bloc.",
            ],
            "bloc=NATO year=2024") { Compute = BlocAnswers.Members },
        new(
            "bloc-membership", "whether a state is a member of a bloc", "Whether a state was a member of a bloc at the end of a year.", FigureAnswerKind.Text, Unit.Number,
            [
                FigureParameters.State("the state"),
                new("bloc", FigureParameterKind.Bloc, "the bloc by key or name"),
                FigureParameters.Year,
            ],
            ["entente-blocs"],
            [
                "Dates are those of the treaty or document of each bloc.",
            ],
            "state=FIN bloc=NATO year=2023") { Compute = BlocAnswers.Membership },
    ];
}
