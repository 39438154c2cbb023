namespace Entente.World.States;

/// <summary>Finds what somebody may have meant: Damerau-Levenshtein distance in its restricted form (Damerau 1964; optimal string alignment), where no part is edited twice.</summary>
internal static class NearMisses
{
    private const int LongestText = 64;

    /// <summary>The candidates at the smallest distance from the text, at most so many, in the order given; none where even the nearest is too far (a third of the letters, at least one).</summary>
    public static IReadOnlyList<T> Of<T>(string text, IEnumerable<(string Key, T Item)> candidates, int most = 3)
    {
        if (text.Length is 0 or > LongestText) return [];
        var limit = Math.Max(1, text.Length / 3);
        var found = new List<T>();
        foreach (var (key, item) in candidates)
        {
            if (Math.Abs(key.Length - text.Length) > limit || key.Length == 0) continue;
            var distance = Distance(text, key);
            if (distance > limit || distance >= Math.Max(text.Length, key.Length)) continue;
            if (distance < limit)
            {
                limit = distance;
                found.Clear();
            }

            if (!found.Contains(item)) found.Add(item);
        }

        return found.Count > most ? found[..most] : found;
    }

    /// <summary>How many letters to put in, take out, change or swap with a neighbour to get from one text to the other.</summary>
    public static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, before[j - 2] + 1);
                current[j] = least;
            }

            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }
}
