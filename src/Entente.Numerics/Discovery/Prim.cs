using System.Collections.Immutable;

namespace Entente.Numerics.Discovery;

/// <summary>A box of a covering, and the search it was chosen from.</summary>
/// <param name="Trajectory">The search, on the points that earlier boxes had left.</param>
/// <param name="Chosen">The box: density is of those points, coverage and mass are shares of the whole table and add up over boxes.</param>
public sealed record CoveringBox(PrimTrajectory Trajectory, AssessedBox Chosen);

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999, Statistics and Computing 9:123): a box in which the mean outcome is high, found by peeling a little at a time off the best end of the best input,
/// and pasting back at the end. In scenario discovery (Bryant and Lempert 2010) the box says under which conditions the cases of interest come about.
/// </summary>
/// <remarks>Only the order of the values of an input matters. A bound lies halfway between the last value outside and the next value of the table.</remarks>
public static class Prim
{
    /// <summary>Searches numeric inputs.</summary>
    /// <param name="columns">For each input its values, one for each point; finite.</param>
    /// <param name="outcomes">For each point its outcome from 0 to 1; NaN where it failed.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The table is not as <see cref="DiscoveryTable.Of"/> asks.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PrimTrajectory Find(double[][] columns, ReadOnlySpan<double> outcomes, PrimOptions? options = null) => Find(DiscoveryTable.Of(columns, outcomes), options);

    /// <summary>Searches a table.</summary>
    /// <param name="table">The points.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PrimTrajectory Find(DiscoveryTable table, PrimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Find(table, table.All, table.Points, table.All.Worth, options ?? new PrimOptions());
    }

    /// <summary>Covers the cases of interest by several boxes: each is searched among the points that the boxes before have left.</summary>
    /// <param name="table">The points.</param>
    /// <param name="mostBoxes">Most boxes, at least 1.</param>
    /// <param name="choose">Chooses a box of a search, such as <c>t => t.DropWeak(t.TradeOff().Box)</c>.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <returns>The boxes in the order they were found. They end early where too few points are left, none of interest, or the box chosen is no denser than what is left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option or the number of boxes is out of range.</exception>
    public static ImmutableArray<CoveringBox> Cover(DiscoveryTable table, int mostBoxes, Func<PrimTrajectory, AssessedBox> choose, PrimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choose);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBoxes, 1);
        options ??= new PrimOptions();
        var (found, left) = (ImmutableArray.CreateBuilder<CoveringBox>(), table.All);
        while (found.Count < mostBoxes && left.Worth > 0 && left.Count >= options.MinimalMass * table.Points)
        {
            var trajectory = Find(table, left, table.Points, table.All.Worth, options);
            var chosen = trajectory.Assess(choose(trajectory).Box);
            if (!(chosen.Density > trajectory.Boxes[0].Density)) break;
            found.Add(new CoveringBox(trajectory, chosen));
            left = trajectory.Outside(chosen.Box);
        }

        return found.ToImmutable();
    }

    /// <summary>Searches the points of a set; coverage and mass are shares of the totals given.</summary>
    internal static PrimTrajectory Find(DiscoveryTable table, PointSet set, int allPoints, long allWorth, PrimOptions options)
    {
        options.Check();
        var peeling = new Peeling(table, set, options, allPoints);
        peeling.Run();
        var counts = new PeelingCount(table, set, peeling);
        var boxes = ImmutableArray.CreateBuilder<AssessedBox>(peeling.Boxes.Count);
        for (var step = 0; step < peeling.Boxes.Count; step++)
        {
            var at = step;
            boxes.Add(Assessed(peeling.Boxes[step], peeling.Counts[step], peeling.Worths[step], input => counts.Alone(at, input)));
        }

        var pasting = new Pasting(table, options, peeling.Box, counts.Failed, peeling.Alive.Count, peeling.Alive.Worth);
        while (pasting.Step()) boxes.Add(Assessed(pasting.Box, pasting.Points, pasting.Worth, pasting.Alone));
        return new PrimTrajectory(table, set, allPoints, allWorth, boxes.ToImmutable(), peeling.Boxes.Count - 1);

        AssessedBox Assessed(RankBox box, int points, long worth, Func<int, (int Points, long Worth)> alone)
        {
            var restricted = box.Restricted();
            var (without, worthWithout) = (new int[restricted.Length], new long[restricted.Length]);
            for (var k = 0; k < restricted.Length; k++) (without[k], worthWithout[k]) = alone(restricted[k]);
            return BoxCount.Assessed(box.Bounds(restricted), points, worth, without, worthWithout, allPoints, allWorth);
        }
    }
}
