using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Sentences and clauses that state nothing which data could settle: questions, wishes, forecasts, opinions, sport, companies, methods.</summary>
internal static class Vetoes
{
    /// <summary>Whether the sentence as a whole is none.</summary>
    public static bool OnSentence(SentenceReading sentence)
    {
        var tokens = sentence.Tokens;
        if (tokens.Length < 3 || sentence.Text.TrimEnd('"', '\u201D', '\'', ')', ' ').EndsWith('?')) return true;
        var first = tokens[0].Kind == TokenKind.Symbol && tokens.Length > 1 ? tokens[1].Lower : tokens[0].Lower;
        if (first is "if" or "had" or "suppose" or "imagine" or "let" && tokens.Length > 2 && !(tokens[1].Lower == "us" && tokens[2].Lower is "remember" or "recall" or "note") || first is "should" or "were") return true;
        var (opinion, elsewhere) = (false, false);
        for (var at = 0; at < tokens.Length; at++)
        {
            var word = tokens[at].Lower;
            opinion |= Words.Opinion.Contains(word) || (word == "view" && at > 1 && tokens[at - 1].Lower is "my" or "our");
            elsewhere |= Words.Elsewhere.Contains(word);
        }

        return opinion || elsewhere;
    }

    /// <summary>Whether a clause speaks of what is not, or not yet.</summary>
    public static bool OnClause(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            var token = clause.Sentence.Tokens[at];

            // "May" is a month.
            if (!Words.Unreal.Contains(token.Lower) || (token.Lower == "may" && token.IsCapital && at > clause.From)) continue;
            return true;
        }

        return false;
    }
}
