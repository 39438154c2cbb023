using System.Collections.Immutable;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Briefing.Claims;

/// <summary>What kind of thing is said of a figure.</summary>
public enum ComparisonKind
{
    /// <summary>That it has a value: "46.5 %", "about 57 %", "nearly half".</summary>
    Value,

    /// <summary>That it lies on one side of a value or between two: "more than half", "between 10 and 20".</summary>
    Bound,

    /// <summary>That a list has these states and no others.</summary>
    ExactList,

    /// <summary>That a list has these states among others.</summary>
    Includes,

    /// <summary>That a list has none of these states.</summary>
    Excludes,

    /// <summary>That the answer is a word.</summary>
    Word,
}

/// <summary>What a claim says of a figure, read from its wording.</summary>
/// <param name="Wording">The wording as typed.</param>
/// <param name="Kind">What kind of thing is said.</param>
public sealed record ClaimComparison(string Wording, ComparisonKind Kind)
{
    /// <summary>The value that is stated, in the scale of the figure; NaN for bounds, lists and words.</summary>
    public double Stated { get; init; } = double.NaN;

    /// <summary>How far a value may lie below the stated one.</summary>
    public double Below { get; init; }

    /// <summary>How far a value may lie above the stated one.</summary>
    public double Above { get; init; }

    /// <summary>Lower end; minus infinity where there is none.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Upper end; infinity where there is none.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the lower end itself counts.</summary>
    public bool LowIncluded { get; init; }

    /// <summary>Whether the upper end itself counts.</summary>
    public bool HighIncluded { get; init; }

    /// <summary>States of a list, as typed.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>The word that is stated; empty for other kinds.</summary>
    public string Word { get; init; } = "";

    /// <summary>Whether a number agrees with what is said.</summary>
    public bool Holds(double value) => double.IsFinite(value) && Kind switch
    {
        // A hair of rounding: 56.5 of 100 must not fail on the last bit of a double.
        ComparisonKind.Value => value >= Stated - Below - Hair && value <= Stated + Above + Hair,
        ComparisonKind.Bound => (LowIncluded ? value >= Low : value > Low) && (HighIncluded ? value <= High : value < High),
        _ => false,
    };

    private double Hair => 1e-12 * Math.Max(1, Math.Abs(Stated));

    /// <summary>Reads a wording.</summary>
    /// <param name="wording">The wording: "more than half", "about 57 %", "includes RUS and PRK".</param>
    /// <param name="figure">The figure that it is said of.</param>
    /// <exception cref="InvalidInputException">It cannot be understood, contradicts itself, or cannot be said of the figure.</exception>
    public static ClaimComparison Read(string wording, Models.Figures.FigureDefinition figure)
    {
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(figure);
        return ComparisonWords.Read(wording, figure);
    }

    /// <summary>How far apart from the stated value still counts, in words: "within 0.5 points".</summary>
    public string Tolerance(Unit unit)
    {
        if (Kind != ComparisonKind.Value || Math.Max(Below, Above) == 0) return "";
        return unit is Unit.Share or Unit.Probability or Unit.RelativeChange
            ? $"counts from {Numbers.Decimals((Stated - Below) * 100, 2)} to {Numbers.Decimals((Stated + Above) * 100, 2)} %"
            : unit == Unit.BillionUsd ? FormattableString.Invariant($"counts from $ {Stated - Below:#,0.##} to {Stated + Above:#,0.##} bn")
            : $"counts from {Numbers.Format(Stated - Below, unit)} to {Numbers.Format(Stated + Above, unit)}";
    }
}
