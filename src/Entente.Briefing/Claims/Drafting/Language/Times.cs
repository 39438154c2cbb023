namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>How a sentence says when.</summary>
internal enum TimeKind
{
    /// <summary>A year.</summary>
    Year,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>Since a year, until the time of writing.</summary>
    Since,

    /// <summary>From one year, or month, to another.</summary>
    Span,

    /// <summary>"the 1990s".</summary>
    Decade,

    /// <summary>"last year", "in the quarter", "the first half of 2023": not a year that can be asked for.</summary>
    Vague,
}

/// <summary>A time that a sentence names.</summary>
/// <param name="Kind">How.</param>
/// <param name="From">First year; 0 for vague ones.</param>
/// <param name="To">Last year; the same where there is one.</param>
/// <param name="FromMonth">Month of the first, 0 where not said.</param>
/// <param name="ToMonth">Month of the last, 0 where not said.</param>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
internal sealed record TimeMention(TimeKind Kind, int From, int To, int FromMonth, int ToMonth, int First, int End);

/// <summary>Finds years, months, spans and dates, and marks their tokens so that they are read as no amounts.</summary>
internal static class TimeReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The times in order.</summary>
    public static List<TimeMention> Of(Token[] tokens, bool[] taken)
    {
        var times = new List<TimeMention>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (taken[at] || Point(tokens, at) is not { } one) continue;
            var time = Joined(tokens, one);
            times.Add(time);
            for (var i = time.First; i < time.End; i++) taken[i] = true;
            at = time.End - 1;
        }

        return times;
    }

    /// <summary>The month, 1 to 12, that a word names, or 0.</summary>
    public static int MonthOf(Token token)
    {
        if (!token.IsCapital) return 0;
        var word = token.Lower;
        var at = Array.IndexOf(LongMonths, word);
        return at >= 0 ? at + 1 : word is "sept" ? 9 : Array.IndexOf(Months, word) + 1;
    }

    /// <summary>A year that a number token is, or 0.</summary>
    public static int YearOf(Token[] tokens, int at)
    {
        var token = tokens[at];
        if (token is not { Kind: TokenKind.Number, Text.Length: 4 } || !int.TryParse(token.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) || year is < 1816 or > 2100) return 0;
        var next = at + 1 < tokens.Length ? tokens[at + 1].Lower : "";
        var before = at > 0 ? tokens[at - 1].Lower : "";
        if (before is "$" or "€" or "£" or "." or ":" || next is "%" or "percent" or "troops" or "soldiers" or "votes" or "states" or "people" or "km" or "million" or "billion" or "bcm" or "tonnes") return 0;
        return year;
    }

    private static TimeMention? Point(Token[] tokens, int at)
    {
        // 2023-24-like dates come as numbers with dashes; "24 February 2025", "February 24, 2025", "Feb 24", "July 2024".
        var month = MonthOf(tokens[at]);
        if (month > 0)
        {
            var next = at + 1;
            if (next < tokens.Length && tokens[next].Lower == ".") next++;
            if (next < tokens.Length && YearOf(tokens, next) is > 0 and var year) return new TimeMention(TimeKind.Month, year, year, month, month, at, next + 1);
            if (next < tokens.Length && IsDay(tokens[next]))
            {
                var end = next + 1;
                if (end < tokens.Length && tokens[end].Lower is "st" or "nd" or "rd" or "th") end++;
                var behind = end < tokens.Length && tokens[end].Lower == "," ? end + 1 : end;
                return behind < tokens.Length && YearOf(tokens, behind) is > 0 and var dated
                    ? new TimeMention(TimeKind.Month, dated, dated, month, month, at, behind + 1)
                    : new TimeMention(TimeKind.Vague, 0, 0, month, month, at, end);
            }

            return tokens[at].Lower == "may" && !(at > 0 && tokens[at - 1].Lower is "in" or "last" or "of") ? null : new TimeMention(TimeKind.Vague, 0, 0, month, month, at, at + 1);
        }

        if (IsDay(tokens[at]))
        {
            var name = at + 1 < tokens.Length && tokens[at + 1].Lower is "st" or "nd" or "rd" or "th" ? at + 2 : at + 1;
            if (name < tokens.Length && MonthOf(tokens[name]) is > 0 and var named)
            {
                return name + 1 < tokens.Length && YearOf(tokens, name + 1) is > 0 and var year
                    ? new TimeMention(TimeKind.Month, year, year, named, named, at, name + 2)
                    : new TimeMention(TimeKind.Vague, 0, 0, named, named, at, name + 1);
            }
        }

        if (YearOf(tokens, at) is > 0 and var plain)
        {
            var glued = at + 1 < tokens.Length && tokens[at + 1].Start == tokens[at].End;
            if (glued && tokens[at + 1].Lower == "s") return new TimeMention(TimeKind.Decade, plain, plain + 9, 0, 0, at, at + 2);
            if (at > 0 && tokens[at].Start == tokens[at - 1].End && tokens[at - 1].Lower is "/" or "_") return null;
            var part = at >= 3 && tokens[at - 1].Lower is "of" && tokens[at - 2].Lower is "half" or "quarter" or "months" or "weeks";
            return new TimeMention(part ? TimeKind.Vague : TimeKind.Year, plain, plain, 0, 0, part ? at - 2 : at, at + 1);
        }

        var lower = tokens[at].Lower;
        return lower is "last" or "this" or "previous" or "current" && at + 1 < tokens.Length && tokens[at + 1].Lower is "year" or "month" or "decade" or "quarter" or "week" or "century"
            ? new TimeMention(TimeKind.Vague, 0, 0, 0, 0, at, at + 2)
            : null;
    }

    /// <summary>"since 2014", "from 2013 to 2023", "2013-2023", "between April 2023 and March 2024", "2022/23".</summary>
    private static TimeMention Joined(Token[] tokens, TimeMention one)
    {
        if (one.Kind is not (TimeKind.Year or TimeKind.Month)) return one;
        var before = one.First > 0 ? tokens[one.First - 1].Lower : "";
        if (one.End + 1 < tokens.Length)
        {
            var joint = tokens[one.End];
            var dash = joint.Kind == TokenKind.Symbol && (Tokenizer.IsDash(joint.Text[0]) || joint.Text == "/");
            if (dash && tokens[one.End + 1] is { Kind: TokenKind.Number, Text.Length: 2 } two && two.Start == joint.End)
            {
                var last = (one.From / 100 * 100) + int.Parse(two.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
                if (last > one.From) return new TimeMention(TimeKind.Span, one.From, last, 0, 0, one.First, one.End + 2);
            }

            var spans = dash || (joint.Lower is "to" or "until" or "till" or "through" && before is "from" or "between" or "") || (joint.Lower == "and" && before == "between");
            if (spans && Point(tokens, one.End + 1) is { Kind: TimeKind.Year or TimeKind.Month } other && other.To >= one.From)
            {
                return new TimeMention(TimeKind.Span, one.From, other.To, one.FromMonth, other.ToMonth, one.First, other.End);
            }
        }

        return before == "since" ? one with { Kind = TimeKind.Since } : one;
    }

    private static bool IsDay(Token token) => token is { Kind: TokenKind.Number, Text.Length: <= 2 } && int.TryParse(token.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31;
}
