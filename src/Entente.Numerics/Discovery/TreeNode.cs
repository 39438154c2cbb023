namespace Entente.Numerics.Discovery;

/// <summary>A split of the points at an input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Rank">Last rank that goes left, for a number.</param>
/// <param name="Left">Levels that go left, for a categorical input.</param>
/// <param name="Gain">How much it lowers the sum of squares about the mean, in squared outcomes.</param>
internal readonly record struct TreeSplit(int Input, int Rank, ulong Left, double Gain)
{
    public bool GoesLeft(RankedColumn column, int rank) => column.IsCategorical ? (Left >> rank & 1) != 0 : rank <= Rank;
}

/// <summary>A node of a tree, a leaf where it has no split.</summary>
internal sealed record TreeNode(int Points, long Worth, TreeSplit Split, TreeNode? Left, TreeNode? Right)
{
    public bool IsLeaf => Left is null;

    public double Mean => Worth * DiscoveryTable.Unit / Points;

    /// <summary>
    /// The least subtree that minimises risk + alpha · leaves (Breiman et al. 1984, theorem 3.10), from the leaves up: a split stays where the gains below it, its own among them, are worth more than the
    /// leaves they cost.
    /// </summary>
    /// <param name="alpha">Price of a leaf, in squared outcomes.</param>
    /// <returns>The subtree, and by how much it is better than its root alone.</returns>
    public (TreeNode Node, double Worth) Prune(double alpha)
    {
        if (IsLeaf) return (this, 0);
        var (left, worthLeft) = Left!.Prune(alpha);
        var (right, worthRight) = Right!.Prune(alpha);
        var worth = Split.Gain - alpha + worthLeft + worthRight;
        return worth > 0 ? (this with { Left = left, Right = right }, worth) : (this with { Split = default, Left = null, Right = null }, 0);
    }

    /// <summary>Leaves, and the sum of all gains.</summary>
    public (int Leaves, double Gain) Extent()
    {
        if (IsLeaf) return (1, 0);
        var ((leavesLeft, gainLeft), (leavesRight, gainRight)) = (Left!.Extent(), Right!.Extent());
        return (leavesLeft + leavesRight, Split.Gain + gainLeft + gainRight);
    }

    /// <summary>The weakest link: the least gain for each leaf saved, over the nodes with a split; infinity for a leaf.</summary>
    public double WeakestLink()
    {
        if (IsLeaf) return double.PositiveInfinity;
        var (leaves, gain) = Extent();
        return Math.Min(gain / (leaves - 1), Math.Min(Left!.WeakestLink(), Right!.WeakestLink()));
    }
}
