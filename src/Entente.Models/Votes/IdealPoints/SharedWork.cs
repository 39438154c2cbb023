using System.Runtime.ExceptionServices;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>Long works that several callers may wait for: each is done once, its result kept for who asks next.</summary>
/// <typeparam name="TKey">What is asked.</typeparam>
/// <typeparam name="TValue">The result, shared between callers and threads.</typeparam>
/// <param name="most">Most results kept; works under way count too, but are never dropped.</param>
internal sealed class SharedWork<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _gate = new();

    // The one that was asked for last stands at the end.
    private readonly List<(TKey Key, Work Work)> _works = [];

    /// <summary>The result.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="prepare">Called on the caller's thread where the work is not known: reads what only the caller may read, and gives the work itself.</param>
    /// <param name="progress">Told the share of the work done while the caller waits, from any thread.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public TValue Get(TKey key, Func<Func<IProgress<double>?, CancellationToken, TValue>> prepare, IProgress<double>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var mine = new Waiter(progress);
        if (Join(key, mine, null) is not { } work)
        {
            // Preparing may be refused with a sentence, and then nothing was begun. Two may prepare at once; what one of them prepared goes unused.
            var make = prepare();
            var fresh = new Work();
            work = Join(key, mine, fresh)!;
            if (ReferenceEquals(work, fresh)) Start(work, make);
        }

        try
        {
            work.Done.Task.Wait(cancellation);
            return work.Done.Task.Result;
        }
        catch (AggregateException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
            throw;
        }
        finally
        {
            Leave(work, mine);
        }
    }

    /// <summary>Works known: kept or under way.</summary>
    internal int Count
    {
        get
        {
            lock (_gate) return _works.Count;
        }
    }

    /// <summary>How many wait for a work.</summary>
    internal int Waiting(TKey key)
    {
        lock (_gate) return _works.Find(one => EqualityComparer<TKey>.Default.Equals(one.Key, key)).Work?.Waiters.Count ?? 0;
    }

    // Waits for a known work, or for a fresh one where there is none.
    private Work? Join(TKey key, Waiter waiter, Work? fresh)
    {
        lock (_gate)
        {
            var place = _works.FindIndex(one => EqualityComparer<TKey>.Default.Equals(one.Key, key));
            var work = place < 0 ? fresh : _works[place].Work;
            if (work is null) return null;
            if (place >= 0) _works.RemoveAt(place);
            _works.Add((key, work));
            lock (work.Waiters) work.Waiters.Add(waiter);
            for (var i = 0; i < _works.Count && _works.Count > most;)
            {
                if (_works[i].Work.Done.Task.IsCompleted) _works.RemoveAt(i);
                else i++;
            }

            return work;
        }
    }

    private void Start(Work work, Func<IProgress<double>?, CancellationToken, TValue> make) => _ = Task.Factory.StartNew(
        () =>
        {
            try
            {
                work.Done.SetResult(make(work, work.Stop.Token));
            }
#pragma warning disable CA1031 // whatever the work throws is carried to those who wait
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Drop(work);
                work.Done.SetException(failure);
            }
        },
        CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private void Leave(Work work, Waiter waiter)
    {
        lock (_gate)
        {
            lock (work.Waiters)
            {
                work.Waiters.Remove(waiter);
                if (work.Waiters.Count > 0 || work.Done.Task.IsCompleted) return;
            }

            // Nobody waits any more: who asks from now on begins anew.
            _works.RemoveAll(one => ReferenceEquals(one.Work, work));
        }

        work.Stop.Cancel();
    }

    private void Drop(Work work)
    {
        lock (_gate) _works.RemoveAll(one => ReferenceEquals(one.Work, work));
    }

    private sealed record Waiter(IProgress<double>? Progress);

    // Tells all who wait how far it is.
    private sealed class Work : IProgress<double>
    {
        public TaskCompletionSource<TValue> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Stop { get; } = new();

        public List<Waiter> Waiters { get; } = [];

        public void Report(double value)
        {
            // Under the lock, so that nobody is told after leaving.
            lock (Waiters)
            {
                foreach (var waiter in Waiters) waiter.Progress?.Report(value);
            }
        }
    }
}
