using System.Collections.Immutable;
using Entente.World.Evidence;
using Entente.World.Store;

namespace Entente.Models.Strategy.Evidence;

/// <summary>Scores of lines as the columns of a file, from which the store ships them.</summary>
public static class LineScoreTable
{
    /// <summary>case (key), line, year of the first move, probability of a split rounded to .0001, and outcome (1, .5, 0).</summary>
    public static IReadOnlyList<FileColumn> Columns(ImmutableArray<LineScore> scores)
    {
        string[] cases = [.. scores.Select(one => one.Case).Distinct(StringComparer.Ordinal)];
        string[] lines = [.. scores.Select(one => one.Line).Distinct(StringComparer.Ordinal)];
        return
        [
            FileColumn.Texts("case", cases, [.. scores.Select(one => Array.IndexOf(cases, one.Case))]),
            FileColumn.Texts("line", lines, [.. scores.Select(one => Array.IndexOf(lines, one.Line))]),
            FileColumn.Integers("year", [.. scores.Select(one => one.Year)]),
            FileColumn.Reals("probability", [.. scores.Select(one => (float)Math.Round(one.Probability, 4))]),
            FileColumn.Reals("outcome", [.. scores.Select(one => (float)one.Outcome)]),
        ];
    }
}
