using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Figures;

/// <summary>A figure that is asked for: its name, and its parameters as typed.</summary>
/// <param name="Key">Name of the figure.</param>
/// <param name="Parameters">Parameters by name; what is left out takes its default.</param>
public sealed record FigureRequest(string Key, ImmutableSortedDictionary<string, string> Parameters)
{
    /// <summary>A request from words such as "state=RUS".</summary>
    /// <param name="key">Name of the figure.</param>
    /// <param name="assignments">One word for each parameter.</param>
    /// <exception cref="InvalidInputException">A word is no assignment, or a parameter is given twice.</exception>
    public static FigureRequest Parse(string key, IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(assignments);
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var word in assignments)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new InvalidInputException($"'{word}' is no parameter: write name=value, for example year=2023.");
            var name = word[..equals].Trim().ToLowerInvariant();
            if (!parameters.TryAdd(name, word[(equals + 1)..].Trim())) throw new InvalidInputException($"The parameter '{name}' is given twice; keep one.");
        }

        return new FigureRequest(key, parameters.ToImmutable());
    }

    /// <summary>The request as it is typed: "trade-share partner=CHN state=RUS year=2023".</summary>
    public override string ToString() => string.Join(' ', Parameters.Select(pair => pair.Value.Contains(' ', StringComparison.Ordinal) ? $"{pair.Key}=\"{pair.Value}\"" : $"{pair.Key}={pair.Value}").Prepend(Key));
}
