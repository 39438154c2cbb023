using System.Text.Json;

namespace Entente.Cli.Tests;

/// <summary>One call of the program inside this process, as a user would make it.</summary>
internal sealed record Call(int Code, string Out, string Error)
{
    // Calls of all tests share what was read and measured; processes of their own are started where a first call is what is tested.
    private static readonly EditionPool Editions = new();

    public static Call Of(params string[] args) => Of(CancellationToken.None, args);

    public static Call Of(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(args, Show.Surface.Plain(output, error), cancellation, Editions);
        return new Call(code, output.ToString(), error.ToString());
    }

    /// <summary>The answer as JSON; fails the test where there was none.</summary>
    public JsonElement Json()
    {
        Code.ShouldBe(0, Error);
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    /// <summary>Asserts that the call was refused with one sentence and nothing on standard output.</summary>
    public string Refused(int code)
    {
        Code.ShouldBe(code, Error);
        Out.ShouldBeEmpty();

        // On a slow machine work that is then refused has told of its progress, every few seconds, line by line.
        var sentence = Error[(Error.LastIndexOf("\nentente: ", StringComparison.Ordinal) + 1)..];
        sentence.ShouldStartWith("entente: ");
        sentence.TrimEnd('\n').ShouldNotContain("\n");
        Error.ShouldNotContain("defect");
        return sentence;
    }
}
