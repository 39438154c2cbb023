using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>
/// The frustration index: the least weight of edges whose sign must change for a network to be balanced (Harary 1959; Aref, Mason and Wilson 2020). Exact by branch and bound: bounds from a packing of
/// negative cycles, nodes tied where a best partition is known to tie them, and branches that tie the ends of an edge with or against its sign.
/// </summary>
/// <remarks>Deterministic. Where the search is cut short, the solution holds the best partition found and a bound that is valid all the same.</remarks>
public static class FrustrationIndex
{
    /// <summary>Finds a partition of least frustration.</summary>
    /// <param name="network">The network; it need not be connected.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Asked at every branch, and inside the linear programmes.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static FrustrationSolution Solve(SignedNetwork network, FrustrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var search = new Search(network, options ?? new FrustrationOptions());
        search.Run(cancellation);
        return search.Solution();
    }

    /// <summary>Seeks a partition of a tied network with a frustration that is known to be the least of the network without ties.</summary>
    /// <param name="network">The network.</param>
    /// <param name="tied">The same with some of its nodes tied.</param>
    /// <param name="known">A partition of the least frustration, whether or not it keeps to the ties.</param>
    /// <param name="mostBranches">Most branches.</param>
    /// <param name="mostWork">Most operations.</param>
    /// <param name="cancellation">Asked at every branch.</param>
    /// <returns>Sides, or null where there are none or none were found; whether the search came to an end; and operations used.</returns>
    internal static (int[]? Sides, bool IsSettled, double Work) Again(SignedNetwork network, MergedNetwork tied, int[] known, int mostBranches, double mostWork, CancellationToken cancellation)
    {
        var search = new Search(network, new FrustrationOptions { MostBranches = mostBranches, MostWork = mostWork }, known);
        var (sides, isSettled) = search.Find(tied, cancellation);
        return (sides, isSettled, search.Work);
    }

    private sealed class Search
    {
        private readonly SignedNetwork _network;
        private readonly FrustrationOptions _options;
        private readonly double _grid;
        private readonly double _tolerance;
        private int[] _best;
        private double _value;
        private double _cutShort = double.PositiveInfinity;
        private int _branches;
        private int _cycles = -1;

        public Search(SignedNetwork network, FrustrationOptions options, int[]? known = null)
        {
            (_network, _options) = (network, options);
            var whole = network.Edges.All(edge => Math.Abs(edge.Weight) < 1e9 && edge.Weight == Math.Floor(edge.Weight));
            _grid = whole ? 1 : 0;
            _tolerance = 1e-9 * Math.Max(1, network.Edges.Sum(edge => Math.Abs(edge.Weight)));
            _best = known ?? (network.Nodes == 0 ? [] : PartitionSearch.Best(network, [], options.Starts, options.Seed));
            _value = network.Frustration(_best);
        }

        /// <summary>Operations of the linear programmes so far.</summary>
        public double Work { get; private set; }

        public void Run(CancellationToken cancellation)
        {
            if (_value > 0) Run(MergedNetwork.Of(_network), double.NegativeInfinity, cancellation);
        }

        /// <summary>As if nothing better than a little more than the known least were known.</summary>
        public (int[]? Sides, bool IsSettled) Find(MergedNetwork tied, CancellationToken cancellation)
        {
            var start = _value + (_grid > 0 ? 1 : 2 * _tolerance);
            _value = start;
            Run(tied, start, cancellation);
            return _value < start ? (_best, true) : (null, double.IsPositiveInfinity(_cutShort));
        }

        private void Run(MergedNetwork root, double enough, CancellationToken cancellation)
        {
            var open = new Stack<(MergedNetwork Part, double Bound)>();
            open.Push((root, 0));
            while (open.TryPop(out var next))
            {
                if (_value < enough) return;
                cancellation.ThrowIfCancellationRequested();
                if (IsHopeless(next.Bound)) continue;
                if (_branches >= _options.MostBranches || Work >= _options.MostWork)
                {
                    _cutShort = Math.Min(_cutShort, next.Bound);
                    continue;
                }

                _branches++;
                var part = next.Part.Reduced();
                if (part.Network.Edges.IsEmpty)
                {
                    Offer(part, new int[part.Network.Nodes]);
                    continue;
                }

                var (bound, price) = Bound(part, cancellation);
                bound = Math.Max(bound, next.Bound);
                if (IsHopeless(bound)) continue;
                var edge = Undecided(part.Network, price);
                if (edge < 0)
                {
                    // The bound came short of the value through rounding alone; what is open is kept open.
                    _cutShort = Math.Min(_cutShort, bound);
                    continue;
                }

                open.Push((part.Tie(edge, satisfied: false), bound));
                open.Push((part.Tie(edge, satisfied: true), bound));
            }
        }

        public FrustrationSolution Solution()
        {
            var sides = _best;
            if (sides.Length > 0 && sides[0] == 1) sides = [.. sides.Select(side => 1 - side)];
            var frustrated = Enumerable.Range(0, _network.Edges.Length).Where(edge => SignedNetwork.IsFrustrated(_network.Edges[edge], sides)).ToImmutableArray();
            var bound = Math.Min(_value, _grid > 0 ? Math.Ceiling(_cutShort - 1e-6) : _cutShort);
            return new FrustrationSolution(_value, bound, [.. sides], frustrated, _branches, Math.Max(0, _cycles));
        }

        /// <summary>Whether nothing below the bound can be better than what is known; whole weights have whole sums.</summary>
        private bool IsHopeless(double bound) => _grid > 0 ? bound > _value - 1 + 1e-6 : bound >= _value - _tolerance;

        private (double Bound, double[] Price) Bound(MergedNetwork part, CancellationToken cancellation)
        {
            var network = part.Network;
            var packing = new CyclePacking(network) { MostWork = _options.MostWork - Work, Cancellation = cancellation };
            var cycles = new NegativeCycles(network);
            var sides = PartitionSearch.Best(network, part.Restrict(_best), 1, _options.Seed);
            Offer(part, sides);
            cycles.AddDisjoint(packing, sides);
            var (spare, worth) = (new double[network.Edges.Length], 0.0);
            while (true)
            {
                var settled = packing.Solve((_grid > 0 ? _value - 1 + 1e-6 : _value - _tolerance) - part.Constant);
                worth = Math.Max(worth, _grid > 0 ? packing.Worth : packing.Exact(network, spare));
                if (IsHopeless(part.Constant + worth) || !settled) break;
                if (cycles.Add(packing, sides, 1 - 1e-7) == 0) break;
            }

            Work += packing.Work;
            if (_cycles < 0) _cycles = packing.Packed;
            Offer(part, Rounded(network, packing.Price));
            return (part.Constant + worth, packing.Price);
        }

        /// <summary>Sides that follow the signs of the cheapest edges; where all prices are 0 or 1, those of price 0 are all satisfied.</summary>
        private static int[] Rounded(SignedNetwork network, double[] price)
        {
            var cheap = SignedNetwork.Of(network.Nodes, network.Edges.Select((edge, e) => edge with { Weight = edge.Weight > 0 ? 2 - Math.Min(1, price[e]) : Math.Min(1, price[e]) - 2 }));
            var sides = PartitionSearch.Grown(cheap, 0);
            return PartitionSearch.Descend(network, sides);
        }

        private void Offer(MergedNetwork part, int[] sides)
        {
            var value = part.Constant + part.Network.Frustration(sides);
            if (value >= _value - (_grid > 0 ? .5 : _tolerance)) return;
            _best = part.Sides(sides);
            _value = _network.Frustration(_best);
        }

        /// <summary>The edge whose price is farthest from a decision, heavy edges first; where all are decided, any edge with a price.</summary>
        private static int Undecided(SignedNetwork network, double[] price)
        {
            var (best, most) = (-1, 1e-6);
            for (var e = 0; e < price.Length; e++)
            {
                var doubt = Math.Min(price[e], 1 - price[e]) * Math.Abs(network.Edges[e].Weight);
                if (doubt > most) (best, most) = (e, doubt);
            }

            return best >= 0 ? best : Array.FindIndex(price, value => value > 1e-6);
        }
    }
}
