using Entente.Models.Strategy.Links;

namespace Entente.Models.Strategy.Bill;

/// <summary>How far the camps hang on their coding: the mean of the draws under each rival coding, in a sentence.</summary>
internal static class CampRivals
{
    /// <summary>Who leaves the divider's camp at the mean of the draws, as coded and with one thing changed.</summary>
    public static string Sentence(BillMaterial material, CampLink camps)
    {
        var ensemble = material.Ensemble;
        var kept = new double[material.Inputs.Allies.Length];
        for (var a = 0; a < kept.Length; a++) kept[a] = Mean(i => ensemble.DefendedAfter[a][i] / ensemble.DefendedBefore[a][i]);
        var shift = Mean(i => LinkDraws.Grade(ensemble.With[i]) - LinkDraws.Grade(ensemble.Without[i]));
        return $"Of the allies that are in the divider's camp before any move, at the mean of the draws leave: as coded {Leaving(camps)}; {string.Join("; ", camps.Rivals.Select(rival => $"{rival.Name} {Leaving(rival.Link)}"))}.";

        double Mean(Func<int, double> value)
        {
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < ensemble.Count; i++)
            {
                if (value(i) is var one && !double.IsNaN(one)) (sum, count) = (sum + one, count + 1);
            }

            return sum / count;
        }

        string Leaving(CampLink link)
        {
            var scratch = link.NewScratch();
            link.Evaluate(kept, shift, scratch);
            var held = Enumerable.Range(0, link.Allies.Length).Where(k => link.TodayPull[k + 1] >= 0).ToArray();
            var gone = held.Where(k => scratch.Pull[k + 1] < 0).Select(k => material.Inputs.Allies[link.Allies[k]].Name).ToArray();
            return FormattableString.Invariant($"{gone.Length} of {held.Length}") + (gone.Length is > 0 and <= 3 ? $" ({string.Join(", ", gone)})" : "");
        }
    }
}
