using System.Collections.Immutable;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Tests;

/// <summary>A desk whose answers come when a test says so.</summary>
#pragma warning disable CA1001 // calls may still wait at the gate when the test is over; without a handle of the system it holds nothing
internal sealed class StubDesk : IQuestionDesk, IDocumentDesk
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _gate = new(0);
    private int _asked;
    private int _stopped;

    public string Version => "0";

    public ImmutableArray<Question> Questions { get; } =
    [
        new("slow", "waits", [new QuestionParameter("x", ParameterKind.Text, "anything"), new QuestionParameter("draws", ParameterKind.Text, "how many") { Limit = new ParameterLimit(2_000, 100_000) }, new QuestionParameter("strategy", ParameterKind.Document, "a document") { Folder = "strategies" }]) { IsLong = true },
        new("kept", "keeps its work", [new QuestionParameter("x", ParameterKind.Text, "anything")]) { IsLong = true, IsResumable = true, Formats = ["html"] },
        new("file", "makes a file", []) { HasJson = false },
        new("about", "says where a job lies", [new QuestionParameter("job", ParameterKind.Job, "a job") { IsRequired = true }, new QuestionParameter("x", ParameterKind.Text, "anything")]),
    ];

    /// <summary>The edition; tests change it.</summary>
    public string Now { get; set; } = "first";

    /// <summary>Calls that have begun.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Calls that were stopped.</summary>
    public int Stopped => Volatile.Read(ref _stopped);

    public IDocumentDesk Documents => this;

    public ImmutableArray<string> Folders { get; } = ["strategies"];

    public string Edition() => Now;

    /// <summary>Lets as many calls end.</summary>
    public void Let(int calls) => _gate.Release(calls);

    public async Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation)
    {
        if (call.Question.Name == "about") return new QuestionAnswer(0, $"{{\"x\":\"{call.Values[0].Place}\"}}", string.Empty);
        Interlocked.Increment(ref _asked);
        progress?.Invoke(new AskProgress("1 of 2", 1, 2));
        try
        {
            await _gate.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _stopped);
            throw;
        }

        var x = call.Values.FirstOrDefault()?.Value;
        return x == "bad" ? new QuestionAnswer(2, string.Empty, "That was wrong.") : new QuestionAnswer(0, $"{{\"x\":\"{x}\"}}", string.Empty);
    }

    public Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        return Ask(call, progress, cancellation);
    }

    public async Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(path, $"<p>{Directory.Exists(folder)}</p>", cancellation);
        return new QuestionAnswer(0, string.Empty, string.Empty);
    }

    public ImmutableArray<DocumentHead> Shipped(string folder) => [new DocumentHead("shipped", "Shipped", string.Empty)];

    public string? ShippedText(string folder, string name) => name == "shipped" ? "title: Shipped" : null;

    public DocumentHead Head(string name, string text) => new(name, text.Split('\n')[0], string.Empty);

    public Task Check(string folder, string name, string text, CancellationToken cancellation) => text.Contains("wrong", StringComparison.Ordinal) ? throw new InvalidInputException($"{name}.yaml, line 1, column 1: wrong.") : Task.CompletedTask;
}
