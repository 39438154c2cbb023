using System.Globalization;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Finds counts of votes: "93-18-65", "by 93 votes to 18, with 65 abstentions", "18 states voted against", "141 in favour, 5 against".</summary>
internal static class TallyReader
{
    private const int Reach = 5;

    /// <summary>The count of a sentence that speaks of a vote, with its tokens marked as taken; <see langword="null"/> where it states none.</summary>
    public static Tally? Of(Token[] tokens, bool[] taken)
    {
        int? yes = null, no = null, abstain = null;
        int first = -1, end = -1;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (taken[at] || Whole(tokens, at) is not { } number) continue;
            if (Dashed(tokens, at) is { } dashed)
            {
                (yes, no, abstain) = (dashed[0], dashed[1], dashed.Length > 2 ? dashed[2] : abstain);
                Take(at, at + (dashed.Length * 2) - 1);
                at = end - 1;
                continue;
            }

            var role = Role(tokens, number.End);
            if (role is null && no is null && yes is not null && at > 0 && tokens[at - 1].Lower is "to") role = "no";
            if (role is null && yes is null && ToFollows(tokens, number.End)) role = "yes";
            if (role is null) continue;
            if (role == "yes") yes ??= number.Value;
            else if (role == "no") no ??= number.Value;
            else abstain ??= number.Value;
            Take(at, number.End);
            at = number.End - 1;
        }

        return first < 0 ? null : new Tally(yes, no, abstain, first, end);

        void Take(int from, int to)
        {
            if (first < 0) first = from;
            end = to;
            for (var i = from; i < to; i++) taken[i] = true;
        }
    }

    private static (int Value, int End)? Whole(Token[] tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Number)
        {
            return tokens[at].Text.Length <= 3 && int.TryParse(tokens[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? (value, at + 1) : null;
        }

        if (tokens[at].Kind != TokenKind.Word || NumberWords.Read(tokens, at) is not { } words || words.Value is < 2 or > 250) return null;
        return ((int)words.Value, words.End);
    }

    private static int[]? Dashed(Token[] tokens, int at)
    {
        var numbers = new List<int>();
        var place = at;
        while (place < tokens.Length && tokens[place].Kind == TokenKind.Number && Whole(tokens, place) is { } number && numbers.Count < 4)
        {
            numbers.Add(number.Value);
            if (place + 2 >= tokens.Length || tokens[place + 1].Kind != TokenKind.Symbol || !Tokenizer.IsDash(tokens[place + 1].Text[0]) || tokens[place + 1].Start != tokens[place].End) break;
            place += 2;
        }

        return numbers.Count is 2 or 3 ? [.. numbers] : null;
    }

    private static string? Role(Token[] tokens, int end)
    {
        for (var i = end; i < tokens.Length && i < end + Reach; i++)
        {
            switch (tokens[i].Lower)
            {
                case "favour" or "favor" or "for" or "yes" or "ayes" or "backed" or "supported": return "yes";
                case "against" or "no" or "nays" or "opposed" or "rejected": return "no";
                case "abstentions" or "abstained" or "abstaining" or "abstention": return "abstain";
                case "," or ";" or "and" or "to": return null;
                default: continue;
            }
        }

        return null;
    }

    /// <summary>"93 votes to 18", "93 to 18".</summary>
    private static bool ToFollows(Token[] tokens, int end)
    {
        if (end < tokens.Length && tokens[end].Lower is "votes" or "vote") end++;
        return end + 1 < tokens.Length && tokens[end].Lower == "to" && Whole(tokens, end + 1) is not null;
    }
}
