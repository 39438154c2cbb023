using System.Text;
using Entente.Briefing.Charts;
using Entente.Cli.Reports;
using Entente.Models.Security.Hazards;
using Entente.World;
using Entente.World.Store;

namespace Entente.Cli;

/// <summary>The named pairs as a file.</summary>
internal static class RiskFile
{
    /// <exception cref="InvalidInputException">Another ending than .svg or .md, or a folder that takes no files.</exception>
    public static void Check(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".svg" or ".md")) throw new InvalidInputException($"--out {path}: the named pairs are written as a chart (.svg) or a table (.md); end the name in one of them.");
        OutputFile.Check(path);
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(string path, WorldEdition world, DisputeHazard hazard, List<(string Group, HazardForecast Forecast)> answers)
    {
        if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            var chart = RiskCharts.Named([.. answers.Select(answer => (RiskNamedReport.Pair(world, answer.Forecast), answer.Forecast))]);
            SvgFile.Write(path, chart, world.Catalog, hazard.Grounds([.. answers.Select(answer => answer.Forecast)]));
            return;
        }

        var text = new StringBuilder("| pair | grey zone | open attack | 90 % | war | 90 % |\n|---|---|---|---|---|---|\n");
        foreach (var (_, forecast) in answers)
        {
            var (grey, force, war) = (forecast.Of(HazardOutcome.GreyZone).Yearly, forecast.Of(HazardOutcome.Force).Yearly, forecast.Of(HazardOutcome.War).Yearly);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {RiskNamedReport.Pair(world, forecast)} | {RiskReport.Percent(grey.Mean)} | {RiskReport.Percent(force.Mean)} | {RiskReport.Range(force)} | {RiskReport.Percent(war.Mean)} | {RiskReport.Range(war)} |\n");
        }

        WholeFile.Write(path, text.ToString());
    }
}
