using System.Collections.Immutable;
using System.Globalization;
using Entente.World.States;

namespace Entente.Models.Security.Ties;

/// <summary>What the data on security ties cannot show.</summary>
internal static class TieLimits
{
    /// <summary>The sentences for a pair and a last year.</summary>
    public static ImmutableArray<string> Sentences(State a, State b, ImmutableArray<Holding> holdings, int until)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        sentences.Add("No source held observes transfers of technology, designs, components and dual-use goods, shared intelligence, cyber and space cooperation, or joint planning; no public event does not mean none.");
        sentences.Add("Arms are major weapons by military worth, without ammunition, small drones, components and repairs; an order is spread evenly over its years of delivery.");
        if (a.Id != 2 && b.Id != 2) sentences.Add("Forces abroad are held for the United States alone; forces of these two in each other's territory are not observed.");
        var stale = holdings.Where(holding => holding.LastYear < until - 2).Select(holding => string.Create(CultureInfo.InvariantCulture, $"{holding.What} ({holding.LastYear})")).ToList();
        if (stale.Count > 0) sentences.Add($"Held only to an earlier year, so that later events are missing and not absent: {string.Join(", ", stale)}.");
        return sentences.ToImmutable();
    }
}
