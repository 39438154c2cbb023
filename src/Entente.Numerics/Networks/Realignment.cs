using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>
/// The cheapest flips that restore balance. The frustrated edges of a best partition are such a set (Harary 1959), but best partitions are many as a rule, and which of their sets a solver hands over is chance. Each
/// edge is therefore asked whether all, some or none of the best partitions frustrate it: the network is solved anew with the edge tied against what the partitions known so far do to it.
/// </summary>
/// <remarks>
/// Most edges need no solution: an edge is in no cheapest set where a packing of negative cycles that leaves some of its weight unused, and that rest, are worth more than the least frustration (reduced costs,
/// Dantzig, Fulkerson and Johnson 1954); and nodes that change sides for nothing lead from one best partition to others. Deterministic. Weights that are not whole count as the same to a billionth of all weight.
/// </remarks>
public static class Realignment
{
    private const int MostPackings = 8;
    private const int MostPivots = 50_000;

    /// <summary>Finds which flips restore balance at the least cost.</summary>
    /// <param name="network">The network; the cost of a flip is the absolute weight of its edge.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Asked at every solution and branch.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static RealignmentSolution Solve(SignedNetwork network, RealignmentOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new RealignmentOptions();
        var best = FrustrationIndex.Solve(network, options.Frustration, cancellation);
        var flips = new EdgeFlip[network.Edges.Length];
        if (!best.IsProven)
        {
            Array.Fill(flips, EdgeFlip.Unknown);
            return new RealignmentSolution(best, [.. flips], [best.Frustrated], 0, true);
        }

        var known = new Known(network, best, options.MostOptima);
        known.Add([.. best.Sides]);
        var left = options.Frustration.MostWork;
        var (never, unsettled) = (Never(network, best, known, options.MostCycles, ref left, cancellation), new bool[flips.Length]);
        var solves = 0;
        for (var e = 0; e < flips.Length; e++)
        {
            if (never[e] || known.Both(e)) continue;
            cancellation.ThrowIfCancellationRequested();
            if (solves >= options.MostSolves || left <= 0)
            {
                unsettled[e] = true;
                continue;
            }

            solves++;
            var tied = MergedNetwork.Of(network).Tie(e, satisfied: known.Frustrated[e]);
            var (sides, isSettled, work) = FrustrationIndex.Again(network, tied, [.. best.Sides], options.Frustration.MostBranches, left, cancellation);
            left -= work;
            if (sides is not null) known.Add(sides);
            else unsettled[e] = !isSettled;
        }

        var capped = false;
        for (var e = 0; e < flips.Length; e++)
        {
            flips[e] = known.Both(e) ? EdgeFlip.Sometimes : unsettled[e] ? EdgeFlip.Unknown : known.Frustrated[e] ? EdgeFlip.Always : EdgeFlip.Never;
            capped |= flips[e] == EdgeFlip.Unknown;
        }

        return new RealignmentSolution(best, [.. flips], [.. known.Optima], solves, capped);
    }

    /// <summary>
    /// Edges that packings rule out of every cheapest set. The first packing is of the network as it is; the next ones hold back some room of the edges that are still in doubt, so that an edge which the best packings
    /// may fill but need not is left with some.
    /// </summary>
    private static bool[] Never(SignedNetwork network, FrustrationSolution best, Known known, int mostCycles, ref double left, CancellationToken cancellation)
    {
        var (never, spare, held) = (new bool[network.Edges.Length], new double[network.Edges.Length], 0.0);
        for (var round = 0; round < MostPackings && left > 0; round++)
        {
            var room = SignedNetwork.Of(network.Nodes, network.Edges.Select((edge, e) => never[e] || known.Frustrated[e] ? edge : edge with { Weight = edge.Weight * (1 - held) }));
            var worth = Pack(room, best.Sides.AsSpan(), spare, mostCycles, ref left, cancellation);
            var found = 0;
            for (var e = 0; e < never.Length; e++)
            {
                if (never[e] || known.Frustrated[e]) continue;
                var rest = spare[e] + (held * Math.Abs(network.Edges[e].Weight));
                never[e] = worth + rest > best.Value + Math.Max(2 * known.Tolerance, 1e-6 * Math.Abs(network.Edges[e].Weight));
                found += never[e] ? 1 : 0;
            }

            if (found == 0 && round > 0) break;
            held = .1;
        }

        return never;
    }

    private static double Pack(SignedNetwork network, ReadOnlySpan<int> sides, double[] spare, int mostCycles, ref double left, CancellationToken cancellation)
    {
        var (packing, cycles) = (new CyclePacking(network) { MostPivots = MostPivots, MostWork = left, Cancellation = cancellation }, new NegativeCycles(network));
        var known = cycles.AddDisjoint(packing, sides);
        while (packing.Solve(double.PositiveInfinity) && known < mostCycles)
        {
            cancellation.ThrowIfCancellationRequested();
            var added = cycles.Add(packing, sides, 1 - 1e-7);
            if (added == 0) break;
            known += added;
        }

        left -= packing.Work;
        return packing.Exact(network, spare);
    }

    /// <summary>Best partitions come by, and what they do to edges.</summary>
    private sealed class Known(SignedNetwork network, FrustrationSolution best, int mostOptima)
    {
        private const int MostTurned = 500;
        private readonly HashSet<string> _sets = new(StringComparer.Ordinal);
        private readonly Queue<int[]> _open = new();
        private readonly bool[] _satisfied = new bool[network.Edges.Length];
        private int _turned;

        public double Tolerance { get; } = new CampGoal(network).Tolerance;

        /// <summary>By edge: whether a partition frustrates it.</summary>
        public bool[] Frustrated { get; } = new bool[network.Edges.Length];

        public List<ImmutableArray<int>> Optima { get; } = [];

        public bool Both(int edge) => Frustrated[edge] && _satisfied[edge];

        /// <summary>Takes in a best partition, and those that differ from it by single nodes that change sides for nothing, and so on.</summary>
        public void Add(int[] sides)
        {
            Take(sides);
            while (_open.TryDequeue(out var next))
            {
                for (var node = 0; node < network.Nodes && _turned < MostTurned; node++)
                {
                    if (network.Incident(node).IsEmpty || Math.Abs(Change(next, node)) > Tolerance / 100) continue;
                    _turned++;
                    int[] other = [.. next];
                    other[node] = 1 - other[node];
                    if (network.Frustration(other) <= best.Value + Tolerance) Take(other);
                }
            }

            // What one partition leads to is not to use up the turns of those to come.
            _turned = 0;
        }

        private void Take(int[] sides)
        {
            var set = ImmutableArray.CreateBuilder<int>();
            for (var e = 0; e < Frustrated.Length; e++)
            {
                if (SignedNetwork.IsFrustrated(network.Edges[e], sides))
                {
                    Frustrated[e] = true;
                    set.Add(e);
                }
                else
                {
                    _satisfied[e] = true;
                }
            }

            if (!_sets.Add(string.Join(',', set))) return;
            _open.Enqueue(sides);
            if (Optima.Count < mostOptima) Optima.Add(set.ToImmutable());
        }

        private double Change(int[] sides, int node)
        {
            var change = 0.0;
            foreach (var edge in network.Incident(node)) change += SignedNetwork.IsFrustrated(network.Edges[edge], sides) ? -Math.Abs(network.Edges[edge].Weight) : Math.Abs(network.Edges[edge].Weight);
            return change;
        }
    }
}
