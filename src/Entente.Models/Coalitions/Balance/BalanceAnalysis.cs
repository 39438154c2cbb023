using System.Collections.Immutable;
using Entente.Numerics.Networks;
using Entente.World;

namespace Entente.Models.Coalitions.Balance;

/// <summary>
/// How near a signed network is to structural balance (Heider 1946; Cartwright and Harary 1956), which two camps fit it best, what the cheapest realignment is, and where its signs lead. Each connected part is worked out
/// by itself, as no edge says how the camps of two parts stand to each other.
/// </summary>
public static class BalanceAnalysis
{
    // Weak balance stands beside the two camps: its bound is kept cheap, and it says so where it is not proven.
    private const int MostWeakBranches = 200_000;
    private const int MostWeakCycles = 400;

    /// <summary>Works out the balance of a network.</summary>
    /// <param name="named">The network.</param>
    /// <param name="options">How far; null for the defaults.</param>
    /// <param name="progress">Told each step.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static BalanceReading Run(NamedNetwork named, BalanceOptions? options = null, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(named);
        options ??= new BalanceOptions();
        progress?.Invoke("triangles and walks");
        var network = named.Network;
        var (triangles, walks, conflict) = (StructuralBalance.Triangles(network), StructuralBalance.Walks(network), StructuralBalance.Conflict(network));
        var parts = ImmutableArray.CreateBuilder<PartBalance>();
        foreach (var part in conflict.Parts.Where(part => part.Nodes.Length > 1).OrderByDescending(part => part.Nodes.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke($"the two camps of {part.Nodes.Length} nodes");
            parts.Add(Part(named, part, options, cancellation));
        }

        return new BalanceReading(named, triangles, walks, parts.ToImmutable());
    }

    /// <summary>Indices by year: no realignment.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="years">The years.</param>
    /// <param name="network">How networks are made; null for the defaults.</param>
    /// <param name="options">How far; null for the defaults.</param>
    /// <param name="progress">Told each year.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<BalanceYear> Series(
        WorldEdition world, IEnumerable<int> years, SignedNetworkOptions? network = null, BalanceOptions? options = null, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(years);
        options = (options ?? new BalanceOptions()) with { Realigns = false };
        var rows = ImmutableArray.CreateBuilder<BalanceYear>();
        foreach (var year in years)
        {
            progress?.Invoke($"{year}");
            try
            {
                var built = SignedNetworks.Build(world, year, network, cancellation);
                rows.Add(new BalanceYear(year, built, Run(built.Named, options, null, cancellation)));
            }
            catch (NoAnswerException)
            {
                rows.Add(new BalanceYear(year, null, null));
            }
        }

        return rows.ToImmutable();
    }

    private static PartBalance Part(NamedNetwork named, ConflictPart part, BalanceOptions options, CancellationToken cancellation)
    {
        var network = Restrict(named.Network, part.Nodes);
        ImmutableArray<string> names = [.. part.Nodes.Select(node => named.Nodes[node].Name)];
        var search = new FrustrationOptions { MostWork = options.MostWork, MostBranches = options.MostBranches, Seed = options.Seed };
        var (best, flips) = Solve(network, search, options.Realigns, cancellation);
        var shown = best.Frustrated.ToHashSet();
        ImmutableArray<NamedFlip> changed =
        [
            .. network.Edges.Select((edge, number) => new NamedFlip(names[edge.A], names[edge.B], edge.Weight, flips[number], shown.Contains(number)))
                .Where(flip => flip.Flip is EdgeFlip.Always or EdgeFlip.Sometimes || flip.InShown)
                .OrderBy(flip => flip.Flip == EdgeFlip.Always ? 0 : flip.Flip == EdgeFlip.Sometimes ? 1 : 2).ThenByDescending(flip => flip.InShown),
        ];
        var course = BalanceDynamics.Course(Matrix(network), network.Nodes);
        return new PartBalance(
            names, network.Edges.Length, network.Edges.Count(edge => edge.Weight < 0), network.Edges.Sum(edge => Math.Abs(edge.Weight)), StructuralBalance.Triangles(network), StructuralBalance.Walks(network),
            part.Conflict, best.Value, best.LowerBound, best.Sides, changed, flips.Count(flip => flip == EdgeFlip.Never), flips.Count(flip => flip == EdgeFlip.Unknown), course, Agree(course, best.Sides))
        {
            Weak = options.Realigns ? CampPartition.Solve(network, options.MostCamps, new CampOptions { MostBranches = MostWeakBranches, MostCycles = MostWeakCycles, Seed = options.Seed }, cancellation) : null,
        };
    }

    private static (FrustrationSolution Best, ImmutableArray<EdgeFlip> Flips) Solve(SignedNetwork network, FrustrationOptions search, bool realigns, CancellationToken cancellation)
    {
        if (realigns)
        {
            var solution = Realignment.Solve(network, new RealignmentOptions { Frustration = search }, cancellation);
            return (solution.Best, solution.Flips);
        }

        return (FrustrationIndex.Solve(network, search, cancellation), [.. Enumerable.Repeat(EdgeFlip.Unknown, network.Edges.Length)]);
    }

    private static SignedNetwork Restrict(SignedNetwork network, ImmutableArray<int> nodes)
    {
        if (nodes.Length == network.Nodes) return network;
        var place = nodes.Select((node, number) => (node, number)).ToDictionary(pair => pair.node, pair => pair.number);
        return SignedNetwork.Of(nodes.Length, network.Edges.Where(edge => place.ContainsKey(edge.A)).Select(edge => new SignedEdge(place[edge.A], place[edge.B], edge.Weight)));
    }

    private static double[] Matrix(SignedNetwork network)
    {
        var relations = new double[network.Nodes * network.Nodes];
        foreach (var edge in network.Edges) relations[(edge.A * network.Nodes) + edge.B] = relations[(edge.B * network.Nodes) + edge.A] = edge.Weight;
        return relations;
    }

    private static int? Agree(BalanceCourse course, ImmutableArray<int> sides)
    {
        if (course.Fate is BalanceFate.Fades or BalanceFate.Undecided) return null;
        var (same, other) = (0, 0);
        for (var node = 0; node < sides.Length; node++)
        {
            if (course.Camps[node] < 0) continue;
            if (course.Camps[node] == sides[node]) same++;
            else other++;
        }

        return Math.Max(same, other);
    }
}
