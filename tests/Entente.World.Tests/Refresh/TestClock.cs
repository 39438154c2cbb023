namespace Entente.World.Tests.Refresh;

/// <summary>
/// A clock that passes no time of its own: a wait shorter than ten minutes is over at once and moves the clock on, a longer one (a limit that a test does not mean to reach) never ends unless the
/// test says so. Tests of waits therefore take no time, and no limit strikes because the machine is slow.
/// </summary>
internal sealed class TestClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _open = [];
    private TimeSpan _passed;

    public static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    /// <summary>The waits that were over at once, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate) return _passed.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) + TimeSpan.FromTicks(GetTimestamp());

    /// <summary>Ends the open waits up to a length.</summary>
    public void End(TimeSpan upTo)
    {
        Waiting[] ended;
        lock (_gate) ended = [.. _open.Where(waiting => waiting.Due <= upTo)];
        foreach (var waiting in ended) waiting.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiting = new Waiting(this, callback, state) { Due = dueTime };
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime >= Never)
        {
            lock (_gate) _open.Add(waiting);
            return waiting;
        }

        lock (_gate)
        {
            Waits.Add(dueTime);
            _passed += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => waiting.Fire());
        return waiting;
    }

    private sealed class Waiting(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _over;

        public TimeSpan Due { get; init; }

        public void Fire()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            Interlocked.Exchange(ref _over, 1);
            lock (clock._gate) clock._open.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
