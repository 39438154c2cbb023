using System.Collections.Immutable;
using System.Numerics;

namespace Entente.Numerics.Networks;

/// <summary>A configuration of two camps that no single actor would leave.</summary>
/// <param name="Camps">Camp of each actor, 0 or 1; the first actor is in camp 0.</param>
/// <param name="Energy">Energy over ordered pairs, E = Σᵢ Σⱼ sᵢ·sⱼ·pᵢⱼ·dᵢⱼ with d = 1 where the two are apart; the lower, the less frustrated.</param>
/// <param name="Basin">Configurations from which steepest descent ends here, of 2^(n−1).</param>
/// <param name="Margins">By actor: how much its frustration would rise if it changed camps, Σⱼ sⱼ·pᵢⱼ over its own camp less the same over the other; 0 or more.</param>
public sealed record LandscapeMinimum(ImmutableArray<int> Camps, double Energy, long Basin, ImmutableArray<double> Margins);

/// <summary>All configurations of two camps that no single actor would leave.</summary>
/// <param name="Actors">Number of actors.</param>
/// <param name="Minima">By energy, the lowest first; ties by configuration.</param>
public sealed record LandscapeSolution(int Actors, ImmutableArray<LandscapeMinimum> Minima)
{
    /// <summary>Configurations in all: 2^(n−1), since the names of the camps do not matter.</summary>
    public long Configurations => 1L << (Actors - 1);
}

/// <summary>
/// Landscape theory of aggregation (Axelrod and Bennett 1993): actors of a size and with a propensity towards each other fall into two camps; each moves alone to lower its frustration
/// Fᵢ = Σⱼ sⱼ·pᵢⱼ·dᵢⱼ, which lowers the energy, so that every path ends in a local minimum. Exact: every configuration is looked at.
/// </summary>
/// <remarks>The theory has one propensity for a pair: the entry above the diagonal, with i &lt; j; what stands below it is not read. Configurations are numbered by a bit for each actor but the first. Steepest descent moves the actor that lowers the energy most; of equal ones the first.</remarks>
public static class Landscape
{
    /// <summary>Most actors for which every configuration is looked at.</summary>
    public const int MostActors = 25;

    /// <summary>Energy of a configuration, over ordered pairs.</summary>
    /// <param name="sizes">Size of each actor, 0 or more.</param>
    /// <param name="propensities">Propensity of each pair, row by row; what stands on and below the diagonal is not read.</param>
    /// <param name="camps">Camp of each actor.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a number is not finite, or a size is negative.</exception>
    public static double Energy(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities, ReadOnlySpan<int> camps)
    {
        Check(sizes, propensities);
        if (camps.Length != sizes.Length) throw new ArgumentException($"There are {sizes.Length} sizes and {camps.Length} camps.", nameof(camps));
        var energy = 0.0;
        for (var i = 0; i < sizes.Length; i++)
        {
            for (var j = 0; j < sizes.Length; j++)
            {
                if (camps[i] != camps[j]) energy += sizes[i] * sizes[j] * Of(propensities, sizes.Length, i, j);
            }
        }

        return energy;
    }

    /// <summary>Finds every local minimum with its basin.</summary>
    /// <param name="sizes">Size of each actor, 0 or more; 2 to <see cref="MostActors"/> of them.</param>
    /// <param name="propensities">Propensity of each pair, row by row; what stands on and below the diagonal is not read.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a number is not finite, or a size is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 actors, or more than can be looked at one by one.</exception>
    public static LandscapeSolution Solve(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities)
    {
        Check(sizes, propensities);
        var n = sizes.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2, nameof(sizes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, MostActors, nameof(sizes));
        var next = Descents(Weights(sizes, propensities), n);
        var basins = Basins(next);
        var minima = new List<LandscapeMinimum>(basins.Count);
        foreach (var (code, basin) in basins) minima.Add(Minimum(sizes, propensities, n, code, basin));
        return new LandscapeSolution(n, [.. minima.OrderBy(minimum => minimum.Energy).ThenBy(minimum => string.Concat(minimum.Camps), StringComparer.Ordinal)]);
    }

    /// <summary>For each configuration the one that steepest descent moves to, or itself. Walks in Gray order, so that each step changes one actor and costs one row.</summary>
    private static uint[] Descents(double[] weights, int n)
    {
        var count = 1u << (n - 1);
        var next = new uint[count];
        var change = new double[n];
        var sign = new double[n];
        Array.Fill(sign, 1);
        var scale = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                change[i] += weights[(i * n) + j];
                scale = Math.Max(scale, Math.Abs(weights[(i * n) + j]));
            }
        }

        // Below rounding a move changes nothing.
        var least = -1e-12 * scale * n;
        for (var step = 0u; ; step++)
        {
            var code = step ^ (step >> 1);
            var (best, low) = (-1, least);
            for (var i = 0; i < n; i++)
            {
                if (change[i] < low) (best, low) = (i, change[i]);
            }

            next[code] = best < 0 ? code : Turned(code, best, count);
            if (step == count - 1) return next;

            // Gray order turns the actor whose bit is the lowest that changes in step + 1; actor 0 never moves, its turn is everybody else's.
            var actor = BitOperations.TrailingZeroCount(step + 1) + 1;
            var row = weights.AsSpan(actor * n, n);
            var own = sign[actor];
            for (var i = 0; i < n; i++) change[i] -= 2 * sign[i] * own * row[i];
            change[actor] = -change[actor];
            sign[actor] = -own;
        }
    }

    /// <summary>The configuration with one actor turned; where it is the first, all others are named anew.</summary>
    private static uint Turned(uint code, int actor, uint count) => actor == 0 ? code ^ (count - 1) : code ^ (1u << (actor - 1));

    private static Dictionary<uint, long> Basins(uint[] next)
    {
        // Paths are followed to a configuration whose end is known; then the whole path gets it.
        var known = new bool[next.Length];
        var path = new Stack<uint>();
        for (var start = 0u; start < next.Length; start++)
        {
            var at = start;
            while (!known[at] && next[at] != at)
            {
                path.Push(at);
                at = next[at];
            }

            known[at] = true;
            var end = next[at];
            while (path.TryPop(out var passed)) (next[passed], known[passed]) = (end, true);
        }

        var basins = new Dictionary<uint, long>();
        foreach (var end in next) basins[end] = basins.GetValueOrDefault(end) + 1;
        return basins;
    }

    private static LandscapeMinimum Minimum(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities, int n, uint code, long basin)
    {
        var camps = new int[n];
        for (var i = 1; i < n; i++) camps[i] = (int)(code >> (i - 1)) & 1;
        return new LandscapeMinimum([.. camps], Energy(sizes, propensities, camps), basin, Margins(sizes, propensities, camps));
    }

    /// <summary>By actor: how much its frustration would rise if it changed camps.</summary>
    internal static ImmutableArray<double> Margins(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities, ReadOnlySpan<int> camps)
    {
        var n = sizes.Length;
        var margins = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i != j) margins[i] += (camps[i] == camps[j] ? 1 : -1) * sizes[j] * Of(propensities, n, i, j);
            }
        }

        return [.. margins];
    }

    /// <summary>Weights of pairs, sᵢ·sⱼ·pᵢⱼ, with zeros on the diagonal, row by row.</summary>
    internal static double[] Weights(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities)
    {
        var n = sizes.Length;
        var weights = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) weights[(i * n) + j] = i == j ? 0 : sizes[i] * sizes[j] * Of(propensities, n, i, j);
        }

        return weights;
    }

    private static double Of(ReadOnlySpan<double> propensities, int n, int i, int j) => i < j ? propensities[(i * n) + j] : propensities[(j * n) + i];

    internal static void Check(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities)
    {
        var n = sizes.Length;
        if (propensities.Length != n * n) throw new ArgumentException($"{n} actors need {n * n} propensities, not {propensities.Length}.", nameof(propensities));
        for (var i = 0; i < n; i++)
        {
            if (!(sizes[i] >= 0) || !double.IsFinite(sizes[i])) throw new ArgumentException($"The size of actor {i} is {sizes[i]}; it must be a number of 0 or more.", nameof(sizes));
            for (var j = 0; j < i; j++)
            {
                if (!double.IsFinite(propensities[(j * n) + i])) throw new ArgumentException($"The propensity of actors {j} and {i} is no finite number.", nameof(propensities));
            }
        }
    }
}
