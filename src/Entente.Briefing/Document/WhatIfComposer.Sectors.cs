using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>The section on many sectors, where the what-if brings a table of them.</summary>
internal sealed partial class WhatIfComposer
{
    private ImmutableArray<Block> Sectors(SectoralAnswer sectoral)
    {
        var own = sectoral.Variants.Any(variant => variant.OwnElasticity != variant.SameElasticity);
        var largest = sectoral.Variants.MaxBy(variant => Math.Abs(variant.OwnElasticity))!;
        var links = sectoral.HasLinks ? " that use each other’s goods (Caliendo and Parro 2015)" : "";
        return
        [
            new Paragraph(Rich.Of($"The same variants with the {sectoral.Sectors.Length} sectors of your table{links}, beside one sector that adds them up; {Numbers.Whole(sectoral.Draws)} draws each. Elasticities: {sectoral.ElasticitySource}.")),
            new Table(
                Rich.Of($"Change of {_answer.Target}’s real income"),
                [new("Variant"), new("One sector", true), new("Many sectors", true), .. own ? [new("Many, at one elasticity", true)] : ImmutableArray<Column>.Empty],
                [.. sectoral.Variants.Zip(_answer.Variants, (many, one) => (ImmutableArray<Rich>)
                [
                    Rich.Of(many.Name), OfTarget(one.Groups), OfTarget(many.Groups), .. own ? [Rich.Of(Numbers.Signed(many.SameElasticity, Unit.RelativeChange))] : ImmutableArray<Rich>.Empty,
                ])]),
            new Table(
                Rich.Of($"Sectors of {_answer.Target}: {largest.Name}"), [new("Sector"), new("Elasticity"), new("Price to buyers", true), new("Output", true), new("Exports", true), new("Imports", true)],
                [.. largest.TargetSectors.Zip(sectoral.Sectors, (effect, sector) => (ImmutableArray<Rich>)
                [
                    Rich.Of(AssessmentCharts.Capital(effect.Name)), Rich.Of(sector.Elasticity), Held(effect.Price), Held(effect.Output), Held(effect.Exports), Held(effect.Imports),
                ])]),
            new Paragraph(Rich.Empty.Quiet("Medians; below them 90 % of draws. At one elasticity: what sectors and links do by themselves, at the medians of the assumptions. Output and trade are measured against world value added. Maps, trade of pairs and the path are of one sector.")),
        ];

        Rich OfTarget(IEnumerable<GroupEffect> groups) => Stacked(groups.First(group => group.Key == "target").RealIncome);
        static Rich Held(Spread spread) => Rich.Of(double.IsFinite(spread.Median) ? Change(spread) : "none");
    }
}
