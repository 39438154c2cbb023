using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Trade.WhatIf;

/// <summary>What a reader must know before using an answer; one sentence each, the weightiest first.</summary>
internal static class WhatIfCaveats
{
    public static ImmutableArray<string> Of(WhatIfQuestion question, TradeBaseline baseline, WhatIfSetup setup, ImmutableArray<VariantEffect> variants, SectoralAnswer? sectoral = null)
    {
        var caveats = ImmutableArray.CreateBuilder<string>();
        caveats.AddRange(question.Caveats);
        if (sectoral is not null) caveats.Add(Sectors(sectoral, baseline.Economies[setup.Places.Target].Name));
        else caveats.Add("One sector understates losses and gains: full decoupling of Russia and the West costs Russia 1.64 % of real income here (WIOD 2014), over 4 % in a model of many sectors with input-output links (Flach et al. 2023).");
        caveats.Add("Finance, payments, technology, migration and services under sanctions have no channel of their own here; energy counts as goods like any other.");
        if (baseline.IsEstimated) caveats.Add($"The baseline is estimated: {baseline.Method}.");
        if (WhatIfModel.HasElasticSupply(question)) caveats.Add("Supply is elastic: the real wage is the price that producers get over the price index, and output moves with it, so that gains and losses are larger than with fixed endowments.");
        var failed = variants.Sum(variant => variant.FailedDraws) + (sectoral?.Variants.Sum(variant => variant.FailedDraws) ?? 0);
        if (failed > 0) caveats.Add(string.Create(CultureInfo.InvariantCulture, $"{failed} draws have no equilibrium and are in no figure."));
        if (setup.Estimate is { } estimate)
        {
            caveats.Add($"The effect of sanctions is the {estimate.Method}; it holds whatever else hit these pairs, such as war, cost and boycott.");
        }

        if (question.Variants.SelectMany(variant => variant.Changes).OfType<TradeBarrierChange>().Any(change => double.IsFinite(change.TariffPoints)))
        {
            caveats.Add("A tariff works here as a cost of trade: its revenue is not given back, so that the state that levies it loses more than it would.");
        }

        var notHeld = variants.SelectMany(variant => variant.NotHeld).Distinct().ToList();
        if (notHeld.Count > 0) caveats.Add($"{BaselineChecks.Listed(notHeld)} {(notHeld.Count == 1 ? "is" : "are")} no economy of {(notHeld.Count == 1 ? "its" : "their")} own in the baseline: nothing changes for {(notHeld.Count == 1 ? "it" : "them")}.");
        return caveats.ToImmutable();
    }

    /// <summary>One sector beside many, in the variant that moves the target most.</summary>
    private static string Sectors(SectoralAnswer sectoral, string target)
    {
        var most = sectoral.Variants.MaxBy(variant => Math.Abs(variant.OwnElasticity))!;
        var elasticities = most.OwnElasticity == most.SameElasticity ? "" : $" ({Points(most.SameElasticity)} at one elasticity for all)";
        return string.Create(CultureInfo.InvariantCulture,
            $"Many sectors change the real income of {target} by {Points(most.OwnElasticity)}{elasticities} in '{most.Name}', one sector from the same table by {Points(most.OneSector)}; maps, trade of pairs and the path are those of one sector.");
    }

    private static string Points(double share) => (share * 100).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) + " %";
}
