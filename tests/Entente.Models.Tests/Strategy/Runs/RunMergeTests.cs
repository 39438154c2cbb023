using Entente.Models.Strategy.Runs;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Runs;

public class RunMergeTests(Snapshot snapshot)
{
    [Fact]
    public void Slices_join_to_the_bytes_of_an_undivided_run()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["whole"]);
        RunSample.Open(snapshot.World, folders["a"]).Execute(new DrawRange(0, 199));
        RunSample.Open(snapshot.World, folders["b"]).Execute(new DrawRange(150, 450));
        RunSample.Open(snapshot.World, folders["c"]).Execute(new DrawRange(451, 599));
        var part = RunMerge.Merge(folders["all"], [folders["a"], folders["c"]]);
        part.Missing.ShouldBe([new DrawRange(200, 450)]);
        part.Done.ShouldBe(349);
        var whole = RunMerge.Merge(folders["all"], [folders["c"], folders["b"]]);
        whole.Missing.ShouldBeEmpty();
        whole.Done.ShouldBe(RunSample.Draws);
        RunSample.Bytes(folders["all"]).ShouldBe(RunSample.Bytes(folders["whole"]));
    }

    [Fact]
    public void Draws_on_which_two_runs_disagree_are_refused()
    {
        using var folders = new RunFolders();
        var a = RunSample.Open(snapshot.World, folders["a"]);
        a.Execute(new DrawRange(0, 99));
        RunSample.Open(snapshot.World, folders["b"]).Execute(new DrawRange(50, 127));
        var forged = new DrawBlock(a.Manifest.Columns, new DrawRange(50, 127));
        forged.Read(folders["b"], forged.Range);
        forged.Reals("split.credibility")![3] += 1e-12;
        forged.Write(folders["b"]);
        Should.Throw<InvalidInputException>(() => RunMerge.Merge(folders["all"], [folders["a"], folders["b"]])).Message.ShouldContain("disagree in column split.credibility between draws 50..99");
    }

    [Fact]
    public void What_is_not_slices_of_one_run_is_refused()
    {
        using var folders = new RunFolders();
        RunSample.Open(snapshot.World, folders["a"]).Execute(new DrawRange(0, 9));
        RunSample.Open(snapshot.World, folders["b"], RunSample.Plan with { Seed = 8 }).Execute(new DrawRange(0, 9));
        Should.Throw<InvalidInputException>(() => RunMerge.Merge(folders["all"], [folders["a"], folders["b"]])).Message.ShouldContain("they differ in the seed");
        Should.Throw<InvalidInputException>(() => RunMerge.Merge(folders["a"], [folders["a"]])).Message.ShouldContain("another folder");
        Should.Throw<InvalidInputException>(() => RunMerge.Merge(folders["all"], [folders["none"]])).Message.ShouldContain("does not exist");
        Directory.Exists(folders["all"]).ShouldBeFalse();
    }
}
