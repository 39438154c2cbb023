using Entente.Tests;

namespace Entente.Cli.Tests;

/// <summary>Editions that are kept between calls.</summary>
public sealed class EditionPoolTests
{
    private static readonly string Store = Path.Combine(Shared.Repository, "data", "snapshot");

    [Fact]
    public void What_was_returned_is_taken_again_and_never_by_two_at_once()
    {
        using var pool = new EditionPool();
        var first = pool.Take(Store, []);
        var second = pool.Take(Store, []);
        second.ShouldNotBeSameAs(first);
        pool.Return(first);
        pool.Take(Store, []).ShouldBeSameAs(first);
        pool.Return(second);
        pool.Return(first);
    }

    [Fact]
    public void A_store_or_bloc_file_that_changed_is_opened_anew()
    {
        using var folder = new TempFolder();
        using var pool = new EditionPool();
        var copy = Directory.CreateDirectory(folder.In("store")).FullName;
        foreach (var file in Directory.GetFiles(Store)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var blocs = folder.File("mine.yaml", "blocs:\n  - key: PAIR\n    name: A pair\n    source: a test\n    members: [{ state: FRA, from: 1950-01-01 }]\n");
        var before = pool.Take(copy, [blocs]);

        // Changed while a call is under way: what it returns must not stand for the new files.
        File.AppendAllText(Path.Combine(copy, "manifest.json"), "\n");
        pool.Return(before);
        var after = pool.Take(copy, [blocs]);
        after.ShouldNotBeSameAs(before);
        pool.Return(after);
        File.AppendAllText(blocs, "\n");
        var later = pool.Take(copy, [blocs]);
        later.ShouldNotBeSameAs(after);
        pool.Return(later);
        pool.Take(copy, []).Blocs.Find("PAIR").ShouldBeNull();
    }

    [Fact]
    public void A_folder_without_a_store_is_refused_as_ever()
    {
        using var folder = new TempFolder();
        using var pool = new EditionPool();
        Should.Throw<World.InvalidInputException>(() => pool.Take(folder.Path, []));
    }

    [Fact]
    public void A_warmed_edition_is_the_next_one_taken_and_warming_can_be_stopped()
    {
        using var pool = new EditionPool();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => pool.Warm(Store, [], 1, stop.Token));
        var world = pool.Take(Store, []);
        pool.Return(world);
        pool.Warm(Store, [], 1, CancellationToken.None);
        pool.Take(Store, []).ShouldBeSameAs(world);
    }

    [Fact]
    public void Only_a_few_wait()
    {
        using var pool = new EditionPool();
        var worlds = Enumerable.Range(0, 5).Select(_ => pool.Take(Store, [])).ToList();
        foreach (var world in worlds) pool.Return(world);
        var again = Enumerable.Range(0, 5).Select(_ => pool.Take(Store, [])).ToList();
        again.Count(worlds.Contains).ShouldBe(3);
        foreach (var world in again) pool.Return(world);
    }
}
