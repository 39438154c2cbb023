using System.Collections.Immutable;
using Entente.Models.Trade.Gravity;
using Entente.World;

namespace Entente.Models.Trade.WhatIf;

/// <summary>The effect of sanctions by gravity (<see cref="SanctionsGravity"/>): one coefficient for the members of the European Union of 28, one for the other members, each with its standard error.</summary>
internal static class GravityEstimate
{
    // Enough years before the reference for the pair effects, and a path that can be looked at.
    private const int YearsBefore = 4;

    /// <summary>Estimates the shift between two years; members of a group share its coefficient and its error.</summary>
    public static SanctionsEstimate Make(WorldEdition world, int before, int after, int against, ImmutableArray<int> coalition)
    {
        var union = world.Blocs.Find("EU28")?.MembersIn(after) ?? [];
        ImmutableArray<PartnerGroup> groups =
        [
            .. new[]
            {
                new PartnerGroup("EU28", "EU and United Kingdom", [.. coalition.Where(union.Contains)]),
                new PartnerGroup("others", "other members", [.. coalition.Where(member => !union.Contains(member))]),
            }.Where(group => !group.Members.IsEmpty),
        ];
        var study = SanctionsGravity.Estimate(world, against, groups, Math.Max(world.TradeYears[0], before - YearsBefore), before);
        var members = ImmutableArray.CreateBuilder<MemberEffect>();
        for (var g = 0; g < groups.Length; g++)
        {
            var (exports, imports) = (At(study, groups[g], true, after), At(study, groups[g], false, after));
            foreach (var member in groups[g].Members) members.Add(new MemberEffect(member, exports.Log, exports.Error, imports.Log, imports.Error, g));
        }

        var pooled = members.OrderBy(effect => effect.Group).First();
        return new SanctionsEstimate(
            against, before, after, members.ToImmutable(), pooled with { Member = 0 },
            FormattableString.Invariant($"three-way PPML of goods trade {study.Estimate.Sample.Observations:N0} pair-years, shift {before} to {after} by group of partners"), study.Provenance.Sources);
    }

    // Dependence between pairs of one state may make either error the larger; the larger is taken.
    private static (double Log, double Error) At(SanctionsStudy study, PartnerGroup group, bool exports, int year)
    {
        var effect = study.Path(group.Key, exports).Years.First(one => one.Year == year);
        if (double.IsNaN(effect.Log)) throw new NoAnswerException($"Gravity finds no effect on {(exports ? "exports to" : "imports from")} {group.Name} in {year}: its pairs are missing from that year; use the measured effect.");
        return (effect.Log, Math.Max(effect.PairError, effect.DyadicError));
    }
}
