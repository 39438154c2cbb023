using System.Collections.Immutable;
using Entente.Numerics.Similarity;
using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>The 3 × 3 table of two parties for every roll call of a period: one cell of one for two states, counts of pairs of members for blocs.</summary>
internal sealed class PairTables
{
    private readonly double[] _cells; // nine per roll call

    private PairTables(double[] cells, int commonVotes, int pairs) => (_cells, CommonVotes, Pairs) = (cells, commonVotes, pairs);

    /// <summary>Roll calls on which at least one pair voted.</summary>
    public int CommonVotes { get; }

    /// <summary>Pairs of members with at least one common vote.</summary>
    public int Pairs { get; }

    public static PairTables Count(RollCallVotes votes, ImmutableArray<int> a, ImmutableArray<int> b, ReadOnlySpan<int> rollCalls)
    {
        var cells = new double[rollCalls.Length * VoteMeasures.Cells];
        var pairs = 0;
        foreach (var left in a)
        {
            var leftVotes = votes.Of(left);
            if (leftVotes.IsEmpty) continue;
            foreach (var right in b)
            {
                var rightVotes = votes.Of(right);
                if (left != right && !rightVotes.IsEmpty && Add(leftVotes, rightVotes, rollCalls, cells)) pairs++;
            }
        }

        var common = 0;
        for (var k = 0; k < rollCalls.Length; k++)
        {
            if (cells.AsSpan(k * VoteMeasures.Cells, VoteMeasures.Cells).ContainsAnyExcept(0.0)) common++;
        }

        return new PairTables(cells, common, pairs);
    }

    /// <summary>The table of all roll calls.</summary>
    public double[] Sum()
    {
        var sum = new double[VoteMeasures.Cells];
        for (var k = 0; k < _cells.Length; k++) sum[k % VoteMeasures.Cells] += _cells[k];
        return sum;
    }

    /// <summary>The tables of clusters, one after the other.</summary>
    /// <param name="clusters">The cluster of each roll call.</param>
    /// <param name="count">The number of clusters.</param>
    /// <param name="voted">Takes the number of clusters with at least one common vote.</param>
    public double[] ByCluster(ReadOnlySpan<int> clusters, int count, out int voted)
    {
        var tables = new double[count * VoteMeasures.Cells];
        for (var k = 0; k < clusters.Length; k++)
        {
            for (var cell = 0; cell < VoteMeasures.Cells; cell++) tables[(clusters[k] * VoteMeasures.Cells) + cell] += _cells[(k * VoteMeasures.Cells) + cell];
        }

        voted = 0;
        for (var c = 0; c < count; c++)
        {
            if (tables.AsSpan(c * VoteMeasures.Cells, VoteMeasures.Cells).ContainsAnyExcept(0.0)) voted++;
        }

        return tables;
    }

    private static bool Add(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, ReadOnlySpan<int> rollCalls, double[] cells)
    {
        var any = false;
        for (var k = 0; k < rollCalls.Length; k++)
        {
            var (x, y) = (left[rollCalls[k]], right[rollCalls[k]]);
            if (x == RollCallVotes.Absent || y == RollCallVotes.Absent) continue;
            cells[(k * VoteMeasures.Cells) + ((x - 1) * 3) + y - 1]++;
            any = true;
        }

        return any;
    }
}
