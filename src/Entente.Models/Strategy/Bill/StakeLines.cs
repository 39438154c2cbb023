using System.Globalization;
using Entente.World.Figures;
using Entente.World.Trade;

namespace Entente.Models.Strategy.Bill;

/// <summary>Goods trade between the divider and each ally, as recorded, and what is not held of services and technology.</summary>
internal static class StakeLines
{
    public static IEnumerable<BillLine> Of(BillMaterial material, List<string> notes)
    {
        if (material.Allies.IsEmpty)
        {
            notes.Add("The strategy names no allies and the divider has no defence partners, so that nothing is at stake with allies.");
            return [];
        }

        var lines = new List<BillLine>();
        var year = material.World.TradeYears.LastOrDefault(held => held <= material.Strategy.Start);
        if (year == 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Goods trade is not held for {material.Strategy.Start} or any year before: what is at stake in it is missing, not zero."));
        else if (year < material.Strategy.Start) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Goods trade is that of {year}, the newest year held before {material.Strategy.Start}."));
        foreach (var exports in new[] { true, false })
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{(exports ? "goods exports" : "goods imports")} of {material.Divider} {(exports ? "to" : "from")} the ally{(year == 0 ? "" : $", {year}")}");
            foreach (var ally in material.Allies)
            {
                var line = new BillLine(BillSection.AtStake, ally.Name, item, Unit.BillionUsd, Basis.Measured);
                lines.Add(year == 0 ? line with { Note = "not held" } : Goods(line, material.World.Trade(year), exports ? material.Strategy.Divider : ally.StateId, exports ? ally.StateId : material.Strategy.Divider));
            }
        }

        var group = $"Allies of {material.Divider}";
        lines.Add(new BillLine(BillSection.AtStake, group, "trade in services", Unit.BillionUsd, Basis.Measured) { Note = "not held: no source of trade in services by partner is in the store" });
        lines.Add(new BillLine(BillSection.AtStake, group, "technology and intelligence shared", Unit.BillionUsd, Basis.Measured) { Note = "not held: neither has a public account by partner" });
        return lines;
    }

    private static BillLine Goods(BillLine line, TradeMatrix trade, int exporter, int importer)
    {
        if (!trade.Has(exporter) || !trade.Has(importer)) return line with { Note = "not held: one of the two is not in the trade data" };
        var recorded = trade.Value(exporter, importer);
        var filled = trade.Filled(exporter, importer);
        if (double.IsNaN(filled)) return line with { Note = "not held: the pair is missing and has no earlier value", Sources = trade.Sources };
        return line with
        {
            Amount = Spreads.Point(filled / 1e6),
            Sources = trade.Sources,
            Note = double.IsNaN(recorded) ? string.Create(CultureInfo.InvariantCulture, $"missing in {trade.Year}; value of {trade.LastYear}") : recorded == 0 ? "nothing recorded" : "",
        };
    }
}
