using Entente.Numerics.Games;

namespace Entente.Numerics.Tests.Games;

public class GameTreeTests
{
    [Fact]
    public void A_tree_counts_what_it_was_given()
    {
        var builder = new GameTreeBuilder(3);
        var (one, two) = (builder.Leaf(1), builder.Leaf(0));
        var nature = builder.Chance((0, one), (1, two));
        var root = builder.Decision(2, builder.Leaf(1), nature);
        var tree = builder.Build();
        (tree.Players, tree.Nodes, tree.Outcomes, tree.Chances, tree.Root).ShouldBe((3, 5, 2, 2, root));
        tree.Children(root).ToArray().ShouldBe([3, nature]);
        tree.Children(nature).ToArray().ShouldBe([one, two]);
        tree.Children(one).Length.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Children(5).Length).Message.ShouldContain("nodes 0 to 4");
    }

    [Fact]
    public void What_is_no_tree_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new GameTreeBuilder(0));
        Should.Throw<InvalidOperationException>(() => new GameTreeBuilder(1).Build()).Message.ShouldContain("no node");
        var builder = new GameTreeBuilder(2);
        var leaf = builder.Leaf(0);
        Should.Throw<ArgumentOutOfRangeException>(() => builder.Leaf(-1));
        Should.Throw<ArgumentException>(() => builder.Decision(2, leaf)).Message.ShouldContain("none of the 2 players");
        Should.Throw<ArgumentException>(() => builder.Decision(0)).Message.ShouldContain("one child or more");
        Should.Throw<ArgumentException>(() => builder.Decision(0, 7)).Message.ShouldContain("does not exist yet");
        Should.Throw<ArgumentException>(() => builder.Chance()).Message.ShouldContain("one branch or more");
        Should.Throw<ArgumentException>(() => builder.Chance((-1, leaf))).Message.ShouldContain("below 0");
        builder.Decision(0, leaf);
        Should.Throw<ArgumentException>(() => builder.Decision(1, leaf)).Message.ShouldContain("follows another node already");
        builder.Leaf(1);
        Should.Throw<InvalidOperationException>(() => builder.Build()).Message.ShouldContain("nodes 1, 2 have none");
    }

    /// <summary>A call that is refused must not have taken its first children.</summary>
    [Fact]
    public void A_refused_node_leaves_the_builder_as_it_was()
    {
        var builder = new GameTreeBuilder(1);
        var leaf = builder.Leaf(0);
        Should.Throw<ArgumentException>(() => builder.Decision(0, leaf, 9));
        Should.Throw<ArgumentException>(() => builder.Decision(0, leaf, leaf));
        Should.Throw<ArgumentException>(() => builder.Chance((0, leaf), (0, 9)));
        builder.Decision(0, leaf);
        builder.Build().Nodes.ShouldBe(2);
    }

    [Fact]
    public void Indices_without_use_are_refused()
    {
        var builder = new GameTreeBuilder(1);
        builder.Decision(0, builder.Leaf(0), builder.Leaf(2));
        Should.Throw<InvalidOperationException>(() => builder.Build()).Message.ShouldContain("outcome 1 is not used");
        var other = new GameTreeBuilder(1);
        other.Chance((1, other.Leaf(0)));
        Should.Throw<InvalidOperationException>(() => other.Build()).Message.ShouldContain("chance probability 0 is not used");
    }
}
