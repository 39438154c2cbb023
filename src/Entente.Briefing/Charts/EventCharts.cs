using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment.Drivers;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Charts of event studies.</summary>
public static class EventCharts
{
    /// <summary>The shift of each group over the years around the event, with 90 % bands.</summary>
    public static Chart Paths(EventStudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        ImmutableArray<ChartSeries> series =
        [
            .. study.Paths.Select(path => new ChartSeries(
                path.Group.Key, [.. path.Shifts.Select(shift => shift.Year)], [.. path.Shifts.Select(shift => shift.Shift)],
                [.. path.Shifts.Select(shift => shift.Interval.Low)], [.. path.Shifts.Select(shift => shift.Interval.High)])),
        ];
        return Chart.Lines(new ChartData($"event-{study.Event}", string.Create(CultureInfo.InvariantCulture, $"{study.Name} and groups of partners around {study.Event}"), Unit.Number, series, study.Provenance.Sources, null)) with
        {
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"Shift of {study.Outcome.Replace('_', ' ')} against {study.Reference} and all other partners; bands: 90 % intervals, dyadic-robust"),
        };
    }
}
