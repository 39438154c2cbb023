using System.Diagnostics;
using Entente.Cli.Tests.Strategies;
using Entente.Tests;

namespace Entente.Cli.Tests;

/// <summary>The program as a process: what only an operating system can show.</summary>
public sealed class ProcessTests
{
    private static ProcessStartInfo Program(params string[] args) => BuiltProgram.With(args);

    private static async Task<Call> Run(ProcessStartInfo start, Func<Process, Task>? meanwhile = null)
    {
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (meanwhile is not null) await meanwhile(process);
        await process.WaitForExitAsync();
        return new Call(process.ExitCode, await output, await error);
    }

    [Fact]
    public async Task Exit_codes_reach_the_shell_and_redirected_output_is_plain()
    {
        var answered = await Run(Program("state", "RUS"));
        answered.Code.ShouldBe(0, answered.Error);
        answered.Out.ShouldContain("Russia");
        answered.Out.ShouldNotContain("\u001b");
        answered.Error.ShouldBeEmpty();
        (await Run(Program("state", "Atlantis"))).Code.ShouldBe(2);
        (await Run(Program("align", "Kosovo", "USA"))).Code.ShouldBe(1);
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    public async Task A_culture_with_another_decimal_sign_or_another_i_changes_nothing(string culture)
    {
        var start = Program("depend", "RUS", "--on", "china", "--year", "2023");
        var plain = await Run(start);
        plain.Code.ShouldBe(0, plain.Error);
        start.Environment["LC_ALL"] = start.Environment["LANG"] = culture;
        (await Run(start)).Out.ShouldBe(plain.Out);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_stops_the_work_with_130_and_leaves_no_file(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a signal");
        Assert.SkipWhen(signal == "INT" && InterruptIsIgnored(), "the tests were started in the background of a shell, which makes all children ignore SIGINT");
        using var folder = new TempFolder();
        var call = await Run(Program("assess", "reverse-kissinger", "--draws", "1000000", "--out", folder.In("brief.html")), async process =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
            await kill.WaitForExitAsync();
            // A program that does not hear the signal fails the test instead of keeping it waiting.
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        });
        call.Code.ShouldBe(130, call.Error);
        call.Out.ShouldBeEmpty();
        call.Error.ShouldContain("stopped; nothing was written");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_killed_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kills with a signal");
        using var folder = new TempFolder();
        string[] Call(string run) => ["assess", "ussr-1939", "--draws", "40000", "--seed", "5", "--run", folder.In(run), "--json"];
        var whole = await Run(Program(Call("whole")));
        whole.Code.ShouldBe(0, whole.Error);

        // Killed soon after the start, then each time when some more of the ten files are there: whatever is being computed, written, hashed or renamed then is cut off.
        // The strategy is one whose inputs are measured soon: every one of the eight processes does it.
        var moments = new Random(20260101);
        int Files() => Directory.Exists(folder.In("killed/draws")) ? Directory.GetFiles(folder.In("killed/draws"), "*.parquet").Length : 0;
        foreach (var enough in new[] { 0, 0, 2, 4, 6, 8 })
        {
            using var process = Process.Start(Program(Call("killed")))!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            while (Files() < enough && !process.HasExited) await Task.Delay(5);
            if (!process.WaitForExit(moments.Next(20, 500))) process.Kill();
            await process.WaitForExitAsync();
            await output;
            await error;
            process.ExitCode.ShouldBe(128 + 9, $"the program ended by itself with {enough} files; it was to be killed");
        }

        Files().ShouldBeInRange(8, 10);
        var last = await Run(Program(Call("killed")));
        last.Code.ShouldBe(0, last.Error);
        last.Out.ShouldBe(whole.Out);
        RunTests.Bytes(folder.In("killed")).ShouldBe(RunTests.Bytes(folder.In("whole")));
    }

    /// <summary>Whether this process inherited an ignored SIGINT (bit 2 of the mask, counted from 1), as jobs in the background of a shell do.</summary>
    private static bool InterruptIsIgnored()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status)) return false;
        var mask = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return mask is not null && (ulong.Parse(mask["SigIgn:".Length..].Trim(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) & 2) != 0;
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell with pipes");
        var start = Program("data", "list", "--json");
        var line = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(part => $"'{part}'"));
        var shell = new ProcessStartInfo("sh", ["-c", $"{line} | head -n 1"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var call = await Run(shell);
        call.Out.ShouldBe("{\n");
        call.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_root_script_takes_spaces_and_links_and_passes_the_exit_code_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script");
        using var folder = new TempFolder();
        var link = folder.In("my entente");
        File.CreateSymbolicLink(link, Path.Combine(Shared.Repository, "entente"));
        var call = await Run(new ProcessStartInfo(link, ["state", "Atlantis of old"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path });
        call.Code.ShouldBe(2, call.Error);
        call.Error.ShouldContain("Atlantis of old");
    }
}
