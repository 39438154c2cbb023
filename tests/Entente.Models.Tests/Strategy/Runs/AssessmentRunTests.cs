using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Models.Strategy.Runs;
using Entente.Numerics.Sampling;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Runs;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class AssessmentRunTests(Snapshot snapshot)
{
    [Fact]
    public void Threads_slices_and_stops_change_no_byte()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["one"], threads: 1);
        var expected = RunSample.Bytes(folders["one"]);
        RunSample.Whole(snapshot.World, folders["two"], threads: 2);
        RunSample.Bytes(folders["two"]).ShouldBe(expected);

        // Slices that cut chunks, out of order and overlapping, in one folder.
        var sliced = RunSample.Open(snapshot.World, folders["sliced"]);
        foreach (var slice in new[] { new DrawRange(300, 599), new DrawRange(0, 99), new DrawRange(50, 200) }) sliced.Execute(slice);
        sliced.Missing.ShouldBe([new DrawRange(201, 299)]);
        sliced.Execute();
        sliced.IsWhole.ShouldBeTrue();
        RunSample.Bytes(folders["sliced"]).ShouldBe(expected);
    }

    [Theory]
    [InlineData(SamplingScheme.LatinHypercube)]
    [InlineData(SamplingScheme.Sobol)]
    public void Draws_that_are_spread_evenly_are_the_same_in_slices(SamplingScheme sampling)
    {
        using var folders = new RunFolders();
        var plan = RunSample.Plan with { Sampling = sampling, Draws = 300 };
        RunSample.Whole(snapshot.World, folders["whole"], plan);
        var sliced = RunSample.Open(snapshot.World, folders["sliced"], plan);
        sliced.Execute(new DrawRange(100, 299));
        sliced.Execute(new DrawRange(0, 99));
        RunSample.Bytes(folders["sliced"]).ShouldBe(RunSample.Bytes(folders["whole"]));
        Should.Throw<InvalidInputException>(() => RunSample.Open(snapshot.World, folders["whole"], plan with { Sampling = SamplingScheme.MonteCarlo })).Message.ShouldContain("the sampling");
    }

    [Fact]
    public void A_run_that_is_stopped_keeps_what_is_whole_and_goes_on()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["whole"]);
        using var stop = new CancellationTokenSource();
        var run = RunSample.Open(snapshot.World, folders["stopped"]);
        Should.Throw<OperationCanceledException>(() => run.Execute(progress: new Stopper(stop, after: 2 * RunSample.Chunk), cancellation: stop.Token));
        run.Done.ShouldBe(2 * RunSample.Chunk);
        RunSample.Open(snapshot.World, folders["stopped"]).Execute();
        RunSample.Bytes(folders["stopped"]).ShouldBe(RunSample.Bytes(folders["whole"]));
    }

    [Fact]
    public void The_assessment_of_a_run_is_the_direct_one()
    {
        using var folders = new RunFolders();
        var strategy = StrategyFile.Parse(RunSample.Text, "sample.yaml", snapshot.World.States, snapshot.World.Blocs);
        var direct = StrategyAssessment.Assess(snapshot.World, strategy, RunSample.Plan.Options(2));
        RunSample.Whole(snapshot.World, folders["run"]);
        var read = StrategyAssessment.Assess(AssessmentRun.Open(snapshot.World, folders["run"]));
        read.Splits.ShouldBe(direct.Splits);
        read.EffectOfMoves.ShouldBe(direct.EffectOfMoves);
        read.Balance.Select(term => term.Worth).ShouldBe(direct.Balance.Select(term => term.Worth));
        read.Costs.Select(cost => cost.BillionUsdPerYear).ShouldBe(direct.Costs.Select(cost => cost.BillionUsdPerYear));
        read.Allies.Select(ally => (ally.Name, ally.Change, ally.IncomeChange)).ShouldBe(direct.Allies.Select(ally => (ally.Name, ally.Change, ally.IncomeChange)));
        read.Influences.ShouldBe(direct.Influences);
        read.NetWorth.Counts.ShouldBe(direct.NetWorth.Counts);
        read.Verdict.ShouldBe(direct.Verdict);
        read.Caveats.ShouldBe(direct.Caveats);
    }

    [Fact]
    public void An_unfinished_run_is_assessed_on_what_is_there_and_says_so()
    {
        using var folders = new RunFolders();
        var run = RunSample.Open(snapshot.World, folders["part"]);
        Should.Throw<NoAnswerException>(() => StrategyAssessment.Assess(run)).Message.ShouldContain("0 of 600");
        run.Execute(new DrawRange(100, 399));
        var part = StrategyAssessment.Assess(run);
        part.Draws.ShouldBe(300);
        part.Caveats.ShouldContain(caveat => caveat.Contains("300 of 600", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flip")]
    [InlineData("no hash")]
    public void A_damaged_file_counts_as_missing_and_is_computed_again(string damage)
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["run"]);
        var expected = RunSample.Bytes(folders["run"]);
        var path = ChunkFiles.PathOf(folders["run"], new DrawRange(128, 255));
        var bytes = File.ReadAllBytes(path);
        if (damage == "cut") File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        else if (damage == "no hash") File.Delete(path + ".sha256");
        else
        {
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        File.WriteAllText(Path.Combine(folders["run"], "draws", ".00000000-00000127.parquet.99.tmp"), "left by a program that was killed");
        var run = AssessmentRun.Open(snapshot.World, folders["run"]);
        run.Damaged.ShouldHaveSingleItem().ShouldContain("00000128-00000255.parquet");
        run.Missing.ShouldBe([new DrawRange(128, 255)]);
        run.Execute();
        run.Damaged.ShouldBeEmpty();
        RunSample.Bytes(folders["run"]).ShouldBe(expected);
    }

    [Fact]
    public void A_run_that_differs_is_refused_and_told_in_what()
    {
        using var folders = new RunFolders();
        var run = RunSample.Open(snapshot.World, folders["run"]);
        run.Execute(new DrawRange(0, 10));
        string Refused(RunPlan plan) => Should.Throw<InvalidInputException>(() => RunSample.Open(snapshot.World, folders["run"], plan)).Message;
        Refused(RunSample.Plan with { Seed = 8 }).ShouldContain("the seed (7 there, 8 here)");
        Refused(RunSample.Plan with { Draws = 700 }).ShouldContain("the number of draws (600 there, 700 here)");
        Refused(RunSample.Plan with { StrategyText = RunSample.Text + "\n# changed\n" }).ShouldContain("the text of the strategy");
        var manifest = Path.Combine(folders["run"], RunManifest.FileName);
        var text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace($"\"program\": \"{RunManifest.ThisProgram}\"", "\"program\": \"0.0.1\"", StringComparison.Ordinal));
        Should.Throw<InvalidInputException>(() => AssessmentRun.Open(snapshot.World, folders["run"])).Message.ShouldContain("the version of the program (0.0.1 there");
        File.WriteAllText(manifest, text.Replace(run.Manifest.Tables[0].Sha256, new string('0', 64), StringComparison.Ordinal));
        Should.Throw<InvalidInputException>(() => AssessmentRun.Open(snapshot.World, folders["run"])).Message.ShouldContain($"the data ({run.Manifest.Tables[0].Name})");
        File.WriteAllText(manifest, text.Replace("\"format\": 1", "\"format\": 9", StringComparison.Ordinal));
        Should.Throw<InvalidInputException>(() => AssessmentRun.Open(snapshot.World, folders["run"])).Message.ShouldContain("format 9");
        File.WriteAllText(manifest, text[..100]);
        Should.Throw<InvalidInputException>(() => AssessmentRun.Open(snapshot.World, folders["run"])).Message.ShouldContain("damaged");
    }

    [Fact]
    public void Folders_and_slices_that_cannot_be_are_refused()
    {
        using var folders = new RunFolders();
        Should.Throw<InvalidInputException>(() => AssessmentRun.Open(snapshot.World, folders["none"])).Message.ShouldContain("does not exist");
        Directory.CreateDirectory(folders["other"]);
        File.WriteAllText(Path.Combine(folders["other"], "thesis.tex"), "");
        Should.Throw<InvalidInputException>(() => AssessmentRun.Open(snapshot.World, folders["other"])).Message.ShouldContain("is no run");
        Should.Throw<InvalidInputException>(() => RunSample.Open(snapshot.World, folders["other"]).Execute()).Message.ShouldContain("thesis.tex");
        Should.Throw<InvalidInputException>(() => RunSample.Open(snapshot.World, folders["a"]).Execute(new DrawRange(500, 600))).Message.ShouldContain("0..599");
        Directory.Exists(folders["a"]).ShouldBeFalse();
    }

    [Fact]
    public void A_second_writer_is_kept_out_while_the_first_lives_and_a_lock_left_behind_blocks_nobody()
    {
        using var folders = new RunFolders();
        var run = RunSample.Open(snapshot.World, folders["run"]);
        using (RunFolder.Take(folders["run"], run.Manifest))
        {
            Should.Throw<InvalidInputException>(() => run.Execute(new DrawRange(0, 10))).Message.ShouldContain("Another program is writing");
        }

        File.Exists(Path.Combine(folders["run"], ".lock")).ShouldBeTrue();
        run.Execute(new DrawRange(0, 10));
        run.Done.ShouldBe(11);
    }

    private sealed class Stopper(CancellationTokenSource stop, int after) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= after) stop.Cancel();
        }
    }
}
