using CsCheck;
using Entente.Numerics.Networks;
using Entente.Tests;

namespace Entente.Numerics.Tests.Networks;

/// <summary>Networks of chance of a given size.</summary>
internal static class NetworkSamples
{
    /// <summary>Nodes in clusters, as allies are: most edges inside clusters; so many edges, chosen at random, negative, those across clusters three times as likely.</summary>
    public static SignedNetwork Clustered(int nodes, int edges, int negative, int seed)
    {
        var random = new System.Random(seed);
        var cluster = Enumerable.Range(0, nodes).Select(_ => (int)Math.Floor(6 * Math.Pow(random.NextDouble(), 1.5))).ToArray();
        var pairs = new HashSet<(int, int)>();
        while (pairs.Count < edges)
        {
            var (a, b) = (random.Next(nodes), random.Next(nodes));
            if (a == b || (cluster[a] != cluster[b] && random.NextDouble() > .12)) continue;
            pairs.Add(a < b ? (a, b) : (b, a));
        }

        var foes = pairs.OrderBy(pair => random.NextDouble() / (cluster[pair.Item1] == cluster[pair.Item2] ? 1 : 3)).Take(negative).ToHashSet();
        return SignedNetwork.Of(nodes, pairs.Select(pair => new SignedEdge(pair.Item1, pair.Item2, foes.Contains(pair) ? -1 : 1)));
    }

    /// <summary>Networks of any shape, mostly sparse and not always connected.</summary>
    public static Gen<SignedNetwork> Any(int low, int high, bool whole) =>
        Gen.Int[low, high].SelectMany(n => Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], whole ? Gen.Int[-2, 2].Select(w => (double)w) : Gen.Double[-1, 1]).Array[n, 3 * n]
            .Select(edges => SignedNetwork.Of(n, edges.Where(edge => edge.Item1 != edge.Item2).Select(edge => new SignedEdge(edge.Item1, edge.Item2, edge.Item3)))));

    /// <summary>Weight of each pair.</summary>
    public static double[,] Matrix(SignedNetwork network)
    {
        var weight = new double[network.Nodes, network.Nodes];
        foreach (var edge in network.Edges) weight[edge.A, edge.B] = weight[edge.B, edge.A] = edge.Weight;
        return weight;
    }

    /// <summary>Read's sixteen tribes of the highlands of New Guinea.</summary>
    public static SignedNetwork Tribes()
    {
        var rows = File.ReadLines(Shared.Path("cases/signed/signed_read_highland_tribes_edges.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var names = rows.SelectMany(row => row[..2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return SignedNetwork.Of(names.Count, rows.Select(row => new SignedEdge(names.IndexOf(row[0]), names.IndexOf(row[1]), double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture))));
    }
}
