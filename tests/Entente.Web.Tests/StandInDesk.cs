using System.Collections.Immutable;
using Entente.Web.Hosting;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Tests;

/// <summary>A desk that answers as a test says, behind a server of its own.</summary>
internal sealed class StandInDesk : IQuestionDesk
{
    private static readonly Question Echo = new("echo", "says what it was asked", [new QuestionParameter("word", ParameterKind.Text, "a word") { IsRequired = true }]) { Formats = ["csv"] };
    private int _asked;

    /// <summary>How it answers.</summary>
    public Func<QuestionCall, CancellationToken, Task<QuestionAnswer>> Answers { get; set; } = (call, _) => Task.FromResult(new QuestionAnswer(0, $$"""{"schema":"entente.echo/1","word":"{{call.Values[0].Value}}"}""", string.Empty));

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    /// <summary>What its answers rest on; <see langword="null"/> where that cannot be read.</summary>
    public string? Rests { get; set; } = "first";

    /// <inheritdoc />
    public string Version => "0.0.0";

    /// <inheritdoc />
    public ImmutableArray<Question> Questions => [Echo];

    /// <inheritdoc />
    public IDocumentDesk Documents { get; } = new StubDesk();

    /// <summary>A call of its question.</summary>
    public static QuestionCall Call(string word) => QuestionCall.Of(Echo, [KeyValuePair.Create("word", word)]);

    /// <summary>Serves a desk.</summary>
    public static Task<WebServer> Serve(IQuestionDesk desk, Func<WebOptions, WebOptions>? options = null)
    {
        var usual = new WebOptions { Port = 0, Workspace = Path.Combine(Path.GetTempPath(), $"entente-web-{Guid.NewGuid():n}") };
        return WebServer.Start(desk, options is null ? usual : options(usual), TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public string Edition() => Rests ?? throw new NoAnswerException("The store can no longer be read.");

    /// <inheritdoc />
    public Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _asked);
        return Answers(call, cancellation);
    }

    /// <inheritdoc />
    public async Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation)
    {
        var answer = await Ask(call, progress, cancellation);
        if (answer.Code == 0) await File.WriteAllTextAsync(path, answer.Json, cancellation);
        return answer;
    }

    /// <inheritdoc />
    public Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation) => Ask(call, progress, cancellation);

    /// <inheritdoc />
    public Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation) => Write(call, path, null, cancellation);
}
