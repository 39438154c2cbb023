using System.Diagnostics;
using System.Diagnostics.Metrics;
using Entente.Web.Answers;
using Entente.Web.Questions;

namespace Entente.Web.Telemetry;

/// <summary>Counts what is asked and how long it takes.</summary>
internal sealed class QuestionMeter : IDisposable
{
    /// <summary>Name of the meter and of the traces.</summary>
    public const string Name = "Entente";

    private static readonly double[] Seconds = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300];
    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _asked;
    private readonly Histogram<double> _seconds;
    private Func<long> _held = static () => 0;

    public QuestionMeter()
    {
        _asked = _meter.CreateCounter<long>("entente.questions", "{question}", "Questions by how they ended: kept (an answer was held), answered, refused, failed, stopped.");
        _seconds = _meter.CreateHistogram<double>("entente.question.duration", "s", "Seconds that computing an answer took, by question.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _meter.CreateObservableGauge("entente.answers.held", () => _held(), "By", "Bytes of answers that are held.");
    }

    /// <summary>Traces of questions.</summary>
    public ActivitySource Traces { get; } = new(Name);

    /// <summary>Watches the answers that are held.</summary>
    public void Watch(AnswerStore answers) => _held = () => answers.Bytes;

    /// <summary>Counts an answer that was held.</summary>
    public void Kept(Question question) => Count(question, "kept");

    /// <summary>Counts work on a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="took">How long it took.</param>
    public void Worked(Question question, string outcome, TimeSpan took)
    {
        Count(question, outcome);
        _seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("question", question.Name));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Traces.Dispose();
        _meter.Dispose();
    }

    private void Count(Question question, string outcome) => _asked.Add(1, new("question", question.Name), new("outcome", outcome));
}
