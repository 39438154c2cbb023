namespace Entente.Numerics.Networks;

/// <summary>
/// Every partition into camps, branch by branch: nodes are put into a camp in use or a new one, in a fixed order. What is put is bounded by its frustration, each node to come by its least frustration with those put,
/// and all to come among themselves by their own solution, found first: Russian dolls (Verfaillie, Lemaître and Schiex 1996), from the last node to all.
/// </summary>
internal sealed class CampBranches
{
    /// <summary>Most nodes, as camps tried are kept as bits.</summary>
    public const int MostNodes = 64;

    private readonly int _n;
    private readonly int _most;
    private readonly CampGoal _goal;
    private readonly long _limit;
    private readonly int[] _order;
    private readonly int[][] _laterNode;
    private readonly double[][] _laterWeight;
    private readonly double[] _doll;
    private readonly double[] _pull;
    private readonly double[] _friends;
    private readonly int[] _camp;
    private int[] _best = [];
    private double _value;
    private CancellationToken _cancellation;

    /// <param name="network">The network, connected.</param>
    /// <param name="most">Most camps, 1 or more.</param>
    /// <param name="goal">When a bound settles it.</param>
    /// <param name="limit">Most branches.</param>
    public CampBranches(SignedNetwork network, int most, CampGoal goal, long limit)
    {
        (_n, _most, _goal, _limit) = (network.Nodes, most, goal, limit);
        _order = Order(network);
        (_doll, _pull, _friends, _camp) = (new double[_n + 1], new double[_n * _most], new double[_n], new int[_n]);
        (_laterNode, _laterWeight) = (new int[_n][], new double[_n][]);
        var place = new int[_n];
        for (var i = 0; i < _n; i++) place[_order[i]] = i;
        for (var i = 0; i < _n; i++)
        {
            var (nodes, weights) = (new List<int>(), new List<double>());
            foreach (var edge in network.Incident(_order[i]))
            {
                var other = place[network.Other(edge, _order[i])];
                if (other < i) continue;
                nodes.Add(other);
                weights.Add(network.Edges[edge].Weight);
            }

            (_laterNode[i], _laterWeight[i]) = ([.. nodes], [.. weights]);
        }
    }

    /// <summary>Branches looked at.</summary>
    public long Branches { get; private set; }

    /// <summary>The best partition, by node of the network.</summary>
    public int[] Best { get; private set; } = [];

    /// <summary>Runs the search; returns a lower bound, the value of the best partition where the search came to its end.</summary>
    /// <param name="known">A good partition.</param>
    /// <param name="cancellation">Asked now and then.</param>
    public double Run(int[] known, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        (Best, _best) = ([.. known], new int[_n]);
        for (var first = _n - 1; first >= 0; first--)
        {
            // Two candidates to beat: the known partition of these nodes, and the last doll with the new node put at its best.
            _value = Restricted(known, first);
            var put = Put(first);
            if (put.Value < _value) _value = put.Value;
            else
            {
                for (var i = first; i < _n; i++) _best[i] = known[_order[i]];
                put.Camp = known[_order[first]];
            }

            _best[first] = put.Camp;
            Branch(first, 0, 0);
            if (Branches >= _limit)
            {
                if (first == 0) Keep();
                return _doll[first + 1];
            }

            _doll[first] = _value;
        }

        Keep();
        return _value;

        void Keep()
        {
            for (var i = 0; i < _n; i++) Best[_order[i]] = _best[i];
        }
    }

    private void Branch(int at, double cost, int used)
    {
        if (at == _n)
        {
            if (cost >= _value - (_goal.Tolerance / 2)) return;
            _value = cost;
            _camp.AsSpan().CopyTo(_best);
            return;
        }

        if (++Branches >= _limit) return;
        if (Branches % 4096 == 0) _cancellation.ThrowIfCancellationRequested();
        var bound = cost + _doll[at];
        var open = used < _most;
        for (var node = at; node < _n; node++) bound += _friends[node] - Strongest(node, used, open);
        if (_goal.IsHopeless(bound, _value)) return;

        // Camps that pull most come first.
        var tried = 0UL;
        for (var turn = 0; turn < used + (open ? 1 : 0); turn++)
        {
            var (camp, most) = (-1, double.NegativeInfinity);
            for (var c = 0; c < used + (open ? 1 : 0); c++)
            {
                var pull = c < used ? _pull[(at * _most) + c] : 0;
                if (pull > most && (tried & (1UL << c)) == 0) (camp, most) = (c, pull);
            }

            tried |= 1UL << camp;
            Change(at, camp, 1);
            _camp[at] = camp;
            Branch(at + 1, cost + _friends[at] - most, Math.Max(used, camp + 1));
            Change(at, camp, -1);
        }
    }

    private double Strongest(int node, int used, bool open)
    {
        var most = open ? 0 : double.NegativeInfinity;
        var pulls = _pull.AsSpan(node * _most, used);
        foreach (var pull in pulls) most = Math.Max(most, pull);
        return most;
    }

    private void Change(int at, int camp, int sign)
    {
        var (nodes, weights) = (_laterNode[at], _laterWeight[at]);
        for (var k = 0; k < nodes.Length; k++)
        {
            _pull[(nodes[k] * _most) + camp] += sign * weights[k];
            if (weights[k] > 0) _friends[nodes[k]] += sign * weights[k];
        }
    }

    /// <summary>The last doll's partition with one node more, where it fits best.</summary>
    private (double Value, int Camp) Put(int first)
    {
        var (pulls, friends, used) = (new double[_most + 1], 0.0, 0);
        for (var i = first + 1; i < _n; i++) used = Math.Max(used, _best[i] + 1);
        for (var k = 0; k < _laterNode[first].Length; k++)
        {
            pulls[_best[_laterNode[first][k]]] += _laterWeight[first][k];
            friends += Math.Max(0, _laterWeight[first][k]);
        }

        var camp = 0;
        for (var c = 0; c < Math.Min(used + 1, _most); c++)
        {
            if (pulls[c] > pulls[camp]) camp = c;
        }

        return (_doll[first + 1] + friends - pulls[camp], camp);
    }

    private double Restricted(int[] known, int first)
    {
        var sum = 0.0;
        for (var i = first; i < _n; i++)
        {
            for (var k = 0; k < _laterNode[i].Length; k++)
            {
                if ((known[_order[i]] == known[_order[_laterNode[i][k]]]) == (_laterWeight[i][k] < 0)) sum += Math.Abs(_laterWeight[i][k]);
            }
        }

        return sum;
    }

    /// <summary>The heaviest node first, then always the one with the most weight to those before.</summary>
    private static int[] Order(SignedNetwork network)
    {
        var (order, weight, done) = (new int[network.Nodes], new double[network.Nodes], new bool[network.Nodes]);
        foreach (var edge in network.Edges)
        {
            weight[edge.A] += 1e-9 * Math.Abs(edge.Weight);
            weight[edge.B] += 1e-9 * Math.Abs(edge.Weight);
        }

        for (var i = 0; i < order.Length; i++)
        {
            var next = -1;
            for (var node = 0; node < order.Length; node++)
            {
                if (!done[node] && (next < 0 || weight[node] > weight[next])) next = node;
            }

            (order[i], done[next]) = (next, true);
            foreach (var edge in network.Incident(next)) weight[network.Other(edge, next)] += Math.Abs(network.Edges[edge].Weight);
        }

        return order;
    }
}
