using System.Collections.Immutable;
using System.Security.Cryptography;
using Entente.Web.Questions;
using Entente.Web.Workspace;
using Entente.World;

namespace Entente.Web.Jobs;

/// <summary>All jobs of a workspace, each in a folder of its own; who asks for what is under way or answered already gets that job.</summary>
internal sealed class JobBook
{
    private const string FolderName = "jobs";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly WorkspaceFolder _workspace;
    private readonly JobLimits _limits;
    private readonly TimeProvider _clock;
    private ImmutableSortedDictionary<string, string> _damaged = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads the jobs that are there. What cannot be read is noted, and hinders nothing else.</summary>
    /// <param name="workspace">The folder.</param>
    /// <param name="questions">What can be asked.</param>
    /// <param name="limits">How many are kept.</param>
    /// <param name="clock">The time.</param>
    public JobBook(WorkspaceFolder workspace, ImmutableArray<Question> questions, JobLimits limits, TimeProvider clock)
    {
        (_workspace, _limits, _clock) = (workspace, limits, clock);
        var folder = workspace.Place(FolderName);
        if (!Directory.Exists(folder)) return;
        foreach (var id in Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!).Where(id => CallReader.JobShape().IsMatch(id)).Order(StringComparer.Ordinal))
        {
            try
            {
                var record = JobFile.Read(Place(id, JobFile.Name), id, questions);

                // Cut off while it was computed: it goes on.
                if (record.State == JobState.Running) record = record with { State = JobState.Waiting };
                if (record.State == JobState.Done && !File.Exists(Place(id, AnswerName))) throw new InvalidInputException("its answer is gone");
                _jobs.Add(id, new Job(record));
            }
            catch (InvalidInputException problem)
            {
                _damaged = _damaged.Add(id, $"The job {id} is damaged: {problem.Message.TrimEnd('.')}. Forget it, or mend its folder and start again.");
            }
        }
    }

    /// <summary>Name of the answer in the folder of a job.</summary>
    public const string AnswerName = "answer.json";

    /// <summary>Name of the folder of a run in the folder of a job.</summary>
    public const string RunName = "run";

    /// <summary>Folders that could not be read, each with what is wrong.</summary>
    public ImmutableSortedDictionary<string, string> Damaged => _damaged;

    /// <summary>All jobs, the newest first.</summary>
    public ImmutableArray<Job> All()
    {
        lock (_gate) return [.. _jobs.Values.OrderByDescending(job => job.Record.Created).ThenByDescending(job => job.Id, StringComparer.Ordinal)];
    }

    /// <summary>A job; <see langword="null"/> where there is none.</summary>
    public Job? Find(string id)
    {
        lock (_gate) return _jobs.GetValueOrDefault(id);
    }

    /// <summary>The job that waits longest.</summary>
    public Job? Next()
    {
        lock (_gate) return _jobs.Values.Where(job => job.Record.State == JobState.Waiting).OrderBy(job => job.Record.Created).ThenBy(job => job.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>A place in the folder of a job.</summary>
    public string Place(string id, string name) => _workspace.Place(FolderName, id, name);

    /// <summary>The job that answers a call: one that is there, or a new one.</summary>
    /// <exception cref="InvalidInputException">It asks for too much.</exception>
    /// <exception cref="TooManyJobsException">Too many wait already.</exception>
    public (Job Job, bool IsNew) Ask(QuestionCall call, string edition)
    {
        JobLimits.Check(call);
        lock (_gate)
        {
            if (_jobs.Values.FirstOrDefault(job => Answers(job, call, edition)) is { } same) return (same, false);
            MakeRoom();
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

            // Later than all others, whatever the clock says: the order of asking is the order of work.
            var (now, latest) = (_clock.GetUtcNow(), _jobs.Values.Select(one => one.Record.Created).DefaultIfEmpty(DateTimeOffset.MinValue).Max());
            var job = new Job(new JobRecord(id, call, edition, now > latest ? now : latest.AddTicks(1)));
            Directory.CreateDirectory(_workspace.Place(FolderName, id));
            Write(job.Record);
            _jobs.Add(id, job);
            return (job, true);
        }
    }

    /// <summary>Changes what is kept of a job, on disk first.</summary>
    /// <param name="job">The job.</param>
    /// <param name="change">Makes the new record of the present one; <see langword="null"/> to leave it.</param>
    /// <returns>Whether it was changed.</returns>
    public bool Change(Job job, Func<JobRecord, JobRecord?> change)
    {
        lock (_gate)
        {
            if (!_jobs.ContainsKey(job.Id) || change(job.Record) is not { } changed) return false;
            Write(changed);
            job.Set(changed);
            return true;
        }
    }

    /// <summary>Removes the folder of a job that is not under way, or of one that is damaged.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Forget(string id)
    {
        lock (_gate)
        {
            if (_jobs.TryGetValue(id, out var job))
            {
                if (!job.Record.State.IsOver()) throw new InvalidInputException($"The job {id} is {job.Record.State.Word()}; stop it first.");
                _jobs.Remove(id);
            }
            else
            {
                var rest = _damaged.Remove(id);
                if (rest == _damaged) return false;
                _damaged = rest;
            }

            Directory.Delete(_workspace.Place(FolderName, id), recursive: true);
            return true;
        }
    }

    private static bool Answers(Job job, QuestionCall call, string edition)
    {
        var record = job.Record;
        if (job.Call.Key != call.Key) return false;

        // What changes the store is done anew each time; and what was refused or stopped may be asked again.
        return record.State switch
        {
            JobState.Waiting or JobState.Running => record.Edition == edition || call.Question.Changes,
            JobState.Done => record.Edition == edition && !call.Question.Changes,
            _ => false,
        };
    }

    private void MakeRoom()
    {
        while (_jobs.Count >= _limits.MostKept)
        {
            var oldest = _jobs.Values.Where(job => job.Record.State.IsOver()).OrderBy(job => job.Record.Finished ?? job.Record.Created).FirstOrDefault() ?? throw new TooManyJobsException(_jobs.Count);
            Forget(oldest.Id);
        }
    }

    private void Write(JobRecord record) => JobFile.Write(Place(record.Id, JobFile.Name), record);
}

/// <summary>No room for another job.</summary>
internal sealed class TooManyJobsException(int count) : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} jobs wait already; wait until some are done, or stop some."));
