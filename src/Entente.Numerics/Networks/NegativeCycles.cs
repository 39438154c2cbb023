namespace Entente.Numerics.Networks;

/// <summary>
/// Finds negative cycles that cost less than one unit at given prices of edges. Every negative cycle has an odd number of the edges that a partition frustrates, so it goes through one of them: for each
/// frustrated edge, the cheapest way between its ends that the partition keeps on one side is a shortest way in the network doubled by side.
/// </summary>
internal sealed class NegativeCycles(SignedNetwork network)
{
    private const double Little = 1e-3;
    private readonly double[] _cost = new double[2 * network.Nodes];
    private readonly int[] _by = new int[2 * network.Nodes];
    private readonly int[] _from = new int[2 * network.Nodes];
    private readonly int[] _seen = new int[2 * network.Nodes];
    private readonly bool[] _done = new bool[2 * network.Nodes];
    private readonly PriorityQueue<int, double> _open = new();
    private readonly List<int> _reached = [];
    private readonly List<int> _places = [];
    private readonly List<int> _edges = [];

    /// <summary>Adds cycles to a packing that cost less than 1, at most one for each frustrated edge; returns how many were new.</summary>
    /// <param name="packing">The packing, with its prices.</param>
    /// <param name="sides">A good partition; any does.</param>
    /// <param name="below">Cost below which a cycle is taken.</param>
    public int Add(CyclePacking packing, ReadOnlySpan<int> sides, double below)
    {
        var added = 0;
        for (var e = 0; e < network.Edges.Length && packing.Work < packing.MostWork; e++)
        {
            if (!SignedNetwork.IsFrustrated(network.Edges[e], sides) || packing.Price[e] >= below) continue;
            packing.Cancellation.ThrowIfCancellationRequested();
            packing.Work += 20.0 * network.Edges.Length;
            if (Through(e, packing.Price, sides, below - packing.Price[e]) is { } cycle && packing.Add(cycle)) added++;
        }

        return added;
    }

    /// <summary>Packs short cycles that share no edge, one after the other; where they carry the target, no programme needs to be solved.</summary>
    public int AddDisjoint(CyclePacking packing, ReadOnlySpan<int> sides)
    {
        packing.StartGreedy(Little);
        var added = 0;
        for (var e = 0; e < network.Edges.Length; e++)
        {
            if (!SignedNetwork.IsFrustrated(network.Edges[e], sides) || packing.Price[e] >= 1 || Through(e, packing.Price, sides, 1 - Little) is not { } cycle) continue;
            packing.Fill(cycle);
            if (packing.Add(cycle)) added++;
        }

        packing.EndGreedy();
        return added;
    }

    /// <summary>The cheapest negative cycle through an edge, without the cost of the edge itself; null where it costs as much as the limit.</summary>
    private int[]? Through(int edge, double[] price, ReadOnlySpan<int> sides, double limit)
    {
        foreach (var place in _reached) (_done[place], _seen[place]) = (false, 0);
        _reached.Clear();
        _open.Clear();
        var (source, target) = (2 * network.Edges[edge].A, 2 * network.Edges[edge].B);
        Reach(source, 0, -1, -1);
        while (_open.TryDequeue(out var place, out var cost))
        {
            if (_done[place]) continue;
            _done[place] = true;
            if (place == target) return Simple(edge, source, target);
            var (node, turned) = (place >> 1, place & 1);
            foreach (var next in network.Incident(node))
            {
                if (next == edge) continue;
                var total = cost + price[next];
                if (total >= limit) continue;
                var other = (2 * network.Other(next, node)) + (SignedNetwork.IsFrustrated(network.Edges[next], sides) ? 1 - turned : turned);
                if (!_done[other] && (_seen[other] == 0 || total < _cost[other])) Reach(other, total, next, place);
            }
        }

        return null;
    }

    private void Reach(int place, double cost, int by, int from)
    {
        if (_seen[place] == 0) _reached.Add(place);
        (_seen[place], _cost[place], _by[place], _from[place]) = (1, cost, by, from);
        _open.Enqueue(place, cost);
    }

    /// <summary>
    /// The way back from the target, closed by the edge, as a cycle without repeated nodes. Between two visits to one node, on different sides, lies an odd number of frustrated edges: a negative cycle of
    /// its own, and no dearer; the shortest of them has no such pair inside.
    /// </summary>
    private int[] Simple(int edge, int source, int target)
    {
        _places.Clear();
        _edges.Clear();
        for (var place = target; ; place = _from[place])
        {
            _places.Add(place);
            if (place == source) break;
            _edges.Add(_by[place]);
        }

        var (start, length) = (-1, int.MaxValue);
        for (var i = 0; i < _places.Count; i++)
        {
            for (var j = i + 1; j < _places.Count && j - i < length; j++)
            {
                if (_places[i] >> 1 == _places[j] >> 1) (start, length) = (i, j - i);
            }
        }

        if (start >= 0) return [.. _edges.GetRange(start, length)];
        return [.. _edges, edge];
    }
}
