using Entente.Models.Security.Hedging;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Bill;

/// <summary>What the moves do to each ally: income through trade, chance of being defended, responses, and what arming would cost.</summary>
internal static class AllyLines
{
    public static IEnumerable<BillLine> Of(BillMaterial material, int threads, List<string> notes)
    {
        if (material.Allies.IsEmpty) return [];
        var lines = new List<BillLine>();
        lines.AddRange(Income(material, notes));
        lines.AddRange(material.ByAlly(threads, (ally, a) => Credibility(material, ally, a)));
        foreach (var response in Enum.GetValues<AllyResponse>()) lines.AddRange(material.Allies.Select(ally => Response(material, ally, response)));
        lines.AddRange(Arming(material, threads, notes));
        return lines;
    }

    private static IEnumerable<BillLine> Income(BillMaterial material, List<string> notes)
    {
        if (material.Inputs.Trade is not { HasMoves: true } trade)
        {
            notes.Add(material.Inputs.Trade is null ? "Income through trade is missing: no trade with domestic sales is held for the time." : "The moves change no trade, so that no income through trade is listed.");
            return [];
        }

        return material.Allies.Select(ally => new BillLine(BillSection.Income, ally.Name, "real income through trade", Unit.RelativeChange, Basis.Modelled)
        {
            Amount = double.IsNaN(ally.IncomeChange.Mean) ? null : ally.IncomeChange,
            Sources = trade.Baseline.Sources,
            Note = double.IsNaN(ally.IncomeChange.Mean) ? "not held: no economy of its own in the trade baseline" : "",
        });
    }

    private static BillLine Credibility(BillMaterial material, AllyDrift ally, int a)
    {
        var (before, after) = (material.Ensemble.DefendedBefore[a], material.Ensemble.DefendedAfter[a]);
        var line = new BillLine(BillSection.Credibility, ally.Name, $"chance that {material.Divider} defends it if attacked", Unit.Probability, Basis.Judgement);
        var held = Spreads.Of(before);
        if (double.IsNaN(held.Mean)) return line with { Note = "not held: no aspect of the guarantee can be measured" };
        return line with
        {
            Before = held,
            After = Spreads.Of(after),
            Amount = Spreads.OfChange(before, after),
            Sources = Security.Guarantees.GuaranteeReader.Sources,
            Note = ally.HasGuarantee ? "" : "no defence commitment of the divider is held",
        };
    }

    private static BillLine Response(BillMaterial material, AllyDrift ally, AllyResponse response)
    {
        var shift = ally.Responses.First(one => one.Response == response);
        var what = response switch
        {
            AllyResponse.Rely => "relies on the divider",
            AllyResponse.Arm => "arms by itself",
            AllyResponse.Nuclear => "seeks nuclear weapons",
            AllyResponse.Accommodate => "accommodates the rival",
            _ => "seeks nuclear weapons and accommodates",
        };
        var line = new BillLine(BillSection.Responses, ally.Name, $"{what}, within {BillBuilder.Years(material.Strategy.HorizonYears)}", Unit.Probability, Basis.Judgement);
        return double.IsNaN(shift.Before.Mean)
            ? line with { Note = "not held: its threats or its nuclear covariates cannot be measured" }
            : line with { Before = shift.Before, After = shift.After, Sources = AllyChannel.Sources };
    }

    /// <summary>As in the table of costs: what the moves add to the chance of arming × the gap to the divider's military burden × GDP.</summary>
    private static BillLine[] Arming(BillMaterial material, int threads, List<string> notes)
    {
        var year = material.Strategy.Start;
        if (material.Strategy.Moves.IsEmpty) return [];
        if (material.World.LatestIndicator("military_burden", material.Strategy.Divider, year) is not { } own)
        {
            notes.Add("What arming would cost is missing: the divider's military burden is not held.");
            return [];
        }

        return material.ByAlly(threads, (ally, a) =>
        {
            var line = new BillLine(BillSection.Arming, ally.Name, $"military spending a year that the moves add, arming up to the divider's burden", Unit.BillionUsd, Basis.Judgement);
            var (burden, income) = (material.Inputs.AllyBurden[a], material.Inputs.AllyIncome[a]);
            if (double.IsNaN(burden) || double.IsNaN(income)) return line with { Note = $"not held: {(double.IsNaN(burden) ? "military burden" : "GDP")} missing" };
            var gap = Math.Max(0, own.Value - burden) * income;
            var changes = new double[material.Ensemble.Count];
            for (var i = 0; i < changes.Length; i++) changes[i] = material.Ensemble.ArmChange(a, i);
            var change = Spreads.Of(changes);
            return double.IsNaN(change.Mean)
                ? line with { Note = "not held: its response cannot be measured" }
                : line with { Amount = change.Times(gap), Sources = ["sipri-milex", "worldbank-gdp"], Note = gap == 0 ? "it bears as much as the divider already" : "" };
        });
    }
}
