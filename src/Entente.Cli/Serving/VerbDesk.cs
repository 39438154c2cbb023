using System.Collections.Immutable;
using Entente.Cli.Calls;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Cli.Serving;

/// <summary>Answers the questions of the pages by the verbs of this program, as the command line would.</summary>
internal sealed class VerbDesk : IQuestionDesk, IDisposable
{
    /// <summary>Kinds of documents of which none has a name.</summary>
    private static readonly ImmutableHashSet<string> TextsOnly = ["articles", "networks", "changes", "regressions", "tables"];

    private readonly ImmutableDictionary<string, ServedVerb> _verbs;
    private readonly VerbCall _calls;
    private readonly VerbCall _jobs;
    private readonly Func<string> _edition;

    /// <summary>Sets up the desk.</summary>
    /// <param name="options">Options that every call gets: the store, blocs.</param>
    /// <param name="edition">A name for what answers rest on.</param>
    public VerbDesk(IReadOnlyList<string> options, Func<string> edition)
    {
        var questions = VerbQuestions.Of(Cli.CommandLine.All());
        (Questions, _verbs) = ([.. questions.Select(pair => pair.Question)], questions.ToImmutableDictionary(pair => pair.Question.Name, pair => pair.Verb, StringComparer.Ordinal));
        _edition = edition;

        // Jobs have a lane of their own, so that what readers ask does not wait for them.
        _calls = new VerbCall(options);
        _jobs = new VerbCall(options, atOnce: 1, shares: _calls);
        Documents = new DocumentDesk(_calls.With);
    }

    /// <inheritdoc />
    public string Version => Cli.CommandLine.Version;

    /// <inheritdoc />
    public ImmutableArray<Question> Questions { get; }

    /// <inheritdoc />
    public IDocumentDesk Documents { get; }

    /// <inheritdoc />
    public string Edition() => _edition();

    /// <inheritdoc />
    public Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation) => Run(progress is null ? _calls : _jobs, call, ["--json"], progress, cancellation);

    /// <inheritdoc />
    public Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation) => Run(progress is null ? _calls : _jobs, call, [$"--out={path}"], progress, cancellation);

    /// <inheritdoc />
    public Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation) => Run(_jobs, call, ["--json", $"--run={folder}"], progress, cancellation);

    /// <inheritdoc />
    public Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation) => Run(_calls, call, [$"--run={folder}", $"--out={path}"], null, cancellation);

    /// <summary>Does beforehand what the first readers would wait for.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task Warm(CancellationToken cancellation)
    {
        try
        {
            await Task.Run(() => _calls.Warm(cancellation), cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is OperationCanceledException or EntenteException)
        {
            // The server ends, or the store cannot be read: whoever asks next is told.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _jobs.Dispose();
        _calls.Dispose();
    }

    private async Task<QuestionAnswer> Run(VerbCall lane, QuestionCall call, string[] ends, Action<AskProgress>? progress, CancellationToken cancellation)
    {
        using var files = new KeptFiles();
        var words = Words(call, lane.Options, ends, files);
        var result = await lane.Run(words, progress is null ? null : note => progress(new AskProgress(note.Line, note.Done, note.Total)), cancellation).ConfigureAwait(false);
        return new QuestionAnswer(result.Code, files.Forget(result.Output), files.Forget(result.Sentence));
    }

    /// <summary>The words of a call; texts without an option stand last, behind a double dash, so that none can pass for an option.</summary>
    private string[] Words(QuestionCall call, IReadOnlyList<string> options, string[] ends, KeptFiles files)
    {
        List<string> named = [], plain = [];
        foreach (var given in call.Values)
        {
            var text = given.Parameter.Kind switch
            {
                ParameterKind.Document => Document(given, files),

                // The server that hosts this desk has the jobs; an id that it did not look up names nothing here.
                ParameterKind.Job => given.Place ?? throw new InvalidInputException($"There are no jobs here to name one by {given.Parameter.Name}."),
                _ => given.Value,
            };
            if (given.Parameter.Option is not { } option) plain.Add(text);
            else named.Add(given.Parameter.Kind == ParameterKind.Flag ? option : $"{option}={text}");
        }

        return [.. _verbs[call.Question.Name].Words, .. options, .. named, .. ends, .. plain.Count > 0 ? plain.Prepend("--") : []];
    }

    /// <summary>What the verb is given for a document: one's own come as texts already, so that a name is that of a shipped one.</summary>
    private static string Document(GivenValue given, KeptFiles files)
    {
        var folder = given.Parameter.Folder!;
        if (given.IsContent) return files.Keep(given.Value, FileOf(given, folder));
        if (TextsOnly.Contains(folder)) throw new InvalidInputException($"There is no '{given.Value}' to be named: send the text itself, as {given.Parameter.Name}_text.");
        return given.Value;
    }

    /// <summary>The name tells the verb what it reads.</summary>
    private static string FileOf(GivenValue given, string folder) => folder switch
    {
        "articles" => given.Value.AsSpan().TrimStart().StartsWith("<") ? "article.html" : "article.txt",
        "networks" => "network.csv",
        "tables" => "table.csv",
        "changes" => "changes.yaml",
        _ => $"{given.Name ?? "given"}.yaml",
    };
}
