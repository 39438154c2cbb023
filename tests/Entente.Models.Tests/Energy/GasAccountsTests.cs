using CsCheck;
using Entente.Models.Energy;

namespace Entente.Models.Tests.Energy;

public sealed class GasAccountsTests(Snapshot snapshot)
{
    [Fact]
    public void Revenue_by_supplier_and_surplus_by_market_add_up_to_the_outcome()
    {
        var channel = GasChannel.Of(snapshot.World, true);
        var workspace = channel.NewWorkspace();
        Gen.Select(Gen.Double[.08, .4], Gen.Double[0, 1], Gen.Double[1.5, 10], Gen.Double[0, 1]).Sample((elasticity, russia, flexibility, share) =>
        {
            channel.Evaluate(GasInputs.Central with { Elasticity = elasticity, RussiaPower = russia, Flexibility = flexibility, ReturnShare = share }, workspace, out var outcome).ShouldBeTrue();
            double Change(string supplier) => workspace.RevenueChange[channel.Suppliers.IndexOf(supplier)];
            Change("US LNG").ShouldBe(outcome.Volume + outcome.Price, 1e-9);
            (Change("Russia pipeline") + Change("Russia LNG")).ShouldBe(outcome.TargetGain, 1e-9);
            (workspace.SurplusChange[0] + workspace.SurplusChange[1] + workspace.SurplusChange[2]).ShouldBe(outcome.BuyersGain, 1e-9);
        }, iter: 40, threads: 1);
    }

    [Fact]
    public void The_more_returns_the_less_Norway_earns_and_nothing_returns_changes_nothing_but_the_routes_that_were_closed()
    {
        var channel = GasChannel.Of(snapshot.World, true);
        var workspace = channel.NewWorkspace();
        var norway = channel.Suppliers.IndexOf("Norway pipeline");
        double Change(double share)
        {
            channel.Evaluate(GasInputs.Central with { ReturnShare = share }, workspace, out _).ShouldBeTrue();
            return workspace.RevenueChange[norway];
        }

        Change(0).ShouldBe(0, 1e-6);
        var (some, much) = (Change(.2), Change(.6));
        some.ShouldBeLessThan(0);
        much.ShouldBeLessThan(some);
        workspace.RevenueBefore[norway].ShouldBeGreaterThan(10);
        channel.Suppliers.Length.ShouldBe(workspace.RevenueBefore.Length);
        channel.Markets.Length.ShouldBe(workspace.SurplusChange.Length);
    }
}
