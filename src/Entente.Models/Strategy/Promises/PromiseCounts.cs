using System.Collections.Immutable;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>Counts reversals and years at risk of recorded promises, by what had happened to the government since each was made. Nothing on or after the first day of the year is read.</summary>
internal static class PromiseCounts
{
    private const double DaysPerYear = 365.2425;

    /// <summary>The record as it stood on the first day of a year: what ended later stands.</summary>
    public static ImmutableArray<RecordedPromise> AsOf(PromiseEvidence evidence, int state, int year)
    {
        var day = new DateOnly(year, 1, 1);
        return
        [
            .. evidence.Promises[state].Where(promise => promise.Made < day)
                .Select(promise => promise.Ended is { } ended && ended >= day ? promise with { Ended = null, End = PromiseEnd.Standing, By = PromiseBreaker.None } : promise),
        ];
    }

    /// <summary>Changes of government before the first day of a year: the day, and whether the party changed.</summary>
    public static ImmutableArray<(DateOnly Day, bool Party)> Changes(PromiseEvidence evidence, int state, int year)
    {
        var terms = evidence.Terms[state].Where(term => term.From < new DateOnly(year, 1, 1)).ToArray();
        return [.. terms.Zip(terms.Skip(1), (before, now) => (now.From, now.Party != before.Party))];
    }

    /// <summary>Reversals and years by moment in the first years of each promise; empty where no term of government is held.</summary>
    public static ImmutableArray<PromiseExposure> Count(PromiseEvidence evidence, int state, int year, Func<RecordedPromise, bool> reads, double window, int firstYears)
    {
        if (evidence.Terms[state].FirstOrDefault()?.From is not { } first) return [];
        var changes = Changes(evidence, state, year);
        var (reversals, years) = (new int[3], new double[3]);
        foreach (var promise in AsOf(evidence, state, year).Where(reads))
        {
            var until = promise.Ended ?? Earlier(new DateOnly(year, 1, 1), promise.Checked.AddDays(1));
            var since = promise.Made < first ? first : promise.Made;
            var old = promise.Made.AddYears(firstYears);
            var reversed = promise.End == PromiseEnd.Reversed && until <= old;
            until = Earlier(until, old);
            if (until <= since) continue;
            Exposure(since, until, changes, window, years);
            if (reversed) reversals[(int)At(until, since, changes, window)]++;
        }

        return [.. Enum.GetValues<PromiseMoment>().Select(moment => new PromiseExposure(moment, reversals[(int)moment], years[(int)moment]))];
    }

    /// <summary>The moment on a day: a change of party within the window goes before a change of leader alone. Changes on the day itself count, those before the promise do not.</summary>
    public static PromiseMoment At(DateOnly day, DateOnly made, ImmutableArray<(DateOnly Day, bool Party)> changes, double window)
    {
        var moment = PromiseMoment.Calm;
        foreach (var (when, party) in changes)
        {
            if (when <= made || when > day || day.DayNumber - when.DayNumber > window * DaysPerYear) continue;
            if (party) return PromiseMoment.AfterParty;
            moment = PromiseMoment.AfterLeader;
        }

        return moment;
    }

    // The moment is constant between changes and the ends of their windows.
    private static void Exposure(DateOnly since, DateOnly until, ImmutableArray<(DateOnly Day, bool Party)> changes, double window, double[] years)
    {
        var length = (int)(window * DaysPerYear);
        int[] breaks = [.. changes.Where(change => change.Day > since).SelectMany(change => new[] { change.Day.DayNumber, change.Day.DayNumber + length + 1 }).Where(day => day < until.DayNumber), since.DayNumber, until.DayNumber];
        Array.Sort(breaks);
        for (var i = 0; i + 1 < breaks.Length; i++)
        {
            if (breaks[i] < since.DayNumber || breaks[i + 1] == breaks[i]) continue;
            years[(int)At(DateOnly.FromDayNumber(breaks[i]), since, changes, window)] += (breaks[i + 1] - breaks[i]) / DaysPerYear;
        }
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
