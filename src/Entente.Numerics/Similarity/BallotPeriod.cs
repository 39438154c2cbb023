namespace Entente.Numerics.Similarity;

/// <summary>The votes of one period (a year or a session) as a matrix, voter by roll call.</summary>
/// <param name="Ballots">Voters × RollCalls, row by row: 0 absent, 1 yes, 2 abstain, 3 no. All who voted must be in it: whether a roll call is unanimous is a property of all.</param>
/// <param name="Voters">The number of voters.</param>
/// <param name="RollCalls">The number of roll calls.</param>
public readonly record struct BallotPeriod(ReadOnlyMemory<byte> Ballots, int Voters, int RollCalls)
{
    /// <summary>The number of unordered pairs of voters.</summary>
    public int Pairs => checked(Voters * (Voters - 1) / 2);
}

/// <summary>Which roll calls of a period a measure rests on.</summary>
public enum RollCallScope
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Only those on which not all who voted cast the same vote.</summary>
    Contested,
}
