using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy;
using Entente.Models.Trade.Gravity;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Charts of what gravity says about trade with groups of partners.</summary>
public static class GravityCharts
{
    private const double TwoSided = 1.6448536269514722;

    /// <summary>Trade with each group over the years, as a change against the reference year and all other partners, with 90 % bands.</summary>
    /// <param name="study">The study.</param>
    /// <param name="exports">Exports of the state in question, else its imports.</param>
    public static Chart Paths(SanctionsStudy study, bool exports)
    {
        ArgumentNullException.ThrowIfNull(study);
        ImmutableArray<ChartSeries> series =
        [
            .. study.Paths.Where(path => path.Exports == exports).Select(path => new ChartSeries(
                path.Group.Name, [.. path.Years.Select(year => year.Year)],
                [.. path.Years.Select(year => Change(year.Log, 0, 0))],
                [.. path.Years.Select(year => Change(year.Log, year.PairError, -TwoSided))],
                [.. path.Years.Select(year => Change(year.Log, year.PairError, TwoSided))])),
        ];
        var flow = exports ? "exports" : "imports";
        return Chart.Lines(new ChartData($"gravity-{flow}", $"{study.State}'s {flow} {(exports ? "to" : "from")} groups of partners", Unit.RelativeChange, series, study.Provenance.Sources, null)) with
        {
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"Change against {study.Reference} and all other partners (three-way PPML); bands: 90 % intervals, clustered by pair"),
        };
    }

    private static double Change(double log, double error, double factor) => Math.Exp(log + (factor * error)) - 1;
}
