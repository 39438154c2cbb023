using System.Collections.Immutable;
using Entente.Numerics.Random;

namespace Entente.Numerics.Networks;

/// <summary>
/// Landscape theory (Axelrod and Bennett 1993) for more actors than can be looked at in every configuration: steepest descent, the same as in <see cref="Landscape"/>, from configurations by lot, and tabu search
/// (Glover 1989) from the lowest minima. Every minimum listed is one that no single actor would leave; the list need not be complete.
/// </summary>
/// <remarks>Deterministic: start <c>i</c> depends on (seed, i) alone. The bound holds for all configurations: E = 2·(frustration + Σ min(0, sᵢ·sⱼ·pᵢⱼ)) over pairs, with a bound of the frustration.</remarks>
public static class LandscapeSearch
{
    /// <summary>Searches for minima.</summary>
    /// <param name="sizes">Size of each actor, 0 or more; 2 or more of them.</param>
    /// <param name="propensities">Propensity of each pair, row by row; what stands on and below the diagonal is not read.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Asked at every start.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a number is not finite, or a size is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 actors, or an option without a start or a minimum.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static LandscapeFound Solve(ReadOnlySpan<double> sizes, ReadOnlySpan<double> propensities, LandscapeSearchOptions? options = null, CancellationToken cancellation = default)
    {
        Landscape.Check(sizes, propensities);
        options ??= new LandscapeSearchOptions();
        var n = sizes.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2, nameof(sizes));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostMinima, 1, nameof(options));
        var weights = Landscape.Weights(sizes, propensities);
        var search = new Search(weights, n);
        for (var start = 0; start < options.Starts; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            search.Draw(options.Seed, start);
            search.Descend();
            search.Record(hit: true);
        }

        foreach (var camps in search.Lowest(options.Walks))
        {
            cancellation.ThrowIfCancellationRequested();
            search.Place(camps);
            search.Walk(options.MovesPerActor * n);
        }

        var (bound, by) = Bound(weights, n, search, options, cancellation);
        var minima = new List<FoundMinimum>();
        var once = 0;
        foreach (var (_, found) in search.Minima) once += found.Hits == 1 ? 1 : 0;
        foreach (var camps in search.Lowest(options.MostMinima))
        {
            var hits = search.Minima[Search.Key(camps)].Hits;
            var (success, failure) = (hits + .5, options.Starts - hits + .5);
            var error = Math.Sqrt(success * failure / (success + failure + 1)) / (success + failure);
            minima.Add(new FoundMinimum([.. camps], Landscape.Energy(sizes, propensities, camps), hits, (double)hits / options.Starts, error, Landscape.Margins(sizes, propensities, camps)));
        }

        ImmutableArray<FoundMinimum> listed = [.. minima.OrderBy(minimum => minimum.Energy).ThenBy(minimum => string.Concat(minimum.Camps), StringComparer.Ordinal)];
        if (bound >= listed[0].Energy - search.Rounding) bound = listed[0].Energy;
        return new LandscapeFound(n, options.Starts, search.Minima.Count, listed, bound, by, (double)once / options.Starts);
    }

    private static (double Bound, LandscapeBound By) Bound(double[] weights, int n, Search search, LandscapeSearchOptions options, CancellationToken cancellation)
    {
        var (sum, edges) = (0.0, new List<SignedEdge>());
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                var weight = weights[(i * n) + j];
                sum += Math.Min(0, weight);
                if (weight != 0) edges.Add(new SignedEdge(i, j, weight));
            }
        }

        var (worth, by) = (TrianglePacking.Worth(weights, n), LandscapeBound.Triangles);
        if (worth <= 0) by = LandscapeBound.Sum;
        if (options.MostBranches <= 0) return (2 * (sum + worth), by);
        var least = FrustrationIndex.Solve(SignedNetwork.Of(n, edges), new FrustrationOptions { MostBranches = options.MostBranches, Seed = options.Seed }, cancellation);
        search.Place([.. least.Sides]);
        search.Descend();
        search.Record(hit: false);
        return least.LowerBound > worth ? (2 * (sum + least.LowerBound), LandscapeBound.Frustration) : (2 * (sum + worth), by);
    }

    private sealed class Search(double[] weights, int n)
    {
        private readonly int[] _camps = new int[n];
        private readonly double[] _change = new double[n];
        private readonly double _least = -1e-12 * Largest(weights) * n;

        /// <summary>Minima by their key, with energy (over unordered pairs) and hits.</summary>
        public Dictionary<string, (double Energy, int Hits)> Minima { get; } = new(StringComparer.Ordinal);

        /// <summary>Difference of energies that is rounding.</summary>
        public double Rounding { get; } = 1e-11 * Largest(weights) * n * n;

        public static string Key(ReadOnlySpan<int> camps)
        {
            var key = new char[camps.Length];
            for (var i = 0; i < key.Length; i++) key[i] = camps[i] == camps[0] ? '0' : '1';
            return new string(key);
        }

        public void Draw(ulong seed, int start)
        {
            var (stream, word) = (new CounterStream(seed, (ulong)start, 0), 0u);
            for (var i = 0; i < n; i++)
            {
                if (i % 32 == 0) word = stream.NextUInt32();
                _camps[i] = (int)(word >> (i % 32)) & 1;
            }

            Renew();
        }

        public void Place(ReadOnlySpan<int> camps)
        {
            camps.CopyTo(_camps);
            Renew();
        }

        /// <summary>Moves the actor that lowers the energy most, the first of equal ones, until none does.</summary>
        public void Descend()
        {
            while (true)
            {
                var (best, low) = (-1, _least);
                for (var i = 0; i < n; i++)
                {
                    if (_change[i] < low) (best, low) = (i, _change[i]);
                }

                if (best < 0) return;
                Move(best);
            }
        }

        /// <summary>Walks on with a tabu on actors that have just moved, and records the minima it comes by.</summary>
        public void Walk(int moves)
        {
            var (free, tenure, value, lowest) = (new int[n], Math.Min(10 + (n / 20), n / 3), 0.0, 0.0);
            for (var move = 1; move <= moves; move++)
            {
                var (best, any, low) = (-1, 0.0, double.PositiveInfinity);
                for (var i = 0; i < n; i++)
                {
                    any = Math.Min(any, _change[i]);
                    var barred = free[i] > move && value + _change[i] >= lowest + _least;
                    if (!barred && _change[i] < low) (best, low) = (i, _change[i]);
                }

                if (move > 1 && any >= _least) Record(hit: false);
                if (best < 0) return;
                Move(best);
                value += low;
                lowest = Math.Min(lowest, value);
                free[best] = move + tenure + (move % 3);
            }

            Descend();
            Record(hit: false);
        }

        public void Record(bool hit)
        {
            var key = Key(_camps);
            var (energy, hits) = Minima.TryGetValue(key, out var known) ? known : (Energy(), 0);
            Minima[key] = (energy, hits + (hit ? 1 : 0));
        }

        /// <summary>The lowest minima; ties by configuration.</summary>
        public List<int[]> Lowest(int count) =>
            [.. Minima.OrderBy(pair => pair.Value.Energy).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(count).Select(pair => pair.Key.Select(camp => camp - '0').ToArray())];

        private void Renew()
        {
            for (var i = 0; i < n; i++)
            {
                var (sum, row) = (0.0, i * n);
                for (var j = 0; j < n; j++) sum += _camps[i] == _camps[j] ? weights[row + j] : -weights[row + j];
                _change[i] = sum;
            }
        }

        private void Move(int actor)
        {
            var (row, own) = (actor * n, _camps[actor]);
            for (var i = 0; i < n; i++) _change[i] -= _camps[i] == own ? 2 * weights[row + i] : -2 * weights[row + i];
            _change[actor] = -_change[actor];
            _camps[actor] = 1 - own;
        }

        private double Energy()
        {
            var sum = 0.0;
            for (var i = 0; i < n; i++)
            {
                for (var j = i + 1; j < n; j++) sum += _camps[i] == _camps[j] ? 0 : weights[(i * n) + j];
            }

            return sum;
        }

        private static double Largest(double[] weights)
        {
            var largest = 0.0;
            foreach (var weight in weights) largest = Math.Max(largest, Math.Abs(weight));
            return largest;
        }
    }
}
