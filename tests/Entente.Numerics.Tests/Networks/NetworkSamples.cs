using Entente.Numerics.Networks;

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
}
