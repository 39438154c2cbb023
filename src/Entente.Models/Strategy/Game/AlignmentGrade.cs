namespace Entente.Models.Strategy.Game;

/// <summary>How far a target moved from its partner towards the divider by the end of the horizon, measured on its position between the two in votes; see <see cref="GradeRule"/>.</summary>
public enum AlignmentGrade
{
    /// <summary>It stayed with its partner.</summary>
    NoChange,

    /// <summary>It stands aside: it is less with its partner, and not with the divider.</summary>
    Neutralised,

    /// <summary>It left its partner without joining the divider.</summary>
    Dealigned,

    /// <summary>It sides with the divider at least as often as with its partner.</summary>
    Realigned,
}

/// <summary>Probabilities of the four grades.</summary>
/// <param name="NoChange">Of staying.</param>
/// <param name="Neutralised">Of standing aside.</param>
/// <param name="Dealigned">Of leaving without joining.</param>
/// <param name="Realigned">Of changing sides.</param>
public readonly record struct GradeProbabilities(double NoChange, double Neutralised, double Dealigned, double Realigned)
{
    /// <summary>Number of grades.</summary>
    public const int Count = 4;

    /// <summary>Probability that the target is split from its partner: dealigned or realigned. The headline of an assessment.</summary>
    public double Split => Dealigned + Realigned;

    /// <summary>Probability that it moves at all.</summary>
    public double Moves => Neutralised + Dealigned + Realigned;

    /// <summary>The probability of a grade.</summary>
    public double this[AlignmentGrade grade] => grade switch
    {
        AlignmentGrade.NoChange => NoChange,
        AlignmentGrade.Neutralised => Neutralised,
        AlignmentGrade.Dealigned => Dealigned,
        _ => Realigned,
    };

    /// <summary>The mixture of two, by weight of the second.</summary>
    public static GradeProbabilities Mix(in GradeProbabilities first, in GradeProbabilities second, double weight) => new(
        first.NoChange + (weight * (second.NoChange - first.NoChange)), first.Neutralised + (weight * (second.Neutralised - first.Neutralised)),
        first.Dealigned + (weight * (second.Dealigned - first.Dealigned)), first.Realigned + (weight * (second.Realigned - first.Realigned)));
}

/// <summary>
/// How a grade is read off votes in the General Assembly, so that it can be resolved later. With tilt = agreement with the partner less agreement with the divider, the target has closed the share
/// 1 − tilt(end)/tilt(start) of the gap: under a quarter is no change, from a quarter neutralised, from a half dealigned, from the whole (it agrees with the divider at least as often) realigned.
/// </summary>
public static class GradeRule
{
    /// <summary>Least shares of the gap closed for neutralised, dealigned and realigned.</summary>
    public static ReadOnlySpan<double> Thresholds => [.25, .5, 1];

    /// <summary>The grade.</summary>
    /// <param name="tiltBefore">Agreement with the partner less agreement with the divider at the start; must be above 0 for a wedge to have anything to do.</param>
    /// <param name="tiltAfter">The same at the end of the horizon.</param>
    /// <returns>The grade; realigned from the start where the target was not closer to its partner.</returns>
    public static AlignmentGrade Of(double tiltBefore, double tiltAfter)
    {
        if (!(tiltBefore > 0)) return AlignmentGrade.Realigned;
        var closed = 1 - (tiltAfter / tiltBefore);
        return closed >= Thresholds[2] ? AlignmentGrade.Realigned
            : closed >= Thresholds[1] ? AlignmentGrade.Dealigned
            : closed >= Thresholds[0] ? AlignmentGrade.Neutralised
            : AlignmentGrade.NoChange;
    }
}
