using System.Text.RegularExpressions;
using Entente.Tests;

namespace Entente.Cli.Tests.Strategies;

public sealed class AssessTests
{
    private const string Few = "200";

    private static string Shipped(string name) => File.ReadAllText(Path.Combine(Shared.Repository, "strategies", name + ".yaml"));

    [Fact]
    public void The_main_job_answers_with_everything_that_a_reader_needs()
    {
        var call = Call.Of("assess", "reverse-kissinger", "--draws", "1000");
        call.Code.ShouldBe(0, call.Error);
        foreach (var part in new[]
        {
            "Monte Carlo error", "Lines of evidence", "together", "The figures that carry it", "measured", "modelled", "judgement", "Rival views", "Shared hostility", "Trade dependence",
            "Threat and power", "Credibility", "Stop relying:", "What it costs", "Matters most", "True if", "Sources", "1:unga-votes", "--html brief.html", "Judgement", "Risks",
        })
        {
            call.Out.ShouldContain(part);
        }

        call.Out.ShouldNotContain("NaN");
        call.Out.ShouldNotContain("\u001b");
    }

    [Theory]
    [InlineData("reverse-kissinger-with-europe")]
    [InlineData("status-quo")]
    [InlineData("kissinger-1972")]
    [InlineData("reverse-kissinger-recognition-only")]
    [InlineData("reverse-kissinger-europe-undecided")]
    [InlineData("accommodate-china")]
    [InlineData("pressure-on-china")]
    [InlineData("double-down-on-allies")]
    [InlineData("yugoslavia-1948")]
    [InlineData("ussr-1939")]
    public void Every_shipped_strategy_is_answered(string name)
    {
        var call = Call.Of("assess", name, "--draws", Few);
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Sources");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_one_and_two_threads_and_another_seed_does_not()
    {
        var one = Call.Of("assess", "reverse-kissinger", "--draws", "1000", "--seed", "7", "--threads", "1", "--json");
        one.Code.ShouldBe(0, one.Error);
        Call.Of("assess", "reverse-kissinger", "--draws", "1000", "--seed", "7", "--threads", "2", "--json").Out.ShouldBe(one.Out);
        Call.Of("assess", "reverse-kissinger", "--draws", "1000", "--seed", "8", "--threads", "2", "--json").Out.ShouldNotBe(one.Out);
        one.Json().GetProperty("schema").GetString().ShouldBe("entente.assessment/1");
    }

    [Fact]
    public void A_coarse_look_says_what_it_leaves_out_and_has_the_same_numbers()
    {
        var whole = Call.Of("assess", "reverse-kissinger", "--draws", Few, "--json").Json();
        var call = Call.Of("assess", "reverse-kissinger", "--draws", Few, "--coarse", "--json");
        call.Code.ShouldBe(0, call.Error);
        var coarse = call.Json();
        coarse.GetProperty("influences").GetArrayLength().ShouldBe(0);
        coarse.GetProperty("conditions").GetArrayLength().ShouldBe(0);
        coarse.GetProperty("caveats")[0].GetString()!.ShouldContain("left out");
        coarse.GetProperty("verdict").GetRawText().ShouldBe(whole.GetProperty("verdict").GetRawText());
        coarse.GetProperty("allies").GetRawText().ShouldBe(whole.GetProperty("allies").GetRawText());
        var screen = Call.Of("assess", "reverse-kissinger", "--draws", Few, "--coarse");
        Regex.Replace(screen.Out, @"\s+", " ").ShouldContain("the influence of each assumption, the conditions of success and the charts of votes and trade are left out");
        screen.Out.ShouldNotContain("Matters most");
    }

    [Theory]
    [InlineData("--html", "brief.html")]
    [InlineData("--run", "first")]
    public void A_coarse_look_goes_with_no_brief_and_no_run(string option, string value)
    {
        using var folder = new TempFolder();
        var call = Call.Of("assess", "reverse-kissinger", "--coarse", option, folder.In(value));
        call.Code.ShouldBe(2);
        call.Error.ShouldContain("--coarse");
        Path.Exists(folder.In(value)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("brief.html", "<html")]
    [InlineData("brief.md", "# ")]
    public void A_brief_is_written_whole(string name, string says)
    {
        using var folder = new TempFolder();
        var call = Call.Of("assess", "status-quo", "--draws", Few, "--out", folder.In(name));
        call.Code.ShouldBe(0, call.Error);
        File.ReadAllText(folder.In(name)).ShouldContain(says);
        call.Out.ShouldContain(name);
        Directory.GetFiles(folder.Path, ".*").ShouldBeEmpty();
    }

    [Fact]
    public void A_brief_that_cannot_be_written_is_refused_before_the_work()
    {
        using var folder = new TempFolder();
        var file = folder.File("file", "in the way");
        Call.Of("assess", "status-quo", "--out", Path.Combine(file, "brief.html")).Refused(2).ShouldContain("does not exist");
        Call.Of("assess", "status-quo", "--out", folder.Path).Refused(2);
        Call.Of("assess", "status-quo", "--out", folder.In("brief.odt")).Refused(2).ShouldContain(".pdf");
        Call.Of("assess", "status-quo", "--out", folder.In("no/such/brief.html")).Refused(2).ShouldContain("does not exist");
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_refused_before_the_work()
    {
        // Also the superuser cannot make files there.
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs a folder that takes no files from anyone");
        Call.Of("assess", "status-quo", "--out", "/proc/brief.html").Refused(2).ShouldContain("cannot be written");
    }

    [Fact]
    public void Stopping_half_way_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var call = Call.Of(stop.Token, "assess", "status-quo", "--draws", "1000000", "--out", folder.In("brief.html"));
        call.Refused(130).ShouldContain("stopped; nothing was written");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_strategy_is_answered_with_the_nearest_name() => Call.Of("assess", "reverse-kisinger").Refused(2).ShouldContain("reverse-kissinger");

    [Fact]
    public void Malformed_yaml_is_refused_with_line_and_column()
    {
        using var folder = new TempFolder();
        var sentence = Call.Of("assess", folder.File("bad.yaml", "title: [unclosed\nmoves: }\n")).Refused(2);
        sentence.ShouldContain("bad.yaml");
        Regex.IsMatch(sentence, "line [0-9]+, column [0-9]+").ShouldBeTrue(sentence);
    }

    [Fact]
    public void An_unknown_key_is_refused_with_the_right_one()
    {
        using var folder = new TempFolder();
        Call.Of("assess", folder.File("typo.yaml", Shipped("status-quo").Replace("\ntarget:", "\ntarjet:", StringComparison.Ordinal))).Refused(2).ShouldContain("target");
    }

    [Theory]
    [InlineData("reversal_hazard: { value: 1.4, source: judgement }", "reversal_hazard")]
    [InlineData("reversal_hazard: { triangular: [0.1, 0.2, 1.4], source: judgement }", "1.4")]
    [InlineData("trade_elasticity: { normal: [4, -1], source: judgement }", "-1")]
    public void A_number_that_cannot_be_is_refused_with_its_place(string assumption, string says)
    {
        using var folder = new TempFolder();
        var sentence = Call.Of("assess", folder.File("odd.yaml", Shipped("status-quo") + "\nassumptions:\n  " + assumption + "\n")).Refused(2);
        sentence.ShouldContain(says);
        sentence.ShouldContain("odd.yaml");
        sentence.ShouldContain("line");
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        using var folder = new TempFolder();
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefghij".Select((name, i) => $"{name}: &{name} [{string.Join(", ", Enumerable.Repeat("*" + "abcdefghij"[i], 9))}]\n"));
        Call.Of("assess", folder.File("bomb.yaml", bomb)).Refused(2).ShouldContain("bomb.yaml");
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.In("large.yaml");
        using (var large = File.Create(path)) large.SetLength(50_000_000);
        Call.Of("assess", path).Refused(2).ShouldContain("large.yaml");
    }
}
