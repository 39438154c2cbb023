using System.Collections.Immutable;
using System.Globalization;
using Entente.World;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Changes in words.</summary>
internal static class ChangeWords
{
    /// <summary>A change in words.</summary>
    public static string Of(WorldEdition world, TradeChange change) => Whole(world, change) + (change.Sectors.IsDefaultOrEmpty ? "" : $", in {Listed(change.Sectors)} alone");

    private static string Whole(WorldEdition world, TradeChange change) => change switch
    {
        SanctionsChange { Lift: false, Effect: null } sanctions => $"sanctions on {world.States[sanctions.Against].Name} by {Parties(world, sanctions.By)}, {Percent(sanctions.Share)} as severe as those of 2022 on Russia{Side(sanctions)}",
        SanctionsChange sanctions => $"{Percent(sanctions.Share)} of the sanctions on {world.States[sanctions.Against].Name} {(sanctions.Lift ? "lifted" : "imposed")} by {Parties(world, sanctions.By)}{Side(sanctions)}"
            + (sanctions.Effect is { } effect ? $"; log effect on trade {effect.Distribution.Describe()}" : ""),
        EmbargoChange { OneWay: true } embargo => $"no exports from {Parties(world, embargo.Between)} to {Parties(world, embargo.And)}",
        EmbargoChange embargo => $"no trade between {Parties(world, embargo.Between)} and {Parties(world, embargo.And)}",
        TradeBarrierChange barrier when double.IsFinite(barrier.TariffPoints) => $"a tariff changed by {(barrier.TariffPoints * 100).ToString("0.##", CultureInfo.InvariantCulture)} points on exports from {Parties(world, barrier.From)} to {Parties(world, barrier.To)}",
        TradeBarrierChange barrier => $"trade from {Parties(world, barrier.From)} to {Parties(world, barrier.To)} changed by {Percent(barrier.TradeChangeShare)} at given incomes and prices",
        AgreementChange { And.IsEmpty: true } agreement => $"a trade agreement among {Parties(world, agreement.Between)}",
        AgreementChange agreement => $"a trade agreement of {Parties(world, agreement.Between)} with {Parties(world, agreement.And)}",
        _ => throw new InvalidOperationException($"The change {change.GetType().Name} has no words."),
    };

    private static string Side(SanctionsChange sanctions) => sanctions.Side switch { FlowSide.Exports => ", on its exports alone", FlowSide.Imports => ", on its imports alone", _ => "" };

    /// <summary>Parties by their names; a file may name them by codes.</summary>
    private static string Parties(WorldEdition world, ImmutableArray<string> parties) => Listed([.. parties.Select(party => world.Blocs.Find(party)?.Name ?? world.States.Find(party)?.Name ?? party)]);

    private static string Listed(ImmutableArray<string> parties) => parties.Length == 1 ? parties[0] : $"{string.Join(", ", parties.Take(parties.Length - 1))} and {parties[^1]}";

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
