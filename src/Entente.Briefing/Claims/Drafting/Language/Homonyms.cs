using System.Collections.Frozen;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Tells the state Georgia from the American one, Jordan from a person, Turkey from the bird, a country from a company that bears its name.</summary>
internal static class Homonyms
{
    private static readonly FrozenSet<string> AlsoPersons = FrozenSet.Create("GEO", "JOR", "TCD", "ISR", "IRL", "NLD", "KEN", "IND", "CHN", "CUB", "LBN", "MLI", "CYP", "FRA", "DEU");

    private static readonly FrozenSet<string> AmericanSouth = FrozenSet.Create(
        "atlanta", "savannah", "augusta", "alabama", "florida", "texas", "ohio", "carolina", "tennessee", "arizona", "pennsylvania", "wisconsin", "michigan", "nevada", "runoff", "runoffs", "senators", "county", "counties", "ga", "fulton", "republicans", "democrats");

    private static readonly FrozenSet<string> Kitchen = FrozenSet.Create("thanksgiving", "christmas", "poultry", "meat", "dinner", "roast", "sandwich", "farmers", "breast", "stuffing", "oven");

    private static readonly FrozenSet<string> Companies = FrozenSet.Create("airlines", "airways", "inc", "corp", "ltd", "plc", "telecom", "motors", "daily", "fc", "united");

    private static readonly FrozenSet<string> NoFirstNames = FrozenSet.Create(
        "in", "from", "to", "with", "and", "while", "but", "as", "the", "for", "by", "of", "since", "both", "if", "when", "why", "how", "did", "does", "is", "was", "has", "president", "king", "minister", "north", "south", "east", "west", "can", "will", "between",
        "among", "unlike", "like", "against", "after", "before", "because", "although", "though", "that", "only", "today", "even", "or", "nor", "meanwhile", "yet", "not", "against", "under", "via", "across", "outside", "inside", "near");

    /// <summary>Whether a name stands for no state.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">Behind its last token.</param>
    /// <param name="key">The state that the name would mean.</param>
    public static bool IsNoState(Token[] tokens, int first, int end, string key)
    {
        var next = end < tokens.Length ? tokens[end] : default;
        if (next.Text is not null && next.IsCapital && Companies.Contains(next.Lower)) return true;
        if (end - first > 1) return false;
        var word = tokens[first].Lower;
        if (word == "georgia" && tokens.Any(token => AmericanSouth.Contains(token.Lower))) return true;
        if (word == "turkey" && tokens.Any(token => Kitchen.Contains(token.Lower))) return true;
        if (!AlsoPersons.Contains(key) || word is not ("georgia" or "jordan" or "chad" or "israel" or "ireland" or "holland" or "kenya" or "india" or "china" or "cuba" or "lebanon" or "france" or "germany" or "cyprus" or "mali")) return false;

        // "Michael Jordan", "Chad Smith": capitals beside it that belong to no other state. All-capital headings tell nothing.
        if (IsOrdinaryCapital(next) && TimeReader.MonthOf(next) == 0 && word is "jordan" or "chad" or "georgia" or "israel" or "india" && next.Text is not null && next.IsCapital && next.Text.Length > 3 && !NoFirstNames.Contains(next.Lower)) return IsOrdinaryCapital(next);
        return first > 0 && tokens[first - 1] is var before && IsOrdinaryCapital(before) && tokens[first - 1].End + 1 == tokens[first].Start && !NoFirstNames.Contains(before.Lower) && word is "jordan" or "israel" or "ireland" or "holland" or "lebanon" or "france" && IsOrdinaryCapital(tokens[first - 1]) && !NoFirstNames.Contains(tokens[first - 1].Lower);
    }

    private static bool IsOrdinaryCapital(Token token) => token.Text is { Length: > 1 } && token.IsCapital && char.IsLower(token.Text[1]);
}
