using Entente.Models.Coalitions.Camps;
using Entente.World;

namespace Entente.Models.Tests.Coalitions;

public sealed class CampBalanceTests(Snapshot snapshot)
{
    private static readonly CampQuestion Few = new() { Camps = 3, Draws = 200 };

    [Fact]
    public void Probabilities_add_up_and_are_the_same_for_one_seed()
    {
        var (one, again) = (CampModel.Run(snapshot.World, 2023, Few), CampModel.Run(snapshot.World, 2023, Few));
        foreach (var (member, same) in one.Members.Zip(again.Members))
        {
            member.Probabilities.Sum().ShouldBe(1, 1e-12);
            member.Probabilities.ShouldBe(same.Probabilities);
            member.Margin.ShouldBeInRange(0, 1);
            member.Entropy.ShouldBeInRange(-1e-12, 1 + 1e-12);
        }

        one.Members.Length.ShouldBe(one.Camps.Sum(camp => camp.Size));
        one.Fence.Length.ShouldBeGreaterThan(0);
        one.Members.Single(member => member.State == 2).Camp.ShouldBe(2);
    }

    [Theory]
    [InlineData(CampMethod.LeastSquares)]
    [InlineData(CampMethod.Mixture)]
    public void Labels_do_not_hang_on_the_order_of_states(CampMethod method)
    {
        var stream = new Numerics.Random.CounterStream(3, 0, 0);
        double[] values = [.. Enumerable.Range(0, 40).Select(i => (i % 3) + (.2 * stream.NextNormal()))];
        var order = Enumerable.Range(0, 40).OrderBy(i => i * 17 % 40).ToArray();
        var (camps, cuts) = CampModel.Divide(values, 3, method);
        var (other, otherCuts) = CampModel.Divide([.. order.Select(i => values[i])], 3, method);
        other.ShouldBe(order.Select(i => camps[i]));
        otherCuts.ShouldBe(cuts);
        for (var i = 0; i < 40; i++) camps[i].ShouldBe(i % 3);
    }

    [Fact]
    public void Least_squares_agree_with_a_look_at_every_cut()
    {
        var stream = new Numerics.Random.CounterStream(5, 0, 0);
        double[] sorted = [.. Enumerable.Range(0, 15).Select(_ => stream.NextNormal()).Order()];
        double Squares(int from, int to) => sorted[from..to].Sum(value => Math.Pow(value - sorted[from..to].Average(), 2));
        var least = (from a in Enumerable.Range(1, 13) from b in Enumerable.Range(a + 1, 14 - a) select (Cost: Squares(0, a) + Squares(a, b) + Squares(b, 15), A: a, B: b)).MinBy(one => one.Cost);
        LineClusters.Split(sorted, 3).ShouldBe([0, least.A, least.B]);
        LineClusters.Likeness([0, 0, 1, 1], [1, 1, 0, 0]).ShouldBe(1);
        LineClusters.Likeness([0, 0, 1, 1], [0, 1, 0, 1]).ShouldBe(-.5, 1e-12);
    }

    [Fact]
    public void A_year_with_few_votes_is_refused() => Should.Throw<NoAnswerException>(() => CampModel.Run(snapshot.World, 2024)).Message.ShouldContain("2023 or 2025");

    [Fact]
    public void Changes_add_up()
    {
        var now = CampModel.Run(snapshot.World, 2023, Few);
        var comparison = CampModel.Compare(snapshot.World, now, 1990);
        (comparison.Counts.Sum() + comparison.Come.Length).ShouldBe(now.Members.Length);
        (comparison.Counts.Sum() + comparison.Gone.Length).ShouldBe(comparison.Before.Members.Length);
        comparison.Moves.Length.ShouldBe(comparison.Counts.Where((_, place) => place / 3 != place % 3).Sum());
    }

    [Fact]
    public void A_number_of_camps_out_of_range_is_refused() => Should.Throw<InvalidInputException>(() => CampModel.Run(snapshot.World, 2023, new CampQuestion { Camps = 7 })).Message.ShouldContain("2 to 6");
}
