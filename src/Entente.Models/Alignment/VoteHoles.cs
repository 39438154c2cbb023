using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Votes;

namespace Entente.Models.Alignment;

/// <summary>A span of days whose recorded votes are known to be missing from the source.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Missing">Recorded votes known to be missing.</param>
internal sealed record VoteHole(DateOnly From, DateOnly To, int Missing);

/// <summary>
/// Declares what is missing from the votes held. A hole is declared only while the store has no vote in its span: once a newer edition is imported it closes by itself.
/// </summary>
internal static class VoteHoles
{
    // Counted against the published session totals; see the catalog entry of the votes.
    private static readonly ImmutableArray<VoteHole> Known =
    [
        new(new DateOnly(2021, 5, 1), new DateOnly(2021, 6, 30), 7),
        new(new DateOnly(2022, 3, 3), new DateOnly(2022, 3, 31), 1),
        new(new DateOnly(2022, 4, 1), new DateOnly(2022, 9, 30), 4),
        new(new DateOnly(2024, 6, 5), new DateOnly(2024, 12, 31), 89),
    ];

    // Texts of the eleventh emergency session that fall on days with other votes.
    private static readonly ImmutableArray<(int Year, string Symbol)> KnownTexts =
        [(2022, "A/RES/ES-11/4"), (2022, "A/RES/ES-11/5"), (2023, "A/RES/ES-11/6")];

    /// <summary>The clause that tells what a year lacks, or <see langword="null"/>.</summary>
    public static string? Describe(int year, ImmutableArray<RollCall> rollCalls)
    {
        var clauses = new List<string>();
        foreach (var hole in Known)
        {
            if (hole.From.Year != year || rollCalls.Any(call => call.Date >= hole.From && call.Date <= hole.To)) continue;
            clauses.Add(string.Create(CultureInfo.InvariantCulture, $"{hole.Missing} {(hole.Missing == 1 ? "vote" : "votes")} of {hole.From:d MMM} to {hole.To:d MMM} missing"));
        }

        var texts = KnownTexts.Where(text => text.Year == year && rollCalls.All(call => call.Symbol != text.Symbol)).Select(text => text.Symbol).ToList();
        if (texts.Count > 0) clauses.Add($"{string.Join(", ", texts)} missing");
        return clauses.Count == 0 ? null : string.Join("; ", clauses);
    }
}
