using System.Numerics;
using Entente.Numerics.Discovery;

namespace Entente.Tests.Discovery;

/// <summary>The rules of <see cref="Prim"/> written down as plainly as possible, with fractions of whole numbers, to test it against. Outcomes are hundredths.</summary>
internal sealed class PlainPrim(double[][] columns, bool[] categorical, int[] hundredths, PrimOptions options)
{
    /// <summary>The points of the box of every step, in rising order.</summary>
    public List<int[]> Steps { get; } = [];

    public int Peels { get; private set; }

    public PlainPrim Run()
    {
        var n = hundredths.Length;
        var inside = Enumerable.Range(0, n).ToList();
        var least = Math.Max(1, (int)Math.Ceiling(options.MinimalMass * n - 1e-9));
        // By input the values that the box shuts out.
        var shut = columns.Select(_ => new HashSet<double>()).ToArray();
        Steps.Add([.. inside]);
        while (inside.Sum(point => hundredths[point]) is var sum && sum > 0 && sum < 100 * inside.Count)
        {
            var wanted = Math.Max(1, (int)(options.PeelShare * inside.Count));
            (int Input, HashSet<double> Values, List<int> Left)? best = null;
            for (var input = 0; input < columns.Length; input++)
            {
                foreach (var values in Ends(input, inside, wanted))
                {
                    var left = inside.Where(point => !values.Contains(columns[input][point])).ToList();
                    if (left.Count == inside.Count || left.Count < least) continue;
                    var order = best is null ? 1 : Order(inside, left, best.Value.Left);
                    if (order > 0 || (order == 0 && left.Count > best!.Value.Left.Count)) best = (input, values, left);
                }
            }

            if (best is not { } peel) break;
            shut[peel.Input].UnionWith(peel.Values);
            inside = peel.Left;
            Steps.Add([.. inside]);
        }

        Peels = Steps.Count - 1;
        while (Paste(shut, inside) is { } grown)
        {
            inside = grown;
            Steps.Add([.. inside]);
        }

        return this;
    }

    private List<int>? Paste(HashSet<double>[] shut, List<int> inside)
    {
        var wanted = Math.Max(1, (int)(options.PasteShare * inside.Count));
        (int Input, HashSet<double> Values, List<int> All)? best = null;
        for (var input = 0; input < columns.Length; input++)
        {
            if (shut[input].Count == 0) continue;
            foreach (var values in Opened(input, shut, inside, wanted))
            {
                var all = inside.Concat(Only(input, shut).Where(point => values.Contains(columns[input][point]))).Order().ToList();
                if (all.Count == inside.Count || Compare(Mean(all), Mean(inside)) <= 0) continue;
                var order = best is null ? 1 : Compare(Mean(all), Mean(best.Value.All));
                if (order > 0 || (order == 0 && all.Count > best!.Value.All.Count)) best = (input, values, all);
            }
        }

        if (best is not { } paste) return null;
        shut[paste.Input].ExceptWith(paste.Values);
        return paste.All;
    }

    // What a peel of the input may shut out: all values of the table up to that of the last wanted point.
    private IEnumerable<HashSet<double>> Ends(int input, List<int> inside, int wanted)
    {
        var column = columns[input];
        if (categorical[input])
        {
            foreach (var level in column.Distinct().Order()) yield return [level];
            yield break;
        }

        var values = inside.Select(point => column[point]).Order().ToArray();
        yield return [.. column.Where(value => value <= values[wanted - 1])];
        yield return [.. column.Where(value => value >= values[^wanted])];
    }

    private IEnumerable<HashSet<double>> Opened(int input, HashSet<double>[] shut, List<int> inside, int wanted)
    {
        var column = columns[input];
        if (categorical[input])
        {
            foreach (var level in shut[input].Order()) yield return [level];
            yield break;
        }

        var open = column.Where(value => !shut[input].Contains(value)).ToArray();
        var below = Only(input, shut).Select(point => column[point]).Where(value => value < open.Min()).OrderDescending().ToArray();
        var above = Only(input, shut).Select(point => column[point]).Where(value => value > open.Max()).Order().ToArray();
        // With fewer than wanted the bound falls away.
        yield return [.. column.Where(value => value < open.Min() && (below.Length < wanted || value >= below[wanted - 1]))];
        yield return [.. column.Where(value => value > open.Max() && (above.Length < wanted || value <= above[wanted - 1]))];
    }

    private IEnumerable<int> Only(int input, HashSet<double>[] shut) =>
        Enumerable.Range(0, hundredths.Length).Where(point => Enumerable.Range(0, columns.Length).All(d => shut[d].Contains(columns[d][point]) == (d == input)));

    private (BigInteger Top, BigInteger Bottom) Mean(List<int> points) => (points.Sum(point => hundredths[point]), points.Count);

    private int Order(List<int> all, List<int> one, List<int> other) =>
        options.Objective == PeelObjective.GainPerLostMass && Compare(Mean(one), Mean(all)) <= 0 && Compare(Mean(other), Mean(all)) <= 0
            ? Compare(Mean(one), Mean(other))
            : Compare(Score(all, one), Score(all, other));

    private (BigInteger Top, BigInteger Bottom) Score(List<int> all, List<int> left)
    {
        var (sum, sumLeft, lost) = (Mean(all).Top, Mean(left).Top, all.Count - left.Count);
        return options.Objective switch
        {
            PeelObjective.HighestMean => (sumLeft, left.Count),
            PeelObjective.LowestPeeledMean => (sumLeft - sum, lost),
            _ => ((sumLeft * all.Count) - (sum * left.Count), (BigInteger)left.Count * lost),
        };
    }

    private static int Compare((BigInteger Top, BigInteger Bottom) one, (BigInteger Top, BigInteger Bottom) other) => (one.Top * other.Bottom).CompareTo(other.Top * one.Bottom);
}
