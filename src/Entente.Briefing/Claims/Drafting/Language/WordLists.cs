namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>The word lists that are shipped inside the library.</summary>
internal static class WordLists
{
    /// <summary>The lines of a list without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"Entente.Briefing.Claims.{name}") ?? throw new InvalidOperationException($"The word list {name} is not in the library.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
