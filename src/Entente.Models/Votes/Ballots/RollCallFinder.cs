using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.Ballots;

/// <summary>Finds roll calls by symbol, id or words of the title.</summary>
public static partial class RollCallFinder
{
    private const int Listed = 6;

    /// <summary>Finds the roll call that is meant.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="text">A document symbol, with or without "A/RES/", or an id of the source ("V3066"); case and blanks do not matter. Old and new spellings of a symbol are one: "R/55/33" and "A/RES/55/33", "ESS/5/100" and "ES-5/100".</param>
    /// <param name="number">Which one, from 1, where several roll calls share the symbol.</param>
    /// <returns>Its position in <see cref="RollCallVotes.RollCalls"/>.</returns>
    /// <exception cref="InvalidInputException">Nothing fits, several do and no number is given, or the number is too high.</exception>
    public static int Find(RollCallVotes votes, string text, int? number = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(text);
        var found = All(votes, text);
        if (found.IsEmpty) throw new InvalidInputException(Unknown(votes, text));
        if (number is { } wanted)
        {
            if (wanted >= 1 && wanted <= found.Length) return found[wanted - 1];
            throw new InvalidInputException($"{text.Trim()} stands for {Count(found.Length)}; --number {wanted} is none of them.");
        }

        if (found.Length == 1) return found[0];
        var list = found.Take(Listed).Select((position, i) => $"{i + 1} is {Describe(votes.RollCalls[position])}");
        throw new InvalidInputException($"{text.Trim()} stands for {Count(found.Length)}: {string.Join("; ", list)}; choose with --number or by id.");
    }

    /// <summary>All roll calls with a symbol or id, in order of date; empty where none has it.</summary>
    public static ImmutableArray<int> All(RollCallVotes votes, string text)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text);
        if (key.Length == 0) return [];
        var found = Positions(votes, call => call.Symbol.Length > 0 && Key(call.Symbol) == key);
        return found.IsEmpty ? Positions(votes, call => string.Equals(call.VoteId, text.Trim(), StringComparison.OrdinalIgnoreCase)) : found;
    }

    /// <summary>All roll calls whose title or symbol contains every word, the newest first; a word may be the start of one.</summary>
    /// <exception cref="InvalidInputException">There is no word to look for.</exception>
    /// <exception cref="NoAnswerException">No title has all of them.</exception>
    public static ImmutableArray<int> Search(RollCallVotes votes, string words)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(words);
        var wanted = TitleFolding.Words(words);
        if (wanted.Length == 0) throw new InvalidInputException("--find needs at least one word of a title, such as --find \"Syrian Golan\".");
        var found = Positions(votes, call => TitleFolding.Words(call.Title ?? string.Empty) is var title && wanted.All(word => title.Any(own => own.StartsWith(word, StringComparison.Ordinal))));
        if (!found.IsEmpty) return [.. found.Reverse()];
        var untitled = votes.RollCalls.Count(call => string.IsNullOrEmpty(call.Title));
        throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"No title has the words '{words.Trim()}'; use fewer words ({untitled:N0} of {votes.RollCalls.Length:N0} roll calls have no title and can be found by symbol only)."));
    }

    /// <summary>A symbol without its prefix, in one spelling: "A/RES/ES-11/7" and "es-11/7" are "ES-11/7".</summary>
    internal static string Key(string symbol)
    {
        var key = string.Concat(symbol.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        if (key.StartsWith("A/", StringComparison.Ordinal)) key = key[2..];
        if (key.StartsWith("RES/", StringComparison.Ordinal)) key = key[4..];
        if (key.StartsWith("R/", StringComparison.Ordinal)) key = key[2..];
        if (key.StartsWith("ESS/", StringComparison.Ordinal)) key = "ES-" + key[4..];
        if (key.StartsWith("SS/", StringComparison.Ordinal)) key = "S-" + key[3..];
        return Letter().Replace(key, "$1$2");
    }

    private static ImmutableArray<int> Positions(RollCallVotes votes, Func<RollCall, bool> fits)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < votes.RollCalls.Length; i++)
        {
            if (fits(votes.RollCalls[i])) found.Add(i);
        }

        return found.ToImmutable();
    }

    private static string Unknown(RollCallVotes votes, string text)
    {
        var near = Near(votes, Key(text));
        var hint = near.Count == 0 ? "look it up with --find \"words of its title\"" : $"near it are {string.Join(", ", near)}; or look it up with --find \"words of its title\"";
        return $"No recorded vote held has the symbol or id '{text.Trim()}' (a text adopted without a vote has none); {hint}.";
    }

    /// <summary>Parts of the symbol ("80/84A" for "80/84"), else the symbols of the same session with the nearest numbers.</summary>
    private static List<string> Near(RollCallVotes votes, string key)
    {
        var symbols = votes.RollCalls.Where(call => call.Symbol.Length > 0).Select(call => (call.Symbol, Key: Key(call.Symbol))).DistinctBy(symbol => symbol.Key).ToList();
        if (key.Length == 0) return [];
        var parts = symbols.Where(symbol => symbol.Key.Length > key.Length && symbol.Key.StartsWith(key, StringComparison.Ordinal) && !char.IsAsciiDigit(symbol.Key[key.Length])).Select(symbol => symbol.Symbol).Take(Listed).ToList();
        if (parts.Count > 0 || Numbered().Match(key) is not { Success: true } wanted) return parts;
        var number = long.Parse(wanted.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return
        [
            .. symbols.Select(symbol => (symbol.Symbol, Match: Numbered().Match(symbol.Key)))
                .Where(symbol => symbol.Match.Success && symbol.Match.Groups[1].ValueSpan.SequenceEqual(wanted.Groups[1].ValueSpan))
                .OrderBy(symbol => Math.Abs(long.Parse(symbol.Match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) - number)).ThenBy(symbol => symbol.Symbol, StringComparer.Ordinal)
                .Take(3).Select(symbol => symbol.Symbol),
        ];
    }

    private static string Describe(RollCall call) =>
        string.Create(CultureInfo.InvariantCulture, $"{call.VoteId} of {call.Date:d MMM yyyy}{(string.IsNullOrEmpty(call.Title) ? "" : $" '{Short(call.Title)}'")}{(call.Paragraph == true ? " (paragraph)" : "")}{(call.Amendment == true ? " (amendment)" : "")}");

    private static string Short(string title) => title.Length <= 50 ? title : title[..49].TrimEnd() + "…";

    private static string Count(int count) => count == 1 ? "one roll call" : $"{count} roll calls";

    [GeneratedRegex("([0-9])/([A-Z])$", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex("^([A-Z0-9-]+)/([0-9]{1,6})[A-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
