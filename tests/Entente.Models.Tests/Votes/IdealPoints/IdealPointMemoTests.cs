using Entente.Models.Votes;
using Entente.Models.Votes.IdealPoints;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Votes.IdealPoints;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class IdealPointMemoTests(Snapshot snapshot)
{
    private static readonly IdealPointOptions Few = new() { Selection = new RollCallSelection { Since = 2021 }, Members = [2, 710, 365, 220, 750], Method = IdealPointMethod.Quick };

    [Fact]
    public void Two_editions_of_the_same_contents_share_what_was_estimated_and_other_options_do_not()
    {
        var estimates = IdealPointMemo.Estimate(snapshot.World, Few, null, TestContext.Current.CancellationToken);
        using var other = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));
        IdealPointMemo.Estimate(other, Few with { Members = [750, 220, 365, 710, 2], Threads = 1 }, null, TestContext.Current.CancellationToken).ShouldBeSameAs(estimates);
        IdealPointMemo.Estimate(snapshot.World, Few with { Members = [2, 710, 365, 220] }, null, TestContext.Current.CancellationToken).ShouldNotBeSameAs(estimates);
        IdealPointMemo.Estimate(snapshot.World, Few with { Seed = 2 }, null, TestContext.Current.CancellationToken).ShouldNotBeSameAs(estimates);
        IdealPointMemo.Estimate(snapshot.World, Few with { Selection = new RollCallSelection { Since = 2022 } }, null, TestContext.Current.CancellationToken).ShouldNotBeSameAs(estimates);
    }

    [Fact]
    public void They_are_those_that_the_model_gives()
    {
        var (kept, fresh) = (IdealPointMemo.Estimate(snapshot.World, Few, null, TestContext.Current.CancellationToken), IdealPointModel.Estimate(snapshot.World, Few, null, TestContext.Current.CancellationToken));
        kept.Points.ShouldBe(fresh.Points);
        kept.Notes.ShouldBe(fresh.Notes);
        kept.Provenance.Coverage.Statement.ShouldBe(fresh.Provenance.Coverage.Statement);
    }
}
