using System.Text;

namespace Entente.World.States;

/// <summary>The sentences that say why a text names no state.</summary>
internal static class StateSentences
{
    private const int LongestQuote = 60;

    /// <summary>"Russia (RUS, 365)": the name with the codes by which it can be typed.</summary>
    public static string Label(State state)
    {
        var number = state.Id > 0 ? $"{state.Id}" : $"M49:{-state.Id}";
        return (state.Iso3 ?? state.Abbreviation) is { } code ? $"{state.Name} ({code}, {number})" : $"{state.Name} ({number})";
    }

    /// <summary>The text in quotes, shortened and without control characters, so that a sentence stays a sentence.</summary>
    public static string Quote(string text)
    {
        var builder = new StringBuilder("'");
        foreach (var c in text.AsSpan().Trim())
        {
            if (builder.Length > LongestQuote)
            {
                builder.Append('…');
                break;
            }

            builder.Append(char.IsControl(c) ? ' ' : c);
        }

        return builder.Append('\'').ToString();
    }

    /// <summary>"a", "a or b", "a, b or c".</summary>
    public static string Join(IReadOnlyList<string> items, string word) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {word} {items[^1]}";

    /// <summary>Nothing has the name.</summary>
    public static string Unknown(string text, IReadOnlyList<State> near) =>
        near.Count > 0
            ? $"There is no state {Quote(text)}. Did you mean {Join([.. near.Select(Label)], "or")}?"
            : $"There is no state {Quote(text)}; write a name, an ISO code (RUS), a COW number (365) or abbreviation (UKG), or M49:643.";

    /// <summary>More than one state has the name.</summary>
    public static string Ambiguous(string text, int? year, IReadOnlyList<State> states) =>
        $"{Quote(text)} can mean {Join([.. states.Select(Label)], "or")}{(year is null ? "" : $" in {year}")}; name one of them by its code.";

    /// <summary>The states of the name did not exist in the year.</summary>
    public static string Absent(string text, int year, IReadOnlyList<State> states, IReadOnlyList<Succession> successions, Func<int, State> byId) =>
        $"There was no state {Quote(text)} in {year}: {string.Join("; ", states.Select(state => Existence(state, year, successions, byId)))}.";

    private static string Existence(State state, int year, IReadOnlyList<Succession> successions, Func<int, State> byId)
    {
        var sentence = $"{Label(state)} is counted as a state {Join([.. state.Existence.Select(Span)], "and")}";
        if (state.Existence[0].From.Year > year)
        {
            var before = successions.Where(s => s.Successor == state.Id && s.Date >= state.Existence[0].From).OrderBy(s => s.Date).Select(s => s.Predecessor).Distinct().Take(4).Select(id => Label(byId(id))).ToList();
            return before.Count > 0 ? $"{sentence} and follows {Join(before, "and")}" : sentence;
        }

        if (state.Existence[^1].To is { } end && end.Year < year)
        {
            var after = successions.Where(s => s.Predecessor == state.Id && s.Date >= end).OrderBy(s => s.Date).Select(s => s.Successor).Distinct().Take(4).Select(id => Label(byId(id))).ToList();
            return after.Count > 0 ? $"{sentence} and is followed by {Join(after, "and")}" : sentence;
        }

        return sentence;
    }

    private static string Span(Period period) =>
        period.To is { } to ? to.Year == period.From.Year ? $"in {to.Year}" : $"from {period.From.Year} to {to.Year}" : $"since {period.From.Year}";
}
