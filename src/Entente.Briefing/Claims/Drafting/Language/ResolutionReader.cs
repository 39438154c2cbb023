namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Finds the symbol of a resolution: "A/RES/ES-11/7", "ES-11/7", "resolution 68/262".</summary>
internal static class ResolutionReader
{
    /// <summary>The first symbol, its tokens marked as taken; <see langword="null"/> where there is none.</summary>
    public static string? Of(string text, Token[] tokens, bool[] taken)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (taken[at]) continue;
            var starts = tokens[at].Text is "A" && Next(tokens, at) is "/" || tokens[at].Text is "ES" && Next(tokens, at) is "-" || (at > 0 && tokens[at - 1].Lower == "resolution" && tokens[at].Kind == TokenKind.Number && Next(tokens, at) is "/");
            if (!starts) continue;
            var end = at + 1;
            while (end < tokens.Length && tokens[end].Start == tokens[end - 1].End && (tokens[end].Kind != TokenKind.Symbol || tokens[end].Text is "/" or "-" or ".")) end++;
            if (tokens[end - 1].Kind == TokenKind.Symbol) end--;
            if (tokens[end - 1].Kind != TokenKind.Number) continue;
            for (var i = at; i < end; i++) taken[i] = true;
            return text[tokens[at].Start..tokens[end - 1].End];
        }

        return null;
    }

    private static string Next(Token[] tokens, int at) => at + 1 < tokens.Length && tokens[at + 1].Start == tokens[at].End ? tokens[at + 1].Text : "";
}
