using Entente.Cli.Show;

namespace Entente.Cli.Tests;

public sealed class ExitTests
{
    [Fact]
    public void A_cancelled_call_says_that_nothing_was_written()
    {
        var call = Call.Of(new CancellationToken(canceled: true), "assess", "status-quo");
        call.Code.ShouldBe(130);
        call.Out.ShouldBeEmpty();
        call.Error.ShouldBe($"entente: stopped; nothing was written.{Environment.NewLine}");
    }

    [Fact]
    public void An_unexpected_failure_is_one_sentence_that_calls_itself_a_defect()
    {
        using var error = new StringWriter();
        var code = Program.Run(["--version"], new Surface { Output = new BrokenWriter(), Error = error }, CancellationToken.None);
        code.ShouldBe(1);
        error.ToString().ShouldContain("this is a defect of Entente");
        error.ToString().TrimEnd().ShouldNotContain("\n");
    }

    private sealed class BrokenWriter : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void WriteLine(string? value) => throw new InvalidOperationException("made to break");
    }
}
