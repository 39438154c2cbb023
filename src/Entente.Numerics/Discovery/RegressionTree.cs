using System.Collections.Immutable;
using Entente.Numerics.Random;

namespace Entente.Numerics.Discovery;

/// <summary>
/// A tree of splits (Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees): boxes that together hold every point, where <see cref="Prim"/> looks for one. A box that both find does not
/// owe itself to the method. For outcomes of 0 and 1 it is the classification tree by Gini, half of which is the variance.
/// </summary>
public sealed class RegressionTree
{
    private const uint StreamNumber = 0xCA27;

    private readonly DiscoveryTable _table;
    private readonly TreeOptions _options;
    private readonly TreeNode _root;
    private readonly Lazy<ImmutableArray<AssessedBox>> _leaves;

    private RegressionTree(DiscoveryTable table, TreeOptions options, TreeNode root)
    {
        (_table, _options, _root) = (table, options, root);
        _leaves = new Lazy<ImmutableArray<AssessedBox>>(Boxes);
    }

    /// <summary>The leaves as boxes, the densest first; equally dense ones from left to right.</summary>
    public ImmutableArray<AssessedBox> Leaves => _leaves.Value;

    /// <summary>How much the tree lowers the mean squared deviation of the outcomes from their mean.</summary>
    public double Gain => _root.Extent().Gain / _table.Points;

    /// <summary>
    /// The prices of a leaf at which the tree loses splits, rising (weakest links): for a price from one up to the next the same subtree is best. In mean squared outcome for each leaf, as in <see cref="Prune"/>.
    /// </summary>
    public ImmutableArray<double> Alphas => Links(_root, _table.Points);

    /// <summary>Grows a tree.</summary>
    /// <param name="table">The points.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static RegressionTree Grow(DiscoveryTable table, TreeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new TreeOptions();
        options.Check();
        return new RegressionTree(table, options, TreeGrowth.Grow(table, table.All, options));
    }

    /// <summary>The smallest subtree that minimises mean squared error + alpha · leaves.</summary>
    /// <param name="alpha">Price of a leaf, in mean squared outcome; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is negative or NaN.</exception>
    public RegressionTree Prune(double alpha)
    {
        if (!(alpha >= 0)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The price of a leaf is 0 or more.");
        return new RegressionTree(_table, _options, _root.Prune(alpha * _table.Points * (1 + 1e-12)).Node);
    }

    /// <summary>
    /// Prunes by cross-validation (Breiman et al. 1984, section 3.4): trees grown without a fold are pruned at the geometric means of neighbouring <see cref="Alphas"/> and judged by the fold.
    /// </summary>
    /// <param name="folds">Number of folds, from 2 to the number of points.</param>
    /// <param name="standardErrors">The smallest subtree is taken whose error is within so many standard errors of the least; 0 for the least itself.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds or of standard errors is out of range.</exception>
    public RegressionTree PruneByFolds(int folds = 10, double standardErrors = 1, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, _table.Points);
        if (!(standardErrors >= 0)) throw new ArgumentOutOfRangeException(nameof(standardErrors), standardErrors, "The number of standard errors is 0 or more.");
        var links = Alphas;
        var prices = new double[links.Length + 1];
        for (var k = 1; k < prices.Length; k++) prices[k] = k < links.Length ? Math.Sqrt(links[k - 1] * links[k]) : links[k - 1];
        var (sum, squares) = (new double[prices.Length], new double[prices.Length]);
        var fold = Folds(folds, seed);
        for (var f = 0; f < folds; f++)
        {
            var seen = _table.All.Copy();
            for (var point = 0; point < fold.Length; point++)
            {
                if (fold[point] == f) seen.Remove(point, _table.Worth[point]);
            }

            var grown = TreeGrowth.Grow(_table, seen, _options);
            for (var k = 0; k < prices.Length; k++)
            {
                var pruned = grown.Prune(prices[k] * seen.Count).Node;
                for (var point = 0; point < fold.Length; point++)
                {
                    if (fold[point] != f) continue;
                    var error = (_table.Worth[point] * DiscoveryTable.Unit) - Leaf(pruned, point).Mean;
                    sum[k] += error * error;
                    squares[k] += error * error * error * error;
                }
            }
        }

        var best = 0;
        for (var k = 1; k < prices.Length; k++) best = sum[k] <= sum[best] ? k : best;
        var n = (double)_table.Points;
        var allowed = sum[best] + (standardErrors * Math.Sqrt(Math.Max(0, squares[best] - (sum[best] * sum[best] / n))));
        for (var k = best; k < prices.Length; k++) best = sum[k] <= allowed ? k : best;
        return Prune(best == 0 ? 0 : links[best - 1]);
    }

    /// <summary>The mean outcome of the leaf that a point falls into.</summary>
    /// <param name="point">A value for every input. A level the tree has not seen goes right.</param>
    /// <exception cref="ArgumentException">The point has another number of inputs.</exception>
    public double Predict(ReadOnlySpan<double> point)
    {
        if (point.Length != _table.Inputs) throw new ArgumentException($"The point has {point.Length} values, but the table has {_table.Inputs} inputs; give one for each.", nameof(point));
        var node = _root;
        while (!node.IsLeaf)
        {
            var (split, column) = (node.Split, _table.Columns[node.Split.Input]);
            var value = point[split.Input];
            var level = column.IsCategorical ? Array.BinarySearch(column.Levels, value) : -1;
            var left = column.IsCategorical ? level >= 0 && split.GoesLeft(column, level) : value <= column.Above(split.Rank);
            node = left ? node.Left! : node.Right!;
        }

        return node.Mean;
    }

    private TreeNode Leaf(TreeNode node, int point)
    {
        while (!node.IsLeaf)
        {
            var column = _table.Columns[node.Split.Input];
            node = node.Split.GoesLeft(column, column.Rank[point]) ? node.Left! : node.Right!;
        }

        return node;
    }

    // Each prune takes every node whose link is as weak; the next link is then stronger.
    private static ImmutableArray<double> Links(TreeNode root, int points)
    {
        var links = ImmutableArray.CreateBuilder<double>();
        while (!root.IsLeaf)
        {
            var link = root.WeakestLink();
            // A little over the link, so that rounding does not keep what it is to take.
            link *= 1 + 1e-12;
            links.Add(link / points);
            root = root.Prune(link).Node;
        }

        return links.ToImmutable();
    }

    private int[] Folds(int folds, ulong seed)
    {
        var (fold, stream) = (new int[_table.Points], new CounterStream(seed, 0, StreamNumber));
        for (var point = 0; point < fold.Length; point++) fold[point] = point % folds;
        for (var last = fold.Length - 1; last > 0; last--)
        {
            var other = stream.NextInt32(last + 1);
            (fold[last], fold[other]) = (fold[other], fold[last]);
        }

        return fold;
    }

    private ImmutableArray<AssessedBox> Boxes()
    {
        var boxes = new List<AssessedBox>();
        Collect(_root, RankBox.Whole(_table.Columns));
        return [.. boxes.OrderByDescending(box => box.Density)];

        void Collect(TreeNode node, RankBox box)
        {
            if (node.IsLeaf)
            {
                boxes.Add(_table.Assess(box.Bounds(box.Restricted())));
                return;
            }

            var (input, left, right) = (node.Split.Input, box.Copy(), box.Copy());
            if (_table.Columns[input].IsCategorical)
            {
                left.Levels[input] &= node.Split.Left;
                right.Levels[input] &= ~node.Split.Left;
            }
            else
            {
                left.High[input] = node.Split.Rank;
                right.Low[input] = node.Split.Rank + 1;
            }

            Collect(node.Left!, left);
            Collect(node.Right!, right);
        }
    }
}
