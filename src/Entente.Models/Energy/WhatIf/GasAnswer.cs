using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Energy.WhatIf;

/// <summary>What happens in a market.</summary>
/// <param name="Name">The market.</param>
/// <param name="PriceBefore">Price before, US$ per million British thermal units.</param>
/// <param name="Price">Change of the price, US$ per million British thermal units.</param>
/// <param name="Relative">Change of the price as a share.</param>
/// <param name="BuyersGain">Change of consumers' surplus on imports, billion US$ a year.</param>
public sealed record GasMarketEffect(string Name, Spread PriceBefore, Spread Price, Spread Relative, Spread BuyersGain);

/// <summary>What happens to a supplier.</summary>
/// <param name="Name">The supplier.</param>
/// <param name="RevenueBefore">Revenue before, billion US$ a year.</param>
/// <param name="Revenue">Change of revenue, billion US$ a year.</param>
/// <param name="Sales">Change of sales, bcm a year.</param>
/// <param name="CapacityPrice">What one more unit of capacity is worth after the change, US$ per million British thermal units.</param>
/// <param name="Flows">Flow to each market after the change, bcm a year.</param>
/// <param name="FlowsBefore">Flow to each market before.</param>
public sealed record GasSupplierEffect(string Name, Spread RevenueBefore, Spread Revenue, Spread Sales, Spread CapacityPrice, ImmutableArray<Spread> Flows, ImmutableArray<Spread> FlowsBefore);

/// <summary>A capacity and what one more unit of it would be worth: its shadow price.</summary>
/// <param name="Name">The pipelines of a supplier to a market, the terminals of a market, or the capacity of a supplier.</param>
/// <param name="Before">Worth before, US$ per million British thermal units; zero where it is not full.</param>
/// <param name="After">Worth after.</param>
public sealed record GasScarcity(string Name, Spread Before, Spread After);

/// <summary>How far an assumption moves the change of Europe's price: first-order share of its variance.</summary>
/// <param name="Assumption">Name.</param>
/// <param name="Share">Share of the variance, with its standard error.</param>
/// <param name="StandardError">Standard error of the share.</param>
public sealed record GasInfluence(string Assumption, double Share, double StandardError);

/// <summary>The answer to a gas what-if.</summary>
/// <param name="Question">The question.</param>
/// <param name="IsLong">Whether demand had a decade to answer.</param>
/// <param name="Draws">Draws.</param>
/// <param name="Seed">Seed.</param>
/// <param name="FailedDraws">Draws whose market was not solved; in no figure.</param>
/// <param name="WorstResidual">Largest violation of the conditions of equilibrium in any draw that was solved.</param>
/// <param name="Markets">Markets.</param>
/// <param name="Suppliers">Suppliers.</param>
/// <param name="Scarcities">Capacities that are full in some draw, before or after; the scarcest after the change first.</param>
/// <param name="Influence">Assumptions, the most important first.</param>
/// <param name="Assumptions">What was assumed.</param>
/// <param name="Caveats">What the figures lack.</param>
/// <param name="Sources">Sources.</param>
public sealed record GasAnswer(
    GasQuestion Question, bool IsLong, int Draws, ulong Seed, int FailedDraws, double WorstResidual, ImmutableArray<GasMarketEffect> Markets, ImmutableArray<GasSupplierEffect> Suppliers,
    ImmutableArray<GasScarcity> Scarcities, ImmutableArray<GasInfluence> Influence, ImmutableArray<Assumption> Assumptions, ImmutableArray<string> Caveats, ImmutableArray<Source> Sources)
{
    /// <summary>The same sources with the file of the question, and the draws that were solved.</summary>
    public Provenance Provenance => new Provenance(
        [.. Sources.Select(source => source.Key)], FormattableString.Invariant($"gas what-if {Question.Key}, {(IsLong ? "long" : "short")} horizon, {Draws} draws, seed {Seed}"),
        new Coverage(FormattableString.Invariant($"{Draws - FailedDraws} of {Draws} draws solved; {Markets.Length} markets and {Suppliers.Length} suppliers; {Assumptions.Count(one => one.IsJudgement)} of {Assumptions.Length} assumptions are judgement"), Draws - FailedDraws, FailedDraws, [])).With(Question.Document);
}
