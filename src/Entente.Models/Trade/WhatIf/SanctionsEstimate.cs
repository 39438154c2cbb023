using System.Collections.Immutable;
using Entente.World;
using Entente.World.Trade;

namespace Entente.Models.Trade.WhatIf;

/// <summary>The log effect of sanctions on the trade of one sanctioning state with the sanctioned one: mean and standard error on either flow of the sanctioned state.</summary>
/// <param name="Member">Id of the sanctioning state.</param>
/// <param name="Exports">Log effect on exports of the sanctioned state to it.</param>
/// <param name="ExportsError">Standard error of that, 0 where none is known.</param>
/// <param name="Imports">Log effect on imports of the sanctioned state from it.</param>
/// <param name="ImportsError">Standard error of that.</param>
/// <param name="Group">Members with one number share one coefficient, so that their errors move together.</param>
public readonly record struct MemberEffect(int Member, double Exports, double ExportsError, double Imports, double ImportsError, int Group = 0);

/// <summary>
/// What sanctions did to trade, whoever estimated it. The model reads nothing else of the estimate, so that one by gravity can stand where the tetrads stand now.
/// </summary>
/// <param name="Against">Id of the sanctioned state.</param>
/// <param name="Before">Year before, 0 where the estimate is not one of years.</param>
/// <param name="After">Year after.</param>
/// <param name="Members">Effects of the sanctioning states.</param>
/// <param name="Pooled">The effect for a pair that was not measured, and for sanctions on another state.</param>
/// <param name="Method">How it was estimated, one clause.</param>
/// <param name="Sources">Keys of the catalog.</param>
public sealed record SanctionsEstimate(int Against, int Before, int After, ImmutableArray<MemberEffect> Members, MemberEffect Pooled, string Method, ImmutableArray<string> Sources)
{
    /// <summary>The measured fall beyond what trade with all others did (<see cref="SanctionsEffect"/>); it has no standard error, the assumption sanctions_effect_factor stands for its uncertainty.</summary>
    /// <param name="before">Trade before.</param>
    /// <param name="after">Trade after.</param>
    /// <param name="against">Id of the sanctioned state.</param>
    /// <param name="coalition">Ids of the sanctioning states.</param>
    public static SanctionsEstimate Measured(TradeMatrix before, TradeMatrix after, int against, ImmutableArray<int> coalition)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var effect = SanctionsEffect.Measure(before, after, against, coalition);
        return new SanctionsEstimate(
            against, before.Year, after.Year, [.. coalition.Select(member => new MemberEffect(member, effect[against, member], 0, effect[member, against], 0))],
            new MemberEffect(0, effect.PooledExports, 0, effect.PooledImports, 0),
            FormattableString.Invariant($"measured fall of goods trade {before.Year} to {after.Year} beyond that with all others (tetrad)"), [.. before.Sources.Union(after.Sources)]);
    }

    /// <summary>The effect of a member, <see langword="null"/> where the estimate has none of its own.</summary>
    public MemberEffect? Of(int member)
    {
        foreach (var effect in Members)
        {
            if (effect.Member == member) return effect;
        }

        return null;
    }
}

/// <summary>Chooses the estimate for a question.</summary>
internal static class SanctionsEstimates
{
    /// <summary>
    /// The fall that stands in the baseline, to be lifted: since 2019 for baselines after the invasion of 2022 (2020 is the pandemic), since 2013 for those after
    /// the annexation of Crimea; <see langword="null"/> where no year before is held.
    /// </summary>
    public static SanctionsEstimate? Standing(WorldEdition world, int year, int against, ImmutableArray<int> coalition, bool byGravity)
    {
        var before = year >= 2022 ? 2019 : year >= 2014 ? 2013 : 0;
        return Between(world, before, year, against, coalition, byGravity);
    }

    /// <summary>The sanctions of 2022 on Russia, the yardstick for sanctions that are imposed.</summary>
    public static SanctionsEstimate? Yardstick(WorldEdition world, bool byGravity)
    {
        if (world.States.Find("RUS") is not { } russia || world.Blocs.Find("Sanctions2022") is not { } bloc) return null;
        return Between(world, 2019, 2023, russia.Id, [.. bloc.MembersIn(2023)], byGravity);
    }

    private static SanctionsEstimate? Between(WorldEdition world, int before, int after, int against, ImmutableArray<int> coalition, bool byGravity)
    {
        if (!world.TradeYears.Contains(before) || !world.TradeYears.Contains(after)) return null;
        var (then, now) = (world.Trade(before), world.Trade(after));
        if (!then.Has(against) || !now.Has(against)) return null;
        return byGravity ? GravityEstimate.Make(world, before, after, against, coalition) : SanctionsEstimate.Measured(then, now, against, coalition);
    }
}
