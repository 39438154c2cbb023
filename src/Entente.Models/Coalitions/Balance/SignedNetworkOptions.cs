namespace Entente.Models.Coalitions.Balance;

/// <summary>What may say that two states are friends or foes.</summary>
[Flags]
public enum BalanceSources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Treaties of alliance: friends.</summary>
    Alliances = 1,

    /// <summary>Militarised disputes: foes.</summary>
    Disputes = 2,

    /// <summary>Strategic rivalries: foes.</summary>
    Rivalries = 4,

    /// <summary>Armed conflicts and wars between the two governments: foes.</summary>
    Conflicts = 8,

    /// <summary>Votes in the General Assembly: friends where they agree much, foes where they agree little.</summary>
    Votes = 16,
}

/// <summary>What becomes of a pair that one source calls friends and another foes.</summary>
public enum ContradictionRule
{
    /// <summary>Foes: a quarrel with arms outweighs a treaty.</summary>
    Foes,

    /// <summary>Friends: a treaty outweighs a quarrel.</summary>
    Friends,

    /// <summary>The pair has no edge.</summary>
    Drop,
}

/// <summary>How the thresholds of agreement are measured.</summary>
public enum AgreementCut
{
    /// <summary>The pairs of the year with the most and the least agreement, a fixed share of them at either end.</summary>
    Quantiles,

    /// <summary>A mixture of two normal distributions with one variance: pairs that belong to either with a probability of 90 % or more.</summary>
    Mixture,
}

/// <summary>How a signed network of states is made.</summary>
public sealed record SignedNetworkOptions
{
    /// <summary>What counts. Default: alliances, disputes, rivalries and conflicts.</summary>
    public BalanceSources Sources { get; init; } = BalanceSources.Alliances | BalanceSources.Disputes | BalanceSources.Rivalries | BalanceSources.Conflicts;

    /// <summary>Years that a dispute or conflict counts for: the year itself and those before. Default 5.</summary>
    public int Window { get; init; } = 5;

    /// <summary>Whether any treaty in ATOP makes friends, promises of neutrality, consultation or non-aggression too; otherwise only promises to defend. Default false.</summary>
    public bool AnyTreaty { get; init; }

    /// <summary>What becomes of contradictions. Default: foes.</summary>
    public ContradictionRule Contradictions { get; init; } = ContradictionRule.Foes;

    /// <summary>How the thresholds of agreement are measured. Default: quantiles.</summary>
    public AgreementCut Cut { get; init; } = AgreementCut.Quantiles;

    /// <summary>Share of the pairs at either end with <see cref="AgreementCut.Quantiles"/>. Default .1.</summary>
    public double Tail { get; init; } = .1;

    /// <summary>Common votes below which agreement says nothing. Default 10.</summary>
    public int LeastVotes { get; init; } = 10;
}
