using System.Globalization;
using Entente.Numerics.Networks;

namespace Entente.Numerics.Sampling;

/// <summary>Inputs connected by correlations.</summary>
/// <param name="Inputs">The inputs, ascending.</param>
/// <param name="Factor">Lower Cholesky factor of their correlations, row by row.</param>
/// <param name="Depends">Which inputs depend on earlier ones; the others stay as they are.</param>
internal sealed record CopulaBlock(int[] Inputs, double[] Factor, bool[] Depends)
{
    // Below this a correlation matrix is singular for double precision: one input would be a function of others.
    private const double LeastEigenvalue = 1e-12;

    /// <summary>The blocks that pairs of correlation other than 0 make, by their first input.</summary>
    public static CopulaBlock[] All(List<CorrelatedPair> pairs, int dimensions, string parameter)
    {
        var leader = new int[dimensions];
        for (var i = 0; i < dimensions; i++) leader[i] = i;
        foreach (var (first, second, _) in pairs)
        {
            // The lower leader leads, so that every block is found at its first input.
            var (one, other) = (Leader(leader, first), Leader(leader, second));
            leader[Math.Max(one, other)] = Math.Min(one, other);
        }

        var members = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < dimensions; i++)
        {
            var first = Leader(leader, i);
            if (!members.TryGetValue(first, out var block)) members[first] = block = [];
            block.Add(i);
        }

        var place = new int[dimensions];
        var matrices = new Dictionary<int, double[]>();
        foreach (var (first, block) in members)
        {
            if (block.Count == 1) continue;
            var matrix = matrices[first] = new double[block.Count * block.Count];
            for (var i = 0; i < block.Count; i++)
            {
                place[block[i]] = i;
                matrix[(i * block.Count) + i] = 1;
            }
        }

        foreach (var (first, second, value) in pairs)
        {
            var head = Leader(leader, first);
            var (matrix, n) = (matrices[head], members[head].Count);
            matrix[(place[first] * n) + place[second]] = matrix[(place[second] * n) + place[first]] = value;
        }

        return [.. members.Where(block => block.Value.Count > 1).Select(block => Of([.. block.Value], matrices[block.Key], parameter))];
    }

    private static CopulaBlock Of(int[] inputs, double[] correlations, string parameter)
    {
        var n = inputs.Length;
        var smallest = SymmetricEigen.Values([.. correlations], n)[0];
        if (!(smallest > LeastEigenvalue))
        {
            throw new ArgumentException(
                $"No numbers can have these correlations: the matrix of inputs {string.Join(", ", inputs[..^1])} and {inputs[^1]} has the smallest eigenvalue "
                + $"{smallest.ToString("G4", CultureInfo.InvariantCulture)}, which must be above 0 (pairs not named count as 0); bring the correlations nearer to 0 or name the missing pairs.",
                parameter);
        }

        var factor = new double[n * n];
        var depends = new bool[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = correlations[(i * n) + j];
                for (var k = 0; k < j; k++) rest -= factor[(i * n) + k] * factor[(j * n) + k];
                factor[(i * n) + j] = i == j ? Math.Sqrt(rest) : rest / factor[(j * n) + j];
                depends[i] |= j < i && factor[(i * n) + j] != 0;
            }
        }

        return new CopulaBlock(inputs, factor, depends);
    }

    private static int Leader(int[] leader, int input)
    {
        while (leader[input] != input) input = leader[input];
        return input;
    }
}
