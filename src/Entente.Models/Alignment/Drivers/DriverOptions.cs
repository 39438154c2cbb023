using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.World;

namespace Entente.Models.Alignment.Drivers;

/// <summary>A covariate of the drivers and the block it belongs to.</summary>
/// <param name="Name">Name of the panel variable.</param>
/// <param name="Block">Politics, economics or security.</param>
public sealed record DriverCovariate(string Name, PanelBlock Block);

/// <summary>What is to be explained, by what, and when.</summary>
public sealed record DriverOptions
{
    /// <summary>The outcome: a variable of the block alignment; default the agreement of votes.</summary>
    public string Outcome { get; init; } = "vote_agreement";

    /// <summary>The covariates; null for <see cref="Default"/>.</summary>
    public ImmutableArray<string>? Variables { get; init; }

    /// <summary>First year of the outcome; default 1964, the first with trade a year before.</summary>
    public int From { get; init; } = 1964;

    /// <summary>Last year of the outcome; null for the last in which every covariate is held a year before.</summary>
    public int? To { get; init; }

    /// <summary>Years between the two levels of a change.</summary>
    public int Span { get; init; } = 5;

    /// <summary>Fewest common votes of a dyad-year that counts.</summary>
    public int FewestVotes { get; init; } = 10;

    /// <summary>Resamples of states for the intervals of shares.</summary>
    public int Replicates { get; init; } = 400;

    /// <summary>Seed of the resamples.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The covariates of the default specification. Leaders and ideal points are not among them: leaders are held for few states after 2015, and ideal points are made of the votes that are explained.</summary>
    public static ImmutableArray<string> Default { get; } =
    [
        "regime_distance", "shared_foes",
        "trade_dependence_lower", "trade_dependence_higher", "income_distance",
        "alliance", "defence_pact", "recent_disputes", "armed_conflict", "capability_ratio",
    ];

    /// <summary>The covariates with their blocks.</summary>
    /// <exception cref="InvalidInputException">A covariate is unknown or is itself a measure of alignment; or the outcome is none.</exception>
    internal ImmutableArray<DriverCovariate> Covariates()
    {
        var known = DyadYearPanel.Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        if (!known.TryGetValue(Outcome, out var outcome)) throw new InvalidInputException(VariableNames.Unknown(Outcome, [.. known.Keys], "dyad-year"));
        if (outcome.Block != PanelBlock.Alignment || Outcome == "common_votes") throw new InvalidInputException($"'{Outcome}' is no measure of alignment; choose one of {string.Join(", ", known.Values.Where(one => one.Block == PanelBlock.Alignment && one.Name != "common_votes").Select(one => one.Name))}.");
        return
        [
            .. (Variables ?? Default).Select(name =>
            {
                if (!known.TryGetValue(name, out var variable)) throw new InvalidInputException(VariableNames.Unknown(name, [.. known.Keys], "dyad-year"));
                if (variable.Block == PanelBlock.Alignment) throw new InvalidInputException($"'{name}' is itself a measure of alignment and cannot explain it; choose covariates of politics, economics or security.");
                return new DriverCovariate(name, variable.Block);
            }),
        ];
    }
}
