using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of single votes in the General Assembly.</summary>
internal static class VoteFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "vote-tally", "the count of a recorded vote", "How many states voted yes or no or abstained on a text; without a vote named the tally as yes-no-abstain.", FigureAnswerKind.Text, Unit.Count,
            [
                FigureParameters.Resolution,
                FigureParameters.Choice("vote", "which votes are counted; tally gives all three as words", ["tally", "yes", "no", "abstain", "absent"]),
            ],
            ["unga-votes"],
            [
                "Recorded votes of the General Assembly only; texts adopted without a vote have none.",
            ],
            "resolution=A/RES/ES-11/7") { Compute = VoteAnswers.Tally },
        new(
            "vote-outcome", "whether a text was adopted", "Whether a text got more yes than no votes; abstentions do not count as votes (rule 86 of the rules of procedure).", FigureAnswerKind.Text, Unit.Number,
            [
                FigureParameters.Resolution,
            ],
            ["unga-votes"],
            [
                "Recorded votes of the General Assembly only; texts adopted without a vote have none.",
                "Which texts needed two thirds is not held; the other reading is given.",
            ],
            "resolution=A/RES/ES-11/7") { Compute = VoteAnswers.Outcome },
        new(
            "vote-of", "how a state voted", "The vote of a state on a text: yes, no, abstain or absent; of a bloc the count of each.", FigureAnswerKind.Text, Unit.Number,
            [
                FigureParameters.StateOrBloc("state", "the state or bloc that voted"),
                FigureParameters.Resolution,
            ],
            ["unga-votes"],
            [
                "Recorded votes of the General Assembly only; texts adopted without a vote have none.",
                "A member that cast no vote in the year is not seen to be a member.",
            ],
            "state=IND resolution=A/RES/ES-11/7") { Compute = VoteAnswers.Of },
        new(
            "voted-with", "who voted as a state did", "The states that cast the same vote as a state on a text; the number counts them without the state itself.", FigureAnswerKind.States, Unit.Count,
            [
                FigureParameters.State("the state whose vote is taken"),
                FigureParameters.Resolution,
            ],
            ["unga-votes"],
            [
                "Recorded votes of the General Assembly only; texts adopted without a vote have none.",
            ],
            "state=USA resolution=A/RES/ES-11/7") { Compute = VoteAnswers.With },
    ];
}
