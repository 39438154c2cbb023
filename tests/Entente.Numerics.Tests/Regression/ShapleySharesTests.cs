using System.Collections.Immutable;
using Entente.Numerics.Random;
using Entente.Numerics.Regression;

namespace Entente.Numerics.Tests.Regression;

public class ShapleySharesTests
{
    // k regressors and an outcome, centred.
    private static double[] Gram(int k, ulong seed, double correlation)
    {
        const int Rows = 200;
        var stream = new CounterStream(seed, 0, 0);
        var x = new double[k + 1][];
        for (var j = 0; j <= k; j++) x[j] = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var common = stream.NextNormal();
            for (var j = 0; j < k; j++) x[j][i] = (correlation * common) + stream.NextNormal();
            x[k][i] = stream.NextNormal();
            for (var j = 0; j < k; j++) x[k][i] += (j + 1) * .3 * x[j][i];
        }

        var gram = new double[(k + 1) * (k + 1)];
        for (var j = 0; j <= k; j++)
        {
            var mean = x[j].Average();
            for (var i = 0; i < Rows; i++) x[j][i] -= mean;
        }

        for (var a = 0; a <= k; a++)
        {
            for (var b = 0; b <= k; b++) gram[(a * (k + 1)) + b] = x[a].Zip(x[b], (p, q) => p * q).Sum();
        }

        return gram;
    }

    // Brute force: every order of entry.
    private static double[] ByOrders(double[] gram, IReadOnlyList<ImmutableArray<int>> groups)
    {
        double R(IEnumerable<int> chosen)
        {
            var list = chosen.ToList();
            return list.Count == 0 ? 0 : ShapleyShares.OfRSquared(gram, [[.. list.SelectMany(g => groups[g])]]).Explained;
        }

        var parts = new double[groups.Count];
        var orders = Orders([.. Enumerable.Range(0, groups.Count)]).ToList();
        foreach (var order in orders)
        {
            for (var i = 0; i < order.Length; i++) parts[order[i]] += (R(order.Take(i + 1)) - R(order.Take(i))) / orders.Count;
        }

        return parts;
    }

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(item => Orders([.. items.Where(other => other != item)]).Select(rest => (int[])[item, .. rest]));

    [Theory]
    [InlineData(0)]
    [InlineData(.8)]
    public void Parts_are_the_mean_over_all_orders_and_add_up(double correlation)
    {
        var gram = Gram(5, 7, correlation);
        ImmutableArray<int>[] groups = [[0, 3], [1], [2, 4]];
        var result = ShapleyShares.OfRSquared(gram, groups);
        result.Parts.Sum().ShouldBe(result.Explained, 1e-12);
        var brute = ByOrders(gram, groups);
        for (var g = 0; g < groups.Length; g++) result.Parts[g].ShouldBe(brute[g], 1e-12);
        for (var g = 0; g < groups.Length; g++) result.Last[g].ShouldBeLessThanOrEqualTo(result.Explained);
    }

    [Fact]
    public void R_squared_is_that_of_the_regression()
    {
        // y = 2 x exactly: all is explained; a regressor that repeats another adds nothing.
        double[] gram = [4, 4, 8, 4, 4, 8, 8, 8, 16];
        var result = ShapleyShares.OfRSquared(gram, [[0], [1]]);
        result.Explained.ShouldBe(1, 1e-12);
        result.Parts[0].ShouldBe(.5, 1e-12);
        result.Last[1].ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Scale_does_not_matter()
    {
        var gram = Gram(3, 3, .5);
        var scaled = gram.ToArray();
        for (var i = 0; i < 4; i++)
        {
            scaled[(i * 4) + 1] *= 1000;
            scaled[4 + i] *= 1000;
        }

        var (a, b) = (ShapleyShares.OfRSquared(gram, [[0], [1], [2]]), ShapleyShares.OfRSquared(scaled, [[0], [1], [2]]));
        for (var g = 0; g < 3; g++) a.Parts[g].ShouldBe(b.Parts[g], 1e-10);
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        Should.Throw<ArgumentException>(() => ShapleyShares.OfRSquared([1, 2, 3], [[0]]));
        Should.Throw<ArgumentException>(() => ShapleyShares.OfRSquared([1, 0, 0, 1], [[1]]));
        Should.Throw<ArgumentException>(() => ShapleyShares.OfRSquared([1, 0, 0, 1], [[0], [0]]));
    }
}
