using Entente.Models.Figures;
using Entente.World.Figures;

namespace Entente.Models.Editions;

/// <summary>How a figure fared from one edition to the next.</summary>
public enum FigureMove
{
    /// <summary>It is the same.</summary>
    Same,

    /// <summary>It has another value.</summary>
    Moved,

    /// <summary>Only the second edition can answer it.</summary>
    Appeared,

    /// <summary>Only the first edition could answer it.</summary>
    Vanished,

    /// <summary>Neither can answer it.</summary>
    Missing,
}

/// <summary>One figure in two editions.</summary>
/// <param name="Request">What was asked of both.</param>
/// <param name="Before">The answer of the first.</param>
/// <param name="After">The answer of the second.</param>
public sealed record MovedFigure(FigureRequest Request, FigureAnswer Before, FigureAnswer After)
{
    /// <summary>How it fared.</summary>
    public FigureMove Move => (Before.IsMissing, After.IsMissing) switch
    {
        (true, true) => FigureMove.Missing,
        (true, false) => FigureMove.Appeared,
        (false, true) => FigureMove.Vanished,
        _ => IsSame ? FigureMove.Same : FigureMove.Moved,
    };

    /// <summary>The second value less the first, in the unit of the figure; <see cref="double.NaN"/> where one of them is missing or no number.</summary>
    public double Change => After.Figure.Value - Before.Figure.Value;

    /// <summary>Size of the change against the mean of both sizes, 0 to 2, by which figures of different units are put in order; 2 for a change that is no number.</summary>
    public double Size
    {
        get
        {
            if (double.IsNaN(Change)) return Move is FigureMove.Moved ? 2 : 0;
            var scale = (Math.Abs(Before.Figure.Value) + Math.Abs(After.Figure.Value)) / 2;
            return scale == 0 ? 0 : Math.Abs(Change) / scale;
        }
    }

    /// <summary>Whether the second value lies in the interval of the first: then it moved less than the first was known.</summary>
    public bool IsWithinInterval => Before.Figure.Interval is { } interval && After.Figure.Value >= interval.Low && After.Figure.Value <= interval.High;

    private bool IsSame => string.Equals(Before.Text, After.Text, StringComparison.Ordinal)
        && Before.States.Select(state => state.Id).Order().SequenceEqual(After.States.Select(state => state.Id).Order())
        && (Before.Figure.Value.Equals(After.Figure.Value) || IsRounding(Before.Figure, After.Figure));

    /// <summary>Sums over the same rows in another order differ in their last digits.</summary>
    private static bool IsRounding(Figure a, Figure b) => Math.Abs(a.Value - b.Value) <= 1e-12 * Math.Max(Math.Abs(a.Value), Math.Abs(b.Value));
}
