using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Similarity;

/// <summary>One thread's workspace: the tables of one voter against all that come after, cell by cell, so that vectors run over dyads.</summary>
internal sealed class PairwiseRow
{
    private const int Block = 16; // dyads measured at a time: two vectors of doubles that make one of floats
    private const int Planes = VoteMeasures.Cells + 3; // the three are the unanimous votes on the diagonal
    private static readonly int[] Diagonal = [0, 4, 8];

    private readonly int _capacity;
    private readonly long[] _counts;

    public PairwiseRow(int voters)
    {
        _capacity = ((voters + Block - 1) / Block * Block) + Block;
        _counts = new long[Planes * _capacity];
    }

    /// <summary>Counts the tables of a voter with every later one.</summary>
    public void Count(BallotBits bits, int voter)
    {
        var words = bits.Words;
        var width = 3 * words;
        ref var mine = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits.Contested), voter * width);
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        for (var other = voter + 1; other < bits.Voters; other++)
        {
            ref var theirs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits.Contested), other * width);
            int n11 = 0, n12 = 0, n13 = 0, n21 = 0, n22 = 0, n23 = 0, n31 = 0, n32 = 0, n33 = 0;
            for (var w = 0; w < words; w++)
            {
                var (y, a, n) = (Unsafe.Add(ref mine, w), Unsafe.Add(ref mine, words + w), Unsafe.Add(ref mine, (2 * words) + w));
                var (yes, abstain, no) = (Unsafe.Add(ref theirs, w), Unsafe.Add(ref theirs, words + w), Unsafe.Add(ref theirs, (2 * words) + w));
                n11 += BitOperations.PopCount(y & yes);
                n12 += BitOperations.PopCount(y & abstain);
                n13 += BitOperations.PopCount(y & no);
                n21 += BitOperations.PopCount(a & yes);
                n22 += BitOperations.PopCount(a & abstain);
                n23 += BitOperations.PopCount(a & no);
                n31 += BitOperations.PopCount(n & yes);
                n32 += BitOperations.PopCount(n & abstain);
                n33 += BitOperations.PopCount(n & no);
            }

            ref var cell = ref Unsafe.Add(ref counts, other - voter - 1);
            cell = n11;
            Unsafe.Add(ref cell, _capacity) = n12;
            Unsafe.Add(ref cell, 2 * _capacity) = n13;
            Unsafe.Add(ref cell, 3 * _capacity) = n21;
            Unsafe.Add(ref cell, 4 * _capacity) = n22;
            Unsafe.Add(ref cell, 5 * _capacity) = n23;
            Unsafe.Add(ref cell, 6 * _capacity) = n31;
            Unsafe.Add(ref cell, 7 * _capacity) = n32;
            Unsafe.Add(ref cell, 8 * _capacity) = n33;
        }

        CountUnanimous(bits, voter);
    }

    /// <summary>Computes both sets of measures of the dyads counted and writes them from a place on.</summary>
    public void Measure(int dyads, PairwiseSimilarities result, int place)
    {
        Span<Vector512<double>> cells = stackalloc Vector512<double>[2 * VoteMeasures.Cells];
        Span<Vector512<double>> low = stackalloc Vector512<double>[VoteMeasures.Count];
        Span<Vector512<double>> high = stackalloc Vector512<double>[VoteMeasures.Count];
        var lowCells = cells[..VoteMeasures.Cells];
        var highCells = cells[VoteMeasures.Cells..];
        for (var first = 0; first < dyads; first += Block)
        {
            var length = Math.Min(Block, dyads - first);
            Load(first, lowCells);
            Load(first + (Block / 2), highCells);
            Totals(first, length, result, place);
            VoteMeasures.Evaluate(lowCells, low);
            VoteMeasures.Evaluate(highCells, high);
            Store(low, high, result, (int)RollCallScope.Contested * VoteMeasures.Count, place + first, length);
            AddUnanimous(first, lowCells);
            AddUnanimous(first + (Block / 2), highCells);
            VoteMeasures.Evaluate(lowCells, low);
            VoteMeasures.Evaluate(highCells, high);
            Store(low, high, result, (int)RollCallScope.All * VoteMeasures.Count, place + first, length);
        }
    }

    private void CountUnanimous(BallotBits bits, int voter)
    {
        var width = bits.UnanimousWords[0] + bits.UnanimousWords[1] + bits.UnanimousWords[2];
        var from = 0;
        for (var category = 0; category < 3; category++)
        {
            var plane = _counts.AsSpan((VoteMeasures.Cells + category) * _capacity, bits.Voters - voter - 1);
            var words = bits.UnanimousWords[category];
            if (words == 0)
            {
                plane.Clear();
                continue;
            }

            var mine = bits.Unanimous.AsSpan((voter * width) + from, words);
            for (var i = 0; i < plane.Length; i++)
            {
                var theirs = bits.Unanimous.AsSpan(((voter + 1 + i) * width) + from, words);
                var count = 0;
                for (var w = 0; w < mine.Length; w++) count += BitOperations.PopCount(mine[w] & theirs[w]);
                plane[i] = count;
            }

            from += words;
        }
    }

    private void Load(int first, Span<Vector512<double>> cells)
    {
        for (var c = 0; c < VoteMeasures.Cells; c++) cells[c] = Vector512.ConvertToDouble(Vector512.Create<long>(_counts.AsSpan((c * _capacity) + first)));
    }

    private void AddUnanimous(int first, Span<Vector512<double>> cells)
    {
        for (var category = 0; category < 3; category++)
        {
            cells[Diagonal[category]] += Vector512.ConvertToDouble(Vector512.Create<long>(_counts.AsSpan(((VoteMeasures.Cells + category) * _capacity) + first)));
        }
    }

    private void Totals(int first, int length, PairwiseSimilarities result, int place)
    {
        var (all, contested) = (result.CommonVotes(RollCallScope.All), result.CommonVotes(RollCallScope.Contested));
        for (var i = 0; i < length; i++)
        {
            long sum = 0, unanimous = 0;
            for (var c = 0; c < VoteMeasures.Cells; c++) sum += _counts[(c * _capacity) + first + i];
            for (var c = VoteMeasures.Cells; c < Planes; c++) unanimous += _counts[(c * _capacity) + first + i];
            contested[place + first + i] = (int)sum;
            all[place + first + i] = (int)(sum + unanimous);
        }
    }

    private static void Store(ReadOnlySpan<Vector512<double>> low, ReadOnlySpan<Vector512<double>> high, PairwiseSimilarities result, int column, int place, int length)
    {
        Span<float> tail = stackalloc float[Block];
        for (var m = 0; m < VoteMeasures.Count; m++)
        {
            var values = Vector512.Narrow(low[m], high[m]);
            var target = result.Part(column + m, place, length);
            if (length == Block)
            {
                values.CopyTo(target);
            }
            else
            {
                values.CopyTo(tail);
                tail[..length].CopyTo(target);
            }
        }
    }
}
