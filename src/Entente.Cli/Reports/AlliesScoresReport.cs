using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Security.Proliferation;
using Entente.World;

namespace Entente.Cli.Reports;

/// <summary>Shows the nuclear hazard: its coefficients beside published signs, and how it called eras that it did not see.</summary>
internal static class AlliesScoresReport
{
    // What Singh and Way 2004, Bleek and Lorber 2014, Fuhrmann and Tkach 2015 report: direction alone, coefficients are not held.
    private static readonly string[] Published = ["", "+ (Singh & Way 2004)", "+ (Fuhrmann & Tkach 2015)", "+ (Singh & Way 2004)", "+ (Singh & Way 2004)", "− (Bleek & Lorber 2014)", "unclear", "not compared"];

    /// <summary>Writes both steps, for people or as JSON.</summary>
    public static void Write(Session session, WorldEdition world, NuclearPanel panel)
    {
        ArgumentNullException.ThrowIfNull(world);
        var terminal = session.Terminal;
        var grounds = panel.Grounds([.. Enum.GetValues<NuclearOnset>()]);
        var steps = Enum.GetValues<NuclearOnset>().Select(onset =>
        {
            var (rows, missing, onsetsMissing) = panel.AtRisk(onset);
            return (Onset: onset, Hazard: NuclearHazard.Fit(rows), Scores: HazardScores.ByEra(rows), Missing: missing, OnsetsMissing: onsetsMissing);
        }).ToList();
        if (session.Json)
        {
            JsonText.Document(terminal.Raw, "allies-scores", json =>
            {
                json.List("steps", steps, step =>
                {
                    json.WriteString("onset", step.Onset.ToString().ToLowerInvariant());
                    json.WriteNumber("state_years", step.Hazard.Rows);
                    json.WriteNumber("onsets", step.Hazard.Onsets);
                    json.WriteNumber("state_years_missing", step.Missing);
                    json.WriteNumber("onsets_missing", step.OnsetsMissing);
                    json.List("coefficients", Enumerable.Range(0, NuclearHazard.Names.Length), j =>
                    {
                        json.WriteString("name", NuclearHazard.Names[j]);
                        json.Real("mean", step.Hazard.Coefficient(j).Mean);
                        json.Real("sd", step.Hazard.Coefficient(j).Sd);
                    });
                    json.List("scores", step.Scores, score =>
                    {
                        json.WriteString("name", score.Name);
                        json.WriteNumber("observed", score.Observed);
                        json.Real("expected", score.Expected);
                        json.Real("expected_base_rate", score.ExpectedBase);
                        json.Real("brier", score.Brier);
                        json.Real("brier_base_rate", score.BrierBase);
                        json.Real("log_score", score.Log);
                        json.Real("log_score_base_rate", score.LogBase);
                        json.Real("auc", score.Auc);
                    });
                });
                json.Provenance(grounds, world.Catalog);
            });
            return;
        }

        terminal.Title("The hazard of nuclear weapons programmes", string.Create(CultureInfo.InvariantCulture, $"state-years {NuclearPanel.FirstYear} to {panel.LastYear}"));
        terminal.Markup(string.Create(CultureInfo.InvariantCulture, $"Ever considered {panel.EverAtLeast(1)}, pursued {panel.EverAtLeast(2)}, possessed {panel.EverAtLeast(3)} states held [dim](about 31, 20 and 10 in the dates of Bleek)[/]."));
        foreach (var (onset, hazard, scores, missing, onsetsMissing) in steps)
        {
            terminal.Heading($"{onset}", string.Create(CultureInfo.InvariantCulture, $"{hazard.Onsets} onsets in {hazard.Rows} state-years; {missing} state-years without covariates, {onsetsMissing} of them with an onset"));
            var coefficients = Look.Table(Look.Names("per standard deviation"), Look.Figures("log hazard"), Look.Figures("90 % interval"), Look.Names("published sign"));
            for (var j = 1; j < NuclearHazard.Names.Length; j++)
            {
                var (mean, sd) = hazard.Coefficient(j);
                coefficients.Row(Terminal.Escape(NuclearHazard.Names[j]), Numbers.Decimals(mean, 2), $"[dim]{Numbers.Decimals(mean - (1.645 * sd), 2)} to {Numbers.Decimals(mean + (1.645 * sd), 2)}[/]", Terminal.Escape(Published[j]));
            }

            terminal.Write(coefficients);
            terminal.Line();
            var table = Look.Table(Look.Names("learnt from → called"), Look.Figures("observed"), Look.Figures("model"), Look.Figures("base rate"), Look.Figures("log score"), Look.Figures("base rate"), Look.Figures("AUC"));
            foreach (var score in scores)
            {
                table.Row(
                    Terminal.Escape(score.Name), score.Observed.ToString(CultureInfo.InvariantCulture), Numbers.Decimals(score.Expected, 1), $"[dim]{Numbers.Decimals(score.ExpectedBase, 1)}[/]",
                    score.Beats ? $"[green]{Numbers.Decimals(score.Log, 4)}[/]" : $"[yellow]{Numbers.Decimals(score.Log, 4)}[/]", $"[dim]{Numbers.Decimals(score.LogBase, 4)}[/]", Numbers.Decimals(score.Auc, 2));
            }

            terminal.Write(table);
            var pooled = scores[^1];
            terminal.Markup(
                $"Over all eras left out it {(pooled.Beats ? "beats" : "[yellow]does not beat[/]")} the base rate on the log score and {(pooled.Brier < pooled.BrierBase ? "beats" : "[yellow]does not beat[/]")} it on the Brier score " +
                $"[dim]({Numbers.Decimals(pooled.Brier, 5)} against {Numbers.Decimals(pooled.BrierBase, 5)})[/].");
        }

        terminal.Line();
        terminal.Item("Mind", "Since 1991 one pursuit began where the years before lead one to expect far more: the order of states is called better than the level. An AUC over one onset rests on that one state.");
        SourceNotes.Write(terminal, grounds, world.Catalog);
    }
}
