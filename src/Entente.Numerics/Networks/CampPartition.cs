using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>
/// Weak balance: a network falls into camps with positive edges inside and negative ones across (Davis 1967). Finds the partition into at most so many camps with the least weight of edges that do not fit:
/// correlation clustering (Bansal, Blum and Chawla 2004), the line index of k-balance (Doreian and Mrvar 1996).
/// </summary>
/// <remarks>
/// Each connected part is solved by itself. Local search gives a partition; a packing of bad cycles, those with one negative edge, bounds from below (Chopra and Rao 1993), with cliques of one foe more than there
/// are camps where their number is limited; what is left open in small parts is settled by branch and bound. Two camps are left to <see cref="FrustrationIndex"/>. Deterministic.
/// </remarks>
public static class CampPartition
{
    /// <summary>Finds a partition of least frustration.</summary>
    /// <param name="network">The network; it need not be connected.</param>
    /// <param name="mostCamps">Camps allowed, 1 or more, or 0 for any number.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Asked now and then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostCamps"/> is below 0.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static CampSolution Solve(SignedNetwork network, int mostCamps, CampOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegative(mostCamps);
        options ??= new CampOptions();
        var camps = new int[network.Nodes];
        if (mostCamps == 1) return Solution(network, 1, camps, network.Frustration(camps), 0);
        if (mostCamps == 2)
        {
            var two = FrustrationIndex.Solve(network, new FrustrationOptions { MostBranches = Math.Min(options.MostBranches, 20_000), Starts = options.Starts, Seed = options.Seed }, cancellation);
            return Solution(network, 2, [.. two.Sides], two.LowerBound, two.Branches);
        }

        var (bound, branches) = (0.0, 0L);
        foreach (var nodes in Parts(network))
        {
            var part = Part(network, nodes);
            var (found, least, looked) = SolvePart(part, mostCamps == 0 || mostCamps > part.Nodes ? part.Nodes : mostCamps, options, cancellation);
            for (var i = 0; i < nodes.Count; i++) camps[nodes[i]] = found[i];
            bound += least;
            branches += looked;
        }

        return Solution(network, mostCamps, camps, bound, branches);
    }

    /// <summary>Camps of a connected part, a lower bound that is the value where proven, and branches.</summary>
    private static (int[] Camps, double Bound, long Branches) SolvePart(SignedNetwork part, int most, CampOptions options, CancellationToken cancellation)
    {
        var camps = CampSearch.Best(part, most, options.Starts, options.Seed, cancellation);
        var value = part.Frustration(camps);
        var goal = new CampGoal(part);
        if (goal.IsHopeless(0, value)) return (camps, value, 0);
        var bound = CampBound.Of(part, most, goal, value, options.MostCycles, cancellation);
        if (goal.IsHopeless(bound, value)) return (camps, value, 0);
        if (part.Nodes > Math.Min(options.MostExact, CampBranches.MostNodes)) return (camps, goal.Rounded(bound), 0);
        var search = new CampBranches(part, most, goal, options.MostBranches);
        var exact = search.Run(camps, cancellation);
        return (search.Best, Math.Min(part.Frustration(search.Best), Math.Max(goal.Rounded(bound), exact)), search.Branches);
    }

    private static CampSolution Solution(SignedNetwork network, int mostCamps, int[] camps, double bound, long branches)
    {
        var number = new Dictionary<int, int>();
        for (var node = 0; node < camps.Length; node++)
        {
            if (!number.TryGetValue(camps[node], out var camp)) number[camps[node]] = camp = number.Count;
            camps[node] = camp;
        }

        var frustrated = ImmutableArray.CreateBuilder<int>();
        for (var e = 0; e < network.Edges.Length; e++)
        {
            if (SignedNetwork.IsFrustrated(network.Edges[e], camps)) frustrated.Add(e);
        }

        // Sums over parts round otherwise than the sum over edges; where all parts are proven the two are the same but for that.
        var value = network.Frustration(camps);
        if (bound > value || value - bound <= new CampGoal(network).Tolerance) bound = value;
        return new CampSolution(value, bound, mostCamps, [.. camps], number.Count, frustrated.ToImmutable(), branches);
    }

    private static List<List<int>> Parts(SignedNetwork network)
    {
        var (parts, seen) = (new List<List<int>>(), new bool[network.Nodes]);
        for (var root = 0; root < network.Nodes; root++)
        {
            if (seen[root]) continue;
            seen[root] = true;
            var nodes = new List<int> { root };
            for (var next = 0; next < nodes.Count; next++)
            {
                foreach (var edge in network.Incident(nodes[next]))
                {
                    var other = network.Other(edge, nodes[next]);
                    if (seen[other]) continue;
                    seen[other] = true;
                    nodes.Add(other);
                }
            }

            nodes.Sort();
            parts.Add(nodes);
        }

        return parts;
    }

    private static SignedNetwork Part(SignedNetwork network, List<int> nodes)
    {
        if (nodes.Count == network.Nodes) return network;
        var (place, edges) = (new Dictionary<int, int>(), new List<SignedEdge>());
        for (var i = 0; i < nodes.Count; i++) place[nodes[i]] = i;
        foreach (var edge in network.Edges)
        {
            if (place.TryGetValue(edge.A, out var a)) edges.Add(new SignedEdge(a, place[edge.B], edge.Weight));
        }

        return SignedNetwork.Of(nodes.Count, edges);
    }
}

/// <summary>When a bound settles a search: whole weights have whole sums, others settle to a billionth of all weight.</summary>
internal readonly struct CampGoal
{
    private readonly bool _whole;

    public CampGoal(SignedNetwork network)
    {
        var sum = 0.0;
        _whole = true;
        foreach (var edge in network.Edges)
        {
            sum += Math.Abs(edge.Weight);
            _whole &= Math.Abs(edge.Weight) < 1e9 && edge.Weight == Math.Floor(edge.Weight);
        }

        Tolerance = 1e-9 * Math.Max(1, sum);
    }

    /// <summary>Difference that counts as none.</summary>
    public double Tolerance { get; }

    /// <summary>The least that a bound must be for nothing better than a value to be left.</summary>
    public double Settles(double value) => _whole ? value - 1 + 1e-6 : value - Tolerance;

    /// <summary>Whether nothing below the bound can be better than the value.</summary>
    public bool IsHopeless(double bound, double value) => bound >= Settles(value);

    /// <summary>The bound, brought up to the next value that there can be.</summary>
    public double Rounded(double bound) => _whole ? Math.Ceiling(bound - 1e-6) : bound;
}
