using System.Diagnostics;
using Entente.Web.Questions;
using Entente.World;
using Entente.World.Store;

namespace Entente.Web.Jobs;

/// <summary>Computes jobs, one at a time, in the order in which they were asked. When the server ends, the job under way stays as it is and goes on at the next start.</summary>
internal sealed class JobRunner : IAsyncDisposable
{
    private const string Defect = "this is a defect of Entente, please report it with the call";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly JobBook _book;
    private readonly IQuestionDesk _desk;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _ends = new();
    private readonly SemaphoreSlim _asked = new(0);
    private readonly Task _work;

    /// <summary>Begins with what waits.</summary>
    public JobRunner(JobBook book, IQuestionDesk desk, TimeProvider clock)
    {
        (_book, _desk, _clock) = (book, desk, clock);
        _work = Task.Run(Work);
    }

    /// <summary>Says that a job waits.</summary>
    public void Wake() => _asked.Release();

    /// <summary>Stops a job that waits or runs.</summary>
    /// <returns>Whether it did either.</returns>
    public bool Stop(Job job)
    {
        var running = false;
        var stopped = _book.Change(job, record =>
        {
            running = record.State == JobState.Running;
            return record.State == JobState.Waiting ? record with { State = JobState.Stopped, Finished = _clock.GetUtcNow() } : null;
        });
        if (!running) return stopped;
        lock (job)
        {
            job.StopAsked = true;
            job.Stop?.Cancel();
        }

        return true;
    }

    /// <summary>Lets a job that was stopped or failed wait again.</summary>
    /// <returns>Whether it was over without an answer.</returns>
    public bool Resume(Job job)
    {
        if (!_book.Change(job, record => record.State is JobState.Stopped or JobState.Failed ? record with { State = JobState.Waiting, Finished = null, Error = null, Code = null } : null)) return false;
        Wake();
        return true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync().ConfigureAwait(false);
        try
        {
            await _work.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What does not hear that it is to stop is cut off with the process; its folder holds what was whole.
            return;
        }

        _ends.Dispose();
        _asked.Dispose();
    }

    private async Task Work()
    {
        while (!_ends.IsCancellationRequested)
        {
            if (_book.Next() is { } job) await Compute(job).ConfigureAwait(false);
            else
            {
                try
                {
                    await _asked.WaitAsync(_ends.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }
    }

    private async Task Compute(Job job)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_ends.Token);
        var started = Stopwatch.GetTimestamp();
        JobRecord Over(JobRecord record, JobState state, string? error, int? code) =>
            record with { State = state, Error = error, Code = code, Finished = _clock.GetUtcNow(), Seconds = Math.Round(record.Seconds + Stopwatch.GetElapsedTime(started).TotalSeconds, 3) };
        try
        {
            lock (job) (job.Stop, job.StopAsked) = (stop, false);
            var edition = _desk.Edition();
            var begun = job.Call.Question.IsResumable && Directory.Exists(_book.Place(job.Id, JobBook.RunName));
            if (begun && edition != job.Record.Edition) throw new InvalidInputException("The data or the program changed since this job began, and its draws rest on what was there before; ask again, and forget this one.");

            // Nothing is kept of it yet: it takes the data that are there now.
            if (!_book.Change(job, record => record.State == JobState.Waiting ? record with { State = JobState.Running, Started = _clock.GetUtcNow(), Edition = edition } : null)) return;
            var answer = await (job.Call.Question.IsResumable
                ? _desk.Resume(job.Call, _book.Place(job.Id, JobBook.RunName), job.Tell, stop.Token)
                : _desk.Ask(job.Call, job.Tell, stop.Token)).ConfigureAwait(false);
            if (!answer.HasAnswer)
            {
                _book.Change(job, record => Over(record, JobState.Failed, Short(answer.Sentence, job.Id), answer.Code));
                return;
            }

            WholeFile.Write(_book.Place(job.Id, JobBook.AnswerName), answer.Json);
            _book.Change(job, record => Over(record, JobState.Done, null, answer.Code));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Where the server ends, the job stays under way on disk; its next start goes on.
            if (job.StopAsked) Note(job, record => Over(record, JobState.Stopped, null, null));
        }
        catch (EntenteException problem)
        {
            Note(job, record => Over(record, JobState.Failed, Short(problem.Message, job.Id), problem.ExitCode));
        }
#pragma warning disable CA1031 // one job that fails must not end all others
        catch (Exception problem)
        {
            Note(job, record => Over(record, JobState.Failed, $"{problem.Message} ({problem.GetType().Name}); {Defect}.", 1));
        }
#pragma warning restore CA1031
        finally
        {
            lock (job) job.Stop = null;
        }
    }

    /// <summary>Notes how it ended; where even that cannot be written, as on a full disk, it is told while the server runs.</summary>
    private void Note(Job job, Func<JobRecord, JobRecord> over)
    {
        try
        {
            _book.Change(job, over);
        }
        catch (EntenteException)
        {
            job.Set(over(job.Record));
        }
    }

    /// <summary>The folder of the run means nothing to whoever asked.</summary>
    private string Short(string sentence, string id) => sentence.Replace(_book.Place(id, JobBook.RunName), "this job", StringComparison.Ordinal);
}
