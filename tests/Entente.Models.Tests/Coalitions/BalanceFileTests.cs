using Entente.Models.Coalitions.Balance;
using Entente.Numerics.Networks;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Coalitions;

public sealed class BalanceFileTests(Snapshot snapshot)
{
    /// <summary>Read (1954), sixteen tribes: the index is 7 (Aref, Mason and Wilson 2020).</summary>
    [Fact]
    public void The_highland_tribes_come_out_as_published()
    {
        var named = SignedNetworkFile.Read(Shared.Path("cases/signed/signed_read_highland_tribes_edges.csv"), snapshot.World.States);
        var reading = BalanceAnalysis.Run(named, cancellation: TestContext.Current.CancellationToken);
        (named.Nodes.Length, named.Network.Edges.Length, named.Negative).ShouldBe((16, 58, 29));
        (reading.Frustration, reading.IsProven).ShouldBe((7, true));
        reading.Triangles.Share.ShouldBe(.867647, 1e-6);
        reading.Walks.ShouldBe(.357576, 1e-6);
        reading.Parts[0].Conflict.ShouldBe(1.0402891, 1e-6);
        reading.Normalised.ShouldBe(1 - (14.0 / 58), 1e-12);
    }

    [Theory]
    [InlineData("a,b,1\na,c,x", "line 2, column 3: 'x' is not a number")]
    [InlineData("a,b,NaN\n", "is not a number")]
    [InlineData("a,b,1\nb,c,0", "line 2, column 3: the weight is zero")]
    [InlineData("from,to,sign\na,a,1", "line 2, column 2: joins a with itself")]
    [InlineData("a,b,1\nc,d,1\nb,a,-1", "line 3, column 3: gives b and a the other sign than line 1")]
    [InlineData("a,b,1\nb,a,2", "another weight than line 1")]
    [InlineData("a,b\n", "has 2 columns. Write three")]
    [InlineData("a,,1\n", "column 2: names nobody")]
    [InlineData("a,\"b,1\n", "opens a quotation mark")]
    [InlineData("a,b,1,5\n", "has 4 columns")]
    [InlineData("a,b,weight\n", "holds no edge")]
    [InlineData("", "holds no edge")]
    [InlineData("USA,United States,1", "joins United States")]
    public void A_wrong_file_gets_one_sentence(string text, string expected) =>
        Should.Throw<InvalidInputException>(() => SignedNetworkFile.Parse(text, "net.csv", snapshot.World.States)).Message.ShouldContain(expected);

    [Fact]
    public void Heads_separators_comments_and_repeats_are_read()
    {
        var named = SignedNetworkFile.Parse("\uFEFFa;b;weight\r\n# from a book\r\n\"x; y\";z;1.5\r\nz;\"x; y\";1.5\r\n", "net.csv");
        named.Nodes.Select(node => node.Name).ShouldBe(["x; y", "z"]);
        named.Network.Edges.ShouldBe([new SignedEdge(0, 1, 1.5)]);
        named.Notes.ShouldContain(note => note.Contains("counts once"));
        named.Notes.ShouldContain(note => note.Contains("no negative edge"));
    }

    [Fact]
    public void Codes_and_names_of_one_state_are_one_node()
    {
        var named = SignedNetworkFile.Parse("USA,CHN,-1\nUnited States,RUS,-1\nChina,Russia,1", "net.csv", snapshot.World.States);
        named.Nodes.Length.ShouldBe(3);
        named.Nodes[0].State.ShouldBe(2);
    }
}
