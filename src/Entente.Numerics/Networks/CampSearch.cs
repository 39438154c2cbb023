using Entente.Numerics.Random;

namespace Entente.Numerics.Networks;

/// <summary>
/// Good partitions into camps by local search: nodes move alone, camps join, until neither helps, then tabu search (Glover 1989) walks on; from several starts. The pull of each camp on each node, the weight of
/// its edges there, is kept up to date, so that a move costs the degree of its node.
/// </summary>
internal sealed class CampSearch
{
    private const int TabuMovesPerNode = 20;

    private readonly SignedNetwork _network;
    private readonly int _most;
    private readonly int[] _camp;
    private readonly int[] _size;
    private readonly double[] _pull;
    private readonly double _least;
    private int _top;

    private CampSearch(SignedNetwork network, int most)
    {
        (_network, _most) = (network, most);
        (_camp, _size, _pull) = (new int[network.Nodes], new int[most], new double[network.Nodes * most]);
        foreach (var edge in network.Edges) _least += 1e-12 * Math.Abs(edge.Weight);
    }

    /// <summary>The best partition found.</summary>
    /// <param name="network">The network.</param>
    /// <param name="most">Most camps, 1 or more.</param>
    /// <param name="starts">Number of starts.</param>
    /// <param name="seed">Seed; start <c>i</c> depends on (seed, i) alone.</param>
    /// <param name="cancellation">Asked at every start.</param>
    public static int[] Best(SignedNetwork network, int most, int starts, ulong seed, CancellationToken cancellation)
    {
        var search = new CampSearch(network, most);
        var (best, least) = (new int[network.Nodes], double.PositiveInfinity);
        for (var start = 0; start < Math.Max(1, starts); start++)
        {
            cancellation.ThrowIfCancellationRequested();
            search.Start(start == 0 && most > 1 ? PartitionSearch.Grown(network, 0) : search.Drawn(seed, start));
            search.Settle();
            search.Walk((start == 0 || network.Nodes <= 60 ? TabuMovesPerNode : 4) * network.Nodes);
            search.Settle();
            var value = network.Frustration(search._camp);
            if (value >= least) continue;
            least = value;
            search._camp.CopyTo(best, 0);
        }

        return best;
    }

    /// <summary>Camps by lot: in the second start as many as there may be, later any number.</summary>
    private int[] Drawn(ulong seed, int start)
    {
        var stream = new CounterStream(seed, (ulong)start, 0);
        var camps = new int[_camp.Length];
        var count = start == 1 ? _most : 1 + stream.NextInt32(_most);
        for (var node = 0; node < camps.Length; node++) camps[node] = start == 1 && _most == camps.Length ? node : stream.NextInt32(count);
        return camps;
    }

    private void Start(int[] camps)
    {
        camps.CopyTo(_camp, 0);
        Array.Clear(_size);
        Array.Clear(_pull);
        foreach (var camp in _camp)
        {
            _size[camp]++;
            _top = Math.Max(_top, camp + 1);
        }

        foreach (var edge in _network.Edges)
        {
            _pull[(edge.A * _most) + _camp[edge.B]] += edge.Weight;
            _pull[(edge.B * _most) + _camp[edge.A]] += edge.Weight;
        }
    }

    /// <summary>Moves nodes and joins camps for the better until neither can be done.</summary>
    private void Settle()
    {
        do
        {
            for (var moved = true; moved;)
            {
                moved = false;
                for (var node = 0; node < _camp.Length; node++)
                {
                    var (to, gain) = Wish(node);
                    if (gain <= _least) continue;
                    Move(node, to);
                    moved = true;
                }
            }
        }
        while (Join());
    }

    /// <summary>The camp that a node had best move to, an empty one among them, and by how much frustration falls.</summary>
    private (int To, double Gain) Wish(int node)
    {
        var (own, to, most, empty) = (_camp[node], -1, double.NegativeInfinity, _size[_camp[node]] == 1);
        var pulls = _pull.AsSpan(node * _most, _most);
        for (var camp = 0; camp < Math.Min(_top + 1, _most); camp++)
        {
            if (camp == own) continue;
            if (_size[camp] == 0)
            {
                // One empty camp is like another, and like the node's own where it is alone there.
                if (empty) continue;
                empty = true;
            }

            var pull = _size[camp] == 0 ? 0 : pulls[camp];
            if (pull > most) (to, most) = (camp, pull);
        }

        return (to, to < 0 ? double.NegativeInfinity : most - pulls[own]);
    }

    private void Move(int node, int to)
    {
        var from = _camp[node];
        foreach (var edge in _network.Incident(node))
        {
            var place = _network.Other(edge, node) * _most;
            _pull[place + from] -= _network.Edges[edge].Weight;
            _pull[place + to] += _network.Edges[edge].Weight;
        }

        _camp[node] = to;
        _size[from]--;
        _size[to]++;
        _top = Math.Max(_top, to + 1);
        while (_top > 0 && _size[_top - 1] == 0) _top--;
    }

    /// <summary>Joins the two camps with the most friendship between them; false where no two have any.</summary>
    private bool Join()
    {
        if (_top < 2) return false;
        var between = new double[_top * _top];
        foreach (var edge in _network.Edges)
        {
            var (one, other) = (Math.Min(_camp[edge.A], _camp[edge.B]), Math.Max(_camp[edge.A], _camp[edge.B]));
            if (one != other) between[(one * _top) + other] += edge.Weight;
        }

        var (best, most) = (-1, _least);
        for (var place = 0; place < between.Length; place++)
        {
            if (between[place] > most) (best, most) = (place, between[place]);
        }

        if (best < 0) return false;
        var (into, gone) = (best / _top, best % _top);
        for (var node = 0; node < _camp.Length; node++)
        {
            if (_camp[node] == gone) Move(node, into);
        }

        return true;
    }

    /// <summary>Takes the best move of a node that has not just moved, for better or worse, so many times; leaves the best partition seen.</summary>
    private void Walk(int moves)
    {
        var (best, value, least) = (_camp.AsSpan().ToArray(), 0.0, 0.0);
        var free = new int[_camp.Length];
        var tenure = Math.Min(10 + (_camp.Length / 20), _camp.Length / 3);
        for (var move = 1; move <= moves; move++)
        {
            var (chosen, target, most) = (-1, -1, double.NegativeInfinity);
            for (var node = 0; node < _camp.Length; node++)
            {
                if (free[node] > move) continue;
                var (to, gain) = Wish(node);
                if (gain > most) (chosen, target, most) = (node, to, gain);
            }

            if (chosen < 0) break;
            value -= most;
            Move(chosen, target);
            free[chosen] = move + tenure + (move % 3);
            if (value >= least - _least) continue;
            least = value;
            _camp.CopyTo(best, 0);
        }

        Start(best);
    }
}
