using System.Collections.Immutable;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Jobs;

/// <summary>A desk whose questions may be about jobs of the workspace: their places are looked up at the moment of the work, and no answer tells them.</summary>
/// <param name="desk">Who answers.</param>
/// <param name="book">The jobs.</param>
internal sealed class JobReadingDesk(IQuestionDesk desk, JobBook book) : IQuestionDesk
{
    /// <inheritdoc />
    public string Version => desk.Version;

    /// <inheritdoc />
    public ImmutableArray<Question> Questions => desk.Questions;

    /// <inheritdoc />
    public IDocumentDesk Documents => desk.Documents;

    /// <inheritdoc />
    public string Edition() => desk.Edition();

    /// <summary>The call with the place of each job that it names.</summary>
    /// <param name="call">The call.</param>
    /// <param name="book">The jobs.</param>
    /// <exception cref="InvalidInputException">There is no such job, or it has no draws to be read.</exception>
    public static QuestionCall Placed(QuestionCall call, JobBook book) =>
        call.Values.Any(value => value.Parameter.Kind == ParameterKind.Job) ? new QuestionCall(call.Question, [.. call.Values.Select(value => value.Parameter.Kind == ParameterKind.Job ? value with { Place = Place(value, book) } : value)]) : call;

    /// <inheritdoc />
    public Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation) => With(call, placed => desk.Ask(placed, progress, cancellation));

    /// <inheritdoc />
    public Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation) => With(call, placed => desk.Write(placed, path, progress, cancellation));

    /// <inheritdoc />
    public Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation) => With(call, placed => desk.Resume(placed, folder, progress, cancellation));

    /// <inheritdoc />
    public Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation) => With(call, placed => desk.WriteKept(placed, folder, path, cancellation));

    private static string Place(GivenValue value, JobBook book)
    {
        var job = book.Find(value.Value) ?? throw new InvalidInputException($"There is no job '{value.Value}'; /api/v1/jobs lists them.");
        var (question, state) = (job.Call.Question, job.Record.State);
        if (!question.IsResumable) throw new InvalidInputException($"The job {job.Id} is of {question.Name}, which keeps no draws; name one of assess.");
        if (state != JobState.Done) throw new InvalidInputException($"The job {job.Id} is {state.Word()}; it can be read when it is done.");
        return book.Place(job.Id, value.Parameter.TakesAnswer ? JobBook.AnswerName : JobBook.RunName);
    }

    private async Task<QuestionAnswer> With(QuestionCall call, Func<QuestionCall, Task<QuestionAnswer>> work)
    {
        var placed = Placed(call, book);
        var answer = await work(placed).ConfigureAwait(false);
        return placed.Values.Where(value => value.Place is not null).Aggregate(answer, (told, value) => told with { Json = Told(told.Json, value, inJson: true), Sentence = Told(told.Sentence, value, inJson: false) });
    }

    /// <summary>A text with the id of the job in place of its folder, which means nothing to whoever asked.</summary>
    private static string Told(string text, GivenValue value, bool inJson)
    {
        // In JSON a backslash of a path is written as two.
        var place = inJson ? value.Place!.Replace("\\", "\\\\", StringComparison.Ordinal) : value.Place!;
        return text.Replace(place, value.Value, StringComparison.Ordinal);
    }
}
