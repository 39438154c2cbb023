namespace Entente.Models.Trade.Conduits;

/// <summary>How conduits are looked for.</summary>
public sealed record ConduitOptions
{
    /// <summary>The coalition of 2022, which is taken for Russia and Belarus where no other is named.</summary>
    public const string CoalitionOf2022 = "Sanctions2022";

    /// <summary>Key or name of the sanctioning bloc; <see langword="null"/> (default) for the one that is known to sanction the target, if any.</summary>
    public string? Coalition { get; init; }

    /// <summary>First year of the sanctions (default 2022): years before are the base, years since are looked at.</summary>
    public int Since { get; init; } = 2022;

    /// <summary>The year that is looked at; <see langword="null"/> (default) for the newest with trade.</summary>
    public int? Year { get; init; }

    /// <summary>Expected share of false finds among the conduits (default .1).</summary>
    public double FalseDiscoveryRate { get; init; } = .1;

    /// <summary>Exports to the target, in the year looked at or as last known, below which a state is no matter (default 10 million US$).</summary>
    public double LeastMillionUsd { get; init; } = 10;
}
