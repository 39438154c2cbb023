using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

public class AtomicBuildTests
{
    [Fact]
    public void A_cancelled_build_leaves_the_edition_that_stood_there()
    {
        using var folder = new TempFolder();
        var before = SmallWorld.Contents(SmallWorld.Write(folder["store"]));
        using var cancel = new CancellationTokenSource();
        var steps = 0;
        Should.Throw<OperationCanceledException>(() => SnapshotWriter.Write(
            [], folder["store"], progress: new AtEachStep(_ => { if (++steps == 10) cancel.Cancel(); }), cancellation: cancel.Token));
        steps.ShouldBe(10);
        SmallWorld.Contents(folder["store"]).ShouldBe(before);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["store"]]);
    }

    [Fact]
    public void A_build_cancelled_within_a_table_leaves_nothing()
    {
        using var folder = new TempFolder();
        using var cancel = new CancellationTokenSource();
        var table = SmallWorld.Table(StoreSchema.Trade, [.. Enumerable.Range(0, 20_000).Select(i => new object?[] { i, 2, 3, (double)i })]);
        Should.Throw<OperationCanceledException>(() => SnapshotWriter.Write(
            [SmallWorld.Import("baci", table)], folder["store"], progress: new AtEachStep(step => { if (step.StartsWith("write trade:", StringComparison.Ordinal)) cancel.Cancel(); }), cancellation: cancel.Token));
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("write votes")]
    [InlineData("write russian_regions")]
    [InlineData("read back")]
    public void A_build_that_fails_at_any_step_leaves_the_edition_that_stood_there(string step)
    {
        using var folder = new TempFolder();
        var before = SmallWorld.Contents(SmallWorld.Write(folder["store"]));
        Should.Throw<IOException>(() => SnapshotWriter.Write(
            [], folder["store"], progress: new AtEachStep(now => { if (now.StartsWith(step, StringComparison.Ordinal)) throw new IOException("no space left"); })));
        SmallWorld.Contents(folder["store"]).ShouldBe(before);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["store"]]);
    }

    [Fact]
    public void What_a_killed_build_left_behind_is_no_store_and_is_cleared_by_the_next_build()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[".store.building"]);
        File.WriteAllText(Path.Combine(folder[".store.building"], "votes.parquet"), "half");
        Should.Throw<InvalidInputException>(() => StoreReader.Open(folder[".store.building"]));

        SmallWorld.Write(folder["store"]);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["store"]]);
        Directory.GetFiles(folder["store"]).ShouldNotContain(file => File.ReadAllText(file) == "half");
    }

    [Fact]
    public void A_swap_that_was_cut_in_two_is_taken_back_by_the_next_build_even_if_that_fails()
    {
        using var folder = new TempFolder();
        var before = SmallWorld.Contents(SmallWorld.Write(folder["store"]));
        Directory.Move(folder["store"], folder[".store.previous"]);
        Should.Throw<IOException>(() => SnapshotWriter.Write([], folder["store"], progress: new AtEachStep(_ => throw new IOException())));
        SmallWorld.Contents(folder["store"]).ShouldBe(before);
    }

    [Fact]
    public void A_build_replaces_an_older_edition_whole()
    {
        using var folder = new TempFolder();
        SmallWorld.Write(folder["store"]);
        File.WriteAllText(Path.Combine(folder["store"], "stray.parquet"), "");
        SnapshotWriter.Write([], folder["store"]);
        Directory.GetFiles(folder["store"]).ShouldBe([Path.Combine(folder["store"], "manifest.json")]);
        using var reader = StoreReader.Open(folder["store"]);
        reader.Read(StoreSchema.States).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_with_other_files_is_never_replaced()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["thesis"]);
        File.WriteAllText(Path.Combine(folder["thesis"], "chapter1.txt"), "words");
        Should.Throw<InvalidInputException>(() => SmallWorld.Write(folder["thesis"])).Message.ShouldContain("no store");
        File.ReadAllText(Path.Combine(folder["thesis"], "chapter1.txt")).ShouldBe("words");
        Should.Throw<InvalidInputException>(() => SmallWorld.Write(Path.Combine(folder["thesis"], "chapter1.txt"))).Message.ShouldContain("is a file");
    }

    [Fact]
    public void Two_builds_of_one_store_do_not_mix()
    {
        using var folder = new TempFolder();
        Should.Throw<InvalidInputException>(() => SnapshotWriter.Write([], folder["store"], progress: new AtEachStep(_ => SmallWorld.Write(folder["store"]))))
            .Message.ShouldContain("Another build");
    }

    [Fact]
    public void An_unwritable_place_is_told()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["file"], "");
        Should.Throw<InvalidInputException>(() => SmallWorld.Write(Path.Combine(folder["file"], "store"))).Message.ShouldContain("cannot be written");
    }

    [Fact]
    public void Identical_duplicates_are_dropped_and_counted()
    {
        using var folder = new TempFolder();
        var summary = SnapshotWriter.Write(
            [
                SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2020, 2, 365, 1.5], [2020, 2, 710, 2.5], [2020, 2, 365, 1.5])),
                SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2020, 2, 365, 1.5])),
            ],
            folder["store"]);
        summary.Dropped.ShouldBe([new TableShare("trade", 2)]);
        summary.Manifest.Find("trade")!.Rows.ShouldBe(2);
    }

    [Fact]
    public void Contradictory_duplicates_are_refused_with_key_values_and_sources()
    {
        using var folder = new TempFolder();
        var before = SmallWorld.Contents(SmallWorld.Write(folder["store"]));
        var error = Should.Throw<InvalidInputException>(() => SnapshotWriter.Write(
            [
                SmallWorld.Import("baci", SmallWorld.Table(StoreSchema.Trade, [2020, 2, 365, 1.5])),
                SmallWorld.Import("comtrade", SmallWorld.Table(StoreSchema.Trade, [2020, 2, 365, 2.5])),
            ],
            folder["store"]));
        error.Message.ShouldBe("Table trade gets two different rows for year 2020, exporter 2, importer 365: value is 1.5 (baci) and 2.5 (comtrade); mend the source that is wrong, nothing was written.");
        SmallWorld.Contents(folder["store"]).ShouldBe(before);
    }
}
