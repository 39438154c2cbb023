namespace Entente.World.Sources.Csv;

/// <summary>Sees to it that a key comes once: a row that says the same again is dropped and noted, a row that says something else stops the import.</summary>
/// <typeparam name="TKey">What identifies a row.</typeparam>
/// <typeparam name="TValue">What the row says.</typeparam>
/// <param name="notes">Where dropped rows are noted.</param>
/// <param name="field">Column in which a contradiction is reported.</param>
/// <param name="describe">The key in the user's words, for messages.</param>
internal sealed class DuplicateGuard<TKey, TValue>(ImportNotes notes, string field, Func<TKey, string> describe)
    where TKey : notnull
{
    private readonly Dictionary<TKey, (int Line, string File, TValue Value)> _seen = [];

    /// <summary>Whether the row is new and to be kept.</summary>
    /// <exception cref="ImportException">An earlier row has the same key and another value; the sentence names both lines.</exception>
    public bool IsNew(CsvRow row, TKey key, TValue value)
    {
        if (_seen.TryAdd(key, (row.Line, row.File, value))) return true;

        var first = _seen[key];
        if (EqualityComparer<TValue>.Default.Equals(first.Value, value))
        {
            notes.Add(row, "identical duplicate row dropped", describe(key));
            return false;
        }

        var where = first.File == row.File ? $"line {first.Line}" : $"{first.File}, line {first.Line}";
        throw row.Bad(field, $"{describe(key)} is '{Short(value)}' here but '{Short(first.Value)}' in {where}; remove one of the two rows.");
    }

    private static string Short(TValue value) => value?.ToString() is { } text ? text.Length <= 60 ? text : text[..60] + "…" : "missing";
}
