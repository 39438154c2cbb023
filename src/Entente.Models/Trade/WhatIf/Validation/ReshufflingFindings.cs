using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Trade.WhatIf.Validation;

/// <summary>What the numbers of a validation say, in plain sentences.</summary>
internal static class ReshufflingFindings
{
    public static ImmutableArray<string> Of(FlowForecast exports, FlowForecast imports)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        foreach (var flow in (ReadOnlySpan<FlowForecast>)[exports, imports])
        {
            var benchmark = flow.Scores.Where(score => score.Key is "no-change" or "growth" or "proportional").MinBy(score => score.Misplaced)!;
            var model = flow.Scores.Where(score => score.Key is not ("no-change" or "growth" or "proportional")).MinBy(score => score.Misplaced)!;
            findings.Add($"{Capital(flow.Flow)}: the best of the published effects ({model.Name}) puts {Percent(model.Misplaced)} of trade with the wrong partner, the best benchmark ({benchmark.Name}) {Percent(benchmark.Misplaced)}; {(model.Misplaced < benchmark.Misplaced ? "the model beats it" : "the model does not beat it")}.");
            var place = flow.Scores.IndexOf(model);
            var missed = flow.Movers.Where(mover => !mover.Sanctions).OrderByDescending(mover => mover.Observed - mover.Predicted[place]).Take(3).Where(mover => mover.Observed - mover.Predicted[place] > .005).ToList();
            if (missed.Count > 0)
            {
                findings.Add($"{Capital(flow.Flow)}: too little {(flow.Flow == "exports" ? "goes to" : "comes from")} {string.Join(", ", missed.Select(mover => $"{mover.Name} (predicted {Percent(mover.Predicted[place])}, observed {Percent(mover.Observed)})"))}: the model spreads what is diverted in proportion to earlier trade, and knows neither discounts nor conduits.");
            }

            var over = flow.Movers.Where(mover => mover.Sanctions).OrderByDescending(mover => Math.Abs(mover.Observed - mover.Predicted[place])).Take(3).Where(mover => Math.Abs(mover.Observed - mover.Predicted[place]) > .005).ToList();
            if (over.Count > 0)
            {
                findings.Add($"{Capital(flow.Flow)}: sanctioning states differ far more than one effect for all allows: {string.Join(", ", over.Select(mover => $"{mover.Name} (predicted {Percent(mover.Predicted[place])}, observed {Percent(mover.Observed)})"))}.");
            }
        }

        var better = new[] { exports, imports }.Count(flow => flow.Scores.Single(score => score.Key == "halved").Misplaced < flow.Scores.Single(score => score.Key == "proportional").Misplaced);
        findings.Add($"General equilibrium beats the plain rule 'halve the sanctioned pairs and spread the rest in proportion' in {better} of 2 flows; shares of one state by partner hardly tell the two apart.");
        findings.Add("All forecasts are of shares: the level of trade in 2023 moved with prices of energy that the model does not hold.");
        return findings.ToImmutable();
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
