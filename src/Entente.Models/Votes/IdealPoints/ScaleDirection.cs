using System.Collections.Immutable;
using Entente.Numerics.IdealPoints;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>
/// Which way round the scale is. The published edition starts the United States, Canada, the United Kingdom and Israel high and the Soviet Union and East Germany low; where a set of states has
/// none of them, the next in a list of states that have stood at either end stands in.
/// </summary>
internal static class ScaleDirection
{
    private static readonly int[] PublishedHigh = [2, 20, 200, 666], PublishedLow = [365, 265];
    private static readonly int[] AlsoHigh = [220, 260, 255, 210, 390, 740, 900, 732, 290], AlsoLow = [710, 40, 315, 652, 731, 816, 630, 651, 750];

    /// <summary>Starting positions and anchors, and the sentence that tells which.</summary>
    public static (IdealPointStart Start, int High, int Low) Find(OrdinalVotes votes, ImmutableArray<int> states)
    {
        var start = new double[states.Length];
        foreach (var id in PublishedHigh) Set(states, start, id, 3);
        foreach (var id in PublishedLow) Set(states, start, id, -2);
        var high = First(states, PublishedHigh, AlsoHigh);
        var low = First(states, PublishedLow, AlsoLow);
        if (high >= 0 && start[high] == 0) start[high] = 3;
        if (low >= 0 && start[low] == 0) start[low] = -2;
        // Whoever is left: the scale needs two ends, and which of them is "high" is then a convention.
        if (high < 0) high = Other(votes, states.Length, low, start, 3);
        if (low < 0) low = Other(votes, states.Length, high, start, -2);
        return (new IdealPointStart(start, high, low), high, low);
    }

    private static void Set(ImmutableArray<int> states, double[] start, int id, double value)
    {
        var unit = states.IndexOf(id);
        if (unit >= 0) start[unit] = value;
    }

    private static int First(ImmutableArray<int> states, params ReadOnlySpan<int[]> lists)
    {
        foreach (var list in lists)
        {
            foreach (var id in list)
            {
                if (states.Contains(id)) return states.IndexOf(id);
            }
        }

        return -1;
    }

    private static int Other(OrdinalVotes votes, int units, int taken, double[] start, double value)
    {
        var counts = new int[units];
        for (var i = 0; i < votes.Positions; i++) counts[votes.Position(i).Unit] += votes.ResponsesOf(i);
        var best = -1;
        for (var unit = 0; unit < units; unit++)
        {
            if (unit != taken && (best < 0 || counts[unit] > counts[best])) best = unit;
        }

        if (best >= 0) start[best] = value;
        return best;
    }
}
