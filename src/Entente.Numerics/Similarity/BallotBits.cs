using System.Runtime.Intrinsics;

namespace Entente.Numerics.Similarity;

/// <summary>The votes of a period as bit-sets: for each voter three of the contested roll calls (yes, abstain, no) and up to three of the unanimous ones.</summary>
/// <remarks>
/// On a unanimous roll call every common vote lies on the diagonal, in one cell that is the same for all dyads. So the two kinds are kept apart: the table of the contested roll calls needs nine
/// intersections per word, and that of all roll calls one more per word in which there is a unanimous one.
/// </remarks>
internal sealed class BallotBits
{
    private const int Categories = 3;
    private const int WordBits = 64;

    private BallotBits(int voters, int words, ulong[] contested, int[] unanimousWords, ulong[] unanimous)
    {
        Voters = voters;
        Words = words;
        Contested = contested;
        UnanimousWords = unanimousWords;
        Unanimous = unanimous;
    }

    public int Voters { get; }

    /// <summary>Words of one bit-set.</summary>
    public int Words { get; }

    /// <summary>Voters × (yes words, abstain words, no words).</summary>
    public ulong[] Contested { get; }

    /// <summary>How many words hold the unanimous yes, abstain and no votes: only words with at least one.</summary>
    public int[] UnanimousWords { get; }

    /// <summary>Voters × (unanimous yes words, abstain words, no words).</summary>
    public ulong[] Unanimous { get; }

    public static BallotBits Of(BallotPeriod period)
    {
        var (voters, calls) = (period.Voters, period.RollCalls);
        var words = (calls + WordBits - 1) / WordBits;
        var width = Categories * words;
        var bits = new ulong[voters * width];
        var any = new ulong[width];
        var ballots = period.Ballots.Span;
        for (var voter = 0; voter < voters; voter++)
        {
            var row = ballots.Slice(voter * calls, calls);
            for (var word = 0; word < words; word++)
            {
                var sixtyFour = Load(row[(word * WordBits)..]);
                for (var category = 0; category < Categories; category++)
                {
                    var set = Vector512.Equals(sixtyFour, Vector512.Create((byte)(category + 1))).ExtractMostSignificantBits();
                    bits[(voter * width) + (category * words) + word] = set;
                    any[(category * words) + word] |= set;
                }
            }
        }

        return Split(voters, words, bits, any);
    }

    /// <summary>64 ballots, absent beyond the end of the row.</summary>
    private static Vector512<byte> Load(ReadOnlySpan<byte> ballots)
    {
        if (ballots.Length >= WordBits) return Vector512.Create(ballots);
        Span<byte> tail = stackalloc byte[WordBits];
        tail.Clear();
        ballots.CopyTo(tail);
        return Vector512.Create<byte>(tail);
    }

    private static BallotBits Split(int voters, int words, ulong[] bits, ulong[] any)
    {
        var width = Categories * words;
        var places = new List<int>();
        var perCategory = new int[Categories];
        var masks = new ulong[width]; // unanimous roll calls, by the category that all cast
        for (var category = 0; category < Categories; category++)
        {
            for (var word = 0; word < words; word++)
            {
                var others = any[((category + 1) % Categories * words) + word] | any[((category + 2) % Categories * words) + word];
                var place = (category * words) + word;
                masks[place] = any[place] & ~others;
                if (masks[place] == 0) continue;
                places.Add(place);
                perCategory[category]++;
            }
        }

        var unanimous = new ulong[voters * places.Count];
        for (var voter = 0; voter < voters; voter++)
        {
            var row = bits.AsSpan(voter * width, width);
            for (var k = 0; k < places.Count; k++) unanimous[(voter * places.Count) + k] = row[places[k]] & masks[places[k]];
            foreach (var place in places) row[place] &= ~masks[place];
        }

        return new BallotBits(voters, words, bits, perCategory, unanimous);
    }
}
