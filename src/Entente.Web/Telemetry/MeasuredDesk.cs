using System.Collections.Immutable;
using System.Diagnostics;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Telemetry;

/// <summary>A desk whose work is counted and timed.</summary>
/// <param name="desk">Who answers.</param>
/// <param name="meter">Counts.</param>
internal sealed class MeasuredDesk(IQuestionDesk desk, QuestionMeter meter) : IQuestionDesk
{
    /// <inheritdoc />
    public string Version => desk.Version;

    /// <inheritdoc />
    public ImmutableArray<Question> Questions => desk.Questions;

    /// <inheritdoc />
    public IDocumentDesk Documents => desk.Documents;

    /// <inheritdoc />
    public string Edition() => desk.Edition();

    /// <inheritdoc />
    public Task<QuestionAnswer> Ask(QuestionCall call, Action<AskProgress>? progress, CancellationToken cancellation) => Measure(call, () => desk.Ask(call, progress, cancellation));

    /// <inheritdoc />
    public Task<QuestionAnswer> Write(QuestionCall call, string path, Action<AskProgress>? progress, CancellationToken cancellation) => Measure(call, () => desk.Write(call, path, progress, cancellation));

    /// <inheritdoc />
    public Task<QuestionAnswer> Resume(QuestionCall call, string folder, Action<AskProgress>? progress, CancellationToken cancellation) => Measure(call, () => desk.Resume(call, folder, progress, cancellation));

    /// <inheritdoc />
    public Task<QuestionAnswer> WriteKept(QuestionCall call, string folder, string path, CancellationToken cancellation) => Measure(call, () => desk.WriteKept(call, folder, path, cancellation));

    private async Task<QuestionAnswer> Measure(QuestionCall call, Func<Task<QuestionAnswer>> work)
    {
        var (start, outcome) = (Stopwatch.GetTimestamp(), "failed");
        using var trace = meter.Traces.StartActivity(call.Question.Name);
        try
        {
            var answer = await work().ConfigureAwait(false);
            outcome = answer.Code switch { 0 => "answered", 2 => "refused", _ => answer.HasAnswer ? "answered" : "failed" };
            return answer;
        }
        catch (OperationCanceledException)
        {
            outcome = "stopped";
            throw;
        }
        catch (InvalidInputException)
        {
            outcome = "refused";
            throw;
        }
        finally
        {
            if (outcome == "failed") trace?.SetStatus(ActivityStatusCode.Error);
            meter.Worked(call.Question, outcome, Stopwatch.GetElapsedTime(start));
        }
    }
}
