namespace Entente.Numerics.Networks;

/// <summary>
/// A lower bound of the frustration of every partition into camps: sets of edges of which every partition frustrates at least one, packed so that no edge carries more than its weight. Such sets are bad cycles, with
/// one negative edge and otherwise positive ones, and cliques of one mutual foe more than there are camps. With any number of camps, the best packing of bad cycles is worth as much as the linear programme over
/// the triangle inequalities (Chopra and Rao 1993).
/// </summary>
internal sealed class CampBound(SignedNetwork network)
{
    private const double Little = 1e-3;
    private const int MostCliques = 2_000;
    private const int MostPivots = 20_000;
    private const int MostLooks = 1_000_000;
    private readonly double[] _cost = new double[network.Nodes];
    private readonly int[] _by = new int[network.Nodes];
    private readonly bool[] _done = new bool[network.Nodes];
    private readonly bool[] _seen = new bool[network.Nodes];
    private readonly List<int> _reached = [];
    private readonly PriorityQueue<int, double> _open = new();

    /// <summary>The bound; stops once it settles the search, or the packing has so many cycles.</summary>
    public static double Of(SignedNetwork network, int mostCamps, CampGoal goal, double value, int mostCycles, CancellationToken cancellation)
    {
        var (bound, packing) = (new CampBound(network), new CyclePacking(network) { MostPivots = MostPivots });
        var cliques = mostCamps < network.Nodes ? bound.Cliques(mostCamps + 1) : [];
        packing.StartGreedy(Little);
        var known = bound.Add(packing, cliques, 1 - Little, disjoint: true);
        packing.EndGreedy();
        var (spare, worth) = (new double[network.Edges.Length], 0.0);
        while (true)
        {
            var settled = packing.Solve(goal.Settles(value));
            worth = Math.Max(worth, Math.Max(packing.Worth, packing.Exact(network, spare)));
            if (!settled || goal.IsHopeless(worth, value) || known >= mostCycles) break;
            cancellation.ThrowIfCancellationRequested();
            var added = bound.Add(packing, cliques, 1 - 1e-7, disjoint: false);
            if (added == 0) break;
            known += added;
        }

        return worth;
    }

    /// <summary>Adds cliques, and for each negative edge the cheapest bad cycle, that cost less than so much.</summary>
    private int Add(CyclePacking packing, List<int[]> cliques, double below, bool disjoint)
    {
        var added = 0;
        foreach (var clique in cliques)
        {
            var cost = 0.0;
            foreach (var edge in clique) cost += packing.Price[edge];
            if (cost >= below) continue;
            if (disjoint) packing.Fill(clique);
            if (packing.Add([.. clique])) added++;
        }

        for (var e = 0; e < network.Edges.Length; e++)
        {
            if (network.Edges[e].Weight > 0 || packing.Price[e] >= below) continue;
            if (Through(e, packing.Price, below - packing.Price[e]) is not { } cycle) continue;
            if (disjoint) packing.Fill(cycle);
            if (packing.Add(cycle)) added++;
        }

        return added;
    }

    /// <summary>A negative edge closed by the cheapest way along positive edges between its ends; null where that costs as much as the limit.</summary>
    private int[]? Through(int edge, double[] price, double limit)
    {
        foreach (var node in _reached) _done[node] = _seen[node] = false;
        _reached.Clear();
        _open.Clear();
        var (source, target) = (network.Edges[edge].A, network.Edges[edge].B);
        Reach(source, 0, -1);
        while (_open.TryDequeue(out var node, out var cost))
        {
            if (_done[node]) continue;
            _done[node] = true;
            if (node == target) return Cycle(edge, source, target);
            foreach (var next in network.Incident(node))
            {
                if (network.Edges[next].Weight < 0) continue;
                var (other, total) = (network.Other(next, node), cost + price[next]);
                if (total < limit && !_done[other] && (!_seen[other] || total < _cost[other])) Reach(other, total, next);
            }
        }

        return null;
    }

    private void Reach(int node, double cost, int by)
    {
        if (!_seen[node]) _reached.Add(node);
        (_seen[node], _cost[node], _by[node]) = (true, cost, by);
        _open.Enqueue(node, cost);
    }

    private int[] Cycle(int edge, int source, int target)
    {
        var edges = new List<int> { edge };
        for (var node = target; node != source; node = network.Other(_by[node], node)) edges.Add(_by[node]);
        return [.. edges];
    }

    /// <summary>Edges of cliques of so many mutual foes, the first of them in the order of nodes.</summary>
    private List<int[]> Cliques(int size)
    {
        var (cliques, chosen, edges) = (new List<int[]>(), new List<int>(), new List<int>());
        var looks = 0;
        var foe = new Dictionary<(int, int), int>();
        for (var e = 0; e < network.Edges.Length; e++)
        {
            if (network.Edges[e].Weight < 0) foe[(network.Edges[e].A, network.Edges[e].B)] = e;
        }

        for (var node = 0; node < network.Nodes && foe.Count > 0; node++) Extend(node);
        return cliques;

        void Extend(int node)
        {
            if (cliques.Count >= MostCliques || ++looks > MostLooks) return;
            var before = edges.Count;
            foreach (var other in chosen)
            {
                if (!foe.TryGetValue((other, node), out var edge))
                {
                    edges.RemoveRange(before, edges.Count - before);
                    return;
                }

                edges.Add(edge);
            }

            chosen.Add(node);
            if (chosen.Count == size) cliques.Add([.. edges]);
            else
            {
                for (var next = node + 1; next < network.Nodes; next++) Extend(next);
            }

            chosen.RemoveAt(chosen.Count - 1);
            edges.RemoveRange(before, edges.Count - before);
        }
    }
}
