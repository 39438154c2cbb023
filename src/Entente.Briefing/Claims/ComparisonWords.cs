using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Models.Figures;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Briefing.Claims;

/// <summary>
/// Reads the wording of a comparison (docs/claims.md has the table). A number counts to half a unit of its last digit and to one per cent of itself, because editions of one statistic differ by as much; "about" widens this to five per
/// cent of itself, "nearly" allows what lies up to five per cent below. Bounds are taken at their word.
/// </summary>
internal static partial class ComparisonWords
{
    /// <summary>What "about" and "nearly" allow, as a part of the stated value.</summary>
    public const double About = .05;

    /// <summary>By how much editions of one statistic differ without being wrong.</summary>
    public const double BetweenEditions = .01;

    // Counts of votes and states are not revised; sums of money, people and volumes are.
    private const double SmallestRevisedCount = 10_000;

    public static ClaimComparison Read(string wording, FigureDefinition figure)
    {
        var text = Blanks().Replace(wording.Trim(), " ");
        if (text.Length == 0) throw Unclear(wording, figure);
        if (text == OpenPlaces.Mark) return new ClaimComparison(wording, ComparisonKind.Word) { Word = text };
        if (List(text, figure) is { } list) return list;
        if (figure.Kind == FigureAnswerKind.Text && !Starts(text, out _, "more than", "less than", "over", "under", "at least", "at most", "about", "between") && !char.IsAsciiDigit(text[0])) return new ClaimComparison(wording, ComparisonKind.Word) { Word = Starts(text, out var word, "is", "was", "=") ? word : text };
        if (figure.Kind == FigureAnswerKind.Text && Tally().IsMatch(text)) return new ClaimComparison(wording, ComparisonKind.Word) { Word = text };
        return Ranks(text, figure) ?? Changes(text, figure) ?? Number(text, wording, figure);
    }

    private static ClaimComparison? List(string text, FigureDefinition figure)
    {
        var kind = Starts(text, out var rest, "includes", "include", "including", "among them") ? ComparisonKind.Includes
            : Starts(text, out rest, "excludes", "exclude", "does not include", "without") ? ComparisonKind.Excludes
            : Starts(text, out rest, "=", "are", "exactly") && !char.IsAsciiDigit(rest[0]) ? ComparisonKind.ExactList : (ComparisonKind?)null;
        if (kind is not { } said || (said == ComparisonKind.ExactList && figure.Kind != FigureAnswerKind.States)) return null;
        if (figure.Kind != FigureAnswerKind.States) throw new InvalidInputException($"'{text}' is said of a list, but {figure.Key} is none");
        ImmutableArray<string> states = [.. Between().Split(rest).Select(state => state.Trim()).Where(state => state.Length > 0)];
        return states.IsEmpty ? throw new InvalidInputException($"'{text}' names no state; write for example includes RUS, PRK and BLR") : new ClaimComparison(text, said) { States = states };
    }

    private static ClaimComparison? Ranks(string text, FigureDefinition figure)
    {
        var match = Superlative().Match(text);
        if (!match.Success) return null;
        if (figure.Unit != Unit.Rank) throw new InvalidInputException($"'{text}' is said of a rank, but {figure.Key} is none; take a figure such as trade-rank");
        var rank = match.Groups["place"].Value.ToLowerInvariant() switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, "seventh" => 7, "eighth" => 8, "ninth" => 9, "tenth" => 10, _ => 1 };
        return new ClaimComparison(text, ComparisonKind.Value) { Stated = rank };
    }

    private static ClaimComparison? Changes(string text, FigureDefinition figure)
    {
        var word = text.ToLowerInvariant();
        if (word is "none" or "no" or "nothing") return new ClaimComparison(text, ComparisonKind.Value) { Stated = 0 };
        if (word is "most" or "a majority" or "the majority" or "a majority of" && figure.Unit is Unit.Share) return new ClaimComparison(text, ComparisonKind.Bound) { Low = .5 };
        var change = word switch { "doubled" => 1, "tripled" or "trebled" => 2, "quadrupled" => 3, "halved" => -.5, _ => double.NaN };
        var grows = word switch { "rose" or "grew" or "increased" => 1, "fell" or "shrank" or "decreased" => -1, _ => 0 };
        if (double.IsNaN(change) && grows == 0) return null;
        if (figure.Unit != Unit.RelativeChange) throw new InvalidInputException($"'{text}' is said of a change, but {figure.Key} is none; take a figure such as trade-growth");
        if (grows != 0) return grows > 0 ? new ClaimComparison(text, ComparisonKind.Bound) { Low = 0 } : new ClaimComparison(text, ComparisonKind.Bound) { High = 0 };

        // Doubled is a ratio of about two: the slack is of the ratio, not of the change.
        return new ClaimComparison(text, ComparisonKind.Value) { Stated = change, Below = About * (1 + change), Above = About * (1 + change) };
    }

    private static ClaimComparison Number(string text, string wording, FigureDefinition figure)
    {
        var unit = figure.Unit;
        if (Starts(text, out var rest, "between", "from") || Range().IsMatch(text)) return Within(Starts(text, out _, "between", "from") ? rest : text, wording, figure);
        var and = And().Match(text);
        if (and.Success && Side(and.Groups["first"].Value, wording, figure) is { } first && Side(and.Groups["second"].Value, wording, figure) is { } second)
        {
            return Possible(new ClaimComparison(wording, ComparisonKind.Bound)
            {
                Low = Math.Max(first.Low, second.Low),
                High = Math.Min(first.High, second.High),
                LowIncluded = first.LowIncluded || second.LowIncluded,
                HighIncluded = first.HighIncluded || second.HighIncluded,
            }, figure);
        }

        if (Side(text, wording, figure) is { } side) return Possible(side, figure);
        var nearly = Starts(text, out rest, "nearly", "almost", "close to", "just under", "not quite");
        var about = nearly || Starts(text, out rest, "about", "around", "roughly", "approximately", "some", "circa", "ca.", "c.", "~", "≈");
        if (!about) _ = Starts(text, out rest, "exactly", "is", "was", "=");
        var stated = Stated(rest, wording, figure);
        var revised = unit is Unit.Rank || (unit == Unit.Count && Math.Abs(stated.Value) < SmallestRevisedCount) ? 0 : BetweenEditions * Math.Abs(stated.Value);
        var slack = Math.Max(Math.Max(stated.Half, revised), about || stated.Half == 0 ? About * Math.Abs(stated.Value) : 0);
        if (unit == Unit.Rank || (unit == Unit.Count && !about && Math.Abs(stated.Value) < SmallestRevisedCount && stated.Half <= .5)) slack = 0;
        return Possible(new ClaimComparison(wording, ComparisonKind.Value) { Stated = stated.Value, Below = slack, Above = nearly ? Math.Min(slack, stated.Half) : slack }, figure);
    }

    private static ClaimComparison? Side(string text, string wording, FigureDefinition figure)
    {
        if (Starts(text, out var rest, "no more than", "not more than", "at most", "up to", "<=", "≤")) return new(wording, ComparisonKind.Bound) { High = Stated(rest, wording, figure).Value, HighIncluded = true };
        if (Starts(text, out rest, "no less than", "not less than", "at least", ">=", "≥")) return new(wording, ComparisonKind.Bound) { Low = Stated(rest, wording, figure).Value, LowIncluded = true };
        if (Starts(text, out rest, "more than", "over", "above", "greater than", "exceeds", "well over", "upwards of", ">")) return new(wording, ComparisonKind.Bound) { Low = Stated(rest, wording, figure).Value };
        if (Starts(text, out rest, "less than", "under", "below", "fewer than", "smaller than", "<")) return new(wording, ComparisonKind.Bound) { High = Stated(rest, wording, figure).Value };
        return null;
    }

    private static ClaimComparison Within(string text, string wording, FigureDefinition figure)
    {
        var parts = Ends().Split(text);
        if (parts.Length != 2) throw Unclear(wording, figure);

        // "between 10 and 20 %": the unit at the end is that of both.
        var unit = Ending().Match(parts[1]).Value;
        var low = Stated(char.IsAsciiDigit(parts[0].TrimEnd()[^1]) ? parts[0] + unit : parts[0], wording, figure);
        var high = Stated(parts[1], wording, figure);
        if (low.Value > high.Value) throw new InvalidInputException($"'{wording}' contradicts itself: {parts[0].Trim()} is more than {parts[1].Trim()}; write the smaller first");
        return Possible(new ClaimComparison(wording, ComparisonKind.Bound) { Low = low.Value - low.Half, High = high.Value + high.Half, LowIncluded = true, HighIncluded = true }, figure);
    }

    /// <summary>Refuses what no value of the figure could fulfil.</summary>
    private static ClaimComparison Possible(ClaimComparison comparison, FigureDefinition figure)
    {
        if (comparison.Kind == ComparisonKind.Bound && (comparison.Low > comparison.High || (comparison.Low == comparison.High && !(comparison.LowIncluded && comparison.HighIncluded))))
        {
            throw new InvalidInputException($"'{comparison.Wording}' contradicts itself: no number is both; mend the wording");
        }

        var (least, most) = figure.Unit switch { Unit.Share or Unit.Probability => (0.0, 1.0), Unit.Count or Unit.BillionCubicMetres or Unit.Ratio => (0, double.PositiveInfinity), Unit.Rank => (1, double.PositiveInfinity), Unit.RelativeChange => (-1, double.PositiveInfinity), _ => (double.NegativeInfinity, double.PositiveInfinity) };
        var (low, high) = comparison.Kind == ComparisonKind.Value ? (comparison.Stated, comparison.Stated) : (comparison.Low, comparison.High);
        if (low > most || high < least || (low == most && comparison.Kind == ComparisonKind.Bound && !comparison.LowIncluded) || (high == least && comparison.Kind == ComparisonKind.Bound && !comparison.HighIncluded))
        {
            throw new InvalidInputException($"'{comparison.Wording}' cannot be true of {figure.Key}, whatever the data: it lies between {Numbers.Format(least, figure.Unit)} and {(double.IsInfinity(most) ? "no limit" : Numbers.Format(most, figure.Unit))}; mend the wording");
        }

        return comparison;
    }

    private static StatedNumber Stated(string text, string wording, FigureDefinition figure) => text.Trim().Length == 0 ? throw Unclear(wording, figure) : StatedNumber.Read(text, figure.Unit);

    private static InvalidInputException Unclear(string wording, FigureDefinition figure) => new(
        $"the comparison '{wording}' is not understood; write for example {(figure.Kind switch { FigureAnswerKind.States => "'includes RUS and PRK', '= RUS, PRK' or '18'", FigureAnswerKind.Text => "'yes' or 'is adopted'", _ => "'46.5 %', 'more than half', 'about 57 %' or 'between 10 and 20 %'" })}");

    private static bool Starts(string text, out string rest, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var isSign = !char.IsLetter(word[^1]) && word[^1] != '.';
            if (text.Length > word.Length && !isSign && text[word.Length] != ' ' && text[word.Length] != '$') continue;
            rest = text[word.Length..].Trim();
            if (rest.Length > 0) return true;
        }

        rest = text;
        return false;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d+-\d+-\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tally();

    [GeneratedRegex(@",\s*and\s+|,|;|\s+and\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();

    [GeneratedRegex("^(is |was )?(the )?(?<place>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first)?([ -])?(?<word>largest|biggest|most important|main|top|leading|first)$|^(the )?(?<place>first)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Superlative();

    [GeneratedRegex(@"^\$?[\d.,]+\s*(to|–|—)\s*\$?[\d.,]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\s+and\s+|\s+to\s+|\s*[–—]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<=\d)\s*[^\d\s].*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?<first>.+?)\s+(and|but)\s+(?<second>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex And();
}
