using System.Collections.Immutable;

namespace Entente.Numerics.Discovery;

/// <summary>The boxes of one search, from the whole to the last: what coverage costs in density. Which one to take is a choice, and the methods make it by a rule.</summary>
public sealed class PrimTrajectory
{
    private readonly DiscoveryTable _table;
    private readonly PointSet _set;
    private readonly int _allPoints;
    private readonly long _allWorth;

    internal PrimTrajectory(DiscoveryTable table, PointSet set, int allPoints, long allWorth, ImmutableArray<AssessedBox> boxes, int peels) =>
        (_table, _set, _allPoints, _allWorth, Boxes, Peels) = (table, set, allPoints, allWorth, boxes, peels);

    /// <summary>Every box on the way: the whole, one for each peel, one for each paste.</summary>
    public ImmutableArray<AssessedBox> Boxes { get; }

    /// <summary>Number of peels; the pastes follow.</summary>
    public int Peels { get; }

    /// <summary>The densest box of those that keep a coverage, and of equally dense ones the first that has most coverage.</summary>
    /// <param name="coverage">Least coverage, 0 to 1.</param>
    /// <returns>The box; the whole where nothing keeps the coverage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not from 0 to 1.</exception>
    public AssessedBox HighestDensity(double coverage)
    {
        if (!(coverage is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage lies between 0 and 1.");
        var best = Boxes[0];
        foreach (var box in Boxes)
        {
            if (box.Coverage >= coverage && (box.Density > best.Density || (box.Density == best.Density && box.Coverage > best.Coverage))) best = box;
        }

        return best;
    }

    /// <summary>The box with the greatest weighted harmonic mean of coverage and density (van Rijsbergen 1979), (1+w²)·c·d / (c + w²·d) for coverage c and density d.</summary>
    /// <param name="weight">How many times as much coverage counts as density, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not a finite number above 0.</exception>
    public AssessedBox TradeOff(double weight = 1)
    {
        if (!(weight > 0 && double.IsFinite(weight))) throw new ArgumentOutOfRangeException(nameof(weight), weight, "The weight of coverage is a finite number above 0.");
        var square = weight * weight;
        return Greatest(box => (1 + square) * box.Coverage * box.Density / (box.Coverage + square * box.Density));
    }

    /// <summary>The box farthest outside the straight line from the whole to the densest box, in the plane of coverage and density: after it, density is dearer.</summary>
    public AssessedBox Knee()
    {
        var (whole, densest) = (Boxes[0], HighestDensity(0));
        var (lost, gained) = (whole.Coverage - densest.Coverage, densest.Density - whole.Density);
        return gained <= 0 ? whole : Greatest(box => ((box.Density - whole.Density) * lost) - ((whole.Coverage - box.Coverage) * gained));
    }

    /// <summary>What another box holds, on the points this search had.</summary>
    /// <param name="box">The box; its inputs are those of the table.</param>
    /// <exception cref="ArgumentException">The box restricts an input that the table does not have, or one twice.</exception>
    public AssessedBox Assess(InputBox box) => BoxCount.Assess(_table, box, _set, _allPoints, _allWorth);

    /// <summary>Drops restrictions that may be chance: the one with the largest quasi-p value, then, the others valued anew, the next, until none is above the level.</summary>
    /// <param name="box">The box to start from.</param>
    /// <param name="level">Greatest quasi-p value that stays, 0 to 1.</param>
    /// <exception cref="ArgumentException">The box restricts an input that the table does not have, or one twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not from 0 to 1.</exception>
    public AssessedBox DropWeak(InputBox box, double level = .05)
    {
        if (!(level is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A quasi-p value lies between 0 and 1.");
        while (true)
        {
            var assessed = Assess(box);
            var weakest = -1;
            for (var k = 0; k < assessed.QuasiP.Length; k++)
            {
                if (assessed.QuasiP[k] > level && (weakest < 0 || assessed.QuasiP[k] > assessed.QuasiP[weakest])) weakest = k;
            }

            if (weakest < 0) return assessed;
            box = new InputBox(box.Restrictions.RemoveAt(weakest));
        }
    }

    /// <summary>The points outside a box.</summary>
    internal PointSet Outside(InputBox bounds)
    {
        var box = RankBox.Of(_table.Columns, bounds);
        var (left, inputs) = (_set.Copy(), box.Restricted());
        foreach (var point in _set.Points())
        {
            var inside = true;
            foreach (var input in inputs) inside &= box.Admits(input, _table.Columns[input].Rank[point]);
            if (inside) left.Remove(point, _table.Worth[point]);
        }

        return left;
    }

    private AssessedBox Greatest(Func<AssessedBox, double> worth)
    {
        var (best, most) = (Boxes[0], double.NegativeInfinity);
        foreach (var box in Boxes)
        {
            var value = worth(box);
            if (value > most) (best, most) = (box, value);
        }

        return best;
    }
}
