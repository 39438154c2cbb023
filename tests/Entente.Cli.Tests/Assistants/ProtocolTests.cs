using System.Diagnostics;
using System.Text.Json;

namespace Entente.Cli.Tests.Assistants;

/// <summary>The stream between program and assistant, line by line.</summary>
public sealed class ProtocolTests
{
    private const string Hello = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private static Process Start(params string[] args)
    {
        var start = BuiltProgram.With(args);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    [Fact]
    public async Task Standard_output_carries_messages_and_nothing_else_and_the_end_of_input_ends_the_program()
    {
        using var process = Start("mcp");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var line in new[]
        {
            Hello,
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"alignment","arguments":{"a":"RUS","b":"CHN","since":2020}}}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"state","arguments":{"state":"Atlantis"}}}""",
            """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"nothing"}}""",
            "this is no message",
            """{"jsonrpc":"2.0","id":5,"method":"tools/list"}""",
        }) await process.StandardInput.WriteLineAsync(line);
        HashSet<int> answered = [];
        while (answered.Count < 5 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var message = JsonDocument.Parse(line);
            message.RootElement.GetProperty("jsonrpc").GetString().ShouldBe("2.0");
            if (message.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number) answered.Add(id.GetInt32());
        }

        answered.Order().ShouldBe([1, 2, 3, 4, 5]);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(Program.Answered);
        (await error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--store")]
    [InlineData("--blocs")]
    public async Task A_wrong_store_or_bloc_file_is_told_at_the_start(string option)
    {
        using var process = Start("mcp", option, Path.Combine(Path.GetTempPath(), "nothing-is-here"));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(Program.WrongCall);
        (await error).ShouldContain("nothing-is-here");
    }

    [Fact]
    public async Task Other_verbs_do_not_load_the_protocol()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "reads which files a process has mapped");
        using (var serving = Start("mcp"))
        {
            await serving.StandardInput.WriteLineAsync(Hello);
            await serving.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Mapped(serving).ShouldContain("ModelContextProtocol");
            serving.Kill();
            await serving.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var working = Start("assess", "reverse-kissinger", "--draws", "1000000");
        while (!working.HasExited && !Mapped(working).Contains("Entente.Numerics", StringComparison.Ordinal)) await Task.Delay(20, TestContext.Current.CancellationToken);
        working.HasExited.ShouldBeFalse();
        Mapped(working).ShouldNotContain("ModelContextProtocol");
        working.Kill();
        await working.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string Mapped(Process process) => File.ReadAllText($"/proc/{process.Id}/maps");
}
