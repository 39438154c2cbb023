using System.Collections.Frozen;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Tells the state Georgia from the American one, Jordan from a person, Turkey from the bird, a country from a company that bears its name.</summary>
internal static class Homonyms
{
    private static readonly FrozenSet<string> FirstNames = FrozenSet.Create("jordan", "chad", "georgia", "israel", "india", "kenya");

    private static readonly FrozenSet<string> Surnames = FrozenSet.Create("jordan", "israel", "ireland", "holland", "lebanon", "france");

    private static readonly FrozenSet<string> AmericanSouth = FrozenSet.Create(
        "atlanta", "savannah", "augusta", "alabama", "florida", "texas", "ohio", "carolina", "tennessee", "arizona", "pennsylvania", "wisconsin", "michigan", "nevada", "runoff", "runoffs", "senate", "senators", "county", "counties", "ga", "fulton", "republicans", "democrats");

    private static readonly FrozenSet<string> Kitchen = FrozenSet.Create("thanksgiving", "christmas", "poultry", "meat", "dinner", "roast", "sandwich", "breast", "stuffing", "oven");

    private static readonly FrozenSet<string> Companies = FrozenSet.Create("airlines", "airways", "inc", "corp", "ltd", "plc", "telecom", "motors", "daily", "fc");

    private static readonly FrozenSet<string> FunctionWords = FrozenSet.Create(
        "in", "from", "to", "with", "and", "while", "but", "as", "the", "for", "by", "of", "since", "both", "if", "when", "why", "how", "did", "does", "is", "was", "has", "president", "king", "minister", "north", "south", "east", "west", "can", "will", "between",
        "among", "unlike", "like", "against", "after", "before", "because", "although", "though", "that", "only", "today", "even", "or", "nor", "meanwhile", "yet", "not", "under", "via", "across", "outside", "inside", "near", "imports", "exports", "trade");

    /// <summary>Whether a name stands for no state.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">Behind its last token.</param>
    public static bool IsNoState(Token[] tokens, int first, int end)
    {
        if (end < tokens.Length && tokens[end].IsCapital && Companies.Contains(tokens[end].Lower)) return true;
        if (end - first > 1) return false;
        var word = tokens[first].Lower;
        if (word == "georgia" && HasAny(tokens, AmericanSouth)) return true;
        if (word == "turkey" && HasAny(tokens, Kitchen)) return true;
        if (FirstNames.Contains(word) && end < tokens.Length && IsName(tokens[end])) return true;
        return Surnames.Contains(word) && first > 0 && IsName(tokens[first - 1]);
    }

    /// <summary>A word with one capital that is neither a month nor a word that only begins a sentence or a title. All capitals tell nothing.</summary>
    private static bool IsName(Token token) => token.IsCapital && token.Text.Length > 1 && char.IsLower(token.Text[1]) && !FunctionWords.Contains(token.Lower) && TimeReader.MonthOf(token) == 0;

    private static bool HasAny(Token[] tokens, FrozenSet<string> words)
    {
        foreach (var token in tokens)
        {
            if (words.Contains(token.Lower)) return true;
        }

        return false;
    }
}
