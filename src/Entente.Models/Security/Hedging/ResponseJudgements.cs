using System.Collections.Immutable;
using Entente.Numerics.Distributions;

namespace Entente.Models.Security.Hedging;

/// <summary>An uncertain input of the choice among responses.</summary>
/// <param name="Name">Short name.</param>
/// <param name="What">What it does.</param>
/// <param name="Distribution">What it may be.</param>
/// <param name="Source">A citation, or "judgement" with the literature its sign rests on.</param>
public sealed record ResponseInput(string Name, string What, Distribution Distribution, string Source);

/// <summary>The judgements of the choice model; all are distributions.</summary>
public static class ResponseJudgements
{
    internal const int Slope = 0, Spill = 1, ArmThreat = 2, AccommodateThreat = 3, ArmCapability = 4, AccommodateCapability = 5, Interaction = 6, Era = 7;

    /// <summary>All, in the order in which they are drawn.</summary>
    public static ImmutableArray<ResponseInput> All { get; } =
    [
        new("slope", "log-odds of being defended per unit of the index", LogNormal.FromInterval(3, 1.2, 7), "judgement"),
        new("spill", "how much of what is done to others allies read as done to them", new Triangular(0, .2, .6), "judgement; reputation is disputed (Mercer 1996 and Press 2005 against, Crescenzi 2007 for)"),
        new("arm_threat", "log-odds of arming per unit of threat × (1 − defended)", LogNormal.FromInterval(1.5, .5, 4.5), "judgement; sign: Morrow 1993, arms and allies are substitutes"),
        new("accommodate_threat", "log-odds of accommodating per unit of threat × (1 − defended)", new Normal(1, .8), "judgement; sign disputed: Walt 1987 finds balancing commoner, Schweller 1994 bandwagoning for gain"),
        new("arm_capability", "log-odds of arming per standard deviation of log capabilities", LogNormal.FromInterval(.3, .1, .9), "judgement"),
        new("accommodate_capability", "fall of the log-odds of accommodating per standard deviation of log capabilities", LogNormal.FromInterval(.2, .05, .8), "judgement; sign: Walt 1987, weak states bandwagon more"),
        new("interaction", "log-odds by which accommodating and going nuclear go together", new Uniform(-1, 1), "judgement"),
        new("era", "whether the coming years are like 1946 to today (above .5) or like the years since 1991, when one pursuit began", new Uniform(0, 1), "judgement"),
    ];
}
