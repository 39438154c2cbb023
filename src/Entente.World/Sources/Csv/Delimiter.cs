namespace Entente.World.Sources.Csv;

/// <summary>Tells the delimiter of a file from its first line.</summary>
internal static class Delimiter
{
    /// <summary>The most frequent of comma, semicolon, tab and bar outside quotes in the first line with text; a comma where none is there.</summary>
    /// <returns>The delimiter, or <see langword="null"/> where a first line "sep=;" says it itself.</returns>
    public static char? Guess(string head)
    {
        if (head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return null;

        Span<int> counts = stackalloc int[4];
        const string Candidates = ",;\t|";
        var quoted = false;
        var text = false;
        foreach (var letter in head)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is '\n' or '\r')
            {
                if (text) break;
                continue;
            }

            text = true;
            var candidate = Candidates.IndexOf(letter, StringComparison.Ordinal);
            if (candidate >= 0) counts[candidate]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }

        return Candidates[best];
    }
}
