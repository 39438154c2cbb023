namespace Entente.World.Sources.Codes;

/// <summary>Folds yearly observations into spells of consecutive years with the same value.</summary>
/// <typeparam name="TKey">What is observed.</typeparam>
/// <typeparam name="TValue">What is seen.</typeparam>
internal sealed class YearSpells<TKey, TValue>
    where TKey : notnull, IComparable<TKey>
{
    private readonly Dictionary<TKey, List<(int Year, TValue Value)>> _years = [];

    /// <summary>Adds one year; each year of a key once.</summary>
    public void Add(TKey key, int year, TValue value)
    {
        if (!_years.TryGetValue(key, out var years)) _years[key] = years = [];
        years.Add((year, value));
    }

    /// <summary>The spells by key and first year; a year without an observation ends a spell.</summary>
    public IEnumerable<(TKey Key, int From, int To, TValue Value)> All()
    {
        foreach (var (key, years) in _years.OrderBy(pair => pair.Key))
        {
            years.Sort((x, y) => x.Year.CompareTo(y.Year));
            var from = years[0];
            for (var i = 1; i <= years.Count; i++)
            {
                var last = years[i - 1];
                if (i < years.Count && years[i].Year == last.Year + 1 && EqualityComparer<TValue>.Default.Equals(years[i].Value, from.Value)) continue;
                yield return (key, from.Year, last.Year, from.Value);
                if (i < years.Count) from = years[i];
            }
        }
    }
}
