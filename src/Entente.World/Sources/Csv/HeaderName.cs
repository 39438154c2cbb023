namespace Entente.World.Sources.Csv;

/// <summary>Comparing names of columns as people write them.</summary>
internal static class HeaderName
{
    /// <summary>Lower case, without spaces, underscores, hyphens and points: "Country Name", "country_name" and "Country.Name" are one.</summary>
    public static string Normalize(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('_' or '-' or '.' or '\uFEFF')).Select(char.ToLowerInvariant));

    /// <summary>The column whose name is closest, where one is close enough to be meant.</summary>
    public static string? Nearest(string name, IEnumerable<string> headers)
    {
        var wanted = Normalize(name);
        var best = headers.Select(header => (header, distance: Distance(wanted, Normalize(header)))).OrderBy(pair => pair.distance).FirstOrDefault();
        return best.header is { Length: > 0 } && best.distance <= Math.Max(1, wanted.Length / 3) ? best.header : null;
    }

    /// <summary>Edits between two words (Levenshtein 1966).</summary>
    internal static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
