using Entente.Tests;
using Entente.World.Refresh;

namespace Entente.World.Tests.Refresh;

public sealed class SourceStatusTests
{
    private static SourceStatus Status(string key, DateOnly today)
    {
        using var world = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));
        return SourceStatus.Of(world, EndpointTable.OfProgram(), today).Single(status => status.Source.Key == key);
    }

    [Fact]
    public void How_far_a_source_reaches_is_read_from_its_rows()
    {
        using var world = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));
        var all = SourceStatus.Of(world, EndpointTable.OfProgram(), new DateOnly(2026, 3, 1)).ToDictionary(status => status.Source.Key);
        all.Count.ShouldBe(world.Catalog.Sources.Length);
        all["baci"].Reaches.ShouldBe("2023");
        all["unga-votes"].Reaches.ShouldBe("2025-12-18");
        all["atop"].Reaches.ShouldBe("2018");
        all["ucdp"].Reaches.ShouldBe("2024");
        all["eu-exports-monthly"].Reaches.ShouldBe("2024-08");
        all["sipri-arms"].Reaches.ShouldBe("2024");
        all["iso-codes"].Reaches.ShouldBeNull();
        foreach (var status in all.Values) (status.Rhythm.Table is null || status.Reaches is not null).ShouldBeTrue(status.Source.Key);
        all["baci"].Endpoints.ShouldBe(["baci"]);
        all["unga-votes"].Endpoints.ShouldBe(["unga-votes", "voeten"]);
        all.Values.ShouldAllBe(status => status.Imported.IsEmpty);
    }

    [Fact]
    public void A_source_is_stale_once_its_next_edition_should_be_out()
    {
        Status("baci", new DateOnly(2026, 1, 31)).IsStale.ShouldBeFalse(); // 2024 comes 13 months after its end
        var stale = Status("baci", new DateOnly(2026, 2, 2));
        stale.IsStale.ShouldBeTrue();
        stale.NextDue.ShouldBe(new DateOnly(2026, 1, 31));
        stale.Months.ShouldBe(26);
        stale.Sentence.ShouldBe("What is held reaches 2023, 26 months ago, and a newer edition should be out.");
        Status("archigos", new DateOnly(2026, 1, 31)).IsStale.ShouldBeFalse(); // none is to come
    }

    [Fact]
    public void What_was_imported_on_top_is_named()
    {
        using var scene = new RefreshScene();
        scene.Publisher.Serves("/file", RefreshScene.Before);
        var shipped = Path.Combine(Shared.Repository, "data", "snapshot");
        using var world = WorldEdition.Open(shipped);
        var result = RefreshScene.Run(
            new RefreshRequest { Endpoints = [scene.Endpoint("/file")], BaseEdition = shipped, States = world.States, UserStore = scene.User, Cache = scene.Cache, Options = scene.Options }, null);
        using var refreshed = WorldEdition.Open(result.Edition!);
        var status = SourceStatus.Of(refreshed, EndpointTable.OfProgram(), new DateOnly(2026, 3, 1)).Single(found => found.Source.Key == "baci");
        status.Imported.Single().Name.ShouldBe("baci.csv");
        status.Reaches.ShouldBe("2024");
    }
}
