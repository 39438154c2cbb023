using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Charts of votes in the General Assembly.</summary>
public static class AlignmentCharts
{
    /// <summary>Agreement of one pair or several over the years; a year of which most is missing is shaded, for a part of a year does not stand for the year.</summary>
    /// <param name="series">The pairs, at least one.</param>
    public static Chart Agreement(ImmutableArray<AlignmentSeries> series)
    {
        ArgumentOutOfRangeException.ThrowIfZero(series.Length, nameof(series));
        var together = series.All(one => one.A == series[0].A);
        var banded = series.Length <= 2;
        var lines = series.Select(one => Line(one, series.Length == 1 ? $"{one.A} and {one.B}" : together ? one.B : $"{one.A}, {one.B}", banded)).ToImmutableArray();
        var holes = series[0].Years.Where(year => IsMostlyMissing(year, series[0])).Select(year => $"{year.Year} left out: {year.Hole}").ToList();
        var partial = series[0].Years.Where(year => year.Hole is not null && !IsMostlyMissing(year, series[0])).Select(year => year.Year.ToString(CultureInfo.InvariantCulture)).ToList();
        if (partial.Count > 0) holes.Add($"some votes of {Listed(partial)} are missing");
        var title = series.Length == 1 ? Statement(series[0]) : together ? $"How often {series[0].A} votes with {Listed(series.Select(one => one.B))}" : "How often pairs of states vote alike";
        var data = new ChartData("agreement", title, Unit.Share, lines, series[0].Provenance.Sources, null);
        return Chart.Lines(data) with
        {
            Subtitle = $"Agreement in the General Assembly, per cent: same vote 1, one abstains ½, yes against no 0{(banded ? "; bands: 90 % intervals" : "")}{(holes.Count == 0 ? "" : $"; {string.Join("; ", holes)}")}",
        };
    }

    internal static ChartSeries Line(AlignmentSeries series, string name, bool banded) => new(
        name, [.. series.Years.Select(year => year.Year)], [.. series.Years.Select(year => Value(year, series))],
        banded ? [.. series.Years.Select(year => IsMostlyMissing(year, series) ? double.NaN : year.AgreementInterval?.Low ?? double.NaN)] : [],
        banded ? [.. series.Years.Select(year => IsMostlyMissing(year, series) ? double.NaN : year.AgreementInterval?.High ?? double.NaN)] : []);

    private static double Value(YearAgreement year, AlignmentSeries series) => IsMostlyMissing(year, series) ? double.NaN : year.Agreement;

    // What is missing is told in words only; a year with a hole and fewer than half the roll calls of a usual year is mostly hole.
    private static bool IsMostlyMissing(YearAgreement year, AlignmentSeries series)
    {
        if (year.Hole is null) return false;
        var usual = series.Years.Where(other => other.Hole is null && other.RollCalls > 0).Select(other => other.RollCalls).Order().ToArray();
        return usual.Length == 0 || year.RollCalls * 2 < usual[usual.Length / 2];
    }

    private static string Statement(AlignmentSeries series)
    {
        var known = series.Years.Where(year => double.IsFinite(Value(year, series))).ToList();
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
