using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Panel.Tables;

/// <summary>From names to variables.</summary>
internal static class VariableNames
{
    /// <summary>The variables named, in the order of the names; all where none are named. A block's name means all of the block.</summary>
    /// <exception cref="InvalidInputException">A name is unknown or given twice.</exception>
    public static ImmutableArray<(PanelVariable Variable, T Read)> Choose<T>(ImmutableArray<(PanelVariable Variable, T Read)> all, IReadOnlyList<string>? names, string unit)
    {
        if (names is null) return all;
        var chosen = ImmutableArray.CreateBuilder<(PanelVariable Variable, T Read)>();
        foreach (var name in names)
        {
            var found = all.Where(one => one.Variable.Name == name || string.Equals(one.Variable.Block.ToString(), name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 0) throw new InvalidInputException(Unknown(name, [.. all.Select(one => one.Variable.Name)], unit));
            foreach (var one in found)
            {
                if (!chosen.Any(other => other.Variable.Name == one.Variable.Name)) chosen.Add(one);
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>The sentence for an unknown name, with the nearest ones.</summary>
    public static string Unknown(string name, IReadOnlyList<string> known, string unit)
    {
        var near = known.OrderBy(other => Distance(name, other)).Take(3);
        return $"There is no {unit} variable '{name}'; near it are {string.Join(", ", near)}. 'entente panel {unit}' lists all.";
    }

    // Levenshtein (1966).
    private static int Distance(string x, string y)
    {
        var row = Enumerable.Range(0, y.Length + 1).ToArray();
        for (var i = 1; i <= x.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (x[i - 1] == y[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
