using System.Globalization;
using Entente.Models.Alignment;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>A span of years whose votes are taken together.</summary>
/// <param name="First">First year.</param>
/// <param name="Last">Last year.</param>
/// <param name="RollCalls">Roll calls held for it, of the issue that is asked for.</param>
/// <param name="Widened">Why it is wider than was asked for; <see langword="null"/> where it is not.</param>
public sealed record DriftPeriod(int First, int Last, int RollCalls, string? Widened)
{
    /// <summary>"2023" or "2022–2023".</summary>
    public string Label => First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}–{Last}");

    /// <summary>Whether a year lies in it.</summary>
    public bool Contains(int year) => year >= First && year <= Last;
}

/// <summary>Chooses the two periods that are compared.</summary>
internal static class DriftPeriods
{
    private const int MostYears = 10;

    /// <summary>The base and the last period; each is widened backwards, year by year, while it holds fewer roll calls than are needed, and the last one stops short of the base.</summary>
    /// <exception cref="InvalidInputException">The years are in the wrong order, overlap, or lie outside the votes held.</exception>
    /// <exception cref="NoAnswerException">A period holds too few roll calls and cannot be widened.</exception>
    public static (DriftPeriod Base, DriftPeriod Last) Choose(RollCallVotes votes, DriftOptions options, Func<int, bool> counts)
    {
        var (first, last) = (votes.RollCalls[0].Date.Year, votes.RollCalls[^1].Date.Year);
        if (options.Since > options.Until) throw new InvalidInputException($"The base year {options.Since} is after the last year {options.Until}; swap --since and --until.");
        if (options.Since < first || options.Until > last) throw new InvalidInputException($"Recorded votes are held from {first} to {last}; the span {options.Since} to {options.Until} is outside: choose years within.");
        if (options.Since + options.Window > options.Until - options.Window + 1)
        {
            throw new InvalidInputException($"Two periods of {Years(options.Window)} do not fit between {options.Since} and {options.Until}; choose an earlier --since{(options.Window > 1 ? " or a smaller --window" : string.Empty)}.");
        }

        var start = Widen(votes, options, counts, options.Since, options.Since + options.Window - 1, first);
        return (start, Widen(votes, options, counts, options.Until - options.Window + 1, options.Until, start.Last + 1));
    }

    private static DriftPeriod Widen(RollCallVotes votes, DriftOptions options, Func<int, bool> counts, int first, int last, int earliest)
    {
        var (from, held) = (first, 0);
        for (var year = first; year <= last; year++) held += Held(votes, counts, year);
        var asked = held;
        while (held < options.Needed && from > earliest && last - from + 1 < MostYears) held += Held(votes, counts, --from);
        var span = new DriftPeriod(first, last, asked, null).Label;
        var holes = string.Join("; ", Enumerable.Range(first, last - first + 1).Select(year => VoteHoles.Describe(year, votes.RollCalls)).Where(hole => hole is not null));
        var why = $"{span} holds {(asked == 0 ? "no" : asked.ToString(CultureInfo.InvariantCulture))} recorded {(asked == 1 ? "vote" : "votes")}{(options.Issue is { } issue ? $" on {DriftIssues.Name(issue)}" : "")}{(holes.Length > 0 ? $" ({holes})" : "")}";
        if (held >= options.Needed) return new DriftPeriod(from, last, held, from == first ? null : $"{why}; widened to {from}–{last}");
        throw new NoAnswerException($"{why}, fewer than the {options.Needed} that a comparison needs, and cannot be widened; choose other years with --since and --until.");
    }

    private static int Held(RollCallVotes votes, Func<int, bool> counts, int year)
    {
        var (start, end) = votes.InYear(year);
        var held = 0;
        for (var i = start; i < end; i++) held += counts(i) ? 1 : 0;
        return held;
    }

    private static string Years(int window) => window == 1 ? "one year" : $"{window} years";
}
