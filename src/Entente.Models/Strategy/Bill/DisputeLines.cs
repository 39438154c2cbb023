using Entente.Models.Security.Hazards;
using Entente.Models.Strategy.Links;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Bill;

/// <summary>Hazards of named pairs without the moves and with them.</summary>
internal static class DisputeLines
{
    public static IEnumerable<BillLine> Of(BillMaterial material, int threads, List<string> notes)
    {
        if (material.Inputs.Links is not { Hazards.Pairs: { IsEmpty: false } pairs }) return [];
        notes.Add("Hazards of disputes: data end in 2010 (wars in 2007), covariates are carried forward, and the estimated effect of outside help is small, uncertain and no causal one, because states choose allies where they expect trouble. Sabotage, cyber attacks and proxies are in no dispute data.");
        notes.Add("What the moves do to disputes between divider and target is not identified: courting may calm or embolden. Their hazards are shown as they stand.");
        var outcomes = HazardLink.Outcomes;
        var lines = new BillLine[outcomes.Length * pairs.Length];
        Parallel.For(0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => lines[k] = Line(material, pairs[k % pairs.Length], k % pairs.Length, k / pairs.Length));
        return lines;
    }

    private static BillLine Line(BillMaterial material, HazardPair pair, int place, int outcome)
    {
        var row = (place * HazardLink.Outcomes.Length) + outcome;
        var (before, after) = (material.Ensemble.Links.HazardBefore[row], material.Ensemble.Links.HazardAfter[row]);
        var name = HazardOutcomes.Name(HazardLink.Outcomes[outcome]);
        var held = Spreads.Of(before);
        var line = new BillLine(
            BillSection.Disputes, $"{material.Name(pair.A)} and {material.Name(pair.B)}", $"{name}, at least one in {BillBuilder.Years(material.Strategy.HorizonYears)}", Unit.Probability,
            pair.Reach == HazardReach.Guarantee ? Basis.Judgement : Basis.Modelled)
        {
            Outcome = HazardLink.Outcomes[outcome],
            Before = held,
            Sources = DisputeHazard.Sources,
        };
        if (pair.Reach != HazardReach.Guarantee)
        {
            return line with { After = held, Note = pair.Reach == HazardReach.NotIdentified ? "not identified: what courting does to it; shown as it stands" : "moves leave it alone: no pact of the divider is in it" };
        }

        var with = Spreads.Of(after);
        if (before.AsSpan().SequenceEqual(after)) return line with { After = with, Note = "the moves leave the guarantee alone" };
        return double.IsNaN(with.Mean)
            ? line with { Note = "the ally's chance of being defended cannot be measured, so that nothing is said of the moves" }
            : line with { After = with, Amount = Spreads.OfChange(before, after), Note = "a guarantee believed less counts as a pact held in part" };
    }
}
