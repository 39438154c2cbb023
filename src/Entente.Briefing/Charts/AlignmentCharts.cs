using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Charts of votes in the General Assembly.</summary>
public static class AlignmentCharts
{
    /// <summary>Agreement of one pair or several over the years; years with a known hole are shaded, for a part of a year does not stand for the year.</summary>
    /// <param name="series">The pairs, at least one.</param>
    public static Chart Agreement(ImmutableArray<AlignmentSeries> series)
    {
        ArgumentOutOfRangeException.ThrowIfZero(series.Length, nameof(series));
        var together = series.All(one => one.A == series[0].A);
        var banded = series.Length <= 2;
        var lines = series.Select(one => Line(one, series.Length == 1 ? $"{one.A} and {one.B}" : together ? one.B : $"{one.A}, {one.B}", banded)).ToImmutableArray();
        var holes = series[0].Years.Where(year => year.Hole is not null).Select(year => $"{year.Year}: {year.Hole}").ToList();
        var title = series.Length == 1 ? Statement(series[0]) : together ? $"How often {series[0].A} votes with {Listed(series.Select(one => one.B))}" : "How often pairs of states vote alike";
        var data = new ChartData("agreement", title, Unit.Share, lines, series[0].Provenance.Sources, null);
        return Chart.Lines(data) with
        {
            Subtitle = $"Agreement in the General Assembly, per cent: same vote 1, one abstains ½, yes against no 0{(banded ? "; bands: 90 % intervals" : "")}{(holes.Count == 0 ? "" : $"; {string.Join("; ", holes)}")}",
        };
    }

    internal static ChartSeries Line(AlignmentSeries series, string name, bool banded) => new(
        name, [.. series.Years.Select(year => year.Year)], [.. series.Years.Select(Value)],
        banded ? [.. series.Years.Select(year => year.Hole is null ? year.AgreementInterval?.Low ?? double.NaN : double.NaN)] : [],
        banded ? [.. series.Years.Select(year => year.Hole is null ? year.AgreementInterval?.High ?? double.NaN : double.NaN)] : []);

    private static double Value(YearAgreement year) => year.Hole is null ? year.Agreement : double.NaN;

    private static string Statement(AlignmentSeries series)
    {
        var known = series.Years.Where(year => double.IsFinite(Value(year))).ToList();
        if (known.Count == 0) return $"{series.A} and {series.B} in the General Assembly";
        var (first, last) = (known[0], known[^1]);
        var now = string.Create(CultureInfo.InvariantCulture, $"{series.A} and {series.B} agree in {Numbers.Format(last.Agreement, Unit.Share)} of votes in {last.Year}");
        return first.Year == last.Year ? now : string.Create(CultureInfo.InvariantCulture, $"{now}, after {Numbers.Format(first.Agreement, Unit.Share)} in {first.Year}");
    }

    internal static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
