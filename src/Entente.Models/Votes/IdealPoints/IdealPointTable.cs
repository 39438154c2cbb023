using Entente.World.States;
using Entente.World.Store;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>All points of an estimate as the columns of a file.</summary>
public static class IdealPointTable
{
    /// <summary>state (id), code (ISO3, else the COW abbreviation), year, ideal_point with its interval low to high, all rounded to .0001, and the votes that the state cast in the year.</summary>
    public static IReadOnlyList<FileColumn> Columns(IdealPointEstimates estimates, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(states);
        var points = estimates.Points.OrderBy(point => point.State).ThenBy(point => point.Period).ToArray();
        int[] ids = [.. points.Select(point => point.State).Distinct()];
        float[] Reals(Func<IdealPoint, double> value) => [.. points.Select(point => (float)Math.Round(value(point), 4))];
        return
        [
            FileColumn.Integers("state", [.. points.Select(point => point.State)]),
            FileColumn.Texts("code", [.. ids.Select(id => states[id].Iso3 ?? states[id].Abbreviation)], [.. points.Select(point => Array.BinarySearch(ids, point.State))]),
            FileColumn.Integers("year", [.. points.Select(point => estimates.Periods[point.Period].Year)]),
            FileColumn.Reals("ideal_point", Reals(point => point.Value)),
            FileColumn.Reals("low", Reals(point => point.Interval.Low)),
            FileColumn.Reals("high", Reals(point => point.Interval.High)),
            FileColumn.Integers("votes", [.. points.Select(point => point.Votes)]),
        ];
    }

    /// <summary>What the columns are, for a codebook.</summary>
    public static IReadOnlyList<ColumnMeaning> Meanings() =>
    [
        new("state", "the state", "state id (COW number)"), new("code", "code of the state", "ISO3, else the COW abbreviation"), new("year", "calendar year", "year"),
        new("ideal_point", "ideal point by votes in the General Assembly; high is where the United States stands", "standard deviations over all states and years"), new("low", "lower end of its interval", "standard deviations"),
        new("high", "upper end of its interval", "standard deviations"), new("votes", "votes that the state cast in the year", "count"),
    ];
}
