using System.Globalization;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Which parameters of time a figure has.</summary>
internal enum WhenShape
{
    /// <summary>One year.</summary>
    Year,

    /// <summary>One year; "since 2010" means that year.</summary>
    Since,

    /// <summary>A year to compare with and a year.</summary>
    Change,

    /// <summary>A span of years, from and until.</summary>
    Span,

    /// <summary>A span of months, from and to.</summary>
    Months,

    /// <summary>A window of five years that a year lies in.</summary>
    Window,
}

/// <summary>Takes the years of a figure from the sentence; what the sentence leaves open stays open.</summary>
internal static class When
{
    private const int WindowYears = 5;

    public static void Set(Proposal proposal, Clause clause, Quantity? quantity, WhenShape shape)
    {
        if (TimeOf(clause, quantity) is not { } time)
        {
            proposal.Note("year: the text names none.");
            return;
        }

        switch (time.Kind)
        {
            case TimeKind.Vague:
                proposal.Note($"year: the text says '{clause.Sentence.Between(time.First, time.End)}'.");
                break;
            case TimeKind.Decade:
                proposal.Note($"year: the text says '{clause.Sentence.Between(time.First, time.End)}'; choose a year of it.");
                break;
            case TimeKind.Since when shape == WhenShape.Change:
                proposal.With("from", Text(time.From)).Note("year: the text says since when, not until when.");
                break;
            case TimeKind.Since when shape == WhenShape.Span:
                proposal.With("from", Text(time.From)).Note("until: the text says since when, not until when.");
                break;
            case TimeKind.Since when shape != WhenShape.Since:
                proposal.Note($"year: the text says since {time.From}; choose a year.");
                break;
            case TimeKind.Span:
                SetSpan(proposal, time, shape);
                break;
            default:
                SetPoint(proposal, clause, quantity, time, shape);
                break;
        }
    }

    private static void SetPoint(Proposal proposal, Clause clause, Quantity? quantity, TimeMention time, WhenShape shape)
    {
        switch (shape)
        {
            case WhenShape.Months when time.FromMonth > 0:
                proposal.With("from", Month(time.From, time.FromMonth)).With("to", Month(time.To, time.ToMonth));
                break;
            case WhenShape.Months:
                proposal.With("from", Month(time.From, 1)).With("to", Month(time.To, 12));
                break;
            case WhenShape.Span:
                proposal.With("from", Text(time.From)).With("until", Text(time.From));
                break;
            case WhenShape.Change:
                proposal.With("year", Text(time.From));
                if (SaysYearBefore(clause, quantity)) proposal.With("from", Text(time.From - 1));
                else proposal.Note("from: the text does not say since when.");
                break;
            default:
                proposal.With("year", Text(time.From));
                break;
        }
    }

    private static void SetSpan(Proposal proposal, TimeMention time, WhenShape shape)
    {
        switch (shape)
        {
            case WhenShape.Change:
                proposal.With("from", Text(time.From)).With("year", Text(time.To));
                break;
            case WhenShape.Span:
                proposal.With("from", Text(time.From)).With("until", Text(time.To));
                break;
            case WhenShape.Months:
                proposal.With("from", Month(time.From, time.FromMonth == 0 ? 1 : time.FromMonth)).With("to", Month(time.To, time.ToMonth == 0 ? 12 : time.ToMonth));
                break;
            case WhenShape.Window when time.To - time.From < WindowYears:
                proposal.With("year", Text(time.To));
                break;
            default:
                proposal.Note(string.Create(CultureInfo.InvariantCulture, $"year: the text says {time.From} to {time.To}; choose a year."));
                break;
        }
    }

    /// <summary>The time that belongs to an amount: the next behind it before another amount, else the only one, else the last before it, else that of the clause before.</summary>
    private static TimeMention? TimeOf(Clause clause, Quantity? quantity)
    {
        var times = clause.Sentence.Times;
        var inside = times.Where(time => time.First >= clause.From && time.End <= clause.To).ToList();
        if (inside.Count > 1 && inside.Exists(time => time.From > 0)) inside.RemoveAll(time => time.From == 0);
        if (inside.Count == 0)
        {
            // "In 2023 ..., while its exports ...": a clause without a time of its own shares that of the sentence.
            var dated = times.Where(time => time.From > 0).ToList();
            return dated.Count == 1 ? dated[0] : dated.LastOrDefault(time => time.End <= clause.From) ?? (times.Count == 1 ? times[0] : null);
        }

        if (inside.Count == 1 || quantity is null) return inside[0];
        var nextAmount = clause.Quantities.Where(other => other.First >= quantity.End).Select(other => other.First).DefaultIfEmpty(clause.To).Min();
        var behind = inside.Find(time => time.First >= quantity.End && time.First < nextAmount);
        return behind ?? inside.FindLast(time => time.End <= quantity.First);
    }

    private static bool SaysYearBefore(Clause clause, Quantity? quantity)
    {
        for (var at = quantity?.End ?? clause.From; at < clause.To; at++)
        {
            if (clause.Word(at) is "year" && (clause.Word(at + 1) is "earlier" or "before" || clause.Word(at - 1) is "previous" or "preceding" || (clause.Word(at + 1) == "on" && clause.Word(at + 2) == "year") || (clause.Word(at + 1) == "-" && clause.Word(at + 2) == "on"))) return true;
        }

        return false;
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}");
}
