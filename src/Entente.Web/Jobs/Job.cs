using Entente.Web.Questions;

namespace Entente.Web.Jobs;

/// <summary>What is kept of a job.</summary>
/// <param name="Id">Its name: 16 hexadecimal digits.</param>
/// <param name="Call">The question with its parameters and the texts of documents.</param>
/// <param name="Edition">What the answer rests on.</param>
/// <param name="Created">When it was asked.</param>
internal sealed record JobRecord(string Id, QuestionCall Call, string Edition, DateTimeOffset Created)
{
    /// <summary>Where it stands.</summary>
    public JobState State { get; init; } = JobState.Waiting;

    /// <summary>When it was last begun.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Seconds of work in all, over every start.</summary>
    public double Seconds { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Error { get; init; }

    /// <summary>Exit code that the command line would have; <see langword="null"/> before it ends.</summary>
    public int? Code { get; init; }
}

/// <summary>A job: what is kept of it, how far it is, and who waits for news of it.</summary>
internal sealed class Job(JobRecord record)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _news = NewNews();
    private JobRecord _record = record;
    private AskProgress _progress = new(string.Empty, double.NaN, double.NaN);
    private int _version;

    /// <summary>Its name.</summary>
    public string Id { get; } = record.Id;

    /// <summary>The question.</summary>
    public QuestionCall Call { get; } = record.Call;

    /// <summary>What is kept of it.</summary>
    public JobRecord Record
    {
        get
        {
            lock (_gate) return _record;
        }
    }

    /// <summary>Stops its work; only while it runs.</summary>
    public CancellationTokenSource? Stop { get; set; }

    /// <summary>Whether it is being stopped because someone asked, not because the server ends.</summary>
    public bool StopAsked { get; set; }

    /// <summary>Everything at one moment, with a task that ends at the next change.</summary>
    public (JobRecord Record, AskProgress Progress, int Version, Task News) Look()
    {
        lock (_gate) return (_record, _progress, _version, _news.Task);
    }

    /// <summary>Puts another record in place.</summary>
    public void Set(JobRecord changed) => Change(() =>
    {
        // A line of progress speaks of work under way.
        if (changed.State is not JobState.Running) _progress = changed.State == JobState.Waiting ? new AskProgress(string.Empty, double.NaN, double.NaN) : _progress with { Line = string.Empty };
        _record = changed;
    });

    /// <summary>Notes progress.</summary>
    public void Tell(AskProgress progress) => Change(() => _progress = progress);

    private void Change(Action change)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            change();
            _version++;
            (told, _news) = (_news, NewNews());
        }

        told.SetResult();
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
