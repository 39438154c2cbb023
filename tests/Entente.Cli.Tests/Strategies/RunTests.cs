using Entente.Cli.Show;
using Entente.World.Store;

namespace Entente.Cli.Tests.Strategies;

public sealed class RunTests
{
    private const string Few = "600";

    /// <summary>Names and hashes of all files of a run but the lock.</summary>
    internal static string Bytes(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != ".lock")
        .Select(path => $"{Path.GetRelativePath(folder, path)} {BlockFile.Hash(path)}").Order(StringComparer.Ordinal));

    private static string Assess(params string[] args)
    {
        var call = Call.Of(["assess", .. args]);
        call.Code.ShouldBe(0, call.Error);
        return call.Out;
    }

    [Fact]
    public void A_run_answers_as_a_call_without_one_and_is_shown_again_without_its_strategy()
    {
        using var folder = new TempFolder();
        var direct = Assess("reverse-kissinger", "--draws", Few, "--seed", "3", "--json");
        Assess("reverse-kissinger", "--draws", Few, "--seed", "3", "--run", folder.In("run"), "--json").ShouldBe(direct);
        Assess("--run", folder.In("run"), "--json").ShouldBe(direct);
        Assess("reverse-kissinger", "--run", folder.In("run"), "--threads", "1", "--json").ShouldBe(direct);
    }

    [Fact]
    public void Slices_are_merged_to_the_bytes_of_a_whole_run()
    {
        using var folder = new TempFolder();
        Assess("status-quo", "--draws", Few, "--run", folder.In("whole"));
        var half = Assess("status-quo", "--draws", "0..299", "--of", Few, "--run", folder.In("a"), "--threads", "1");
        half.ShouldContain("300 of 600");
        half.ShouldContain("300..599");
        Assess("status-quo", "--draws", "300..599", "--of", Few, "--run", folder.In("b"));
        var first = Call.Of("merge", folder.In("all"), folder.In("a"), "--json").Json();
        first.GetProperty("schema").GetString().ShouldBe("entente.run/1");
        first.GetProperty("missing")[0].GetProperty("first").GetInt32().ShouldBe(300);
        Call.Of("merge", folder.In("all"), folder.In("a"), folder.In("b")).Out.ShouldContain("600 of 600");
        Bytes(folder.In("all")).ShouldBe(Bytes(folder.In("whole")));
    }

    [Fact]
    public void Ctrl_C_leaves_a_run_that_goes_on()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var call = Call.Of(stop.Token, "assess", "status-quo", "--draws", "1000000", "--run", folder.In("run"));
        var sentence = call.Refused(130);
        sentence.ShouldMatch("goes on|begins again");
        if (Directory.Exists(folder.In("run"))) Directory.GetFiles(folder.In("run"), "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Two_runs_are_compared_and_the_change_is_traced()
    {
        using var folder = new TempFolder();
        Assess("status-quo", "--draws", Few, "--run", folder.In("a"));
        Assess("reverse-kissinger", "--draws", Few, "--run", folder.In("b"));
        var page = Call.Of("diff", folder.In("a"), folder.In("b"), "--draws", "100");
        page.Code.ShouldBe(0, page.Error);
        foreach (var part in new[] { "What was put in", "moves", "all orders", "How figures moved", "chance of a split" }) page.Out.ShouldContain(part);
        page.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        page.Out.ShouldNotContain("NaN");
        var same = Call.Of("diff", folder.In("a"), folder.In("a"), "--json").Json();
        same.GetProperty("schema").GetString().ShouldBe("entente.run-diff/1");
        same.GetProperty("inputs").GetArrayLength().ShouldBe(0);
        same.GetProperty("traced").GetProperty("rest_is").GetString().ShouldBe("nothing");
    }

    [Theory]
    [InlineData("assess --run nowhere-at-all", "does not exist")]
    [InlineData("assess status-quo --draws 5..4 --of 600 --run x", "ends before it begins")]
    [InlineData("assess status-quo --draws 5.. --of 600 --run x", "no range of draws")]
    [InlineData("assess status-quo --draws 0..600 --of 600 --run x", "0..599")]
    [InlineData("assess status-quo --draws 0..299 --run x", "Add --of N")]
    [InlineData("assess status-quo --draws 600 --of 600 --run x", "give both")]
    [InlineData("assess status-quo --draws 0..299 --of 600", "add --run FOLDER")]
    [InlineData("assess", "assess needs STRATEGY")]
    [InlineData("merge out", "merge needs RUN")]
    [InlineData("merge out nowhere-at-all", "does not exist")]
    [InlineData("diff nowhere-at-all", "diff needs RUN2")]
    [InlineData("diff nowhere-at-all nowhere-else", "does not exist")]
    public void A_wrong_call_is_refused(string line, string says) => Call.Of(line.Split(' ')).Refused(2).ShouldContain(says);

    [Fact]
    public void Folders_that_cannot_be_runs_are_refused_and_lose_nothing()
    {
        using var folder = new TempFolder();
        var file = folder.File("thesis.tex", "\\documentclass{article}");
        Call.Of("assess", "status-quo", "--draws", Few, "--run", folder.Path).Refused(2).ShouldContain("thesis.tex");
        Call.Of("assess", "status-quo", "--draws", Few, "--run", file).Refused(2).ShouldContain("is a file");
        File.ReadAllText(file).ShouldBe("\\documentclass{article}");
        Assess("status-quo", "--draws", "0..99", "--of", Few, "--run", folder.In("run"));
        Call.Of("assess", "reverse-kissinger", "--run", folder.In("run")).Refused(2).ShouldContain("differs in the strategy (status-quo there, reverse-kissinger here)");
        Call.Of("assess", "--run", folder.In("run"), "--draws", "0..9", "--out", folder.In("brief.html")).Refused(2).ShouldContain("leave --out away");
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs a folder that takes no files from anyone");
        Call.Of("assess", "status-quo", "--draws", Few, "--run", "/proc/run").Refused(2).ShouldContain("cannot be written");
    }

    [Theory]
    [InlineData(512, 20000, 0, "512 of 20,000 draws")]
    [InlineData(10000, 20000, 5000.5, "10,000 of 20,000 draws, 5,000 a second, 2 s left")]
    [InlineData(1, 100001, 1000, "1 of 100,001 draws, 1,000 a second, 1 min 40 s left")]
    [InlineData(0, 1000000, 100, "0 of 1,000,000 draws, 100 a second, 2 h 46 min left")]
    [InlineData(20000, 20000, 5000, "20,000 of 20,000 draws, 5,000 a second")]
    [InlineData(4096, 0, 0, "4,096 draws")]
    public void Progress_says_how_far_how_quickly_and_how_long(int done, int draws, double pace, string line) => DrawProgress.Words(done, draws, pace).ShouldBe(line);
}
