using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Maps;

/// <summary>The classes of a map: limits are fixed, so that maps of different years and parties compare.</summary>
/// <param name="Classes">Classes of the style, from low to high.</param>
/// <param name="Edges">What stands under each edge between two classes.</param>
/// <param name="ClassOf">The class of a finite value.</param>
/// <param name="Format">A value in words.</param>
/// <param name="Unheld">What the hatching means.</param>
internal sealed record MapScale(ImmutableArray<string> Classes, ImmutableArray<string> Edges, Func<double, string> ClassOf, Func<double, string> Format, string Unheld)
{
    private static readonly ImmutableArray<string> Diverging = ["n3", "n2", "n1", "z0", "p1", "p2", "p3"];
    private static readonly ImmutableArray<string> Rising = ["z0", "p1", "p2", "p3"];

    /// <summary>Relative changes around zero.</summary>
    public static MapScale Changes { get; } = new(Diverging, ["−1 %", "−0.1", "−0.01", "+0.01", "+0.1", "+1 %"], MapPlot.ClassOf, value => Numbers.Signed(value, Unit.RelativeChange), "in the rest of the world, or not held");

    /// <summary>Agreement of votes, 0 to 1.</summary>
    public static MapScale Agreement { get; } = Of(Diverging, [.25, .4, .5, .6, .75, .9], limit => $"{Numbers.Decimals(limit * 100, 0)} %", value => Numbers.Format(value, Unit.Share), "no vote in common held");

    /// <summary>Shares of imports.</summary>
    public static MapScale Shares { get; } = Of(Rising, [.05, .15, .3], limit => $"{Numbers.Decimals(limit * 100, 0)} %", value => Numbers.Format(value, Unit.Share), "not held");

    /// <summary>Ideal points, standard deviations.</summary>
    public static MapScale Points { get; } = Of(Diverging, [-1.5, -.75, -.25, .25, .75, 1.5], limit => Numbers.Signed(limit, Unit.Number), value => Numbers.Decimals(value, 2), "not held");

    private static MapScale Of(ImmutableArray<string> classes, ImmutableArray<double> limits, Func<double, string> edge, Func<double, string> format, string unheld) =>
        new(classes, [.. limits.Select(edge)], value => classes[limits.Count(limit => value >= limit)], format, unheld);
}
