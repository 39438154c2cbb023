using System.Collections.Immutable;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Economies taken together in the table of variants.</summary>
/// <param name="Key">target, actors, partner, others or world.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Members">Places in the baseline.</param>
internal sealed record EconomyGroup(string Key, string Name, int[] Members)
{
    /// <summary>The groups of a variant; empty ones are left out.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="target">Place of the target.</param>
    /// <param name="partner">Place of the partner, −1 without one.</param>
    /// <param name="changed">Places of economies whose barriers the variant changes.</param>
    /// <param name="sanctions">Whether those who act are sanctioning states.</param>
    public static ImmutableArray<EconomyGroup> Of(TradeBaseline baseline, int target, int partner, IReadOnlyCollection<int> changed, bool sanctions)
    {
        var actors = changed.Where(place => place != target && place != partner).Distinct().Order().ToArray();
        var others = Enumerable.Range(0, baseline.Count).Where(place => place != target && place != partner && !actors.Contains(place)).ToArray();
        var name = actors.Length == 1 ? baseline.Economies[actors[0]].Name : sanctions ? FormattableString.Invariant($"the {actors.Length} sanctioning states") : FormattableString.Invariant($"the {actors.Length} others that act");
        ImmutableArray<EconomyGroup> all =
        [
            new("target", baseline.Economies[target].Name, [target]),
            new("actors", name, actors),
            new("partner", partner < 0 ? "" : baseline.Economies[partner].Name, partner < 0 ? [] : [partner]),
            new("others", "all others", others),
            new("world", "the world", [.. Enumerable.Range(0, baseline.Count)]),
        ];
        return [.. all.Where(group => group.Members.Length > 0)];
    }
}
