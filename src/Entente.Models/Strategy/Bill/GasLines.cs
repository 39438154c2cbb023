using Entente.Models.Energy;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Bill;

/// <summary>Revenue of each gas supplier and gain of each market's buyers.</summary>
internal static class GasLines
{
    public static IEnumerable<BillLine> Of(BillMaterial material, List<string> notes)
    {
        if (material.Inputs.Gas is not { } gas)
        {
            notes.Add("Gas is left out: the channel speaks of relief of Russia by the United States from 2024 on.");
            return [];
        }

        notes.Add(FormattableString.Invariant($"Gas rests on a block of {Math.Min(material.Ensemble.Count, Draws.GasTable.Block)} draws that all draws share; revenue is gross of costs, and prices are directions and orders of size, not forecasts."));
        var lines = new List<BillLine>();
        var links = material.Ensemble.Links;
        for (var f = 0; f < gas.Suppliers.Length; f++)
        {
            var after = new float[material.Ensemble.Count];
            for (var i = 0; i < after.Length; i++) after[i] = links.RevenueBefore[f][i] + links.RevenueChange[f][i];
            lines.Add(new BillLine(BillSection.GasRevenue, gas.Suppliers[f], "gas revenue a year", Unit.BillionUsd, Basis.Judgement)
            {
                Before = Spreads.Of(links.RevenueBefore[f]),
                After = Spreads.Of(after),
                Amount = Spreads.Of(links.RevenueChange[f]),
                Sources = GasChannel.Sources,
            });
        }

        for (var m = 0; m < gas.Markets.Length; m++)
        {
            lines.Add(new BillLine(BillSection.GasBuyers, gas.Markets[m], "what gas buyers gain a year on imports", Unit.BillionUsd, Basis.Judgement) { Amount = Spreads.Of(links.SurplusChange[m]), Sources = GasChannel.Sources });
        }

        return lines;
    }
}
