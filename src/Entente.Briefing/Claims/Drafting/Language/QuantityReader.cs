using System.Collections.Frozen;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Finds the amounts of a sentence: figures and words, scale, unit, modifier, range.</summary>
internal sealed class QuantityReader
{
    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>
    {
        ["$"] = "USD",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₽"] = "RUB",
        ["₹"] = "INR",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["usd"] = "USD",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["eur"] = "EUR",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["gbp"] = "GBP",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["yen"] = "JPY",
        ["rouble"] = "RUB",
        ["roubles"] = "RUB",
        ["ruble"] = "RUB",
        ["rubles"] = "RUB",
        ["rupees"] = "INR",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Volumes = new Dictionary<string, string>
    {
        ["bcm"] = "bcm",
        ["mcm"] = "mcm",
        ["tonnes"] = "t",
        ["tons"] = "t",
        ["barrels"] = "barrel",
        ["km"] = "km",
        ["kilometres"] = "km",
        ["kilometers"] = "km",
        ["miles"] = "mile",
        ["bpd"] = "barrel/day",
        ["gw"] = "GW",
        ["twh"] = "TWh",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Over = FrozenSet.Create("over", "above", "exceeding", "exceeded", "exceed", "exceeds");
    private static readonly FrozenSet<string> Under = FrozenSet.Create("under", "below");
    private static readonly FrozenSet<string> About = FrozenSet.Create("about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa", "ca", "approx", "c", "~", "≈");

    private readonly Token[] _tokens;
    private readonly bool[] _taken;
    private readonly List<Quantity> _found = [];

    private QuantityReader(Token[] tokens, bool[] taken) => (_tokens, _taken) = (tokens, taken);

    /// <summary>The amounts in order.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="taken">Tokens that are part of dates, page numbers and the like, which no amount may use; those of amounts are marked too.</param>
    public static List<Quantity> Of(Token[] tokens, bool[] taken)
    {
        var reader = new QuantityReader(tokens, taken);
        for (var at = 0; at < tokens.Length; at++)
        {
            if (taken[at]) continue;
            if ((reader.Amount(at) ?? reader.Fraction(at) ?? reader.Times(at) ?? reader.Rank(at)) is not { } quantity) continue;
            reader._found.Add(quantity);
            for (var i = quantity.First; i < quantity.End; i++) taken[i] = true;
            at = quantity.End - 1;
        }

        return reader._found;
    }

    private string Word(int at) => at >= 0 && at < _tokens.Length ? _tokens[at].Lower : "";

    private bool IsGlued(int at) => at > 0 && at < _tokens.Length && _tokens[at].Start == _tokens[at - 1].End;

    private bool IsDash(int at) => at >= 0 && at < _tokens.Length && _tokens[at].Kind == TokenKind.Symbol && Tokenizer.IsDash(_tokens[at].Text[0]);

    /// <summary>"US$ 285.1 bn", "46.5 %", "40-45 per cent", "54,000 troops", "two million people", "150 bcm".</summary>
    private Quantity? Amount(int at)
    {
        var number = at;
        string? currency = null;
        if (Currencies.TryGetValue(Word(at), out var sign) && _tokens[at].Kind == TokenKind.Symbol) (currency, number) = (sign, at + 1);
        else if (_tokens[at].Kind == TokenKind.Word && Word(at) is "us" or "c" or "a" or "usd" or "eur" or "gbp")
        {
            if (Currencies.TryGetValue(Word(at), out var code)) (currency, number) = (code, at + 1);
            else if (Word(at + 1) == "$") (currency, number) = (Word(at) switch { "us" => "USD", "c" => "CAD", _ => "AUD" }, at + 2);
            else if (Word(at) != "a") return null;
        }

        if (number >= _tokens.Length || _taken[number]) return null;
        if (ReadNumber(number) is not { } first) return null;
        if (currency is null && IsPartOfAName(number, first.End)) return null;
        var end = first.End;
        var low = first.Value;
        double? high = null;
        if (RangeEnd(number, end, currency is not null) is { } second) (high, end) = (second.Value, second.End);
        var scale = ScaleAt(ref end);
        low = Scaled(low, scale, first.End, high is not null);
        high *= scale ?? 1;
        if (high is { } top && top < low) return null;

        var (kind, unit) = UnitAt(ref end, currency, number);
        if (kind == QuantityKind.Share)
        {
            low /= 100;
            high /= 100;
        }

        var (modifier, begin) = ModifierBefore(at);
        return new Quantity(kind, low, high, unit, modifier, begin, at, end);
    }

    /// <summary>"half", "a third", "two thirds", "three-quarters", "one in five", "a majority".</summary>
    private Quantity? Fraction(int at)
    {
        var end = at;
        double numerator = 1;
        if (Word(at) is "a" or "an" or "one") end++;
        else if (NumberWords.One(Word(at)) is { } small and < 20 and > 1)
        {
            numerator = small;
            end++;
        }

        if (end > at && Word(end) == "in" && Word(at) == "one")
        {
            var next = Word(end + 1) == "every" ? end + 2 : end + 1;
            if (next < _tokens.Length && ReadNumber(next) is { Value: > 1 } of)
            {
                var before = ModifierBefore(at);
                return new Quantity(QuantityKind.Share, 1 / of.Value, null, "", before.Modifier, before.First, at, of.End);
            }
        }

        if (end > at && IsDash(end)) end++;
        if (end >= _tokens.Length || NumberWords.Denominator(Word(end)) is not { } denominator || _taken[end]) return null;
        if (end == at && Word(end) != "half") return null;
        var plural = Word(end)[^1] == 's';
        if (plural != numerator > 1 || IsTimeOrIdiom(at, end)) return null;
        var (modifier, first) = ModifierBefore(at);
        return new Quantity(QuantityKind.Share, numerator / denominator, null, "", modifier, first, at, end + 1);
    }

    /// <summary>"the first half", "half a century", "quarter of an hour", "half-hearted", "a third term", "half of you".</summary>
    private bool IsTimeOrIdiom(int at, int fraction)
    {
        var next = Word(fraction + 1);
        if (NumberWords.Ordinal(Word(at - 1)) is not null || Word(at - 1) is "last" or "other" or "past" or "latter" or "final" or "and" && Word(fraction) == "half" && at > 1) return true;
        if (Word(fraction) is "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth" or "quarter" && next is not ("of" or "the" or "," or "." or "" or "higher" or "lower" or "more" or "less" or "to" or "from" or "in")) return true;
        if (IsDash(fraction + 1) && IsGlued(fraction + 1)) return true;
        var noun = next is "of" ? Word(fraction + 2) : next;
        if (noun is "a" or "an" or "the" or "this" or "that") noun = Word(fraction + (next is "of" ? 3 : 2));
        return noun is "year" or "century" or "hour" or "decade" or "month" or "day" or "dozen" or "minute" or "time" or "past" or "you" or "us" or "them" or "me" or "mile" || (noun.Length == 4 && noun[0] is '1' or '2' && char.IsAsciiDigit(noun[^1]));
    }

    /// <summary>"doubled", "more than tripled", "tenfold", "nine times".</summary>
    private Quantity? Times(int at)
    {
        double? value = Word(at) switch { "doubled" or "twofold" => 2, "tripled" or "trebled" or "threefold" => 3, "quadrupled" or "fourfold" => 4, "quintupled" or "fivefold" => 5, "sixfold" => 6, "sevenfold" => 7, "eightfold" => 8, "ninefold" => 9, "tenfold" => 10, "halved" => .5, _ => null };
        if (value is not { } times) return null;
        var (modifier, first) = ModifierBefore(at);
        return new Quantity(QuantityKind.Times, times, null, "", modifier, first, at, at + 1);
    }

    /// <summary>"largest", "second-largest", "third biggest", "number one".</summary>
    private Quantity? Rank(int at)
    {
        var superlative = at;
        var place = 1;
        if (NumberWords.Ordinal(Word(at)) is { } ordinal)
        {
            place = ordinal;
            superlative = at + 1;
            if (IsDash(superlative)) superlative++;
        }

        return Word(superlative) is "largest" or "biggest" or "smallest" or "top" && !(Word(superlative) == "top" && ReadNumber(Math.Min(superlative + 1, _tokens.Length - 1)) is not null)
            ? new Quantity(QuantityKind.Rank, place, null, Word(superlative) == "smallest" ? "smallest" : "", QuantityModifier.None, at, at, superlative + 1)
            : null;
    }

    private (double Value, int End)? ReadNumber(int at)
    {
        if (_tokens[at].Kind == TokenKind.Number) return NumberWords.TryFigures(_tokens[at].Text, out var figures) ? (figures, at + 1) : null;
        if (_tokens[at].Kind != TokenKind.Word || NumberWords.Read(_tokens, at) is not { } words) return null;

        // "two thirds" and "one in five" are fractions.
        var next = IsDash(words.End) ? words.End + 1 : words.End;
        if (NumberWords.Denominator(Word(next)) is not null && words.Value < 20) return null;
        if (Word(at) == "one" && words.Value == 1 && !(Word(words.End) is "percent" or "per" or "million" or "billion")) return null;
        return words;
    }

    /// <summary>"F-16", "COVID-19", "S-400", "68/262", "1.5-": a number that a name or code is made with.</summary>
    private bool IsPartOfAName(int at, int end)
    {
        if (_tokens[at].Kind != TokenKind.Number) return IsDash(end) && IsGlued(end) && IsGlued(end + 1) && Word(end + 1) is "year" or "day" or "point" or "hour" or "nation";
        if (at > 0 && IsGlued(at) && (IsDash(at - 1) || Word(at - 1) is "/" or ":" or "_" or "#" or "№")) return true;
        if (at > 0 && IsGlued(at) && _tokens[at - 1].Kind == TokenKind.Word) return true;
        return IsGlued(end) && end < _tokens.Length && (Word(end) is "/" or ":" or "th" or "st" or "nd" or "rd" or "s" || (IsDash(end) && IsGlued(end + 1) && _tokens[end + 1].Kind == TokenKind.Word));
    }

    /// <summary>"40-45", "40 to 45", "between 40 and 45": the upper end, which has to carry the unit; else two amounts of their own.</summary>
    private (double Value, int End)? RangeEnd(int at, int end, bool isMoney)
    {
        var dash = IsDash(end);
        var joint = dash || Word(end) == "to" && Word(at - 1) != "from" || Word(end) == "and" && BetweenBefore(at, isMoney);
        if (!joint || end + 1 >= _tokens.Length) return null;
        var next = end + 1;
        if (isMoney && Currencies.ContainsKey(Word(next)) && next + 1 < _tokens.Length) next++;
        if (_taken[next] || ReadNumber(next) is not { } second) return null;
        if (dash && IsDash(second.End) && IsGlued(second.End)) return null;
        return second;
    }

    private bool BetweenBefore(int at, bool isMoney) => Word(at - 1) == "between" || (isMoney && Word(at - 2) == "between");

    private double? ScaleAt(ref int end)
    {
        if (end >= _tokens.Length || NumberWords.Scale(Word(end), IsGlued(end)) is not { } scale) return null;
        end++;
        if (scale == 1e3 && NumberWords.Scale(Word(end), false) is { } more)
        {
            end++;
            return scale * more;
        }

        return scale;
    }

    private double Scaled(double low, double? scale, int behindFirst, bool isRange) => scale is not { } factor || (isRange && NumberWords.Scale(Word(behindFirst), true) is not null) ? low : low * factor;

    private (QuantityKind Kind, string Unit) UnitAt(ref int end, string? currency, int number)
    {
        if (currency is not null) return (QuantityKind.Money, currency);
        var word = Word(end);
        var two = $"{word} {Word(end + 1)}";
        if (word is "%" or "percent" or "pct" or "percentage" or "pc" || two == "per cent")
        {
            end += word == "per" ? 2 : 1;
            if (word != "percentage" && Word(end) is not ("point" or "points")) return (QuantityKind.Share, "");
            if (Word(end) is "point" or "points") end++;
            return (QuantityKind.Points, "");
        }

        if (word == "basis" && Word(end + 1) is "point" or "points")
        {
            end += 2;
            return (QuantityKind.Points, "basis points");
        }

        if (word is "pp" or "ppt" or "points")
        {
            end++;
            return (QuantityKind.Points, "");
        }

        if (Currencies.TryGetValue(word, out var money) || (word is "us" or "american" or "canadian" && Currencies.TryGetValue(Word(end + 1), out money)))
        {
            end += Currencies.ContainsKey(word) ? 1 : 2;
            return (QuantityKind.Money, money);
        }

        if (word == "cubic" && Word(end + 1) is "metres" or "meters" or "metre" or "meter")
        {
            end += 2;
            return (QuantityKind.Volume, "m3");
        }

        if (Volumes.TryGetValue(word, out var volume))
        {
            end++;
            return (QuantityKind.Volume, volume);
        }

        if (word is "times" && number < end)
        {
            end++;
            return (QuantityKind.Times, "");
        }

        if (IsDash(end) && Word(end + 1) == "fold") end++;
        if (Word(end) == "fold")
        {
            end++;
            return (QuantityKind.Times, "");
        }

        return (QuantityKind.Count, end < _tokens.Length && _tokens[end].Kind == TokenKind.Word ? word : "");
    }

    private (QuantityModifier Modifier, int First) ModifierBefore(int at)
    {
        var (one, two, three) = (Word(at - 1), Word(at - 2), Word(at - 3));
        if (_found.Count > 0 && at - 1 < _found[^1].End) return (QuantityModifier.None, at);
        if (one == "than" && two is "more" or "greater" or "higher" or "larger") return three == "no" ? (QuantityModifier.Under, at - 3) : (QuantityModifier.Over, at - 2);
        if (one == "than" && two is "less" or "fewer" or "lower" or "smaller") return three == "no" ? (QuantityModifier.Over, at - 3) : (QuantityModifier.Under, at - 2);
        if (one == "least" && two == "at" || one == "of" && two == "upwards" || one == "of" && two == "excess") return (QuantityModifier.Over, at - 2);
        if (one == "most" && two == "at" || one == "to" && two == "up") return (QuantityModifier.Under, at - 2);
        if (one == "to" && two == "close") return (QuantityModifier.About, at - 2);
        if (Over.Contains(one)) return two is "just" or "well" or "slightly" ? (QuantityModifier.Over, at - 2) : two == "not" ? (QuantityModifier.Under, at - 2) : (QuantityModifier.Over, at - 1);
        if (Under.Contains(one)) return two is "just" or "well" or "slightly" ? (QuantityModifier.Under, at - 2) : (QuantityModifier.Under, at - 1);
        return About.Contains(one) ? (QuantityModifier.About, two is "just" or "only" ? at - 1 : at - 1) : (QuantityModifier.None, at);
    }
}
