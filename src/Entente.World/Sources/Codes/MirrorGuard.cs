using Entente.World.Sources.Csv;

namespace Entente.World.Sources.Codes;

/// <summary>For files that list a pair once or in both directions: each undirected key is kept once, and the two directions must not contradict each other.</summary>
/// <typeparam name="TKey">The undirected key.</typeparam>
/// <typeparam name="TValue">What the row says.</typeparam>
/// <param name="notes">Where a row that stands twice in the same direction is noted.</param>
/// <param name="field">Column in which a contradiction is reported.</param>
/// <param name="describe">The key in the user's words.</param>
internal sealed class MirrorGuard<TKey, TValue>(ImportNotes notes, string field, Func<TKey, string> describe)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Seen> _seen = [];

    /// <summary>Whether the key is new and the row to be kept.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The pair, lower state first, with what else identifies the row.</param>
    /// <param name="forward">Whether the row names the lower state first.</param>
    /// <param name="value">What it says.</param>
    /// <exception cref="ImportException">An earlier row of the pair, in either direction, says something else.</exception>
    public bool IsNew(CsvRow row, TKey key, bool forward, TValue value)
    {
        if (!_seen.TryGetValue(key, out var seen))
        {
            _seen[key] = new Seen(row.Line, value, forward, !forward);
            return true;
        }

        if (!EqualityComparer<TValue>.Default.Equals(seen.Value, value))
        {
            throw row.Bad(field, $"{describe(key)} is '{value}' here but '{seen.Value}' in line {seen.Line}; mend or remove one of the two rows.");
        }

        if (forward ? seen.Forward : seen.Backward) notes.Add(row, "identical duplicate row dropped", describe(key));
        _seen[key] = seen with { Forward = seen.Forward || forward, Backward = seen.Backward || !forward };
        return false;
    }

    private readonly record struct Seen(int Line, TValue Value, bool Forward, bool Backward);
}
