using Entente.Models.Coalitions.Balance;
using Entente.Numerics.Networks;

namespace Entente.Models.Tests.Coalitions;

public class WeakBalanceTests
{
    // Three pairs of friends, everybody else foes: two camps frustrate, three do not (Davis 1967).
    private static NamedNetwork ThreeCamps()
    {
        var edges = new List<SignedEdge>();
        for (var i = 0; i < 6; i++)
        {
            for (var j = i + 1; j < 6; j++) edges.Add(new SignedEdge(i, j, i / 2 == j / 2 ? 1 : -1));
        }

        return new NamedNetwork([.. Enumerable.Range(0, 6).Select(node => new NetworkNode($"n{node}", null))], SignedNetwork.Of(6, edges), []);
    }

    [Fact]
    public void Three_camps_balance_what_two_cannot()
    {
        var part = BalanceAnalysis.Run(ThreeCamps()).Parts.Single();
        part.Frustration.ShouldBe(4);
        part.Weak!.Value.ShouldBe(0);
        part.Weak.Count.ShouldBe(3);
        part.WeakCamps.ShouldAllBe(camp => camp.Length == 2);
    }

    [Fact]
    public void With_two_camps_at_most_weak_balance_is_the_frustration_index()
    {
        var part = BalanceAnalysis.Run(ThreeCamps(), new BalanceOptions { MostCamps = 2 }).Parts.Single();
        part.Weak!.Value.ShouldBe(part.Frustration);
    }
}
