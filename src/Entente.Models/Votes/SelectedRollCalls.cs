using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Votes;

/// <summary>The roll calls of one period that are kept.</summary>
/// <param name="Label">"1985", or the session "40" or "ES-11".</param>
/// <param name="Year">The calendar year; for a session that of its first roll call.</param>
/// <param name="Held">Roll calls held in the store for the period.</param>
/// <param name="RollCalls">Positions of those kept, ascending; may be empty.</param>
public sealed record VotePeriod(string Label, int Year, int Held, ImmutableArray<int> RollCalls);

/// <summary>Why roll calls were left out, and how many.</summary>
/// <param name="Reason">A short reason: "unanimous", "issue not coded" …</param>
/// <param name="Count">How many; each roll call is counted under one reason.</param>
public sealed record RollCallExclusion(string Reason, int Count);

/// <summary>What a <see cref="RollCallSelection"/> keeps and leaves out.</summary>
/// <param name="Periods">Periods with at least one roll call held, in order of their first; those of which nothing is kept are among them.</param>
/// <param name="Exclusions">What was left out of the span.</param>
/// <param name="KeptUncoded">Roll calls kept although it is not coded whether they are amendments or paragraphs.</param>
public sealed record SelectedRollCalls(ImmutableArray<VotePeriod> Periods, ImmutableArray<RollCallExclusion> Exclusions, int KeptUncoded)
{
    /// <summary>How many roll calls are kept.</summary>
    public int Kept => Periods.Sum(period => period.RollCalls.Length);

    /// <summary>How many are left out.</summary>
    public int Excluded => Exclusions.Sum(exclusion => exclusion.Count);

    /// <summary>"left out: 812 other issue, 33 unanimous; kept although not coded for amendments: 1,004"; <see langword="null"/> where there is nothing to say.</summary>
    public string? Describe()
    {
        var parts = new List<string>();
        if (!Exclusions.IsEmpty) parts.Add($"left out: {string.Join(", ", Exclusions.Select(exclusion => string.Create(CultureInfo.InvariantCulture, $"{exclusion.Count:N0} {exclusion.Reason}")))}");
        if (KeptUncoded > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"kept although not coded for amendments and paragraphs: {KeptUncoded:N0}"));
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }
}
