using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>Finds roll calls on which all who voted cast the same vote.</summary>
internal static class UnanimousRollCalls
{
    /// <summary>For each roll call whether at least two different votes were cast. One without any vote is not contested.</summary>
    public static bool[] Contested(RollCallVotes votes)
    {
        var seen = new byte[votes.RollCalls.Length]; // one bit for each kind of vote
        foreach (var member in votes.Members)
        {
            var row = votes.Of(member);
            for (var i = 0; i < seen.Length; i++) seen[i] |= (byte)(1 << row[i]);
        }

        var contested = new bool[seen.Length];
        for (var i = 0; i < seen.Length; i++) contested[i] = int.PopCount(seen[i] & ~(1 << RollCallVotes.Absent)) > 1;
        return contested;
    }
}
