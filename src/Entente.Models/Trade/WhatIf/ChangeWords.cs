using System.Collections.Immutable;
using System.Globalization;
using Entente.World;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Changes in words.</summary>
internal static class ChangeWords
{
    /// <summary>A change in words.</summary>
    public static string Of(WorldEdition world, TradeChange change) => Whole(world, change) + (change.Sectors.IsDefaultOrEmpty ? "" : $", in {Parties(change.Sectors)} alone");

    private static string Whole(WorldEdition world, TradeChange change) => change switch
    {
        SanctionsChange { Lift: false, Effect: null } sanctions => $"{Parties(sanctions.By)} impose sanctions on {world.States[sanctions.Against].Name}, {Percent(sanctions.Share)} as severe as those of 2022 on Russia{Side(sanctions)}",
        SanctionsChange sanctions => $"{Parties(sanctions.By)} {(sanctions.Lift ? "lift" : "impose")} {Percent(sanctions.Share)} of the sanctions on {world.States[sanctions.Against].Name}{Side(sanctions)}"
            + (sanctions.Effect is { } effect ? $"; log effect on trade {effect.Distribution.Describe()}" : ""),
        EmbargoChange { OneWay: true } embargo => $"no exports from {Parties(embargo.Between)} to {Parties(embargo.And)}",
        EmbargoChange embargo => $"no trade between {Parties(embargo.Between)} and {Parties(embargo.And)}",
        TradeBarrierChange barrier when double.IsFinite(barrier.TariffPoints) => $"a tariff changed by {(barrier.TariffPoints * 100).ToString("0.##", CultureInfo.InvariantCulture)} points on exports from {Parties(barrier.From)} to {Parties(barrier.To)}",
        TradeBarrierChange barrier => $"trade from {Parties(barrier.From)} to {Parties(barrier.To)} changed by {Percent(barrier.TradeChangeShare)} at given incomes and prices",
        AgreementChange { And.IsEmpty: true } agreement => $"a trade agreement among {Parties(agreement.Between)}",
        AgreementChange agreement => $"a trade agreement of {Parties(agreement.Between)} with {Parties(agreement.And)}",
        _ => throw new InvalidOperationException($"The change {change.GetType().Name} has no words."),
    };

    private static string Side(SanctionsChange sanctions) => sanctions.Side switch { FlowSide.Exports => ", on its exports alone", FlowSide.Imports => ", on its imports alone", _ => "" };

    private static string Parties(ImmutableArray<string> parties) => parties.Length == 1 ? parties[0] : $"{string.Join(", ", parties.Take(parties.Length - 1))} and {parties[^1]}";

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
