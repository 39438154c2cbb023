using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World.Catalog;

namespace Entente.Briefing.Document;

/// <summary>Numbers of sources: the position in the assessment, and after them any key that was used but not described.</summary>
internal sealed class SourceNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public SourceNumbers(Assessment assessment)
    {
        var all = ImmutableArray.CreateBuilder<NumberedSource>();
        foreach (var source in Or(assessment.Sources))
        {
            if (_numbers.TryAdd(source.Key, all.Count + 1)) all.Add(new(all.Count + 1, source.Key, source));
        }

        foreach (var key in Used(assessment))
        {
            if (_numbers.TryAdd(key, all.Count + 1)) all.Add(new(all.Count + 1, key, null));
        }

        All = all.ToImmutable();
    }

    /// <summary>Numbers the sources as they stand.</summary>
    public SourceNumbers(ImmutableArray<Source> sources)
    {
        var all = ImmutableArray.CreateBuilder<NumberedSource>();
        foreach (var source in sources)
        {
            if (_numbers.TryAdd(source.Key, all.Count + 1)) all.Add(new(all.Count + 1, source.Key, source));
        }

        All = all.ToImmutable();
    }

    public ImmutableArray<NumberedSource> All { get; }

    /// <summary>Numbers of the keys, ascending, each once.</summary>
    public ImmutableArray<int> Of(IEnumerable<string> keys) => [.. keys.Where(_numbers.ContainsKey).Select(key => _numbers[key]).Distinct().Order()];

    public ImmutableArray<int> Of(ImmutableArray<string> keys) => keys.IsDefaultOrEmpty ? [] : Of((IEnumerable<string>)keys);

    /// <summary>All keys that figures, costs, charts, balance and allies name.</summary>
    internal static IEnumerable<string> Used(Assessment assessment) =>
        Or(assessment.KeyFigures).SelectMany(figure => Or(figure.Provenance.Sources))
            .Concat(Or(assessment.Balance).SelectMany(term => Or(term.Sources)))
            .Concat(Or(assessment.Costs).SelectMany(line => Or(line.Sources)))
            .Concat(Or(assessment.Allies).SelectMany(ally => Or(ally.Sources)))
            .Concat(Or(assessment.Charts).SelectMany(chart => Or(chart.Sources)));

    private static ImmutableArray<T> Or<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
