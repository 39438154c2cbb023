using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Security.Hazards;
using Entente.World;

namespace Entente.Cli.Reports.Security;

/// <summary>Shows how well hazards forecast.</summary>
internal static class RiskScoresReport
{
    public static void Write(Terminal terminal, WorldEdition world, DisputeHazard hazard, ImmutableArray<OutcomeScores> scores, DangerousDyads published)
    {
        terminal.Title("Hazards out of sample", "estimated to 1975, 1980, …; the five years after forecast; 90 % intervals over pairs");
        foreach (var score in scores)
        {
            terminal.Heading(HazardOutcomes.Name(score.Outcome), string.Create(CultureInfo.InvariantCulture, $"{score.Events:N0} in {score.Forecasts:N0} dyad-years"));
            var table = Look.Table(Look.Names("forecaster"), Look.Figures("AUC"), Look.Figures("90 %"), Look.Figures("Brier"), Look.Figures("log score"), Look.Figures("gain on base rate"), Look.Figures("90 %"));
            foreach (var one in score.Forecasters)
            {
                table.Row(
                    one.Forecaster, Figure(one.AreaUnderCurve.Value, 3), $"{Figure(one.AreaUnderCurve.Low, 3)} – {Figure(one.AreaUnderCurve.High, 3)}", Figure(one.Brier.Value, 5), Figure(one.Log.Value, 5), Figure(one.LogGain.Value, 5),
                    $"{Figure(one.LogGain.Low, 5)} – {Figure(one.LogGain.High, 5)}");
            }

            terminal.Write(table);
            terminal.Markup("[dim]Calibration of the model by tenths, forecast → observed: " + string.Join(", ", score.Calibration.Select(group => $"{RiskReport.Percent(group.Forecast)} → {RiskReport.Percent(group.Observed)}")) + ".[/]");
            terminal.Markup("[dim]Expected → observed by origin: " + string.Join(", ", score.ByOrigin.Select(origin => string.Create(CultureInfo.InvariantCulture, $"{origin.Origin}: {origin.Expected:0} → {origin.Events}"))) + ".[/]");
        }

        Published(terminal, published);
        SourceNotes.Write(terminal, HazardScoring.Grounds(hazard, published), world.Catalog);
    }


    private static void Published(Terminal terminal, DangerousDyads study)
    {
        terminal.Heading("Published against ours", string.Create(CultureInfo.InvariantCulture, $"a dangerous-dyads logit (peacesciencer 1.2.0; {DangerousDyads.PublishedObservations:N0} dyad-years 1816-2010), refitted on our {study.Observations:N0} of 1901-2010"));
        var table = Look.Table(Look.Names("log-odds of an onset"), Look.Figures("published"), Look.Figures("error"), Look.Figures("ours"), Look.Figures("error"), Look.Figures("apart, in errors"));
        foreach (var one in study.Coefficients) table.Row(one.Name, Figure(one.Published, 3), Figure(one.PublishedError, 3), Figure(one.Ours, 3), Figure(one.OurError, 3), Figure(one.Apart, 1));
        terminal.Write(table);
        terminal.Markup("[dim]Our errors are dyadic-robust, the published ones take dyad-years as independent. Democracy: V-Dem's index as a normal score, for the published latent index.[/]");
    }

    private static string Figure(double value, int digits) => double.IsNaN(value) ? "–" : value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
