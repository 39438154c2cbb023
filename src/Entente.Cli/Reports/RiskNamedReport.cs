using Entente.Cli.Show;
using Entente.Models.Security.Hazards;
using Entente.World;

namespace Entente.Cli.Reports;

/// <summary>Shows the hazards of named pairs.</summary>
internal static class RiskNamedReport
{
    public static void Write(Terminal terminal, WorldEdition world, DisputeHazard hazard, List<(string Group, HazardForecast Forecast)> answers)
    {
        var any = answers[0].Forecast;
        terminal.Title($"Named pairs, {any.Year}", $"yearly probabilities with 90 % intervals; dispute data end in {any.DataEnd}");
        foreach (var group in answers.GroupBy(answer => answer.Group, StringComparer.Ordinal))
        {
            terminal.Heading(group.Key);
            var table = Look.Table(Look.Names("pair"), Look.Figures("grey zone"), Look.Figures("open attack"), Look.Figures("90 %"), Look.Figures("war"), Look.Figures("90 %"));
            foreach (var (_, forecast) in group)
            {
                var (grey, force, war) = (forecast.Of(HazardOutcome.GreyZone), forecast.Of(HazardOutcome.Force), forecast.Of(HazardOutcome.War));
                table.Row(
                    Terminal.Escape(Pair(world, forecast)), RiskReport.Percent(grey.Yearly.Mean), $"[bold]{RiskReport.Percent(force.Yearly.Mean)}[/]", RiskReport.Range(force.Yearly), $"[bold]{RiskReport.Percent(war.Yearly.Mean)}[/]",
                    RiskReport.Range(war.Yearly));
            }

            terminal.Write(table);
        }

        terminal.Markup("[dim]Model on all politically relevant pairs since 1946, shrunk to each pair's record, carried forward; 'entente risk A B' says what a number rests on.[/]");
        SourceNotes.WriteKeys(terminal, hazard.Read);
    }

    /// <summary>The pair by short names.</summary>
    public static string Pair(WorldEdition world, HazardForecast forecast) => $"{world.States[forecast.A].Name} - {world.States[forecast.B].Name}";
}
