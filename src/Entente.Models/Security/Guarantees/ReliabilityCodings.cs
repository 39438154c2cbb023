using System.Collections.Immutable;

namespace Entente.Models.Security.Guarantees;

/// <summary>A published rate at which alliance commitments were honoured.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Rate">Share honoured, 0 to 1.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="Citation">Author and year.</param>
public sealed record ReliabilityCoding(string Key, double Rate, string Counts, string Citation);

/// <summary>The dispute about how often allies keep their word. Every draw takes one coding at random: which is right is not known, and they differ by a factor of three.</summary>
public static class ReliabilityCodings
{
    /// <summary>Standard deviation of log-odds around a coding, for what each leaves uncertain by itself (judgement).</summary>
    public const double Spread = .25;

    /// <summary>The codings, with equal weights (judgement).</summary>
    public static ImmutableArray<ReliabilityCoding> All { get; } =
    [
        new("leeds-2000", .745, "obligations called upon by a war, 1816–1944, all types of pact; an ally that did what its own text asked for kept it", "Leeds, Long and Mitchell 2000"),
        new("bf-before-1945", .66, "alliances tested by war before 1945", "Berkemeier and Fuhrmann 2018"),
        new("bf-after-1945", .22, "alliances tested by war 1945–2003: few, and most of them loose", "Berkemeier and Fuhrmann 2018"),
        new("bf-defence", .41, "defence pacts alone that were tested by war, 1816–2003", "Berkemeier and Fuhrmann 2018"),
        new("chiba", .667, "a newer coding of the same wars, about two-thirds", "Chiba and others"),
    ];

    /// <summary>Why none of the rates is the chance of being defended.</summary>
    public const string Warning = "All codings count pacts that were tested by war; attackers test those they doubt (Smith 1995), so that pacts never tested may be better than any of these rates.";
}
