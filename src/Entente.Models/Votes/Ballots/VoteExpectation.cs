using System.Collections.Immutable;

namespace Entente.Models.Votes.Ballots;

/// <summary>How likely a model holds each vote of a state on a roll call.</summary>
/// <param name="State">Id of the state.</param>
/// <param name="Yes">Probability of yes.</param>
/// <param name="Abstain">Probability of an abstention.</param>
/// <param name="No">Probability of no; the three sum to 1, for absence is not modelled.</param>
public sealed record ExpectedVote(int State, double Yes, double Abstain, double No)
{
    /// <summary>The probability of a vote; NaN for an absence.</summary>
    /// <param name="vote">1 yes, 2 abstain, 3 no.</param>
    public double Of(byte vote) => vote switch { 1 => Yes, 2 => Abstain, 3 => No, _ => double.NaN };
}

/// <summary>What a model expected of a roll call.</summary>
/// <param name="Model">What the probabilities rest on, as a clause for the reader.</param>
/// <param name="Votes">One entry per state that the model knows.</param>
public sealed record VoteExpectation(string Model, ImmutableArray<ExpectedVote> Votes);

/// <summary>A vote that was cast, and how much it surprised a model.</summary>
/// <param name="Ballot">The vote.</param>
/// <param name="Expected">The probabilities of the model.</param>
/// <param name="Probability">The probability of the vote that was cast.</param>
/// <param name="Surprise">Minus the natural logarithm of that probability.</param>
public sealed record SurprisingVote(Ballot Ballot, ExpectedVote Expected, double Probability, double Surprise);
