namespace Entente.Models.Strategy.Files;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary>The candidate at the least distance from what was typed, or <see langword="null"/> when none is near.</summary>
    /// <remarks>Optimal string alignment distance (Damerau 1964) after folding case and separators; near is one edit in three letters.</remarks>
    public static string? Find(string typed, IEnumerable<string> candidates)
    {
        var folded = Fold(typed);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var other = Fold(candidate);
            var distance = Distance(folded, other);
            if (distance < bestDistance && distance <= Math.Max(1, Math.Max(folded.Length, other.Length) / 3)) (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>" Did you mean 'x'?" where something is near, else the list of what is allowed.</summary>
    public static string Hint(string typed, IReadOnlyCollection<string> candidates) =>
        Find(typed, candidates) is { } near ? $" Did you mean '{near}'?" : $" Allowed: {string.Join(", ", candidates)}.";

    internal static int Distance(string a, string b)
    {
        // Long junk needs no exact distance: it is near nothing.
        if (Math.Abs(a.Length - b.Length) > 40) return int.MaxValue;
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, before[j - 2] + 1);
                current[j] = least;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    private static string Fold(string text) => text.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
